import type { AllowanceMissingInput } from '../../../budget/people.ts';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';

/** A missing input of some people, as a filter for a list of people. */
export function missingInputOf({
  allowance,
  code,
  fact = '',
  parameter = '',
  reading = '',
}: BudgetResult['missing'][number]): AllowanceMissingInput {
  if (code === 'reading') return { allowance, code, reading };
  return code === 'no-figure' ? { allowance, code, parameter } : { allowance, code, fact };
}
