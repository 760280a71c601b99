import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionKey } from '../../../words/conditions/condition-words.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { ByReading } from './by-reading.tsx';
import { isChoice, isMapping } from './nodes.ts';

type Node = Readonly<Record<string, unknown>>;

/** Every condition word, with the title above its nested conditions. */
const RULES: { readonly [K in ConditionKey]: { readonly title: `policy.condition.${K}`; parts(node: Node): readonly unknown[] } } = {
  any: { title: 'policy.condition.any', parts: (node) => node.any as unknown[] },
  not: { title: 'policy.condition.not', parts: (node) => [node.not] },
};
const WORDS = Object.entries(RULES);

/** The condition of a rule, in words. */
export function Condition({ node, within = false }: { node: unknown; within?: boolean }) {
  const { t } = useTranslation();
  if (node === 'always') return t(within ? 'policy.condition.nothing' : 'policy.condition.always');
  if (isChoice(node)) return <ByReading node={node}>{(value) => <Condition node={value} within />}</ByReading>;
  if (Array.isArray(node)) return <Several title={t('policy.condition.all')} nodes={node} />;
  if (!isMapping(node)) return <code>{JSON.stringify(node)}</code>;
  const [, word] = WORDS.find(([key]) => key in node) ?? [];
  if (word) return <Several title={t(word.title)} nodes={word.parts(node)} />;
  return <Tests tests={Object.entries(node)} />;
}

function Several({ title, nodes }: { title: string; nodes: readonly unknown[] }) {
  return (
    <>
      <div>{title}</div>
      <ul className="cases">
        {nodes.map((node) => (
          <li key={JSON.stringify(node)}>
            <Condition node={node} within />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Facts and their required values, all of which must match. */
function Tests({ tests }: { tests: readonly (readonly [string, unknown])[] }) {
  const { t } = useTranslation();
  return tests.map(([id, wanted], index) => (
    <Fragment key={id}>
      {index > 0 && t('policy.condition.and')}
      <Test id={id} wanted={wanted} />
    </Fragment>
  ));
}

function Test({ id, wanted }: { id: string; wanted: unknown }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy, facts } = useCatalogue();
  if (!facts.has(id)) return <code>{JSON.stringify({ [id]: wanted })}</code>;
  const negated = isMapping(wanted);
  if (negated && !('not' in wanted)) return <code>{JSON.stringify({ [id]: wanted })}</code>;
  const values = ([] as unknown[]).concat(negated ? wanted.not : wanted).map((value) => labels.value(id, value as string));
  const text = t(negated ? 'policy.condition.isNot' : 'policy.condition.is', {
    fact: labels.fact(id),
    values: values.join(t('policy.condition.or')),
  });
  return id in policy.document.places ? (
    <ClauseLink kind="place" id={id}>
      {text}
    </ClauseLink>
  ) : (
    text
  );
}
