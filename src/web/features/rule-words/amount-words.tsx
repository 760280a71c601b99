import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { AmountKey, AmountNodeOf } from '../../../words/amounts/amount-words.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { groupDigits } from '../../ui/amounts.ts';
import { Bands } from './bands.tsx';
import { ByReading, Labelled, ReadingLink } from './by-reading.tsx';
import { Paid, ServicePart, Unserved } from './claim-words.tsx';
import { Figure } from './figure.tsx';
import type { Inner } from './inner.ts';
import { isChoice, isMapping } from './nodes.ts';

type Props<K extends AmountKey> = Inner & { readonly node: AmountNodeOf<K> };

/** How an amount word is rendered. */
interface Sentence<K extends AmountKey> {
  readonly Rule: (props: Props<K>) => ReactNode;
  /** Whether it fits into a sentence; no, if absent. */
  isInline?(node: AmountNodeOf<K>, isInline: Inner['isInline']): boolean;
}

/** Every amount word, in a sentence. */
export const AMOUNT_RULES: { readonly [K in AmountKey]: Sentence<K> } = {
  parameter: {
    isInline: (node) => !('by' in node),
    Rule: ({ node: { parameter, by = [] } }) => <Figure parameter={parameter} by={by} />,
  },
  fact: { isInline: () => true, Rule: OwnSum },
  percent: { isInline: ({ by, of }, isInline) => !by && isInline(of), Rule: Percent },
  rest: { isInline: ({ rest, less }, isInline) => isInline(rest) && isInline(less), Rule: Rest },
  match: { Rule: Match },
  combine: { Rule: ({ node: { combine, of }, Amount }) => <Below lead={<How node={combine} />} nodes={of} Amount={Amount} /> },
  grow: { Rule: Grow },
  times: { Rule: Times },
  scale: { isInline: (node) => !('beyond' in node) || !(isChoice(node.step) || isChoice(node.beyond)), Rule: OnScale },
  bands: { Rule: ByBand },
  each: { Rule: Each },
  allowance: { isInline: () => true, Rule: PaidItem },
  round: { isInline: ({ round, mode, of }, isInline) => !isChoice(round) && !isChoice(mode) && isInline(of), Rule: Round },
  paid: { isInline: () => true, Rule: Paid },
  unserved: { Rule: Unserved },
  part: { Rule: ServicePart },
};

/** A sentence, with the amounts it refers to below it. */
function Below({ lead, nodes, Amount }: { lead: ReactNode; nodes: readonly unknown[] } & Pick<Inner, 'Amount'>) {
  return (
    <>
      <div>{lead}</div>
      <ul className="cases">
        {nodes.map((node) => (
          <li key={JSON.stringify(node)}>
            <Amount node={node} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The name of a fact; its id if the dictionary does not have it. */
function useFactName(): (id: string) => string {
  const labels = useLabels();
  const { facts } = useCatalogue();
  return (id) => (facts.has(id) ? labels.fact(id) : id);
}

function OwnSum({ node }: Props<'fact'>) {
  const { t } = useTranslation();
  const nameOf = useFactName();
  return t('policy.amount.fact', { fact: nameOf(node.fact) });
}

function Percent({ node: { percent, by, of }, Amount, isInline }: Props<'percent'>) {
  const share = <Figure parameter={percent} {...(by && { by })} />;
  return isInline(of) && !by ? (
    <Trans i18nKey="policy.amount.percent" components={{ base: <Amount node={of} />, share }} />
  ) : (
    <Below lead={<Trans i18nKey="policy.amount.percentOf" components={{ share }} />} nodes={[of]} Amount={Amount} />
  );
}

function Rest({ node: { rest, less }, Amount, isInline }: Props<'rest'>) {
  const { t } = useTranslation();
  return isInline(rest) && isInline(less) ? (
    <Trans i18nKey="policy.amount.rest" components={{ whole: <Amount node={rest} />, part: <Amount node={less} /> }} />
  ) : (
    <Below lead={t('policy.amount.restOf')} nodes={[rest, less]} Amount={Amount} />
  );
}

function Grow({ node, Amount }: Props<'grow'>) {
  const growth = <Figure parameter={'by' in node ? node.by : node.yearly} />;
  const lead = <Trans i18nKey="policy.amount.grow" components={{ at: <Figure parameter={node.at} />, growth }} />;
  return <Below lead={lead} nodes={[node.grow]} Amount={Amount} />;
}

function Times({ node: { times, per, of }, Amount, isInline }: Props<'times'>) {
  const components = { number: <NumberOf node={times} />, ...(per !== undefined && { per: <NumberOf node={per} /> }) };
  const isDivided = per !== undefined;
  return isInline(of) ? (
    <Trans
      i18nKey={isDivided ? 'policy.amount.timesPer' : 'policy.amount.times'}
      components={{ ...components, base: <Amount node={of} /> }}
    />
  ) : (
    <Below
      lead={<Trans i18nKey={isDivided ? 'policy.amount.timesPerOf' : 'policy.amount.timesOf'} components={components} />}
      nodes={[of]}
      Amount={Amount}
    />
  );
}

/** A number: given outright, a fact, a figure, or one chosen by a reading. */
function NumberOf({ node }: { node: unknown }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useFactName();
  if (isChoice(node)) return <ByReading node={node}>{(value) => <NumberOf node={value} />}</ByReading>;
  if (!isMapping(node)) return <>{groupDigits(String(node))}</>;
  if (typeof node.fact === 'string') return <>{t('policy.amount.number', { fact: nameOf(node.fact) })}</>;
  return <Figure parameter={String(node.parameter)} by={Array.isArray(node.by) ? node.by : []} />;
}

function ByBand({ node, Amount }: Props<'bands'>) {
  const nameOf = useFactName();
  return (
    <Bands node={node} fact={nameOf(node.by)}>
      {(amount) => <Amount node={amount} />}
    </Bands>
  );
}

function Each({ node: { each, after, atMost, amount }, Amount, isInline }: Props<'each'>) {
  const { t } = useTranslation();
  const nameOf = useFactName();
  const params = {
    fact: nameOf(each),
    after: after === undefined ? '' : t('policy.bands.after', { after }),
    most: atMost === undefined ? '' : t('policy.bands.atMost', { most: atMost }),
  };
  return isInline(amount) ? (
    <Trans i18nKey="policy.bands.each" values={params} components={{ amount: <Amount node={amount} /> }} />
  ) : (
    <Below lead={t('policy.bands.eachOf', params)} nodes={[amount]} Amount={Amount} />
  );
}

/** What another allowance pays. */
function PaidItem({ node: { allowance, of } }: Props<'allowance'>) {
  const { t } = useTranslation();
  const labels = useLabels();
  return t(of === 'year' ? 'policy.amount.itemOfYear' : 'policy.amount.item', { item: labels.allowance(allowance) });
}

function Round({ node: { round, mode, of }, Amount, isInline }: Props<'round'>) {
  const { t } = useTranslation();
  if (isChoice(round) || isChoice(mode)) {
    return (
      <>
        <Below lead={t('policy.amount.roundedBy')} nodes={[of]} Amount={Amount} />
        <Rounding unit={round} mode={mode} />
      </>
    );
  }
  const how = t(`policy.rounding.${round}.${mode}`);
  return isInline(of) ? (
    <Trans i18nKey="policy.amount.rounded" values={{ how }} components={{ base: <Amount node={of} /> }} />
  ) : (
    <Below lead={t('policy.amount.roundedOf', { how })} nodes={[of]} Amount={Amount} />
  );
}

/** How an amount is rounded, under each option where readings choose. */
function Rounding({ unit, mode }: { unit: unknown; mode: unknown }): ReactNode {
  const { t } = useTranslation();
  if (isChoice(unit)) return <ByReading node={unit}>{(value) => <Rounding unit={value} mode={mode} />}</ByReading>;
  if (isChoice(mode)) return <ByReading node={mode}>{(value) => <Rounding unit={unit} mode={value} />}</ByReading>;
  return <>{t(`policy.rounding.${unit as 'yuan'}.${mode as 'up'}`)}</>;
}

/** An amount by pay step, under each option where readings choose. */
function OnScale({ node }: { node: { at: string; given: string; step: unknown; beyond?: unknown } }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useFactName();
  const { at, given, step, beyond } = node;
  if (isChoice(step)) return <ByReading node={step}>{(value) => <OnScale node={{ ...node, step: value }} />}</ByReading>;
  if (isChoice(beyond)) return <ByReading node={beyond}>{(value) => <OnScale node={{ ...node, beyond: value }} />}</ByReading>;
  const rest = beyond === undefined ? '' : t(`policy.scale.beyond.${beyond as 'nothing'}`, { given: nameOf(given) });
  return t(`policy.scale.${step as 'own'}`, { step: nameOf(at), given: nameOf(given), beyond: rest });
}

function How({ node }: { node: AmountNodeOf<'combine'>['combine'] }) {
  const { t } = useTranslation();
  if (!isChoice(node)) return t(`policy.amount.${node}`);
  return (
    <>
      <Trans i18nKey="policy.byReading" components={{ reading: <ReadingLink id={node.reading} /> }} />
      {t('app.comma')}
      {t('policy.amount.several')}
    </>
  );
}

/** An amount for each value of a fact; values that get nothing are left out. */
function Match({ node: { match: id, amounts }, Amount }: Props<'match'>) {
  const { t } = useTranslation();
  const nameOf = useFactName();
  const labels = useLabels();
  const { facts } = useCatalogue();
  const isBoolean = facts.get(id)?.type === 'boolean';
  return (
    <>
      <div>{t('policy.amount.match', { fact: nameOf(id) })}</div>
      <ul className="cases">
        {Object.entries(amounts)
          .filter(([, node]) => node !== 'nothing')
          .map(([value, node]) => (
            <li key={value}>
              <Labelled>{labels.value(id, isBoolean ? value === 'true' : value)}</Labelled>
              <Amount node={node} />
            </li>
          ))}
      </ul>
    </>
  );
}
