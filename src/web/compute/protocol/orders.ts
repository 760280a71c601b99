import type { Dimension } from '../../../budget/dimensions.ts';
import type { PeopleFilter } from '../../../budget/select-people.ts';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { OptionPrice } from '../../../contract/teacher/option-prices.ts';
import type { Supposition, WhatIf } from '../../../contract/teacher/what-if.ts';
import type { Language, WireIssue } from '../../../contract/wire/wording.ts';
import type { Question } from '../../../engine/questions.ts';
import type { BundledPolicy } from '../../../policy/bundled.ts';
import type { OtherTexts } from '../../../policy/checks/quotes.ts';
import type { Fault } from '../../../policy/reading/fault.ts';
import type { RosterFault, SkippedRows } from '../../../roster/cells/roster-import.ts';
import type { Mapping, RememberedColumns } from '../../../roster/columns/mapping.ts';
import type { RosterNote } from '../../../roster/files/notes.ts';
import type { SheetInfo } from '../../../roster/files/open.ts';
import type { NamedYear } from '../../../roster/people/year.ts';
import type { Refusal } from '../../../roster/sheet/refusal.ts';
import type { ArrearsAnswer, ArrearsPeople, ArrearsPeopleQuery, PaymentsSummary } from './arrears.ts';
import type { WorkbookOrder } from './export.ts';
import type { FittedSettings, LinkedSettings } from './linked-settings.ts';
import type { Payroll, PayrollQuery } from './payroll.ts';
import type { PeopleGroups, PeopleList, PeopleQuery, PersonAnswer, PersonHandle, RosterTeacher } from './people.ts';

/** What the page asks of the worker; `body` is the request of the API, word for word. */
export interface Orders {
  /**
   * A policy file of the user's own. If it is valid, it can be computed with under the key in the answer. `source`: the text of its
   * document, in which its quotes are looked up; `others`: those of other documents, by name. `remembered`: the meanings chosen for columns before, for the roster read under it.
   */
  policy: { bytes: ArrayBuffer; source: string | null; others?: OtherTexts; remembered: RememberedColumns };
  entitlement: { policy: string; language: Language; body: unknown };
  /** What can still change the result of a request for one teacher that is being filled in. */
  questions: { policy: string; body: unknown };
  /** What would change for one teacher, and the same for each value that a missing fact might have. */
  whatIf: { policy: string; language: Language; body: unknown; supposition: Supposition };
  whatIfMissing: { policy: string; language: Language; body: unknown };
  optionPrices: { policy: string; language: Language; body: unknown };
  /** `remembered`: the meanings chosen for columns before. */
  roster: { policy: string; bytes: ArrayBuffer; remembered: RememberedColumns };
  /** The same file, read differently: another sheet, other meanings of its columns. */
  reread: { policy: string; roster: number; choice: SheetChoice; remembered: RememberedColumns };
  /** The faulty rows of that file, corrected, in a file of their own. */
  fix: { policy: string; roster: number; bytes: ArrayBuffer; remembered: RememberedColumns };
  /** The faulty rows of a roster as a workbook to correct; and an empty workbook to fill in. */
  faultyRows: { policy: string; roster: number; language: Language };
  template: { policy: string; language: Language };
  /** The people of a roster read before, to be stored; and the same people restored on a later visit. */
  takeRoster: { policy: string; roster: number };
  putRoster: KeptRoster;
  /**
   * `roster`: the number of a roster read before; its people are added to the cohorts of the body. With `keep`, the people of the run stay
   * with
   * the worker until the next kept run: `people` and `groups` are answered from them.
   */
  budget: { policy: string; language: Language; body: unknown; roster: number | null; keep?: boolean };
  /** Settings from a link, or to be put into one. */
  fit: { policy: string; settings: LinkedSettings };
  /** Lines of a list of people in a kept run. */
  people: PeopleQuery & { policy: string; run: number };
  /** What the people of a school are paid in a month, in a kept run. */
  payroll: PayrollQuery & { policy: string; run: number };
  /** A workbook of a kept run. */
  export: WorkbookOrder & { policy: string; run: number };
  /** A part of a kept run, by one dimension. */
  groups: { policy: string; run: number; dimension: Dimension; filter: PeopleFilter };
  /**
   * Explains one person of a budget request. Only the year, readings, parameters and pay scales of the body count, and for a cohort its
   * facts.
   */
  person: { policy: string; language: Language; body: unknown; roster: number | null; person: PersonHandle };
  /** People of a roster by a part of their name or staff number. */
  find: { policy: string; roster: number; search: string; limit: number };
  /** A table of what was paid, from a file or pasted. */
  payments: { policy: string } & ({ bytes: ArrayBuffer } | { text: string });
  /** `roster` and `payments`: what was read before; both are added to the body. The people stay with the worker until the next run. */
  arrears: { policy: string; language: Language; body: object; roster: number | null; payments: string | null };
  arrearsPeople: ArrearsPeopleQuery & { policy: string };
}
export type Kind = keyof Orders;

/** How many future years are shown. */
export const OUTLOOK_YEARS = 3;

/** A result, or what is wrong with the request. */
export type Answer<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly issues: readonly WireIssue[] };

/** The key of a user's own policy, which may have the same id as a bundled one. */
export function ownKey(id: string): string {
  return `local:${id}`;
}

/** The faults and warnings of a policy file. */
export interface FaultyPolicy {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** The people that an order is about are no longer here: others have been read or computed since. */
export type Stale = 'stale';

/** A valid policy file. */
export interface OwnPolicy extends BundledPolicy {
  readonly key: string;
}

/** A valid policy file, and the roster that was read under another of the same key: from its file or, without one, of its people. */
export interface TakenPolicy extends OwnPolicy {
  /** `null` if there was none, or nothing has changed for it. */
  readonly roster: RosterSummary | RestoredRoster | null;
}

/** Incremented when the shape of a {@link RosterSummary} changes, so that one stored by an earlier visit is recognised as old. */
export const SUMMARY_SHAPE = 2;

/** What was found in a roster; its people stay with the worker under this number. */
export interface RosterSummary {
  readonly shape: typeof SUMMARY_SHAPE;
  readonly roster: number;
  readonly people: number;
  readonly faults: readonly RosterFault[];
  /** The number of rows that have a fault, or belong to a person who has one. */
  readonly faultyRows: number;
  readonly unmapped: readonly string[];
  readonly notes: readonly RosterNote[];
  /** The year given in a line above the header or in the sheet's name; absent if an earlier program has stored the roster. */
  readonly namedYear?: NamedYear | null;
  /** Headers of columns of identity cards and bank accounts; absent if the file is not at hand. */
  readonly privateColumns?: readonly string[];
  readonly layout: RosterLayout;
}

/** How a roster file was read. */
export interface RosterLayout {
  readonly sheets: readonly SheetInfo[];
  /** Which of them was read. */
  readonly sheet: number;
  /** `null` if no header row was found. */
  readonly mapping: Mapping | null;
  readonly skipped: readonly SkippedRows[];
  /** How many files of corrected rows were read with it. */
  readonly mended: number;
}

/** How to read a sheet differently. */
export interface SheetChoice {
  readonly sheet: number;
  /** What the columns mean, where the user has said so. */
  readonly mapping?: Mapping | undefined;
  /** The header row, if the user has chosen it. */
  readonly headerRow?: number | undefined;
}

/** The people of a roster as they are stored: the facts that were read, and nothing else of the sheet. */
export interface KeptRoster {
  readonly policy: string;
  readonly roster: number;
  readonly teachers: readonly RosterTeacher[];
}

/** Stored people who no longer fit the rules, and why. */
export interface LostPeople {
  readonly people: number;
  readonly faults: readonly RosterFault[];
}

/** What was restored of a stored roster. */
export interface RestoredRoster {
  readonly roster: number;
  readonly people: number;
  readonly lost: LostPeople;
}

/** A budget; `run` identifies its people if they were kept. */
export type BudgetAnswer =
  | { readonly ok: true; readonly result: BudgetResult; readonly run: number | null }
  | { readonly ok: false; readonly issues: readonly WireIssue[] };

/** A person in a roster. */
export interface FoundPerson {
  readonly teacher: number;
  readonly id: string;
  readonly name: string | null;
  readonly school: string | null;
}

export interface Answers {
  policy: TakenPolicy | FaultyPolicy;
  entitlement: Answer<EntitlementResult>;
  questions: readonly Question[] | null;
  whatIf: Answer<WhatIf>;
  whatIfMissing: readonly WhatIf[];
  optionPrices: readonly OptionPrice[];
  roster: RosterSummary | Refusal;
  reread: RosterSummary | Refusal | Stale;
  fix: RosterSummary | Refusal | Stale;
  faultyRows: ArrayBuffer | Stale;
  template: ArrayBuffer;
  takeRoster: KeptRoster;
  putRoster: RestoredRoster;
  budget: BudgetAnswer;
  /** `null` if none of them can be used. */
  fit: FittedSettings | null;
  people: PeopleList | Stale;
  payroll: Payroll | Stale;
  export: ArrayBuffer | 'too-many' | Stale;
  groups: PeopleGroups | Stale;
  person: Answer<PersonAnswer> | Stale;
  find: { readonly found: readonly FoundPerson[]; readonly total: number } | Stale;
  payments: PaymentsSummary | Refusal;
  arrears: ArrearsAnswer | Stale;
  arrearsPeople: ArrearsPeople | Stale;
}

/** The progress of a long order. */
export interface Progress {
  /** Opening a file (in kilobytes), reading rows, computing people, writing rows. */
  readonly phase: 'open' | 'read' | 'compute' | 'write';
  readonly done: number;
  /** `null` while the total is not known. */
  readonly total: number | null;
  /** The average rate per second so far. */
  readonly perSecond: number;
}

/** The first message to the worker: the facts and policies to compute with, the same ones that the forms are built from. */
export interface Setup {
  readonly facts: unknown;
  readonly policies: readonly BundledPolicy[];
}

/** An order runs in slices; between them the worker receives messages, and can cancel it. */
export type ToWorker =
  | { readonly setup: Setup }
  | { readonly areYouThere: true }
  | { readonly cancel: number }
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly order: Orders[K] } }[Kind];

/** `here` after setup and in reply to a ping; for an order any number of `progress`, then one of the others. */
export type FromWorker =
  | { readonly here: true }
  | ({ readonly id: number } & (
      | { readonly progress: Progress }
      | { readonly answer: Answers[Kind] }
      | { readonly cancelled: true }
      | { readonly failed: true }
    ));
