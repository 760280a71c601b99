import type { Dimension } from '../../../../budget/dimensions.ts';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { computer } from '../../../compute/client/computer.ts';
import type { Stale } from '../../../compute/protocol/orders.ts';
import { isZero } from '../../../ui/amounts.ts';

/** The amounts of a budget by a dimension and, within it, by item; items without an amount are absent. */
export type Cells = ReadonlyMap<string | null, ReadonlyMap<string, string>>;

/** The items of a budget that have an amount. */
export function paidItems({ byAllowance }: BudgetResult): BudgetResult['byAllowance'] {
  return byAllowance.filter(({ amount }) => !isZero(amount));
}

/** Asks the worker for every item of a budget by a dimension. @param run the number of the budget's run in the worker */
export async function askCells(policy: string, run: number, result: BudgetResult, dimension: Dimension): Promise<Cells | Stale> {
  const answers = await Promise.all(
    paidItems(result).map(async ({ allowance }) => ({
      allowance,
      answer: await computer.ask('groups', { policy, run, dimension, filter: { allowance } }),
    })),
  );
  const cells = new Map<string | null, Map<string, string>>();
  for (const { allowance, answer } of answers) {
    if (answer === 'stale') return answer;
    for (const { key, amount } of answer.groups) {
      const ofKey = cells.get(key) ?? new Map<string, string>();
      cells.set(key, ofKey.set(allowance, amount));
    }
  }
  return cells;
}
