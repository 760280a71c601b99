import type { TFunction } from 'i18next';
import type { AllowanceMissingInput } from '../../../budget/people.ts';
import type { BudgetResult } from '../../../contract/budget/budget-result.ts';
import { groupCount, groupDigits, isZero } from '../../ui/amounts.ts';
import { missingInputOf } from './missing-input.ts';

type MissingInput = BudgetResult['missing'][number];

/** A missing input, with the number of people. */
export interface OpenNote {
  readonly text: string;
  /** The missing input, if it is a single one. */
  readonly lack: AllowanceMissingInput | null;
}

/** Notes on the amount of an item. */
export interface ItemNotes {
  /** For how many people a rate is undetermined, a fact is missing or a reading is to be chosen: their part is not in the amount. */
  readonly open: readonly OpenNote[];
  /** Set if an undetermined rate concerns nobody. */
  readonly idle: string | null;
  /** The amount with thousands separators; `null` if nothing of it is known, which is not zero. */
  readonly amount: string | null;
  /** Shown in place of an amount of which nothing is known: a rate is undetermined, or only facts are missing. */
  readonly instead: string;
}

/** Says what the amount of an item includes and what it does not. */
export function notesOf(
  { allowance, amount }: Pick<BudgetResult['byAllowance'][number], 'allowance' | 'amount'>,
  { missing, awaited: figures }: Pick<BudgetResult, 'missing' | 'awaited'>,
  t: TFunction,
): ItemNotes {
  const concerned = (code: MissingInput['code']) => missing.filter((one) => one.allowance === allowance && one.code === code);
  const awaited = concerned('no-figure');
  const unknown = concerned('fact');
  const asked = concerned('reading');
  const isOpen = awaited.length + unknown.length + asked.length > 0;
  const nobodyWaits = !isOpen && isZero(amount) && figures.some((one) => one.allowance === allowance);
  const note = (
    lacks: readonly MissingInput[],
    text: 'budget.awaitedFor' | 'budget.awaitedPlus' | 'budget.factsMissing' | 'budget.readingsOpen',
  ): OpenNote[] => {
    const [first, ...others] = lacks;
    if (!first) return [];
    return [{ text: t(text, { people: peopleOf(lacks) }), lack: others.length === 0 ? missingInputOf(first) : null }];
  };
  return {
    open: [
      ...note(awaited, isZero(amount) ? 'budget.awaitedFor' : 'budget.awaitedPlus'),
      ...note(unknown, 'budget.factsMissing'),
      ...note(asked, 'budget.readingsOpen'),
    ],
    idle: nobodyWaits ? t('budget.awaitedNone') : null,
    amount: isOpen && isZero(amount) ? null : groupDigits(amount),
    instead: t(awaited.length > 0 ? 'unit.awaited' : 'export.unknown'),
  };
}

/** The number of people behind the headcounts: a person can be in several of them, so it may be a range. */
function peopleOf(lacks: readonly MissingInput[]): string {
  const headcounts = lacks.map(({ headcount }) => headcount);
  const least = Math.max(...headcounts);
  const most = headcounts.reduce((sum, headcount) => sum + headcount, 0);
  return least === most ? groupCount(least) : `${groupCount(least)}\u2013${groupCount(most)}`;
}
