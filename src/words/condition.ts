import { askedFor, type EnumFact, factOf } from '../facts/dictionary.ts';
import { matcherOf } from './conditions/fact-test.ts';
import { all } from './grammar/all.ts';
import { isChoice, resolve } from './grammar/choice.ts';
import { type FactTest, partsOfTest } from './grammar/fact-test.ts';
import type { ConditionNode } from './grammar/slots.ts';
import { type Condition, FAILS, HOLDS, type Settings, UNKNOWN } from './grammar/word.ts';
import { conditionWordOf } from './stands.ts';

/**
 * Compiles a condition into its parts in file order; all of them must hold.
 *
 * @throws Error where it names an undefined fact or value, which the checks of a policy exclude
 */
export function compileConditions(node: ConditionNode, settings: Settings): Condition[] {
  if (node === 'always') return [];
  if (Array.isArray(node)) return node.flatMap((part) => compileConditions(part, settings));
  if (isChoice(node)) {
    const { value: chosen, readings } = resolve<ConditionNode>(node, settings);
    const parts = compileConditions(chosen, settings);
    return parts.length === 0 ? [consulted(readings)] : parts.map((part) => ({ ...part, readings: [...readings, ...part.readings] }));
  }
  const word = conditionWordOf(node);
  if (word) return [word.compile(node as Record<string, unknown>, (part) => all(compileConditions(part, settings)))];
  return Object.entries(node as Record<string, FactTest>).map(([id, wanted]) => factTest(id, wanted, settings));
}

/** A reading whose option requires nothing was consulted all the same. */
function consulted(readings: readonly string[]): Condition {
  return { fact: null, facts: [], readings, judge: () => HOLDS, collectMissing: () => {} };
}

function factTest(id: string, wanted: FactTest, { dictionary }: Settings): Condition {
  const fact = factOf(dictionary, id);
  const matches = matcherOf(fact, wanted);
  const named = partsOfTest(wanted).parts;
  const undecided = fact.type === 'enum' ? undecidedValues(fact).filter((one) => !named.includes(one)) : [];
  const asked = askedFor(fact, dictionary);
  return {
    fact: id,
    facts: [id],
    readings: [],
    judge({ facts }) {
      const value = facts[fact.index];
      if (value === null || value === undefined || (undecided.length > 0 && undecided.includes(value as string))) return UNKNOWN;
      return matches(value) ? HOLDS : FAILS;
    },
    collectMissing: ({ facts }, missing) => {
      missing.push({ code: 'fact', fact: asked(facts) });
    },
  };
}

function undecidedValues(fact: EnumFact): string[] {
  return Object.keys(fact.values).filter((value) => fact.values[value]?.undecided);
}
