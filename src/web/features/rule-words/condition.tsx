import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConditionKey } from '../../../words/conditions/condition-words.ts';
import { ENDS, type FactTest, type IntervalNode, isInterval, partsOfTest, type TestValue } from '../../../words/grammar/fact-test.ts';
import { type PageFact, useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { groupDigits } from '../../ui/amounts.ts';
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
  const fact = facts.get(id);
  if (!fact || !isTest(wanted)) return <code>{JSON.stringify({ [id]: wanted })}</code>;
  const { negated, parts } = partsOfTest(wanted);
  const say = (value: TestValue) =>
    fact.type === 'money' ? t('unit.amount', { amount: groupDigits(String(value)) }) : labels.value(id, value);
  const said = parts.map((part) => (isInterval(part) ? spokenInterval(part, fact.type, say, t) : say(part))).join(t('policy.condition.or'));
  const text = parts.some(isInterval)
    ? t(negated ? 'policy.condition.notEnds' : 'policy.condition.ends', { fact: labels.fact(id), ends: said })
    : t(negated ? 'policy.condition.isNot' : 'policy.condition.is', { fact: labels.fact(id), values: said });
  return id in policy.document.places ? (
    <ClauseLink kind="place" id={id}>
      {text}
    </ClauseLink>
  ) : (
    text
  );
}

/** Whether a node is a test in a form that can be said; a file that is being written may have others. */
function isTest(node: unknown): node is FactTest {
  return !isMapping(node) || 'not' in node || isInterval(node);
}

/** 「40 公里以上、不足 50 公里」 */
function spokenInterval(node: IntervalNode, type: PageFact['type'], say: (value: TestValue) => string, t: TFunction): string {
  const isDay = type === 'date' || type === 'month';
  const ends = ENDS.flatMap((end) => {
    const value = node[end];
    return value === undefined ? [] : [t(`policy.condition.${isDay ? (`${end}Day` as const) : end}`, { value: say(value) })];
  });
  return ends.join(t('policy.condition.both'));
}
