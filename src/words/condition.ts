import * as z from 'zod';
import { askedFor, type EnumFact, factOf } from '../facts/dictionary.ts';
import { choiceAmong, isChoice, resolve } from './choice.ts';
import { has, slot, type Unfit } from './slot.ts';
import { type Condition, type ConditionNode, FAILS, HOLDS, type Settings, UNKNOWN, usesOf, type Verdict } from './word.ts';

const value = z.union([z.string(), z.boolean(), z.int()]);
const values = z.union([value, z.array(value).min(1)]);
const test = z.union([values, z.strictObject({ not: values })], { error: 'not-a-test' });
type Value = z.infer<typeof value>;
type Test = z.infer<typeof test>;

/**
 * A condition in a policy file: `always`; facts and what they must be, all of them (`{backboneLevel: {not: none}, assessment: passed}`);
 * a list, all of it; `{any: […]}`; `{not: …}`; or one chosen by a reading.
 */
export const conditionSchema = slot<ConditionNode>(formOf);

function formOf(node: unknown): z.ZodType | Unfit {
  if (typeof node === 'string') return z.literal('always');
  if (Array.isArray(node)) return z.array(conditionSchema).min(1);
  if (isChoice(node)) return choiceAmong(conditionSchema);
  if (has(node, 'any')) return z.strictObject({ any: z.array(conditionSchema).min(2) });
  if (has(node, 'not')) return z.strictObject({ not: conditionSchema });
  if (typeof node !== 'object' || node === null) return { unfit: 'not-a-condition' };
  return z.record(z.string(), test);
}

/**
 * Compiles a condition into its parts in file order; all of them must hold.
 *
 * @throws Error where it names a fact or a value that is not there; the checks of a policy exclude it
 */
export function compileConditions(node: ConditionNode, settings: Settings): Condition[] {
  if (node === 'always') return [];
  if (Array.isArray(node)) return node.flatMap((part) => compileConditions(part, settings));
  if (isChoice(node)) {
    const { value: chosen, readings } = resolve<ConditionNode>(node, settings);
    const parts = compileConditions(chosen, settings);
    return parts.length === 0 ? [consulted(readings)] : parts.map((part) => ({ ...part, readings: [...readings, ...part.readings] }));
  }
  if (has(node, 'any')) return [any((node.any as ConditionNode[]).map((part) => all(compileConditions(part, settings))))];
  if (has(node, 'not')) return [negation(all(compileConditions(node.not, settings)))];
  return Object.entries(node as Record<string, Test>).map(([id, wanted]) => factTest(id, wanted, settings));
}

/** A reading that asks for nothing under its option still has been consulted. */
function consulted(readings: readonly string[]): Condition {
  return { fact: null, facts: [], readings, judge: () => HOLDS, lacking: () => {} };
}

function factTest(id: string, wanted: Test, { dictionary }: Settings): Condition {
  const fact = factOf(dictionary, id);
  const negated = typeof wanted === 'object' && 'not' in wanted;
  const named = ([] as Value[]).concat(negated ? wanted.not : (wanted as Value | Value[]));
  const undecided = fact.type === 'enum' ? undecidedValues(fact).filter((one) => !named.includes(one)) : [];
  const asked = askedFor(fact, dictionary);
  return {
    fact: id,
    facts: [id],
    readings: [],
    judge({ facts }) {
      const value = facts[fact.index];
      if (value === null || value === undefined || (undecided.length > 0 && undecided.includes(value as string))) return UNKNOWN;
      return named.includes(value) !== negated ? HOLDS : FAILS;
    },
    lacking: ({ facts }, lacks) => {
      lacks.push({ code: 'fact', fact: asked(facts) });
    },
  };
}

function undecidedValues(fact: EnumFact): string[] {
  return Object.keys(fact.values).filter((value) => fact.values[value]?.undecided);
}

/** All of the parts, as one condition. */
export function all(parts: readonly Condition[]): Condition {
  return {
    fact: firstNamed(parts),
    ...usesOf(parts),
    judge: (row) => parts.reduce<Verdict>((verdict, part) => (verdict === FAILS ? FAILS : and(verdict, part.judge(row))), HOLDS),
    lacking: (row, lacks) => {
      for (const part of parts) if (part.judge(row) === UNKNOWN) part.lacking(row, lacks);
    },
  };
}

function firstNamed(parts: readonly Condition[]): string | null {
  return parts.find((part) => part.fact !== null)?.fact ?? null;
}

function and(a: Verdict, b: Verdict): Verdict {
  if (a === FAILS || b === FAILS) return FAILS;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : HOLDS;
}

function any(parts: readonly Condition[]): Condition {
  return {
    fact: firstNamed(parts),
    ...usesOf(parts),
    judge(row) {
      let verdict: Verdict = FAILS;
      for (const part of parts) {
        const one = part.judge(row);
        if (one === HOLDS) return HOLDS;
        if (one === UNKNOWN) verdict = UNKNOWN;
      }
      return verdict;
    },
    lacking: (row, lacks) => {
      for (const part of parts) if (part.judge(row) === UNKNOWN) part.lacking(row, lacks);
    },
  };
}

function negation(part: Condition): Condition {
  return {
    ...part,
    judge(row) {
      const verdict = part.judge(row);
      return verdict === UNKNOWN ? UNKNOWN : verdict === HOLDS ? FAILS : HOLDS;
    },
  };
}
