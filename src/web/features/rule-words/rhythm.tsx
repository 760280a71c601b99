import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { ASK } from '../../../words/grammar/choice.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { ByReading } from './by-reading.tsx';
import { Limits } from './limits.tsx';
import { isChoice, isMapping, readingsIn, valueUnder } from './nodes.ts';

type DatedPays = Extract<AllowanceNode['pays'], { at: string }>;

/** How often an allowance pays, in which months under the default readings, and its limits for people who join or leave. */
export function Rhythm({ allowance }: { allowance: AllowanceNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const { pays, months } = allowance;
  const { readings, months: sets } = policy.document;
  const usual: Usual = (node) => {
    if (!isChoice(node)) return [node];
    const { default: own = '', options = {} } = readings[node.reading] ?? {};
    return (own === ASK ? Object.keys(options) : [own]).flatMap((option) => usual(valueUnder(node, option)));
  };
  const names = usual(months).map(String);
  const isAll = names.every((name) => sets[name] === 'all');
  const asked = readingsIn(timing(allowance)).some((id) => readings[id]?.default === ASK);
  const rhythm = 'every' in pays ? t(`policy.months.${pays.spread ? 'spread' : pays.every}`) : datesText(pays, usual, labels, t);
  const monthly = 'every' in pays && (pays.every === 'month' || pays.spread !== undefined);
  return (
    <>
      {isAll && !monthly
        ? rhythm
        : t('policy.months.line', {
            rhythm,
            months: either(
              names.map((name) => monthsText(sets[name], t) ?? name),
              t,
            ),
          })}
      {readingsIn(timing(allowance)).length > 0 && t(asked ? 'policy.months.asked' : 'policy.months.onReading')}
      <InForce node={allowance} />
      {'every' in pays && pays.prorate && (
        <div>
          <Prorate basis={pays.prorate.basis} />
        </div>
      )}
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

/** How a month counts of which a person is employed for some days only. */
function Prorate({ basis }: { basis: unknown }): ReactNode {
  const { t } = useTranslation();
  if (isChoice(basis)) return <ByReading node={basis}>{(value) => <Prorate basis={value} />}</ByReading>;
  return t(basis === '30' ? 'policy.months.proratedOver30' : 'policy.months.prorated');
}

/** What a value comes to under the default readings; where one has none, under each of its options. */
type Usual = (node: unknown) => unknown[];

/** The parts of a rule that say when it pays. */
function timing({ pays, months }: AllowanceNode): unknown {
  return 'at' in pays ? [months, pays.after, pays.count] : [months];
}

/** Several texts of which one holds, each once. */
function either(texts: readonly string[], t: TFunction): string {
  return [...new Set(texts)].join(t('app.or'));
}

/** When sums at a date are paid. */
function datesText({ at, after = 0, count, shares }: DatedPays, usual: Usual, labels: Labels, t: TFunction): string {
  const fact = labels.fact(at);
  const years = usual(after).map(Number);
  const moment = either(
    years.map((one) => (one === 0 ? t('policy.dated.at', { fact }) : t('policy.dated.after', { fact, years: one }))),
    t,
  );
  const [first, ...rest] = (shares ?? []).map((value) => t('policy.figure.percent', { value }));
  if (first !== undefined)
    return t('policy.dated.instalments', { moment, times: rest.length + 1, first, rest: rest.join(t('app.listComma')) });
  if (count === undefined) return t('policy.dated.once', { moment });
  return either(
    usual(count).map((times) => t('policy.dated.yearly', { moment, times: Number(times) })),
    t,
  );
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
