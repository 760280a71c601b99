import { factOf, isNeverWhenBlank } from '../facts/dictionary.ts';
import type { AllowanceNode } from '../policy/document/schema.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * When an allowance pays: a rate every month, a sum in the last month of the year in which it holds, or once at a date (or so many years
 * running).
 */
export type Rhythm = { readonly kind: 'month' } | { readonly kind: 'year' } | OnceRhythm;

export interface OnceRhythm {
  readonly kind: 'once';
  /** The date, and its place in a row of facts. */
  readonly fact: string;
  readonly index: number;
  /** The number of instalments, each a year after the one before; 1 where it is paid whole. */
  readonly years: number;
  /** Whether a blank date means that there is nothing to pay; else the date is missing. */
  readonly isNeverWhenBlank: boolean;
}

/** The rhythm of an allowance of a policy. */
export function rhythmOf({ pays }: AllowanceNode, policy: Policy): Rhythm {
  if ('once' in pays) {
    const fact = factOf(policy.dictionary, pays.once);
    const years = pays.instalments?.length ?? 1;
    return { kind: 'once', fact: fact.id, index: fact.index, years, isNeverWhenBlank: isNeverWhenBlank(fact) };
  }
  return { kind: pays.every };
}
