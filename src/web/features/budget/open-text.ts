import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import type { Labels } from '../../policy/labels.ts';
import { groupCount, groupDigits } from '../../ui/amounts.ts';

/** What hangs on readings that have to be chosen: which, how many people, and the least and the most of the total; `null` where nothing does. */
export function openText({ open }: Pick<BudgetResult, 'open'>, labels: Labels, t: TFunction): string | null {
  if (!open || open.headcount === 0) return null;
  const { least, most, headcount, readings } = open;
  return t('readings.hanging', {
    questions: readings.map(({ reading }) => labels.reading(reading)).join(t('app.listComma')),
    people: groupCount(headcount),
    least: groupDigits(least),
    most: groupDigits(most),
  });
}
