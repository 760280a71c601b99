import { monthOfDate } from '../calendar/month.ts';
import { factOf } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Entitlement, Unsettled } from './item.ts';
import type { Plan } from './plan.ts';
import { goesOn } from './rhythm.ts';

/**
 * One-offs whose date was under an earlier policy, and of which this policy pays a further sum in the year. No document says whether it applies
 * to them.
 */
export function grantedBefore({ versions, policy }: Plan, teacher: Teacher, { items }: Entitlement): Unsettled[] {
  if (versions.every((version) => version.policy.earlier === null)) return [];
  return versions.flatMap(({ policy: { document, earlier }, allowances }) => {
    if (earlier === null || document.effectiveFrom === null) return [];
    const effective = monthOfDate(document.effectiveFrom);
    return allowances.flatMap((allowance): Unsettled[] => {
      const { rhythm, id } = allowance;
      if (rhythm.kind !== 'dated' || !goesOn(rhythm)) return [];
      const date = teacher.base[factOf(policy.dictionary, rhythm.fact).index];
      if (typeof date !== 'string' || monthOfDate(date) >= effective) return [];
      const isPaid = items.some((item) => item.allowance === allowance && item.amountFen > 0);
      return isPaid ? [{ code: 'granted-before', allowance: id, month: monthOfDate(date) % 12 }] : [];
    });
  });
}
