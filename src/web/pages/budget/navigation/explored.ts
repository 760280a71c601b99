import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { formatFen } from '../../../../money/fen.ts';
import { fenOf } from '../../../ui/amounts.ts';
import type { Place } from './place.ts';

/** A budget whose people are with the worker, and the current view of it. */
export interface Explored {
  readonly policy: string;
  readonly run: number;
  readonly result: BudgetResult;
  readonly place: Place;
}

/** The sum of every breakdown of a budget: everything but the envelopes. */
export function peopleTotal({ personalTotal, institutionTotal }: BudgetResult): string {
  return formatFen(fenOf(personalTotal) + fenOf(institutionTotal));
}
