import * as z from 'zod';
import { formatPeriod, type Period, yearsIn } from '../../calendar/period.ts';
import type { RunSettings } from '../../engine/plan.ts';
import { planFor } from '../../engine/plan-cache.ts';
import type { Teacher } from '../../facts/teacher.ts';
import { fenOf, formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import { amount, wireMonth } from '../wire/head.ts';
import type { Wording } from '../wire/wording.ts';
import { entitlementResult, explainTeacher } from './entitlement.ts';

/** The answer for one teacher over a period: the answer of each year, limited to the months of the period, and their sums. */
export const entitlementPeriodResult = z.object({
  from: wireMonth,
  to: wireMonth,
  teacherId: z.string(),
  personalTotal: amount,
  institutionTotal: amount,
  complete: z.boolean(),
  byAllowance: z.record(z.string(), amount).meta({ description: 'The sums of the lines of all years.' }),
  years: z.array(entitlementResult),
});
export type EntitlementPeriodResult = z.infer<typeof entitlementPeriodResult>;

/**
 * Computes and explains what one teacher is entitled to in the months of a period, year by year.
 *
 * @param settings their year is ignored
 * @throws AmountTooLargeError if an amount is too large to be exact
 */
export function explainPeriod(
  policy: Policy,
  settings: RunSettings,
  period: Period,
  { id, teacher }: { readonly id: string; readonly teacher: Teacher },
  wording: Pick<Wording, 'language'>,
): EntitlementPeriodResult {
  const years = yearsIn(period).map((part) =>
    explainTeacher(planFor(policy, { ...settings, year: part.year }), id, teacher, wording, part),
  );
  const byAllowance = new Map<string, bigint>();
  for (const { allowance, amount } of years.flatMap(({ lines }) => lines)) {
    byAllowance.set(allowance, (byAllowance.get(allowance) ?? 0n) + fenOf(amount));
  }
  const sum = (name: 'personalTotal' | 'institutionTotal') => formatFen(years.reduce((total, year) => total + fenOf(year[name]), 0n));
  return {
    ...formatPeriod(period),
    teacherId: id,
    personalTotal: sum('personalTotal'),
    institutionTotal: sum('institutionTotal'),
    complete: years.every(({ complete }) => complete),
    byAllowance: Object.fromEntries([...byAllowance].map(([allowance, fen]) => [allowance, formatFen(fen)])),
    years,
  };
}
