import type { MonthIndex } from '../calendar/month.ts';
import { countMonths, type MonthSet } from '../calendar/month-set.ts';
import type { FactValue } from '../facts/dictionary.ts';
import type { Employment } from '../facts/employment.ts';
import type { Stretch } from '../facts/timeline.ts';
import { asFen, type Fen } from '../money/fen.ts';
import type { MissingInput, Note } from '../words/grammar/word.ts';
import type { CompiledAllowance } from './plan.ts';

/** Months of a stretch in which an allowance is paid at one rate. */
export interface PaidStretch {
  readonly stretch: Stretch;
  /** The months of the stretch that are paid. */
  paid: MonthSet;
  /** Fen for each of them. */
  readonly rateFen: Fen;
  readonly notes: readonly Note[];
  /** Fen for each of them before a cap across allowances cut it. */
  readonly uncappedFen?: Fen;
}

/** The sum of some paid stretches. */
export function amountOf(paidStretches: readonly PaidStretch[]): Fen {
  return asFen(paidStretches.reduce((sum, { paid, rateFen }) => sum + rateFen * countMonths(paid), 0));
}

/** Why an allowance is not paid. */
export type Declined =
  | { readonly code: 'not-employed' }
  | { readonly code: 'not-in-force' }
  | { readonly code: 'not-eligible'; readonly fact: string | null }
  | { readonly code: 'outranked'; readonly by: string }
  /** Whatever is chosen of these readings, and for reasons that rest on them. */
  | { readonly code: 'by-reading'; readonly readings: readonly string[] };

/** A missing input of an allowance, and the months of the year that it decides. */
export interface MissingInMonths {
  readonly input: MissingInput;
  readonly months: MonthSet;
  /** Months of other years where it is missing for a clawback, and the month of a clawback that rests on it. */
  readonly earlier?: readonly MonthIndex[];
  /** Under which options of readings that are not chosen it is missing, where that is not under all. */
  readonly under?: Readonly<Record<string, readonly string[]>>;
}

/** What one allowance comes to for one teacher in one year. */
export interface Item {
  readonly allowance: CompiledAllowance;
  /** Fen of the year: at most twelve rates, so always a safe integer. */
  readonly amountFen: Fen;
  /** Where the allowance holds: `null` where it has no line. */
  readonly paidStretches: readonly PaidStretch[] | null;
  /** The same in the months that another version rules, as if this one did; in no sum. */
  readonly elsewhere: readonly PaidStretch[];
  readonly missing: readonly MissingInMonths[];
  /**
   * The months that missing inputs decide: those in which it could pay, and those in which it pays as far as is known, but would not if
   * other months before or after them did.
   */
  readonly missingMonths: MonthSet;
  /** What is missing in the months that another version rules, as if this one did. */
  readonly missingElsewhere: readonly MissingInMonths[];
  /** Set where there is neither a line nor anything missing. */
  readonly declined: Declined | null;
}

/** The clawback of a one-off from a teacher who leaves before the end of a service period: a claim on the person, in no sum. */
export interface Repayment {
  /** As it was granted. */
  readonly allowance: CompiledAllowance;
  /** The date of the one-off, from whose month the service runs. */
  readonly since: string;
  /** The month of leaving, 0 to 11. */
  readonly month: number;
  /** How many months were served, the first and the last included. */
  readonly served: number;
  /** What was earned of it until then, and how much of that is owed back, in fen. */
  readonly paidFen: number;
  readonly amountFen: number;
}

/** A question about a one-off that no document settles. */
export interface Doubtful {
  /**
   * `service-interrupted`: left during the service and came back; `granted-before`: the date is before the effective date, under another
   * policy.
   */
  readonly code: 'service-interrupted' | 'granted-before';
  readonly allowance: string;
  /** The month of leaving, or of the payment, 0 to 11; negative for a month of an earlier year on which this year also depends. */
  readonly month: number;
}

/** A derived fact that is given otherwise than it follows from the others: what is given counts. */
export interface Differing {
  readonly fact: string;
  readonly given: FactValue;
  readonly derived: FactValue;
  readonly months: MonthSet;
}

/** A teacher's entitlement, allowance by allowance in the order of the policy, and the months that were judged. */
export interface Entitlement {
  readonly year: number;
  readonly stretches: readonly Stretch[];
  readonly employment: Employment;
  readonly items: readonly Item[];
  readonly repayments: readonly Repayment[];
  /** The questions about one-offs that no document settles. */
  readonly doubtful: readonly Doubtful[];
  /** Where readings are not chosen: what the parts of the plan come to, in their order, each under all of its options; otherwise none. */
  readonly under: readonly (readonly Entitlement[])[];
  /** Derived facts whose given value differs from the derived one, by version and in order of month. */
  readonly differing: readonly Differing[];
}

/** Whether an entitlement has no missing input. */
export function isComplete({ items }: Pick<Entitlement, 'items'>): boolean {
  return items.every(({ missing }) => missing.length === 0);
}
