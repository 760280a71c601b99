import { pricesAlone } from '../engine/alone.ts';
import type { CompiledAllowance, Plan } from '../engine/plan.ts';
import { type Dictionary, type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { AmountTooLargeError } from '../words/amounts/too-large.ts';

/** People who are paid the same for an allowance, because the facts that its amount depends on are the same. */
export interface TargetKind {
  /** In the order of {@link splitFacts}. */
  readonly values: readonly (string | boolean)[];
  /** What one of them costs a year in fen, paid all year; a range where the amount depends on more than these facts. */
  readonly leastFen: number | null;
  readonly mostFen: number | null;
  /** Undetermined parameters on which that depends. */
  readonly awaited: readonly string[];
}

/** The facts of few values that the amount of an allowance depends on; the people of a target are split by these. */
export function splitFacts({ amount, policy }: CompiledAllowance): Fact[] {
  return finiteFacts(amount.facts, policy);
}

/** The same, with the facts that its conditions read: what a row of a split may name. */
export function namedFacts({ facts, policy }: CompiledAllowance): Fact[] {
  return finiteFacts(facts, policy);
}

function finiteFacts(ids: readonly string[], { dictionary }: CompiledAllowance['policy']): Fact[] {
  return ids.map((id) => factOf(dictionary, id)).filter(({ type }) => type === 'enum' || type === 'boolean');
}

/** The key of a kind of people. @param values of the facts of {@link splitFacts}, in their order */
export function kindName(values: readonly FactValue[]): string {
  return JSON.stringify(values);
}

/** The kinds of each allowance of a plan, worked out once: many targets may ask for the same allowance. */
const KINDS = new WeakMap<CompiledAllowance, readonly TargetKind[]>();

/** Every kind of people who can be paid an allowance, in the order of the dictionary. */
export function kindsOf(plan: Plan, allowance: CompiledAllowance): readonly TargetKind[] {
  let kinds = KINDS.get(allowance);
  if (!kinds) {
    kinds = listKinds(plan, allowance);
    KINDS.set(allowance, kinds);
  }
  return kinds;
}

interface Range {
  readonly values: readonly (string | boolean)[];
  least: number | null;
  most: number | null;
  readonly awaited: Set<string>;
}

function listKinds(plan: Plan, allowance: CompiledAllowance): readonly TargetKind[] {
  const split = splitFacts(allowance);
  const ranges = new Map<string, Range>();
  const prices = pricesAlone(plan, allowance);
  try {
    for (const facts of combinations(plan.policy.dictionary, allowance)) {
      const values = split.map(({ index }) => facts[index] as string | boolean);
      const name = kindName(values);
      const range = ranges.get(name) ?? { values, least: null, most: null, awaited: new Set() };
      ranges.set(name, range);
      for (const priceOf of prices) {
        const { amountFen, missing } = priceOf(facts);
        for (const input of missing) if (input.code === 'no-figure') range.awaited.add(input.parameter);
        if (amountFen === null) continue;
        range.least = Math.min(amountFen, range.least ?? amountFen);
        range.most = Math.max(amountFen, range.most ?? amountFen);
      }
    }
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
    return [];
  }
  return [...ranges.values()]
    .filter(({ least, awaited }) => least !== null || awaited.size > 0)
    .map(({ values, least, most, awaited }) => ({ values, leastFen: least, mostFen: most, awaited: [...awaited] }));
}

/** Every combination of the finite facts that the allowance reads, in one row that is reused. */
function* combinations(dictionary: Dictionary, allowance: CompiledAllowance): Generator<FactValue[]> {
  const facts = allowance.facts.map((id) => factOf(dictionary, id));
  const row: FactValue[] = new Array(dictionary.facts.length).fill(null);
  function* fill(at: number): Generator<FactValue[]> {
    const fact = facts[at];
    if (!fact) {
      yield row;
      return;
    }
    for (const value of valuesOf(fact)) {
      row[fact.index] = value;
      yield* fill(at + 1);
    }
  }
  yield* fill(0);
}

function valuesOf(fact: Fact): FactValue[] {
  if (fact.type === 'enum') return Object.keys(fact.values);
  return fact.type === 'boolean' ? [true, false] : [null];
}
