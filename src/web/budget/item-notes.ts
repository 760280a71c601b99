import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupCount, groupDigits, isZero } from '../shell/amounts.ts';

/** What there is to say of the amount of an item. */
export interface ItemNotes {
  /** For how many people a rate is awaited or a fact is missing: their part is not in the amount. */
  readonly open: readonly string[];
  /** Said where a rate is awaited that concerns nobody. */
  readonly idle: string | null;
  /** The amount in groups of digits; `null` where all of it is open, which is not zero. */
  readonly amount: string | null;
}

/** Says what is in the amount of an item and what is not. */
export function notesOf(
  { allowance, amount }: Pick<BudgetResult['byAllowance'][number], 'allowance' | 'amount'>,
  { missing, awaited: figures }: Pick<BudgetResult, 'missing' | 'awaited'>,
  t: TFunction,
): ItemNotes {
  const concerned = (code: BudgetResult['missing'][number]['code']) =>
    missing.filter((one) => one.allowance === allowance && one.code === code).map(({ headcount }) => headcount);
  const awaited = concerned('no-figure');
  const unknown = concerned('fact');
  const isOpen = awaited.length + unknown.length > 0;
  const nobodyWaits = !isOpen && isZero(amount) && figures.some((one) => one.allowance === allowance);
  return {
    open: [
      ...(awaited.length > 0 ? [t(isZero(amount) ? 'budget.awaitedFor' : 'budget.awaitedPlus', { people: peopleOf(awaited) })] : []),
      ...(unknown.length > 0 ? [t('budget.factsMissing', { people: peopleOf(unknown) })] : []),
    ],
    idle: nobodyWaits ? t('budget.awaitedNone') : null,
    amount: isOpen && isZero(amount) ? null : groupDigits(amount),
  };
}

/** How many people the headcounts come to: a person can be in several of them, so it may be a range. */
function peopleOf(headcounts: readonly number[]): string {
  const least = Math.max(...headcounts);
  const most = headcounts.reduce((sum, headcount) => sum + headcount, 0);
  return least === most ? groupCount(least) : `${groupCount(least)}\u2013${groupCount(most)}`;
}
