import { ASK } from '../../words/grammar/choice.ts';
import type { Step } from '../reading/fault.ts';
import { type Check, type CheckContext, own } from './check.ts';
import { checkNames } from './names.ts';

/** Everything that a policy names is defined: facts and their values, parameters, months, allowances; choices have a check of their own. */
export const checkReferences: Check = (context) => {
  const { document, dictionary, report } = context;
  const facts = (id: string) => dictionary.byId.get(id);
  for (const [index, id] of document.requires.entries()) {
    const fact = facts(id);
    if (!fact) report(['requires', index], 'no-fact', { fact: id });
    else if (fact.derived) report(['requires', index], 'derived-required', { fact: id });
  }
  for (const id of Object.keys(document.places)) {
    const fact = facts(id);
    if (!fact) report(['places', id], 'no-fact', { fact: id });
    else if (fact.type !== 'boolean' || !fact.place) report(['places', id], 'not-a-place-fact', { fact: id });
  }
  for (const [id, { default: option, options }] of Object.entries(document.readings)) {
    if (option !== ASK && !own(options, option))
      report(['readings', id, 'default'], 'no-option', { option, reading: id, allowed: [...Object.keys(options), ASK] });
  }
  for (const key of Object.keys(document.parameters)) checkTable(context, key);
  checkNames(context);
};

/** The keys of a table are values of the facts that it is laid out by, and every branch goes as deep as there are facts. */
function checkTable({ document, dictionary, report }: CheckContext, key: string): void {
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
