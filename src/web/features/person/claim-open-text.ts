import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import type { Labels } from '../../policy/labels.ts';
import { groupCount } from '../../ui/amounts.ts';
import { claimMissingText } from './repayment-reason.tsx';

/** Of how many people it is not known what they owe under a claim, and for want of what. */
export function claimOpenText(missing: BudgetResult['repayments']['missing'][number], t: TFunction, labels: Labels): string {
  return t('repayments.openMissing', {
    claim: labels.claim(missing.claim),
    what: claimMissingText(missing, t, labels),
    people: groupCount(missing.headcount),
  });
}
