import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../../calendar/month-set.ts';
import type { Plan } from '../../engine/plan.ts';
import { monthsIn, type Warning, warningsOf } from '../../engine/warnings.ts';

/** The warnings of a run that concern some months of its year. */
export function warningsWithin(plan: Plan, months: MonthSet): Warning[] {
  const warnings = warningsOf(plan);
  if (months === ALL_MONTHS) return warnings;
  const outside = plan.outside & months;
  return warnings.flatMap((warning): Warning[] => {
    if (warning.code !== 'outside-effective-dates') return [warning];
    return outside === NO_MONTHS ? [] : [{ ...warning, months: monthsIn(plan.settings.year, outside) }];
  });
}
