import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { Limits } from './limits.tsx';
import { isChoice, isMapping, valueUnder } from './nodes.ts';

/** How often an allowance pays, in which months under the default readings, and its limits for people who join or leave. */
export function Rhythm({ allowance }: { allowance: AllowanceNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const { pays, months } = allowance;
  const { readings, months: sets } = policy.document;
  let at: unknown = months;
  while (isChoice(at)) at = valueUnder(at, readings[at.reading]?.default ?? '');
  const set = sets[String(at)];
  const rhythm = rhythmText(pays, labels, t);
  const monthly = 'every' in pays && pays.every === 'month';
  return (
    <>
      {set === 'all' && !monthly ? rhythm : t('policy.months.line', { rhythm, months: monthsText(set, t) ?? String(at) })}
      {isChoice(months) && t('policy.months.onReading')}
      <Limits allowance={allowance} />
    </>
  );
}

function rhythmText(pays: AllowanceNode['pays'], labels: Labels, t: TFunction): string {
  if ('every' in pays) return t(pays.every === 'month' ? 'policy.months.month' : 'policy.months.year');
  const fact = labels.fact(pays.once);
  const [first, ...rest] = (pays.instalments ?? []).map((value) => t('policy.figure.percent', { value }));
  if (first === undefined) return t('policy.months.once', { fact });
  return t('policy.months.instalments', { fact, count: rest.length + 1, first, rest: rest.join(t('app.listComma')) });
}

/** A set of months in words; `null` for an unknown form. */
export function monthsText(node: unknown, t: TFunction): string | null {
  if (node === 'all') return t('policy.months.all');
  if (!isMapping(node)) return null;
  if (typeof node.first === 'number') return t('policy.months.first', { count: node.first });
  const names = t('unit.monthNames', { returnObjects: true });
  const list = (numbers: unknown) => (Array.isArray(numbers) ? numbers.map((number) => names[number - 1]).join(t('app.listComma')) : '');
  if ('except' in node) return t('policy.months.except', { months: list(node.except) });
  return 'only' in node ? t('policy.months.only', { months: list(node.only) }) : null;
}
