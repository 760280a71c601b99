import { isChoice } from '../../words/choice.ts';
import type { Step } from '../fault.ts';
import type { FigureTree } from '../schema.ts';
import { type Check, type Desk, visitNodes } from './check.ts';
import { namesOf } from './choices.ts';

/**
 * Whatever a policy declares, something uses: its figures down to the cell, readings, sets of months, lists of places.
 *
 * @param reached the parameters that some teacher's amount comes to, by key
 */
export function checkUnused(reached: ReadonlySet<string>): Check {
  return (desk) => {
    const { document, report } = desk;
    const used = new Set([...reached, ...outright(desk)]);
    for (const key of Object.keys(document.parameters)) checkParameter(desk, key, used);
    checkReadings(desk);
    const months = new Set(
      Object.values(document.allowances).flatMap((allowance) => namesOf(allowance.months, [], document).map(({ name }) => name)),
    );
    for (const name of Object.keys(document.months)) if (!months.has(name)) report(['months', name], 'unused-months', { name });
    const facts = factsRead(desk);
    for (const fact of Object.keys(document.places)) if (!facts.has(fact)) report(['places', fact], 'unused-place', { fact });
    for (const fact of Object.keys(document.facts)) if (!facts.has(fact)) report(['facts', fact], 'unused-fact', { fact });
  };
}

/** Parameters that are named outside of amounts. */
function outright({ document: { allowances, envelopes, checks } }: Desk): string[] {
  return [
    ...Object.values(allowances).flatMap(({ funding = [] }) => funding.flatMap(({ share }) => share ?? [])),
    ...Object.values(envelopes).flatMap(({ parameter, parts }) => [parameter, ...Object.values(parts ?? {}).map((part) => part.parameter)]),
    ...Object.values(checks).flatMap((check) => (check.kind === 'multiple-of-line' ? [check.line] : [])),
  ];
}

function checkParameter({ document, report }: Desk, key: string, used: ReadonlySet<string>): void {
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
function checkReadings({ document, report }: Desk): void {
  const choices = new Map<string, Record<string, unknown>[]>();
  visitNodes([document.allowances, document.stacking, document.targets], [], (node) => {
    if (!isChoice(node)) return;
    const { reading, ...values } = node;
    const found = choices.get(reading);
    if (found) found.push(values);
    else choices.set(reading, [values]);
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

/** The facts that something reads: a condition, an amount, the rhythm, a cap, or another fact. */
function factsRead({ document }: Desk): Set<string> {
  const facts = new Set<string>();
  for (const { when, pays, starts, stops } of Object.values(document.allowances)) {
    if ('once' in pays) facts.add(pays.once);
    for (const id of [starts?.after, stops?.at]) if (id !== undefined) facts.add(id);
    visitNodes(when, [], (node) => {
      if (isChoice(node)) return;
      for (const key of Object.keys(node)) facts.add(key);
    });
    // whatever the word, a fact is named by its id
    visitNodes(pays.amount, [], (node) => {
      for (const id of Object.values(node).flat()) if (typeof id === 'string') facts.add(id);
    });
  }
  visitNodes(document.stacking, [], (node) => {
    if (Array.isArray(node.by) && !isChoice(node)) for (const id of node.by) facts.add(String(id));
  });
  for (const fact of Object.values(document.facts)) {
    const places = fact.type === 'boolean' && fact.place ? Object.values(fact.place) : [];
    for (const id of [...fact.follows, ...places]) facts.add(id);
  }
  return facts;
}
