import type { Dimension } from '../../../budget/dimensions.ts';
import type { PeopleFilter } from '../../../budget/select-people.ts';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { Supposition, WhatIf } from '../../../contract/teacher/what-if.ts';
import type { Language, WireIssue } from '../../../contract/wire/wording.ts';
import type { Question } from '../../../engine/questions.ts';
import type { BundledPolicy } from '../../../policy/bundled.ts';
import type { Fault } from '../../../policy/reading/fault.ts';
import type { RosterFault, SkippedRows } from '../../../roster/cells/reading.ts';
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
   * A policy file of the person's own; once it is good, it can be computed by under the key that the answer gives it. `source`: the text of its
   * document, in which its quotes are looked up.
   */
  policy: { bytes: ArrayBuffer; source: string | null };
  entitlement: { policy: string; language: Language; body: unknown };
  /** What can still change the result of a request for one teacher that is being filled in. */
  questions: { policy: string; body: unknown };
  /** What would be otherwise for one teacher; and the same for each value that a missing fact might have. */
  whatIf: { policy: string; language: Language; body: unknown; supposition: Supposition };
  whatIfMissing: { policy: string; language: Language; body: unknown };
  /** `remembered`: what columns were chosen to mean before. */
  roster: { policy: string; bytes: ArrayBuffer; remembered: RememberedColumns };
  /** The same file, read otherwise: another sheet, other meanings of its columns. */
  reread: { policy: string; roster: number; choice: SheetChoice; remembered: RememberedColumns };
  /** The bad rows of that file, mended, in a file of their own. */
  mend: { policy: string; roster: number; bytes: ArrayBuffer; remembered: RememberedColumns };
  /** The bad rows of a roster, as a workbook to be mended; and an empty one to be filled in. */
  faultyRows: { policy: string; roster: number; language: Language };
  template: { policy: string; language: Language };
  /** The people of a roster read before, to be kept; and the same back on a later visit. */
  takeRoster: { policy: string; roster: number };
  putRoster: KeptRoster;
  /**
   * `roster`: the number of a roster read before; its people come besides the cohorts of the body. With `keep`, the people of the run stay with
   * the worker until the next one that is kept: `people` and `groups` are answered from them.
   */
  budget: { policy: string; language: Language; body: unknown; roster: number | null; keep?: boolean };
  /** Settings that came from elsewhere, or are to go there. */
  fit: { policy: string; settings: LinkedSettings };
  /** Lines of a list of people of a run that was kept. */
  people: PeopleQuery & { policy: string; run: number };
  /** What the people of a school are paid in a month, of a run that was kept. */
  payroll: PayrollQuery & { policy: string; run: number };
  /** A workbook of a run that was kept. */
  export: WorkbookOrder & { policy: string; run: number };
  /** A part of a run that was kept, by one dimension. */
  groups: { policy: string; run: number; dimension: Dimension; filter: PeopleFilter };
  /** One of the people of a budget request, explained. Only the year, readings, parameters and pay scales of the body count, and for a cohort its facts. */
  person: { policy: string; language: Language; body: unknown; roster: number | null; person: PersonHandle };
  /** People of a roster by a part of their name or staff number. */
  find: { policy: string; roster: number; search: string; limit: number };
  /** A table of what was paid, from a file or pasted. */
  payments: { policy: string } & ({ bytes: ArrayBuffer } | { text: string });
  /** `roster` and `payments`: what was read before; both come besides what the body has. The people stay with the worker until the next run. */
  arrears: { policy: string; language: Language; body: object; roster: number | null; payments: string | null };
  arrearsPeople: ArrearsPeopleQuery & { policy: string };
}
export type Kind = keyof Orders;

/** How many of the years to come are shown. */
export const OUTLOOK_YEARS = 3;

/** A result, or what is wrong with the request. */
export type Answer<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly issues: readonly WireIssue[] };

/** By what a policy of a person's own is known, so that it may bear the id of one of the product. */
export function ownKey(id: string): string {
  return `local:${id}`;
}

/** What is wrong with a policy file, and what it is to be warned of besides. */
export interface FaultyPolicy {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** The people that an order is about are no longer here: others have been read or computed since. */
export type Gone = 'gone';

/** A policy file that is good. */
export interface OwnPolicy extends BundledPolicy {
  readonly key: string;
}

/** Raised where a {@link RosterSummary} takes another shape than that which an earlier visit may have kept. */
export const SUMMARY_SHAPE = 2;

/** What was found in a roster; its people stay with the worker under this number. */
export interface RosterSummary {
  readonly shape: typeof SUMMARY_SHAPE;
  readonly roster: number;
  readonly people: number;
  readonly faults: readonly RosterFault[];
  /** How many rows have a fault, or are of somebody who has one. */
  readonly faultyRows: number;
  readonly unmapped: readonly string[];
  readonly notes: readonly RosterNote[];
  /** The year that a line above its header or the name of its sheet says; absent where an earlier program has kept the roster. */
  readonly namedYear?: NamedYear | null;
  /** Headers of columns of identity cards and bank accounts; absent where the file is not at hand. */
  readonly privateColumns?: readonly string[];
  readonly layout: RosterLayout;
}

/** How a roster file was read. */
export interface RosterLayout {
  readonly sheets: readonly SheetInfo[];
  /** Which of them was read. */
  readonly sheet: number;
  /** `null` where no header row was found. */
  readonly mapping: Mapping | null;
  readonly skipped: readonly SkippedRows[];
  /** How many files of mended rows were read with it. */
  readonly mended: number;
}

/** How a sheet is to be read otherwise than it was. */
export interface SheetChoice {
  readonly sheet: number;
  /** What the columns mean, where a person has said so. */
  readonly mapping?: Mapping | undefined;
  /** The row of the header, where a person has pointed at it. */
  readonly headerRow?: number | undefined;
}

/** The people of a roster as they are kept: what was read from its columns of facts, and nothing else of the sheet. */
export interface KeptRoster {
  readonly policy: string;
  readonly roster: number;
  readonly teachers: readonly RosterTeacher[];
}

/** People who were kept and do not fit the rules any more, and why. */
export interface LostPeople {
  readonly people: number;
  readonly faults: readonly RosterFault[];
}

/** What is there again of a roster that was kept. */
export interface RestoredRoster {
  readonly roster: number;
  readonly people: number;
  readonly lost: LostPeople;
}

/** A budget; `run` is the number of its people where they were kept. */
export type BudgetAnswer =
  | { readonly ok: true; readonly result: BudgetResult; readonly run: number | null }
  | { readonly ok: false; readonly issues: readonly WireIssue[] };

/** Somebody of a roster. */
export interface FoundPerson {
  readonly teacher: number;
  readonly id: string;
  readonly name: string | null;
  readonly school: string | null;
}

export interface Answers {
  policy: OwnPolicy | FaultyPolicy;
  entitlement: Answer<EntitlementResult>;
  questions: readonly Question[] | null;
  whatIf: Answer<WhatIf>;
  whatIfMissing: readonly WhatIf[];
  roster: RosterSummary | Refusal;
  reread: RosterSummary | Refusal | Gone;
  mend: RosterSummary | Refusal | Gone;
  faultyRows: ArrayBuffer | Gone;
  template: ArrayBuffer;
  takeRoster: KeptRoster;
  putRoster: RestoredRoster;
  budget: BudgetAnswer;
  /** `null` where nothing can be left of them. */
  fit: FittedSettings | null;
  people: PeopleList | Gone;
  payroll: Payroll | Gone;
  export: ArrayBuffer | 'too-many' | Gone;
  groups: PeopleGroups | Gone;
  person: Answer<PersonAnswer> | Gone;
  find: { readonly found: readonly FoundPerson[]; readonly total: number } | Gone;
  payments: PaymentsSummary | Refusal;
  arrears: ArrearsAnswer | Gone;
  arrearsPeople: ArrearsPeople | Gone;
}

/** How far a long order has come. */
export interface Progress {
  /** Kilobytes of a file are opened, rows of a sheet are read, people are computed, rows of a sheet are written. */
  readonly phase: 'open' | 'read' | 'compute' | 'write';
  readonly done: number;
  /** `null` while it is not known how many there are. */
  readonly total: number | null;
  /** How many a second, on average so far. */
  readonly perSecond: number;
}

/** The first message to the worker: the facts and policies that it computes by, the same as the forms are made of. */
export interface Setup {
  readonly facts: unknown;
  readonly policies: readonly BundledPolicy[];
}

/** An order runs in slices; between them the worker hears that it is cancelled, and stops it. */
export type ToWorker =
  | { readonly setup: Setup }
  | { readonly areYouThere: true }
  | { readonly cancel: number }
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly order: Orders[K] } }[Kind];

/** That it is there, after it was set up and when it is asked; of an order any number of `progress`, then one of the others. */
export type FromWorker =
  | { readonly here: true }
  | ({ readonly id: number } & (
      | { readonly progress: Progress }
      | { readonly answer: Answers[Kind] }
      | { readonly cancelled: true }
      | { readonly failed: true }
    ));
