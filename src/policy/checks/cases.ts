import { type Fact, type FactValue, factOf } from '../../facts/dictionary.ts';
import { compileConditions } from '../../words/condition.ts';
import { intervalOf, type Ordered } from '../../words/conditions/fact-test.ts';
import type { DerivationNodeOf } from '../../words/derivations/derivation-words.ts';
import { all } from '../../words/grammar/all.ts';
import { ASK, resolve } from '../../words/grammar/choice.ts';
import { type FactTest, isInterval, partsOfTest } from '../../words/grammar/fact-test.ts';
import { has } from '../../words/grammar/has.ts';
import { condition } from '../../words/grammar/slots.ts';
import { HOLDS, UNKNOWN, unique } from '../../words/grammar/word.ts';
import { visitSlot } from '../../words/stands.ts';
import type { PolicyDocument } from '../document/schema.ts';
import { DERIVATION } from '../document/slots.ts';
import type { FaultCode, FaultParams, Step } from '../reading/fault.ts';
import type { CheckContext } from './check.ts';
import { combinations, describe, type Effort, rows, settingsOf, weigh, withCases } from './kinds.ts';
import { nameOf } from './probe.ts';

/** A derived fact of cases. */
export interface Cases {
  readonly at: readonly Step[];
  readonly node: DerivationNodeOf<'cases'>;
}

/** The derived facts of a policy that are one of some values by cases. */
export function casesOf({ derive }: PolicyDocument): Cases[] {
  return Object.entries(derive).flatMap(([id, node]) => (has(node, 'cases') ? [{ at: ['derive', id], node: node as Cases['node'] }] : []));
}

/**
 * Tries the cases of a derived fact on every kind of teacher under every reading: somebody comes to each case and to what is said of the
 * others; everybody comes to one, unless that is said; and nobody to two of different values, unless the first one counts.
 */
export function checkCases(context: CheckContext, { at, node }: Cases, effort: Effort): void {
  const { cases, order } = node;
  const parts = withCases(context, [{ slot: DERIVATION, node }]);
  const work = weigh(node);
  const held = new Set<number>();
  const counted = new Set<number>();
  let restReached = false;
  const found = new Map<string, { path: readonly Step[]; code: FaultCode; params: FaultParams }>();
  const note = (path: readonly Step[], code: FaultCode, key: string, params: () => FaultParams): void => {
    const name = nameOf([...path, code, key]);
    if (!found.has(name)) found.set(name, { path, code, params: params() });
  };
  for (const readings of combinations(context, parts)) {
    const settings = settingsOf(context, readings);
    const options = cases.map((one) => ({
      is: resolve<string>(one.is, settings).value,
      when: all(compileConditions(one.when, settings)),
      edges: edgesOf(context, one.when, settings.chosen),
    }));
    const facts = unique(options.flatMap(({ when }) => when.facts)).map((id) => factOf(context.dictionary, id));
    for (const row of rows(context, facts, parts, settings, effort)) {
      effort.left -= work;
      if (effort.left < 0) return;
      const verdicts = options.map(({ when }) => when.judge({ facts: row, start: 0 }));
      const holding = [...verdicts.keys()].filter((index) => verdicts[index] === HOLDS);
      for (const index of holding) held.add(index);
      const [first, ...others] = holding;
      if (first === undefined) {
        if (verdicts.includes(UNKNOWN)) continue;
        restReached = true;
        if (node.else === undefined) note([...at, 'cases'], 'no-case', '', () => describe(context, facts, row, readings));
        continue;
      }
      counted.add(first);
      if (order === 'first') continue;
      for (const index of others) {
        counted.add(index);
        const [one, other] = [options[first], options[index]] as [(typeof options)[number], (typeof options)[number]];
        if (one.is === other.is) continue;
        const edge = sharedEdge(one.edges, other.edges, row);
        const path = [...at, 'cases', index];
        const params = () => ({ one: one.is, other: other.is, ...describe(context, facts, row, readings) });
        if (edge) note(path, 'shared-boundary', edge.id, () => ({ ...params(), fact: edge.id }));
        else note(path, 'cases-overlap', String(first), params);
      }
    }
  }
  for (const [index] of cases.entries()) {
    const path = [...at, 'cases', index, 'when'];
    if (!held.has(index)) context.report(path, 'never-holds');
    else if (!counted.has(index)) context.report([...at, 'cases', index], 'case-behind', {});
  }
  if (node.else !== undefined && node.else !== ASK && !restReached) context.report([...at, 'else'], 'else-unreachable', {});
  for (const { path, code, params } of found.values()) context.report(path, code, params);
}

/** The closed ends of the intervals in a condition. */
interface Edge {
  readonly fact: Fact;
  readonly at: Ordered;
  readonly isUpper: boolean;
}

function edgesOf({ dictionary }: CheckContext, when: unknown, chosen: (reading: string) => string): Edge[] {
  const edges: Edge[] = [];
  visitSlot(condition(), when, [], {
    // only what is chosen counts
    choice({ node: { reading, ...options } }) {
      const option = options[chosen(reading)];
      if (option !== undefined) edges.push(...edgesOf({ dictionary } as CheckContext, option, chosen));
      return false;
    },
    test({ fact: id, node }) {
      const fact = factOf(dictionary, id);
      for (const part of partsOfTest(node as FactTest).parts.filter(isInterval)) {
        const { from, to } = intervalOf(fact, part);
        if (from?.isWithin) edges.push({ fact, at: from.at, isUpper: false });
        if (to?.isWithin) edges.push({ fact, at: to.at, isUpper: true });
      }
    },
  });
  return edges;
}

/** The fact of which two intervals end in the point at which a teacher is: where one ends, the other begins (50—60 and 60以上). */
function sharedEdge(one: readonly Edge[], other: readonly Edge[], row: readonly FactValue[]): Fact | null {
  const shared = one.find(
    ({ fact, at, isUpper }) =>
      row[fact.index] === at && other.some((edge) => edge.fact === fact && edge.at === at && edge.isUpper !== isUpper),
  );
  return shared?.fact ?? null;
}
