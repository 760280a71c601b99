import type { BudgetResult } from '../contract/budget-result.ts';
import type { EntitlementResult } from '../contract/entitlement.ts';
import type { Language, WireIssue } from '../contract/wording.ts';
import type { TeacherRecord } from '../facts/teacher-schema.ts';
import type { BundledPolicy } from '../policy/bundled.ts';
import type { Fault } from '../policy/fault.ts';
import type { RosterFault } from '../roster/reading.ts';

/** What the page asks of the worker; `body` is the request of the API, word for word. */
export interface Orders {
  /** A policy file of the person's own; once it is good, it can be computed by under the key that the answer gives it. */
  policy: { bytes: ArrayBuffer };
  entitlement: { policy: string; language: Language; body: unknown };
  roster: { policy: string; bytes: ArrayBuffer };
  /** The people of a roster read before, to be kept; and the same back on a later visit. */
  takeRoster: { policy: string; roster: number };
  putRoster: KeptRoster;
  /** `roster`: the number of a roster read before; its people come besides the cohorts of the body. */
  budget: { policy: string; language: Language; body: unknown; roster: number | null };
}
export type Kind = keyof Orders;

/** A result, or what is wrong with the request. */
export type Answer<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly issues: readonly WireIssue[] };

/** By what a policy of a person's own is known, so that it may bear the id of one of the product. */
export function ownKey(id: string): string {
  return `local:${id}`;
}

/** A policy file that is good. */
export interface OwnPolicy extends BundledPolicy {
  readonly key: string;
}

/** What was found in a roster; its people stay with the worker under this number. */
export interface RosterSummary {
  readonly roster: number;
  readonly people: number;
  readonly faults: readonly RosterFault[];
  readonly unmapped: readonly string[];
}

/** The people of a roster as they are kept: what was read from its columns of facts, and nothing else of the sheet. */
export interface KeptRoster {
  readonly policy: string;
  readonly roster: number;
  readonly teachers: readonly TeacherRecord[];
}

export interface Answers {
  policy: OwnPolicy | { readonly faults: readonly Fault[] };
  entitlement: Answer<EntitlementResult>;
  roster: RosterSummary | 'undecodable';
  takeRoster: KeptRoster;
  putRoster: null;
  budget: Answer<BudgetResult>;
}

/** The first message to the worker: the facts and policies that it computes by, the same as the forms are made of. */
export interface Setup {
  readonly facts: unknown;
  readonly policies: readonly BundledPolicy[];
}
export type ToWorker =
  | { readonly setup: Setup }
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly order: Orders[K] } }[Kind];
export type FromWorker = { readonly id: number; readonly answer: Answers[Kind] } | { readonly id: number; readonly failed: true };
