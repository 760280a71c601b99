import { january, type MonthIndex } from '../calendar/month.ts';
import { factOf, isNeverWhenBlank } from '../facts/dictionary.ts';
import type { AllowanceNode } from '../policy/document/schema.ts';
import type { Policy } from '../policy/policy.ts';
import { versionsInForce } from '../policy/succession.ts';
import type { Settings } from '../words/grammar/word.ts';
import { compileDates, type Dates } from '../words/timing/dated.ts';
import { isWithin } from '../words/timing/in-force.ts';

/** When an allowance pays: a rate every month, a sum in the last month of the year in which it holds, or sums at a date and years later. */
export type Rhythm = { readonly kind: 'month' } | { readonly kind: 'year' } | DatedRhythm;

export interface DatedRhythm extends Dates {
  readonly kind: 'dated';
  /** The date, and its place in a row of facts. */
  readonly fact: string;
  readonly index: number;
  /** Whether a blank date means that there is nothing to pay; else the date is missing. */
  readonly isNeverWhenBlank: boolean;
  /** Whether the allowance is in force in a month, under the policy or one that it supersedes; what fell before that is past. */
  isInForce(month: MonthIndex): boolean;
}

/**
 * The rhythm of an allowance of a policy.
 *
 * @param asIfInForce whether the run goes on as if policies were in force at any time
 */
export function rhythmOf(
  id: string,
  { pays }: AllowanceNode,
  policy: Policy,
  settings: Pick<Settings, 'chosen'>,
  asIfInForce = false,
): Rhythm {
  if ('every' in pays) return { kind: pays.spread ? 'month' : pays.every };
  const fact = factOf(policy.dictionary, pays.at);
  return {
    kind: 'dated',
    fact: fact.id,
    index: fact.index,
    isNeverWhenBlank: isNeverWhenBlank(fact),
    ...compileDates(pays, settings),
    isInForce(month) {
      const year = Math.floor(month / 12);
      const bit = 1 << (month - january(year));
      return versionsInForce(policy, year).some((version) => {
        const own = version.policy.document.allowances[id];
        return (asIfInForce ? version.months : version.inForce) & bit && (!own || isWithin(own, month));
      });
    },
  };
}

/** Whether a rhythm has sums that fall years after its date. */
export function goesOn({ after, count }: Dates): boolean {
  return after > 0 || count > 1;
}
