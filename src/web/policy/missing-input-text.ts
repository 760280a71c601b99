import type { TFunction } from 'i18next';
import type { Labels } from './labels.ts';

/** A missing input, as results and budgets have it. */
interface AnyMissingInput {
  readonly code: 'fact' | 'no-figure' | 'outside-employment' | 'open-period';
  readonly fact?: string | undefined;
  readonly parameter?: string | undefined;
}

/** A missing input in a few words, for lists: a fact, a rate, the end of a period, or a date that contradicts the employment. */
export function missingInputText({ code, fact = '', parameter = '' }: AnyMissingInput, labels: Labels, t: TFunction): string {
  if (code === 'no-figure') return t('budget.workFigure', { parameter: labels.parameter(parameter) });
  const key = code === 'fact' ? 'budget.workFact' : code === 'open-period' ? 'budget.workOpen' : 'budget.workOutside';
  return t(key, { fact: labels.fact(fact) });
}
