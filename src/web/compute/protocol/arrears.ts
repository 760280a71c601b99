import type { ArrearsEntry, ArrearsPeriodEntry, ArrearsPeriodResult, ArrearsResult } from '../../../contract/arrears/arrears-result.ts';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import type { Issue } from '../../../facts/issue.ts';
import type { PaymentField } from '../../../roster/tables/payment-header.ts';
import type { PaymentNote, PaymentSheetFault } from '../../../roster/tables/payment-sheet.ts';

/** A table of payments that was read; its rows stay with the worker under this id. */
export interface PaymentsSummary {
  readonly id: string;
  readonly rows: number;
  /**
   * How many rows repeat the same person, item and month as an earlier row and are added to it, and how many are negative: money taken
   * back.
   */
  readonly repeated: number;
  readonly recoveries: number;
  /** A table with any fault is not used. The first hundred are listed. */
  readonly faults: readonly PaymentSheetFault[];
  /** How its amounts were read, where that is not obvious. */
  readonly notes: readonly PaymentNote[];
}

/** What is wrong with a row of a table of payments in a request: the person or the month. */
export interface PaymentFault {
  readonly row: number;
  readonly field: PaymentField;
  readonly code: Issue['code'];
  readonly params: NonNullable<Issue['params']>;
}

/** How many people have a difference of one sign, and its sum. */
export interface Side {
  readonly people: number;
  readonly amount: string;
}

/** The sums of a run (a year is a period too); its people stay with the worker under its number. */
export interface ArrearsSums {
  readonly run: number;
  readonly result: Omit<ArrearsPeriodResult, 'years' | 'results'> & { readonly years: readonly Omit<ArrearsResult, 'results'>[] };
  readonly owed: Side;
  readonly overpaid: Side;
}

/** A payment whose name differs from the roster's name for that person. */
export interface OtherName {
  readonly row: number;
  readonly teacherId: string;
  readonly paid: string;
  readonly roster: string;
}

export interface GoodArrears extends ArrearsSums {
  readonly ok: true;
  /** The number of such payments, and the first one; `null` if the names agree, or are not given on both sides. */
  readonly otherNames: { readonly count: number; readonly first: OtherName } | null;
}

/** The sums, or the faults of the request and of the table of payments. */
export type ArrearsAnswer =
  | GoodArrears
  | { readonly ok: false; readonly issues: readonly WireIssue[]; readonly payments: readonly PaymentFault[] };

/** Which people of a run are listed: those with a difference, those with something that could not be compared, or all. */
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

/** The result of one year for a person. */
export interface YearOfPerson {
  readonly year: number;
  readonly entry: Extract<ArrearsEntry, { status: 'ok' }>;
}

/** A person in a run: the sums of all years, and each year. */
export type ArrearsPerson = ArrearsPeriodEntry & {
  readonly name: string | null;
  /** Whether something is undetermined on both sides, for the same reason. */
  readonly isUndetermined: boolean;
  readonly years: readonly YearOfPerson[];
};

export interface ArrearsPeople {
  readonly rows: readonly ArrearsPerson[];
  readonly total: number;
}
