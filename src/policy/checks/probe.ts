import { type FactValue, factOf } from '../../facts/dictionary.ts';
import { isChoice } from '../../words/choice.ts';
import { unique } from '../../words/word.ts';
import type { FaultParams, Finding, Step } from '../fault.ts';
import type { Desk } from './check.ts';

/** What the amounts of an allowance were seen to come to. */
export interface Reached {
  readonly parameters: Set<string>;
  /** Branches of matches, by {@link nameOf} of their paths. */
  readonly branches: Set<string>;
  /** What some teacher came to and was not there, each once. */
  readonly gaps: Map<string, Finding>;
}

type Row = readonly FactValue[];
type Describe = () => FaultParams;
type Step1 = (row: Row, describe: Describe) => void;

/** An amount under some readings, laid out so that it can be tried on many teachers. */
export interface Probe {
  /** Facts that choose a cell or a branch. */
  readonly facts: readonly string[];
  /** How much work a try is. */
  readonly size: number;
  /** Notes the cells and branches that a teacher comes to, and those that are lacking. */
  probe(row: Row, describe: Describe): void;
}

/** Keys of amounts that name one figure outright. */
const FIGURES = ['percent', 'yearly', 'since'];

/** One name for a path, to keep it in a set. */
export function nameOf(path: readonly Step[]): string {
  return JSON.stringify(path);
}

/** Lays out an amount. What is no table and no match is what its parts are, so a new word needs nothing here. */
export function probeAmount(desk: Desk, node: unknown, at: readonly Step[], chosen: (reading: string) => string, reached: Reached): Probe {
  const facts: string[] = [];
  let size = 0;
  const gap = (path: readonly Step[], code: 'gap' | 'no-branch', params: FaultParams, describe: Describe) => {
    const name = nameOf([...path, code, ...Object.values(params).map(String)]);
    if (!reached.gaps.has(name)) reached.gaps.set(name, { path, code, params: { ...params, ...describe() } });
  };

  const lay = (one: unknown, path: readonly Step[]): Step1[] => {
    if (typeof one !== 'object' || one === null) return [];
    size++;
    if (Array.isArray(one)) return one.flatMap((part, index) => lay(part, [...path, index]));
    if (isChoice(one)) {
      const option = chosen(one.reading);
      return lay(one[option], [...path, option]);
    }
    const { match, amounts, parameter, by, ...others } = one as Record<string, unknown>;
    const steps = Object.entries(others).flatMap(([key, part]) => lay(part, [...path, key]));
    for (const key of FIGURES) {
      const name = others[key];
      if (typeof name === 'string') steps.push(() => reached.parameters.add(name));
    }
    if (typeof match === 'string') steps.push(layMatch(match, Object(amounts), path));
    if (typeof parameter === 'string') steps.push(layTable(parameter, (by ?? []) as string[], path));
    return steps;
  };

  const layMatch = (id: string, amounts: Record<string, unknown>, path: readonly Step[]): Step1 => {
    facts.push(id);
    const fact = factOf(desk.dictionary, id);
    const branches = new Map(
      Object.entries(amounts).map(([value, part]) => {
        const branch = [...path, 'amounts', value];
        return [value, { name: nameOf(branch), steps: lay(part, branch) }];
      }),
    );
    return (row, describe) => {
      const value = String(row[fact.index]);
      const branch = branches.get(value);
      if (!branch) return gap([...path, 'amounts'], 'no-branch', { fact: id, value }, describe);
      reached.branches.add(branch.name);
      for (const step of branch.steps) step(row, describe);
    };
  };

  const layTable = (parameter: string, by: readonly string[], path: readonly Step[]): Step1 => {
    facts.push(...by);
    const places = by.map((id) => factOf(desk.dictionary, id).index);
    return (row, describe) => {
      const key = places.reduce((name, place) => `${name}/${String(row[place])}`, parameter);
      if (desk.parameters.has(key)) reached.parameters.add(key);
      else gap(path, 'gap', { parameter: key }, describe);
    };
  };

  const steps = lay(node, at);
  return {
    facts: unique(facts),
    size: size + 1,
    probe: (row, describe) => {
      for (const step of steps) step(row, describe);
    },
  };
}
