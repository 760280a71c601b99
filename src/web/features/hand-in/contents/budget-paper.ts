import type { TFunction } from 'i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { groupCount } from '../../../ui/amounts.ts';
import type { BudgetState } from '../../budget/state.ts';
import type { BasisLine } from './basis.ts';

/** A budget, as papers and workbooks need it. */
export interface BudgetOnPaper {
  readonly result: BudgetResult;
  /** The number of the run in the worker, who has its people. */
  readonly run: number;
  readonly state: BudgetState;
  /** The unit that submits it. */
  readonly unit: string;
}

/** Whether it includes people of the sample, who must not be mistaken for real ones. */
export function isMadeUp({ roster }: BudgetState): boolean {
  return roster !== null && roster.name === null;
}

/** Where the figures come from: the roster and its faulty rows, and the cohorts that were typed. */
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
