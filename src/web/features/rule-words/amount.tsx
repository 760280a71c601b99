import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { ByReading, Labelled, ReadingLink } from './by-reading.tsx';
import { Figure } from './figure.tsx';
import { isChoice, isInline, isMapping } from './nodes.ts';
import { Seniority } from './seniority.tsx';

/** How much a rule pays, in words, with its tables. */
export function Amount({ node }: { node: unknown }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  if (node === 'nothing') return t('policy.amount.nothing');
  if (isChoice(node)) return <ByReading node={node}>{(value) => <Amount node={value} />}</ByReading>;
  if (!isMapping(node)) return <code>{JSON.stringify(node)}</code>;
  const text = (key: string) => String(node[key]);
  const fact = (key: string) => (facts.has(text(key)) ? labels.fact(text(key)) : text(key));
  if ('grow' in node) {
    const components = { since: <Figure parameter={text('since')} />, yearly: <Figure parameter={text('yearly')} /> };
    return <Below lead={<Trans i18nKey="policy.amount.grow" components={components} />} nodes={[node.grow]} />;
  }
  if ('parameter' in node) return <Figure parameter={text('parameter')} by={Array.isArray(node.by) ? node.by : []} />;
  if ('percent' in node) {
    const share = <Figure parameter={text('percent')} />;
    return isInline(node.of) ? (
      <Trans i18nKey="policy.amount.percent" components={{ base: <Amount node={node.of} />, share }} />
    ) : (
      <Below lead={<Trans i18nKey="policy.amount.percentOf" components={{ share }} />} nodes={[node.of]} />
    );
  }
  if ('rest' in node) {
    return isInline(node) ? (
      <Trans i18nKey="policy.amount.rest" components={{ whole: <Amount node={node.rest} />, part: <Amount node={node.less} /> }} />
    ) : (
      <Below lead={t('policy.amount.restOf')} nodes={[node.rest, node.less]} />
    );
  }
  if ('units' in node) {
    const params = { fact: fact('units') };
    return isInline(node.at) ? (
      <Trans i18nKey="policy.amount.units" values={params} components={{ price: <Amount node={node.at} /> }} />
    ) : (
      <Below lead={t('policy.amount.unitsOf', params)} nodes={[node.at]} />
    );
  }
  if ('match' in node && isMapping(node.amounts)) return <Match id={text('match')} amounts={node.amounts} />;
  if ('combine' in node && Array.isArray(node.of)) return <Below lead={<How node={node.combine} />} nodes={node.of} />;
  if ('seniority' in node) return <Seniority node={node}>{(amount) => <Amount node={amount} />}</Seniority>;
  if ('stepUp' in node) return t('policy.amount.stepUp', { step: fact('stepUp'), given: fact('given') });
  if ('fact' in node) return t('policy.amount.fact', { fact: fact('fact') });
  return <code>{JSON.stringify(node)}</code>;
}

/** A sentence, and what it speaks of below it. */
function Below({ lead, nodes }: { lead: ReactNode; nodes: readonly unknown[] }) {
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

function How({ node }: { node: unknown }) {
  const { t } = useTranslation();
  if (isChoice(node)) {
    return (
      <>
        <Trans i18nKey="policy.byReading" components={{ reading: <ReadingLink id={node.reading} /> }} />
        {t('app.comma')}
        {t('policy.amount.several')}
      </>
    );
  }
  return t(`policy.amount.${node === 'larger' || node === 'smaller' ? node : 'sum'}`);
}

/** An amount for each value of a fact; values that get nothing are not worth a line. */
function Match({ id, amounts }: { id: string; amounts: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  const isBoolean = facts.get(id)?.type === 'boolean';
  return (
    <>
      <div>{t('policy.amount.match', { fact: facts.has(id) ? labels.fact(id) : id })}</div>
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
