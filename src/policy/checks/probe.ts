import { type FactValue, factOf } from '../../facts/dictionary.ts';
import { compileConditions } from '../../words/condition.ts';
import { leastCode } from '../../words/grammar/number.ts';
import type { Slot } from '../../words/grammar/slots.ts';
import { HOLDS, type Settings, unique } from '../../words/grammar/word.ts';
import { type MetKind, partsOf, type Stand, standIn } from '../../words/stands.ts';
import type { FaultParams, Finding, Step } from '../reading/fault.ts';
import type { CheckContext } from './check.ts';

/** What the amounts of an allowance reached. */
export interface Reached {
  readonly parameters: Set<string>;
  /** What is paid for one value of a fact, and conditions within an amount that held, by {@link nameOf} of their paths. */
  readonly branches: Set<string>;
  /** Gaps that some teacher reached, each once. */
  readonly gaps: Map<string, Finding>;
}

type Row = readonly FactValue[];
type Describe = () => FaultParams;
type Step1 = (row: Row, describe: Describe) => unknown;

/** An amount under some readings, laid out so that it can be tried on many teachers. */
export interface Probe {
  /** Facts that choose a cell or a branch. */
  readonly facts: readonly string[];
  /** How much work a try is. */
  readonly size: number;
  /** Notes the cells and branches that a teacher comes to, and those that are missing. */
  probe(row: Row, describe: Describe): void;
}

/** One name for a path, to keep it in a set. */
export function nameOf(path: readonly Step[]): string {
  return JSON.stringify(path);
}

/** For each kind of what an amount holds, how it is laid out; what it is made of is, where nothing else is said. */
type Laying = { readonly [K in MetKind]: ((stand: Stand<K>) => Step1[]) | null };

/** Lays out an amount, or what stands in its place, under some readings. */
export function probeAmount(
  context: CheckContext,
  slot: Slot,
  node: unknown,
  at: readonly Step[],
  settings: Settings,
  reached: Reached,
): Probe {
  const facts: string[] = [];
  let size = 0;
  const gap = (path: readonly Step[], code: 'gap' | 'no-branch' | 'no-band', params: FaultParams, describe: Describe) => {
    const name = nameOf([...path, code, ...Object.values(params).map(String)]);
    if (!reached.gaps.has(name)) reached.gaps.set(name, { path, code, params: { ...params, ...describe() } });
  };

  const layIn = (of: Slot, one: unknown, path: readonly Step[]): Step1[] => {
    const stand = standIn(of, one, path);
    return stand ? lay(stand) : [];
  };
  const lay = (stand: Stand): Step1[] => {
    if (typeof stand.node === 'object') size++;
    const laid = LAYING[stand.kind] as ((stand: Stand) => Step1[]) | null;
    return laid ? laid(stand) : partsOf(stand).flatMap(lay);
  };
  const LAYING: Laying = {
    choice({ of, node: { reading, ...options }, path }) {
      const option = settings.chosen(reading);
      return layIn(of, options[option], [...path, option]);
    },
    figure: ({ node: name }) => [() => reached.parameters.add(name)],
    table({ node: parameter, by = [], path }) {
      facts.push(...by);
      const places = by.map((id) => factOf(context.dictionary, id).index);
      const step: Step1 = (row, describe) => {
        const key = places.reduce((name, place) => `${name}/${String(row[place])}`, parameter);
        if (context.parameters.has(key)) reached.parameters.add(key);
        else gap(path.slice(0, -1), 'gap', { parameter: key }, describe);
      };
      return [step];
    },
    byValue({ slot: { of }, fact: id, node, path }) {
      facts.push(id);
      const { index } = factOf(context.dictionary, id);
      const branches = new Map(
        Object.entries(node).map(([value, part]) => {
          const branch = [...path, value];
          return [value, { name: nameOf(branch), steps: layIn(of, part, branch) }];
        }),
      );
      const step: Step1 = (row, describe) => {
        const value = String(row[index]);
        const branch = branches.get(value);
        if (!branch) return gap(path, 'no-branch', { fact: id, value }, describe);
        reached.branches.add(branch.name);
        for (const next of branch.steps) next(row, describe);
      };
      return [step];
    },
    byBand({ slot: { of }, fact: id, node, path }) {
      facts.push(id);
      const fact = factOf(context.dictionary, id);
      const bands = node.map(({ from, amount }, index) => {
        const at = [...path, index];
        return { from: leastCode(from, fact), name: nameOf(at), steps: layIn(of, amount, [...at, 'amount']) };
      });
      const step: Step1 = (row, describe) => {
        const code = row[fact.index] as number;
        const band = bands.findLast(({ from }) => from <= code);
        if (!band) return gap(path, 'no-band', { fact: id, from: String(node[0]?.from) }, describe);
        reached.branches.add(band.name);
        for (const next of band.steps) next(row, describe);
      };
      return [step];
    },
    condition({ node: condition, path }) {
      const parts = compileConditions(condition, settings);
      facts.push(...parts.flatMap((part) => part.facts));
      const name = nameOf(path);
      return [(row) => parts.every((part) => part.judge({ facts: row, start: 0 }) === HOLDS) && reached.branches.add(name)];
    },
    amount: null,
    test: null,
    fact: null,
    kindOf: null,
    named: null,
    oneOf: null,
    value: null,
    mapping: null,
    list: null,
    record: null,
  };

  const steps = layIn(slot, node, at);
  return {
    facts: unique(facts),
    size: size + 1,
    probe: (row, describe) => {
      for (const step of steps) step(row, describe);
    },
  };
}
