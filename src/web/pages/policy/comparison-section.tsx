import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../facts/dictionary.ts';
import type { DerivationNode } from '../../../policy/document/schema.ts';
import { AllowanceBadges, AllowanceTerms } from '../../features/rule-words/allowance-rule.tsx';
import { DerivationRule } from '../../features/rule-words/derivations.tsx';
import { Value } from '../../features/rule-words/value.tsx';
import { useLanguage } from '../../platform/i18n/language.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import { labelsOf, useLabels } from '../../policy/labels.ts';
import { aspectsApart, type Named } from './comparison.ts';
import { ComparisonTable, type Sides } from './comparison-table.tsx';
import { EnvelopeRule, TargetRule } from './other-rules.tsx';
import { Options } from './reading-list.tsx';

/** Two policies side by side, kind by kind. */
export function ComparisonSection(sides: Sides) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const language = useLanguage();
  const { left, right } = sides;
  const titled = <T extends { title: Bilingual }>(nodes: Readonly<Record<string, T>>): Named<T>[] =>
    Object.entries(nodes).map(([id, node]) => ({ id, title: say(node.title), node }));
  const unless = (same: boolean, name: string) => (same ? [] : [name]);
  return (
    <section className="panel comparison" aria-labelledby="policy-comparison">
      <h2 id="policy-comparison">{t('policy.compare.heading')}</h2>
      <p className="hint">{t('policy.compare.hint')}</p>
      <ComparisonTable
        {...sides}
        caption={t('policy.document')}
        of={({ policy: { document } }) => [
          { id: 'number', title: t('policy.number'), node: document.documentNumber ?? t('policy.noNumber') },
          { id: 'issuer', title: t('policy.issuer'), node: say(document.issuer) },
          { id: 'issued', title: t('policy.issued'), node: document.issuedOn ?? t('policy.noDate') },
          { id: 'effective', title: t('policy.effective'), node: document.effectiveFrom ?? t('policy.noDate') },
          ...(document.effectiveTo === null ? [] : [{ id: 'effectiveTo', title: t('policy.effectiveTo'), node: document.effectiveTo }]),
        ]}
        apart={(one, other) => one.node !== other.node}
        cell={({ node }) => node}
      />
      <ComparisonTable
        {...sides}
        caption={t('policy.compare.allowances')}
        kind="allowance"
        of={({ policy }) => titled(policy.document.allowances)}
        apart={(one, other) =>
          aspectsApart({ node: one.node, document: left.policy.document }, { node: other.node, document: right.policy.document }).map(
            (aspect) => t(`policy.${aspect}`),
          )
        }
        cell={({ node }) => (
          <>
            <AllowanceBadges node={node} />
            <dl className="rule">
              <AllowanceTerms node={node} />
            </dl>
          </>
        )}
      />
      <ComparisonTable
        {...sides}
        caption={t('policy.kinds.derivation')}
        kind="derivation"
        of={(catalogue) =>
          Object.entries(catalogue.policy.document.derive).map(([id, node]) => ({
            id,
            title: labelsOf(catalogue, t, language).fact(id),
            node,
          }))
        }
        apart={(one, other) => ruleOf(one.node) !== ruleOf(other.node)}
        cell={({ id, node }) => <DerivationRule id={id} node={node} />}
      />
      <ComparisonTable
        {...sides}
        caption={t('policy.compare.figures')}
        of={(catalogue: Catalogue) =>
          catalogue.parameters.map((node) => ({ id: node.key, title: labelsOf(catalogue, t, language).parameter(node.key), node }))
        }
        apart={({ node: one }, { node: other }) =>
          JSON.stringify([one.figure, one.unit, one.period, one.ends]) !==
          JSON.stringify([other.figure, other.unit, other.period, other.ends])
        }
        cell={({ node }) => <Value figure={node.figure} node={node} />}
      />
      <ComparisonTable
        {...sides}
        caption={t('policy.readings')}
        kind="reading"
        of={({ policy }) => Object.entries(policy.document.readings).map(([id, node]) => ({ id, title: say(node.question), node }))}
        apart={({ node: one }, { node: other }) => [
          ...unless(JSON.stringify(one.options) === JSON.stringify(other.options), t('policy.compare.options')),
          ...unless(one.default === other.default, t('readings.default')),
        ]}
        cell={({ node }) => <Options reading={node} />}
      />
      <ComparisonTable
        {...sides}
        caption={t('budget.envelope')}
        kind="envelope"
        of={({ policy }) => titled(policy.document.envelopes)}
        apart={(one, other) => sumsOf(one.node, left) !== sumsOf(other.node, right)}
        cell={({ node }) => <EnvelopeRule node={node} />}
      />
      <ComparisonTable
        {...sides}
        caption={t('policy.kinds.target')}
        kind="target"
        of={({ policy }) => titled(policy.document.targets)}
        apart={({ node: one }, { node: other }) => [
          ...unless(JSON.stringify([one.count, one.unit]) === JSON.stringify([other.count, other.unit]), t('budget.targetCount')),
          ...unless(one.by === other.by, t('budget.targetBy')),
        ]}
        cell={({ node }) => <TargetRule node={node} />}
      />
    </section>
  );
}

/** How a derived fact follows, for comparison: neither its names nor its clause. */
function ruleOf({ label: _, clause: __, ...rule }: DerivationNode): string {
  return JSON.stringify(rule);
}

/** The sums of an envelope, for comparison. */
function sumsOf(
  { parameter, atLeast, parts = {} }: Catalogue['policy']['document']['envelopes'][string],
  { parameters }: Catalogue,
): string {
  const figure = (key: string) => parameters.find((one) => one.key === key)?.figure;
  return JSON.stringify([figure(parameter), atLeast, Object.entries(parts).map(([id, part]) => [id, figure(part.parameter)])]);
}
