import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LengthUnit } from '../../../calendar/spells.ts';
import type { DerivationNode } from '../../../policy/document/schema.ts';
import type { DerivationKey, DerivationNodeOf } from '../../../words/derivations/derivation-words.ts';
import { ENDS } from '../../../words/grammar/fact-test.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { ByReading, Labelled } from './by-reading.tsx';
import { Condition } from './condition.tsx';
import { isChoice, isMapping } from './nodes.ts';

type Props<K extends DerivationKey> = { readonly node: DerivationNodeOf<K> };

/** Every word for derived facts, in sentences. */
const DERIVATION_RULES: { readonly [K in DerivationKey]: (props: Props<K> & { readonly id: string }) => ReactNode } = {
  years: Years,
  cases: Cases,
  in: InPeriod,
  nth: Nth,
  days: Days,
  longest: Longest,
};

/** How a derived fact follows from others. */
export function DerivationRule({ id, node }: { id: string; node: DerivationNode }) {
  const key = Object.keys(DERIVATION_RULES).find((one) => Object.hasOwn(node, one));
  if (key === undefined) return <code>{JSON.stringify(node)}</code>;
  const Rule = DERIVATION_RULES[key as DerivationKey] as (props: { id: string; node: unknown }) => ReactNode;
  return <Rule id={id} node={node} />;
}

/** The derived facts that an allowance rests on, each with its rule; a name leads to the clause, if it has one. */
export function Derivations({ ids }: { ids: readonly string[] }) {
  const { policy } = useCatalogue();
  const labels = useLabels();
  return (
    <ul className="cases">
      {ids.map((id) => {
        const node = policy.document.derive[id] as DerivationNode;
        return (
          <li key={id}>
            <Labelled>
              {node.clause ? (
                <ClauseLink kind="derivation" id={id}>
                  {labels.fact(id)}
                </ClauseLink>
              ) : (
                labels.fact(id)
              )}
            </Labelled>
            <DerivationRule id={id} node={node} />
          </li>
        );
      })}
    </ul>
  );
}

function Years({ node: { years: id, kinds, lasting, run = 'all', by, without } }: Props<'years'>) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  const nameOf = usePeriods();
  const since = facts.has(id) ? labels.fact(id) : id;
  return (
    <Chosen nodes={[kinds, lasting, run, by, without?.kinds, without?.lasting]}>
      {([which, length, all, day, offKinds, offLength]) => {
        const on = dayText(day, t);
        const years =
          facts.get(id)?.type === 'periods'
            ? t(`policy.derived.yearsOf.${all === 'last' ? 'last' : 'all'}`, { periods: nameOf(id, which, length), on })
            : t('policy.derived.years', { fact: since, on });
        return without ? years + t('policy.derived.without', { periods: nameOf(without.periods, offKinds, offLength) }) : years;
      }}
    </Chosen>
  );
}

function InPeriod({ node: { in: id, kinds, lasting, from = 'same-month', last = 'same-month' } }: Props<'in'>) {
  const { t } = useTranslation();
  const nameOf = usePeriods();
  return (
    <Chosen nodes={[kinds, lasting, from, last]}>
      {([which, length, begins, ends]) => {
        const periods = nameOf(id, which, length);
        if (begins === 'same-month' && ends === 'same-month') return t('policy.derived.in', { periods });
        return t('policy.derived.inEnds', {
          periods,
          from: t(begins === 'same-month' ? 'policy.derived.fromSameMonth' : 'policy.derived.fromNextMonth'),
          last: t(ends === 'same-month' ? 'policy.derived.lastSameMonth' : 'policy.derived.lastPreviousMonth'),
        });
      }}
    </Chosen>
  );
}

function Nth({ node: { nth: id, kinds, lasting, unit, by = 'month-start' } }: Props<'nth'>) {
  const { t } = useTranslation();
  const nameOf = usePeriods();
  return (
    <Chosen nodes={[kinds, lasting, by]}>
      {([which, length, day]) =>
        t(`policy.derived.nth.${unit}`, {
          periods: nameOf(id, which, length),
          on: t(day === 'month-end' ? 'policy.derived.onLastDay' : 'policy.derived.onFirstDay'),
        })
      }
    </Chosen>
  );
}

function Days({ node: { days: id, kinds, lasting, of } }: Props<'days'>) {
  const { t } = useTranslation();
  const nameOf = usePeriods();
  return (
    <Chosen nodes={[kinds, lasting]}>{([which, length]) => t(`policy.derived.days.${of}`, { periods: nameOf(id, which, length) })}</Chosen>
  );
}

function Longest({ node: { longest: id, kinds, lasting, unit, by = 'month-start' } }: Props<'longest'>) {
  const { t } = useTranslation();
  const nameOf = usePeriods();
  return (
    <Chosen nodes={[kinds, lasting, by]}>
      {([which, length, day]) =>
        t(`policy.derived.longest.${unit}`, {
          periods: nameOf(id, which, length),
          on: t(day === 'month-end' ? 'policy.derived.throughMonth' : 'policy.derived.beforeMonth'),
        })
      }
    </Chosen>
  );
}

/** The name of a fact of periods, with the kinds and the length that count where not all do. */
function usePeriods(): (id: string, kinds: unknown, lasting: unknown) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  return (id, kinds, lasting) => {
    const fact = facts.has(id) ? labels.fact(id) : id;
    const named = Array.isArray(kinds) ? [kinds.map((kind) => labels.value(id, String(kind))).join(t('app.listComma'))] : [];
    const which = [...named, ...(isMapping(lasting) ? [lengthText(lasting, t)] : [])];
    return which.length === 0 ? fact : t('policy.derived.which', { fact, which: which.join(t('app.comma')) });
  };
}

/** How long an unbroken period has to be. */
function lengthText({ unit, ...ends }: Readonly<Record<string, unknown>>, t: TFunction): string {
  const texts = ENDS.flatMap((end) => {
    if (ends[end] === undefined) return [];
    const value = t(`policy.derived.length.${unit as LengthUnit}`, { number: Number(ends[end]) });
    return [t(`policy.condition.${end}`, { value })];
  });
  return t('policy.derived.lasting', { ends: texts.join(t('policy.condition.both')) });
}

/** A sentence of several parts, each of which a reading may choose. */
function Chosen({ nodes, children }: { nodes: readonly unknown[]; children: (values: readonly unknown[]) => ReactNode }): ReactNode {
  const at = nodes.findIndex(isChoice);
  const choice = nodes[at];
  if (!isChoice(choice)) return children(nodes);
  return <ByReading node={choice}>{(value) => <Chosen nodes={nodes.with(at, value)}>{children}</Chosen>}</ByReading>;
}

/** The cases in their order, each with its condition, and what becomes of everybody else. */
function Cases({ id, node: { cases, else: rest, order } }: Props<'cases'> & { readonly id: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const named = (value: unknown) => (value === 'ask' ? t('policy.derived.ask') : labels.value(id, String(value)));
  const Value = ({ node }: { node: unknown }) => (isChoice(node) ? <ByReading node={node}>{named}</ByReading> : named(node));
  return (
    <>
      <div>{t(order === 'first' ? 'policy.derived.firstCase' : 'policy.derived.oneCase')}</div>
      <ul className="cases">
        {cases.map((one) => (
          <li key={JSON.stringify(one)}>
            {isChoice(one.is) ? (
              // The options are a list, which no condition can follow.
              <>
                <Labelled>
                  <Condition node={one.when} />
                </Labelled>
                <Value node={one.is} />
              </>
            ) : (
              <>
                <Labelled>
                  <Value node={one.is} />
                </Labelled>
                <Condition node={one.when} />
              </>
            )}
          </li>
        ))}
        {rest !== undefined && (
          <li>
            <Labelled>{t('policy.derived.rest')}</Labelled>
            <Value node={rest} />
          </li>
        )}
      </ul>
    </>
  );
}

/** The day by which years have to be complete. */
function dayText(by: unknown, t: TFunction): string {
  if (by === undefined || by === 'month-start') return t('policy.derived.onMonthStart');
  if (by === 'month-end') return t('policy.derived.onMonthEnd');
  const isSchoolYear = isMapping(by);
  const [month = '', day = ''] = String(isSchoolYear ? by.schoolYear : by).split('-');
  const names = t('unit.monthNames', { returnObjects: true });
  return t(isSchoolYear ? 'policy.derived.onSchoolYear' : 'policy.derived.onDay', { month: names[Number(month) - 1], day: Number(day) });
}
