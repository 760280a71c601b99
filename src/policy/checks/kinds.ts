import { type Fact, type FactValue, factOf } from '../../facts/dictionary.ts';
import { decodeFact } from '../../facts/value.ts';
import { type CompiledDerivation, compileDerivations } from '../../words/derive.ts';
import type { FactTest } from '../../words/grammar/fact-test.ts';
import { leastCode } from '../../words/grammar/number.ts';
import type { Slot } from '../../words/grammar/slots.ts';
import { type Settings, unique } from '../../words/grammar/word.ts';
import { type Stand, visitSlot } from '../../words/stands.ts';
import { factsIn } from '../document/added-facts.ts';
import type { DerivationNode } from '../document/schema.ts';
import { DERIVATION } from '../document/slots.ts';
import type { FaultParams } from '../reading/fault.ts';
import { type CheckContext, own } from './check.ts';
import { pointsOf } from './points.ts';
import { describeFacts } from './teacher.ts';

/** A part of a policy that is tried out. */
export interface Part {
  readonly slot: Slot;
  readonly node: unknown;
}

/** How many steps all trials of one file may still take. Facts that follow from the same others are tried once; what was found is kept. */
export interface Effort {
  left: number;
  readonly known: Map<string, readonly Tuple[]>;
}

type Tuple = readonly FactValue[];
/** Facts whose values depend on one another, and the combinations of values that they can have. */
interface Group {
  readonly facts: readonly Fact[];
  readonly tuples: readonly Tuple[];
}

/** The derived facts of one of some values behind some facts, in the order of the file. Years count as facts of their own. */
export function casesBehind({ document: { derive }, dictionary }: CheckContext, facts: Iterable<string>): [string, DerivationNode][] {
  const needed = new Set(facts);
  const listed = Object.entries(derive).filter(([id]) => dictionary.byId.get(id)?.type === 'enum');
  for (const [id, node] of listed.toReversed()) if (needed.has(id)) for (const one of factsIn(node)) needed.add(one);
  return listed.filter(([id]) => needed.has(id));
}

/** Parts with the derived facts behind what they read. */
export function withCases(context: CheckContext, parts: readonly Part[]): Part[] {
  const facts = new Set<string>();
  const reading = { fact: ({ node }: Stand<'fact'>) => facts.add(node), test: ({ fact }: Stand<'test'>) => facts.add(fact) };
  for (const { slot, node } of parts) visitSlot(slot, node, [], reading);
  return [...parts, ...casesBehind(context, facts).map(([, node]): Part => ({ slot: DERIVATION, node }))];
}

/** Every way to choose the options of the readings that some parts ask. */
export function* combinations({ document }: CheckContext, parts: readonly Part[]): Generator<ReadonlyMap<string, string>> {
  const readings = new Set<string>();
  const asking = { choice: ({ node: { reading } }: Stand<'choice'>) => readings.add(reading) };
  for (const { slot, node } of parts) visitSlot(slot, node, [], asking);
  const asked = [...readings];
  const chosen = new Map<string, string>();
  function* choose(depth: number): Generator<ReadonlyMap<string, string>> {
    const reading = asked[depth];
    if (reading === undefined) {
      yield chosen;
      return;
    }
    for (const option of Object.keys(own(document.readings, reading)?.options ?? {})) {
      chosen.set(reading, option);
      yield* choose(depth + 1);
    }
  }
  yield* choose(0);
}

/**
 * Every combination of the values of some facts that can occur, laid out as a row; one array is used for all. A derived fact has the values
 * that follow from the facts behind it; where its rules do not decide, it may be given as any of its values.
 *
 * @param parts what names the values that matter, {@link withCases}
 * @param effort where it is spent, the rows come to an end
 */
export function* rows(
  context: CheckContext,
  facts: readonly Fact[],
  parts: readonly Part[],
  settings: Settings,
  effort: Effort,
): Generator<readonly FactValue[]> {
  const row: FactValue[] = new Array(context.dictionary.facts.length).fill(null);
  const groups = groupsOf(context, facts, parts, settings, effort);
  function* lay(depth: number): Generator<readonly FactValue[]> {
    const group = groups[depth];
    if (!group) {
      yield row;
      return;
    }
    for (const tuple of group.tuples) {
      for (const [place, fact] of group.facts.entries()) row[fact.index] = tuple[place] as FactValue;
      yield* lay(depth + 1);
    }
  }
  if (effort.left >= 0) yield* lay(0);
}

/** A derived fact, and the facts behind it that are not of its kind. */
interface Behind {
  readonly derivation: CompiledDerivation;
  readonly roots: readonly string[];
}

/** Facts in groups that are independent of each other. */
function groupsOf(context: CheckContext, facts: readonly Fact[], parts: readonly Part[], settings: Settings, effort: Effort): Group[] {
  const { dictionary } = context;
  const listed = casesBehind(
    context,
    facts.map(({ id }) => id),
  );
  const derivations = compileDerivations(Object.fromEntries(listed), settings);
  const rootsOf = new Map<string, readonly string[]>();
  for (const [id, node] of listed) rootsOf.set(id, unique([...factsIn(node)].flatMap((one) => rootsOf.get(one) ?? [one])));
  let clusters: { roots: readonly string[]; members: readonly Behind[] }[] = [];
  for (const derivation of derivations) {
    const roots = rootsOf.get(derivation.fact) as readonly string[];
    const touched = clusters.filter((one) => one.roots.some((root) => roots.includes(root)));
    const members = [...touched.flatMap((one) => one.members), { derivation, roots }];
    clusters = [
      ...clusters.filter((one) => !touched.includes(one)),
      { roots: unique([...touched.flatMap((one) => one.roots), ...roots]), members },
    ];
  }
  const grouped = new Set(clusters.flatMap(({ roots, members }) => [...roots, ...members.map(({ derivation }) => derivation.fact)]));
  const alone = facts
    .filter(({ id }) => !grouped.has(id))
    .map(
      (fact): Group => ({
        facts: [fact],
        tuples: valuesOf(fact, parts).map((value) => [value]),
      }),
    );
  const together = clusters.map(({ roots, members }): Group => {
    const wanted = facts.filter(({ id }) => roots.includes(id) || members.some(({ derivation }) => derivation.fact === id));
    const domains = roots.map((root): Group => {
      const fact = factOf(dictionary, root);
      return { facts: [fact], tuples: valuesOf(fact, parts).map((value) => [value]) };
    });
    const chain = derivations.filter((one) => members.some(({ derivation }) => derivation === one));
    const asked = unique(chain.flatMap(({ readings }) => readings)).map((reading) => settings.chosen(reading));
    const key = JSON.stringify([chain.map(({ fact }) => fact), wanted.map(({ id }) => id), domains.map(({ tuples }) => tuples), asked]);
    const tuples = effort.known.get(key) ?? occurring(context, domains, chain, wanted, effort);
    effort.known.set(key, tuples);
    return { facts: wanted, tuples };
  });
  return [...alone, ...together];
}

/** The distinct combinations of values of some facts that come about where others have all theirs. */
function occurring(
  { dictionary, document: { derive } }: CheckContext,
  domains: readonly Group[],
  chain: readonly CompiledDerivation[],
  wanted: readonly Fact[],
  effort: Effort,
): Tuple[] {
  const row: FactValue[] = new Array(dictionary.facts.length).fill(null);
  const found = new Map<string, Tuple>();
  const cost = chain.reduce((sum, { fact }) => sum + weigh(own(derive, fact)), 0);
  const deriveFrom = (depth: number): void => {
    const derivation = chain[depth];
    if (!derivation) {
      const tuple = wanted.map(({ index }) => row[index] as FactValue);
      found.set(JSON.stringify(tuple), tuple);
      return;
    }
    const value = derivation.derive({ facts: row, start: 0 });
    const fact = factOf(dictionary, derivation.fact);
    for (const one of value === null && fact.type === 'enum' ? Object.keys(fact.values) : [value]) {
      row[derivation.index] = one;
      deriveFrom(depth + 1);
    }
  };
  const lay = (depth: number): void => {
    if (effort.left < 0) return;
    const domain = domains[depth];
    if (!domain) {
      effort.left -= cost;
      deriveFrom(0);
      return;
    }
    for (const [value] of domain.tuples) {
      row[(domain.facts[0] as Fact).index] = value as FactValue;
      lay(depth + 1);
    }
  };
  lay(0);
  return [...found.values()];
}

/** A policy under some readings, without a run: no figure and no pay scale is known. */
export function settingsOf({ dictionary }: CheckContext, readings: ReadonlyMap<string, string>): Settings {
  return { dictionary, year: 0, scales: [], figure: () => [], chosen: (reading) => readings.get(reading) ?? '' };
}

/** A teacher as a counterexample, and the readings. */
export function describe(
  { dictionary }: CheckContext,
  facts: readonly Fact[],
  row: readonly FactValue[],
  readings: ReadonlyMap<string, string>,
): FaultParams {
  const teacher = describeFacts(dictionary, new Map(facts.map((fact) => [fact.id, row[fact.index] ?? null])));
  return { ...teacher, readings: [...readings].map(([reading, option]) => `${reading}=${option}`) };
}

/** How many values a tree has: what it costs to judge it once. */
export function weigh(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce<number>((total, part) => total + weigh(part), 1);
}

/** The values of a fact that differ to the conditions of some parts, and one in each of their bands. */
function valuesOf(fact: Fact, parts: readonly Part[]): FactValue[] {
  const tests: FactTest[] = [];
  const testing = {
    test: ({ fact: id, node }: Stand<'test'>) => id === fact.id && tests.push(node as FactTest),
    byBand({ fact: id, node: bands }: Stand<'byBand'>) {
      if (id !== fact.id) return;
      for (const { from } of bands) tests.push(decodeFact(fact, leastCode(from, fact)) as number | string);
    },
  };
  for (const { slot, node } of parts) visitSlot(slot, node, [], testing);
  return pointsOf(fact, tests);
}
