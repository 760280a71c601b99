import type { TFunction } from 'i18next';
import type { Labels } from './labels.ts';

/** A missing input, as results and budgets have it. */
export interface AnyMissingInput {
  readonly code: 'fact' | 'no-figure' | 'outside-employment' | 'open-period' | 'reading';
  readonly fact?: string | undefined;
  readonly parameter?: string | undefined;
  readonly reading?: string | undefined;
}

/** A missing input in a few words, for lists: a fact, a rate, the end of a period, a date that contradicts the employment, or a reading to be chosen. */
export function missingInputText({ code, fact = '', parameter = '', reading = '' }: AnyMissingInput, labels: Labels, t: TFunction): string {
  if (code === 'no-figure') return t('budget.workFigure', { parameter: labels.parameter(parameter) });
  if (code === 'reading') return t('budget.workReading', { question: labels.reading(reading) });
  const key = code === 'fact' ? 'budget.workFact' : code === 'open-period' ? 'budget.workOpen' : 'budget.workOutside';
  return t(key, { fact: labels.fact(fact) });
}

/** Under which options something is missing, in brackets; nothing where that is under all. */
export function underText(under: Readonly<Record<string, readonly string[]>> | undefined, labels: Labels, t: TFunction): string {
  if (!under) return '';
  const choices = Object.entries(under).map(([reading, options]) =>
    t('readings.chosen', {
      question: labels.reading(reading),
      options: options.map((one) => labels.option(reading, one)).join(t('app.or')),
    }),
  );
  return choices.length === 0 ? t('readings.underSome') : t('readings.under', { choices: choices.join(t('app.listComma')) });
}
