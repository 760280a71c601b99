import { paidOutIn } from '../words/timing/paid.ts';
import { monthsOf } from './explain.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

/** How many months what is due in a year can be paid out in: those of the year and of the next. */
export const CASH_MONTHS = 24;

/** Whether some allowance of a plan is paid out in other months than those in which it is due. */
export function hasCash({ allowances }: Plan): boolean {
  return allowances.some(({ node }) => node.paid !== undefined);
}

/** Fen of a line in each month in which it is paid out, from January of the year to December of the next. */
export function cashOf(item: Item): number[] {
  const { paid } = item.allowance.node;
  const cash = new Array<number>(CASH_MONTHS).fill(0);
  for (const [month, fen] of monthsOf(item).entries()) {
    const at = paid ? paidOutIn(paid, month) : month;
    cash[at] = (cash[at] as number) + fen;
  }
  return cash;
}
