import type { TFunction } from 'i18next';
import type { Labels } from './labels.ts';

/** A missing input, as results and budgets have it. */
interface AnyMissingInput {
  readonly code: 'fact' | 'no-figure' | 'outside-employment';
  readonly fact?: string | undefined;
  readonly parameter?: string | undefined;
}

/** A missing input in a few words, for lists: a fact, a rate, or a date that contradicts the employment. */
export function missingInputText({ code, fact = '', parameter = '' }: AnyMissingInput, labels: Labels, t: TFunction): string {
  if (code === 'no-figure') return t('budget.workFigure', { parameter: labels.parameter(parameter) });
  return t(code === 'fact' ? 'budget.workFact' : 'budget.workOutside', { fact: labels.fact(fact) });
}
