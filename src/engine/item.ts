import type { MonthIndex } from '../calendar/month.ts';
import { countMonths, type MonthSet } from '../calendar/month-set.ts';
import type { Served } from '../calendar/served.ts';
import type { FactValue } from '../facts/dictionary.ts';
import type { Employment } from '../facts/employment.ts';
import type { Stretch } from '../facts/timeline.ts';
import { asFen, type Fen } from '../money/fen.ts';
import type { MissingInput, Note } from '../words/grammar/word.ts';
import type { CompiledClaim } from './compiled-claim.ts';
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
  /** Months of other years, where it is missing for a claim. */
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

/** What a person owes under a claim: in no sum of what is paid. */
export interface Claim {
  readonly claim: CompiledClaim;
  /** Its date, and the month of that in the year, 0 to 11; `null` where it is not known. */
  readonly date: string | null;
  readonly month: number | null;
  /** How long the person has served; `null` where the claim is not about a service or that is not known. */
  readonly served: Served | null;
  /** What allowances have paid until then, of which something is taken back, in fen. */
  readonly paid: readonly { readonly allowance: string; readonly fen: number }[];
  /** What is owed, the penalty and the fee for being late, in fen; `null` where not known, or where the claim has no such part. */
  readonly owedFen: number | null;
  readonly penaltyFen: number | null;
  readonly lateFen: number | null;
  /** By how many days the payment is late. */
  readonly lateDays: number | null;
  /** The figures that it reads, in the month of its date. */
  readonly figures: readonly { readonly parameter: string; readonly value: number }[];
  /** All of it, never zero; `null` where something about it is missing. */
  readonly amountFen: number | null;
  readonly missing: readonly MissingInMonths[];
}

/** A question that no document settles. */
export type Unsettled = {
  /** The month of leaving, or of the payment, 0 to 11; negative for a month of an earlier year on which this year also depends. */
  readonly month: number;
} & (
  | /** Left during a service and came back. */ { readonly code: 'service-interrupted'; readonly claim: string }
  | /** The date of a one-off is before the effective date, under another policy. */ {
      readonly code: 'granted-before';
      readonly allowance: string;
    }
);

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
  /** What the teacher owes, or may owe. */
  readonly claims: readonly Claim[];
  /** The questions that no document settles. */
  readonly unsettled: readonly Unsettled[];
  /** Where readings are not chosen: what the parts of the plan come to, in their order, each under all of its options; otherwise none. */
  readonly under: readonly (readonly Entitlement[])[];
  /** Derived facts whose given value differs from the derived one, by version and in order of month. */
  readonly differing: readonly Differing[];
}

/** Whether nothing is missing of what is paid, so that its sums are known. */
export function isDueKnown({ items }: Pick<Entitlement, 'items'>): boolean {
  return items.every(({ missing }) => missing.length === 0);
}

/** Whether nothing is missing, neither of what is paid nor of what is owed. */
export function isComplete({ items, claims }: Pick<Entitlement, 'items' | 'claims'>): boolean {
  return isDueKnown({ items }) && claims.every(({ missing }) => missing.length === 0);
}
