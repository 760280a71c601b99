import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { groupCount } from '../../../ui/amounts.ts';
import type { BudgetState } from '../../budget/state.ts';
import type { BasisLine } from './basis.ts';

/** A budget that papers and workbooks are made of. */
export interface BudgetOnPaper {
  readonly result: BudgetResult;
  /** The number under which the worker has its people. */
  readonly run: number;
  readonly state: BudgetState;
  /** Who hands it in. */
  readonly unit: string;
}

/** Whether people of the sample are in it, whom nobody may mistake for real ones. */
export function isMadeUp({ roster }: BudgetState): boolean {
  return roster !== null && roster.name === null;
}

/** Whose figures they are: the roster and its faulty rows, and the groups that were typed. */
export function peopleLines({ result, state: { roster, cohorts } }: Pick<BudgetOnPaper, 'result' | 'state'>, t: TFunction): BasisLine[] {
  const label = t('budget.data');
  return [
    ...(roster
      ? [
          {
            label,
            value: t('budget.rosterRead', { name: roster.name ?? t('budget.sampleName'), people: groupCount(roster.people) }),
          },
        ]
      : []),
    ...(roster && roster.faults.length > 0
      ? [{ label: t('budget.faults'), value: t('budget.rosterFaults', { count: roster.faults.length }) }]
      : []),
    ...((cohorts ?? []).length > 0 ? [{ label: t('budget.cohorts'), value: t('print.groups', { count: cohorts?.length }) }] : []),
    { label: t('budget.headcount'), value: groupCount(result.headcount) },
  ];
}
