import type { FigureTree, PolicyDocument } from '../document/schema.ts';
import { visitPolicy } from '../document/stands.ts';
import { factsNamed } from '../document/usage.ts';
import type { Step } from '../reading/fault.ts';
import { type Check, type CheckContext, own } from './check.ts';

/**
 * Everything that a policy declares is used: its figures down to the cell, readings, sets of months, lists of places, derived facts.
 *
 * @param reached the parameters that some teacher's amount comes to, by key
 */
export function checkUnused(reached: ReadonlySet<string>): Check {
  return (context) => {
    const { document, report } = context;
    const used = new Set([...reached, ...outright(document)]);
    for (const key of Object.keys(document.parameters)) checkParameter(context, key, used);
    checkReadings(context);
    const months = monthsNamed(document);
    for (const name of Object.keys(document.months)) if (!months.has(name)) report(['months', name], 'unused-months', { name });
    const facts = factsRead(document);
    for (const fact of Object.keys(document.places)) if (!facts.has(fact)) report(['places', fact], 'unused-place', { fact });
    for (const section of ['facts', 'derive'] as const)
      for (const fact of Object.keys(document[section])) if (!facts.has(fact)) report([section, fact], 'unused-fact', { fact });
  };
}

/** Parameters that are named outside of amounts. */
function outright(document: PolicyDocument): string[] {
  const keys: string[] = [];
  visitPolicy(document, { amount: () => false, figure: ({ node }) => keys.push(node) });
  return keys;
}

/** Sets of months that allowances have, also those that an option of a reading names. */
function monthsNamed(document: PolicyDocument): Set<string> {
  const names = new Set<string>();
  visitPolicy(document, {
    named: ({ slot, node }) => slot.section === 'months' && names.add(node),
    choice({ of, node: { reading, ...values } }) {
      if (of.kind !== 'choosable' || of.of.kind !== 'named' || Object.keys(values).length > 0) return;
      for (const option of Object.keys(own(document.readings, reading)?.options ?? {})) names.add(option);
    },
  });
  return names;
}

function checkParameter({ document, report }: CheckContext, key: string, used: ReadonlySet<string>): void {
  const node = document.parameters[key];
  const cells = cellsOf(node?.values ?? null, key, ['parameters', key, 'values']);
  if (node?.values === undefined ? used.has(key) : cells.some((cell) => used.has(cell.key))) {
    if (node?.values === undefined) return;
    for (const cell of cells) if (!used.has(cell.key)) report(cell.path, 'unreachable-cell', { parameter: cell.key });
    return;
  }
  report(['parameters', key], 'unused-parameter', { parameter: key });
}

function cellsOf(tree: FigureTree, key: string, path: readonly Step[]): { key: string; path: readonly Step[] }[] {
  if (tree === null || typeof tree === 'string' || Array.isArray(tree)) return [{ key, path }];
  return Object.entries(tree).flatMap(([step, branch]) => cellsOf(branch, `${key}/${step}`, [...path, step]));
}

/** A reading decides something, and each two of its options somewhere decide differently. */
function checkReadings({ document, report }: CheckContext): void {
  const choices = new Map<string, Record<string, unknown>[]>();
  visitPolicy(document, {
    choice({ node: { reading, ...values } }) {
      const found = choices.get(reading);
      if (found) found.push(values);
      else choices.set(reading, [values]);
    },
  });
  for (const [id, { options }] of Object.entries(document.readings)) {
    const places = choices.get(id);
    if (!places) {
      report(['readings', id], 'unused-reading', { reading: id });
      continue;
    }
    // what an option decides, wherever it is asked: two options that decide the same everywhere are one
    const first = new Map<string, string>();
    for (const option of Object.keys(options)) {
      const decides = JSON.stringify(places.map((values) => (Object.keys(values).length === 0 ? option : values[option])));
      const same = first.get(decides);
      if (same !== undefined) report(['readings', id, 'options', option], 'option-without-effect', { reading: id, option, same });
      else first.set(decides, option);
    }
  }
}

/** The facts that something reads: the rules, or another fact. */
function factsRead(document: PolicyDocument): Set<string> {
  const facts = factsNamed(document);
  for (const fact of Object.values(document.facts)) {
    const places = fact.type === 'boolean' && fact.place ? Object.values(fact.place) : [];
    for (const id of [...fact.follows, ...places]) facts.add(id);
  }
  return facts;
}
