import type { ArrearsEntry, ArrearsPeriodEntry, ArrearsPeriodResult, ArrearsResult } from '../../../contract/arrears/arrears-result.ts';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import type { Issue } from '../../../facts/issue.ts';
import type { PaymentField } from '../../../roster/tables/payment-header.ts';
import type { PaymentNote, PaymentSheetFault } from '../../../roster/tables/payment-sheet.ts';

/** A table of what was paid that was read; its rows stay with the worker under this id. */
export interface PaymentsSummary {
  readonly id: string;
  readonly rows: number;
  /** How many of them are added to one before of the same person, item and month, and how many are negative: money taken back. */
  readonly repeated: number;
  readonly recoveries: number;
  /** With one of these the table is not used. The first hundred are listed. */
  readonly faults: readonly PaymentSheetFault[];
  /** How its amounts were read, where that is not plain. */
  readonly notes: readonly PaymentNote[];
}

/** What is wrong with a row of a table of payments under a request: with whom, in which months. */
export interface PaymentFault {
  readonly row: number;
  readonly field: PaymentField;
  readonly code: Issue['code'];
  readonly params: NonNullable<Issue['params']>;
}

/** How many people have a difference of one sign, and what it comes to. */
export interface Side {
  readonly people: number;
  readonly amount: string;
}

/** The sums of a run, a year being a period too; its people stay with the worker under its number. */
export interface ArrearsSums {
  readonly run: number;
  readonly result: Omit<ArrearsPeriodResult, 'years' | 'results'> & { readonly years: readonly Omit<ArrearsResult, 'results'>[] };
  readonly owed: Side;
  readonly overpaid: Side;
}

/** A payment to somebody who has another name in the roster than beside the payment. */
export interface OtherName {
  readonly row: number;
  readonly teacherId: string;
  readonly paid: string;
  readonly roster: string;
}

export interface GoodArrears extends ArrearsSums {
  readonly ok: true;
  /** So many payments, the first of which is shown; `null` where names agree, or are not given on both sides. */
  readonly otherNames: { readonly count: number; readonly first: OtherName } | null;
}

/** Sums, or what is wrong with the request and with the table of payments. */
export type ArrearsAnswer =
  | GoodArrears
  | { readonly ok: false; readonly issues: readonly WireIssue[]; readonly payments: readonly PaymentFault[] };

/** Which of the people of a run are listed: those with a difference, those of whom something could not be compared, or all. */
export const WHICH_PEOPLE = ['different', 'incomplete', 'all'] as const;
export type WhichPeople = (typeof WHICH_PEOPLE)[number];

/** Lines of the people of a run, in the order of the roster. */
export interface ArrearsPeopleQuery {
  readonly run: number;
  readonly which: WhichPeople;
  /** A part of a name or a staff number. */
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** What a year says of somebody. */
export interface YearOfPerson {
  readonly year: number;
  readonly entry: Extract<ArrearsEntry, { status: 'ok' }>;
}

/** Somebody in a run: the sums of all years, and each of them. */
export type ArrearsPerson = ArrearsPeriodEntry & {
  readonly name: string | null;
  /** Whether something is undetermined on both sides alike. */
  readonly isUndetermined: boolean;
  readonly years: readonly YearOfPerson[];
};

export interface ArrearsPeople {
  readonly rows: readonly ArrearsPerson[];
  readonly total: number;
}
