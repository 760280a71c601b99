import { isChoice } from '../../words/choice.ts';
import type { Step } from '../fault.ts';
import { checkAmount } from './amount-references.ts';
import { type Desk, own } from './check.ts';
import { namesOf } from './choices.ts';
import { checkCondition } from './condition-references.ts';

/** Everything that a policy names is there: facts and their values, parameters, months, allowances; choices are checked by themselves. */
export function checkReferences(desk: Desk): void {
  const { document, dictionary, parameters, report } = desk;
  const facts = (id: string) => dictionary.byId.get(id);
  const allowance = (id: string, path: readonly Step[]) => {
    if (!own(document.allowances, id)) report(path, 'no-allowance', { allowance: id, allowed: Object.keys(document.allowances) });
  };
  const parameter = (key: string, path: readonly Step[]) => {
    if (!parameters.has(key)) report(path, 'no-parameter', { parameter: key });
  };

  for (const [index, id] of document.requires.entries()) if (!facts(id)) report(['requires', index], 'no-fact', { fact: id });
  for (const id of Object.keys(document.places)) {
    const fact = facts(id);
    if (!fact) report(['places', id], 'no-fact', { fact: id });
    else if (fact.type !== 'boolean' || !fact.place) report(['places', id], 'not-a-place-fact', { fact: id });
  }
  for (const [id, { default: option, options }] of Object.entries(document.readings)) {
    if (!own(options, option)) report(['readings', id, 'default'], 'no-option', { option, reading: id, allowed: Object.keys(options) });
  }
  for (const key of Object.keys(document.parameters)) checkTable(desk, key);

  for (const [id, { when, months, pays, starts, stops }] of Object.entries(document.allowances)) {
    const at = ['allowances', id];
    checkCondition(desk, when, [...at, 'when']);
    for (const { name, path } of namesOf(months, [...at, 'months'], document)) {
      // an option that stands for itself has been told of as a bare choice
      if (!own(document.months, name) && !isBare(months)) report(path, 'no-months', { name, allowed: Object.keys(document.months) });
    }
    const date = (fact: string, path: readonly Step[]) => {
      const named = facts(fact);
      if (named?.type !== 'date' || named.monthly) report([...at, ...path], 'not-a-date-fact', { fact });
    };
    if ('once' in pays) date(pays.once, ['pays', 'once']);
    if (starts) date(starts.after, ['starts', 'after']);
    if (stops) date(stops.at, ['stops', 'at']);
    checkAmount(desk, pays.amount, [...at, 'pays', 'amount']);
  }
  for (const [index, group] of document.stacking.entries()) {
    for (const [place, id] of group.allowances.entries()) allowance(id, ['stacking', index, 'allowances', place]);
    checkAmount(desk, group.cap, ['stacking', index, 'cap']);
  }
  for (const [id, envelope] of Object.entries(document.envelopes)) {
    parameter(envelope.parameter, ['envelopes', id, 'parameter']);
    for (const [part, node] of Object.entries(envelope.parts ?? {}))
      parameter(node.parameter, ['envelopes', id, 'parts', part, 'parameter']);
  }
  for (const [id, check] of Object.entries(document.checks))
    if (check.kind === 'multiple-of-line') parameter(check.line, ['checks', id, 'line']);
  for (const [id, { costOf }] of Object.entries(document.targets)) if (costOf) allowance(costOf, ['targets', id, 'costOf']);
}

function isBare(node: unknown): boolean {
  return isChoice(node) && Object.keys(node).length === 1;
}

/** The keys of a table are values of the facts that it is laid out by, and every branch goes as deep as there are facts. */
function checkTable({ document, dictionary, report }: Desk, key: string): void {
  const { by = [], values } = document.parameters[key] as { by?: string[]; values?: unknown };
  const walk = (tree: unknown, facts: readonly string[], path: readonly Step[]): void => {
    const [id, ...rest] = facts;
    const isTree = typeof tree === 'object' && tree !== null && !Array.isArray(tree);
    if (id === undefined) {
      if (isTree) report(path, 'one-figure');
      return;
    }
    const fact = dictionary.byId.get(id);
    if (fact?.type !== 'enum') {
      report(['parameters', key, 'by', by.indexOf(id)], fact ? 'not-a-list-fact' : 'no-fact', { fact: id });
      return;
    }
    if (!isTree) {
      report(path, 'figures-missing', { fact: id });
      return;
    }
    for (const [value, branch] of Object.entries(tree)) {
      if (!own(fact.values, value)) report([...path, value], 'no-value', { value, fact: id, allowed: Object.keys(fact.values) });
      walk(branch, rest, [...path, value]);
    }
  };
  walk(values, by, ['parameters', key, 'values']);
}
