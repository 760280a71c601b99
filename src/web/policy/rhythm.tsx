import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../policy/schema.ts';
import { useCatalogue } from '../shell/catalogue.ts';
import { useLabels } from '../shell/labels.ts';
import { isChoice, isMapping, valueUnder } from './nodes.ts';

/** How often an allowance pays, and in which months under the default readings. */
export function Rhythm({ allowance: { pays, months } }: { allowance: AllowanceNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  if ('once' in pays) return t('policy.months.once', { fact: labels.fact(pays.once) });
  const { readings, months: sets } = policy.document;
  let at: unknown = months;
  while (isChoice(at)) at = valueUnder(at, readings[at.reading]?.default ?? '');
  const line = t('policy.months.line', {
    rhythm: t(`policy.months.${pays.every}`),
    months: monthsText(sets[String(at)], t) ?? String(at),
  });
  return (
    <>
      {pays.every === 'year' && sets[String(at)] === 'all' ? t('policy.months.year') : line}
      {isChoice(months) && t('policy.months.onReading')}
    </>
  );
}

/** A set of months in words; `null` for a form that is not known here. */
export function monthsText(node: unknown, t: TFunction): string | null {
  if (node === 'all') return t('policy.months.all');
  if (!isMapping(node)) return null;
  if (typeof node.first === 'number') return t('policy.months.first', { count: node.first });
  const names = t('unit.monthNames', { returnObjects: true });
  const list = (numbers: unknown) => (Array.isArray(numbers) ? numbers.map((number) => names[number - 1]).join(t('app.listComma')) : '');
  if ('except' in node) return t('policy.months.except', { months: list(node.except) });
  return 'only' in node ? t('policy.months.only', { months: list(node.only) }) : null;
}
