import type { AllowanceLack } from '../../../budget/people.ts';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';

/** What is missing for some people, as a list of people is narrowed down by it. */
export function missingInputOf({ allowance, code, fact = '', parameter = '' }: BudgetResult['missing'][number]): AllowanceLack {
  return code === 'no-figure' ? { allowance, code, parameter } : { allowance, code, fact };
}
