import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { ByReading } from './by-reading.tsx';
import { Limits } from './limits.tsx';
import { isChoice, isMapping, valueUnder } from './nodes.ts';

type DatedPays = Extract<AllowanceNode['pays'], { at: string }>;

/** How often an allowance pays, in which months under the default readings, and its limits for people who join or leave. */
export function Rhythm({ allowance }: { allowance: AllowanceNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const { pays, months } = allowance;
  const { readings, months: sets } = policy.document;
  const usual = (node: unknown): unknown => (isChoice(node) ? usual(valueUnder(node, readings[node.reading]?.default ?? '')) : node);
  const at = usual(months);
  const set = sets[String(at)];
  const rhythm = 'every' in pays ? t(`policy.months.${pays.spread ? 'spread' : pays.every}`) : datesText(pays, usual, labels, t);
  const monthly = 'every' in pays && (pays.every === 'month' || pays.spread !== undefined);
  return (
    <>
      {set === 'all' && !monthly ? rhythm : t('policy.months.line', { rhythm, months: monthsText(set, t) ?? String(at) })}
      {(isChoice(months) || ('at' in pays && (isChoice(pays.after) || isChoice(pays.count)))) && t('policy.months.onReading')}
      <InForce node={allowance} />
      {'at' in pays && <Skipped pays={pays} />}
      {allowance.paid && <div>{t('policy.months.paid', { months: monthList(allowance.paid.in, t) })}</div>}
      <Limits allowance={allowance} />
    </>
  );
}

/** The months of an item that is not in force as long as its document is. */
function InForce({ node: { from, to } }: { node: AllowanceNode }) {
  const { t } = useTranslation();
  const key = from ? (to ? 'between' : 'since') : to ? 'until' : null;
  return key && <div>{t(`policy.months.${key}`, { from, to })}</div>;
}

/** When sums at a date are paid. @param usual a value under the default readings */
function datesText({ at, after = 0, count, shares }: DatedPays, usual: (node: unknown) => unknown, labels: Labels, t: TFunction): string {
  const fact = labels.fact(at);
  const years = Number(usual(after));
  const moment = years === 0 ? t('policy.dated.at', { fact }) : t('policy.dated.after', { fact, years });
  const [first, ...rest] = (shares ?? []).map((value) => t('policy.figure.percent', { value }));
  if (first !== undefined)
    return t('policy.dated.instalments', { moment, times: rest.length + 1, first, rest: rest.join(t('app.listComma')) });
  return count === undefined ? t('policy.dated.once', { moment }) : t('policy.dated.yearly', { moment, times: Number(usual(count)) });
}

/** What becomes of a sum that is not due at its time; said where there are several, or where the policy says it. */
function Skipped({ pays: { after = 0, count, shares, skipped } }: { pays: DatedPays }) {
  const { t } = useTranslation();
  if (after === 0 && count === undefined && !shares && !skipped) return null;
  const text = (value: unknown) => t(value === 'postponed' ? 'policy.dated.postponed' : 'policy.dated.lapsed');
  return isChoice(skipped) ? <ByReading node={skipped}>{text}</ByReading> : <div>{text(skipped)}</div>;
}

/** A set of months in words; `null` for an unknown form. */
export function monthsText(node: unknown, t: TFunction): string | null {
  if (node === 'all') return t('policy.months.all');
  if (!isMapping(node)) return null;
  if (typeof node.first === 'number') return t('policy.months.first', { count: node.first });
  const list = (numbers: unknown) => (Array.isArray(numbers) ? monthList(numbers, t) : '');
  if ('except' in node) return t('policy.months.except', { months: list(node.except) });
  return 'only' in node ? t('policy.months.only', { months: list(node.only) }) : null;
}

function monthList(numbers: readonly number[], t: TFunction): string {
  const names = t('unit.monthNames', { returnObjects: true });
  return numbers.map((number) => names[number - 1]).join(t('app.listComma'));
}
