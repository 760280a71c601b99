import type { Dictionary, Fact } from '../facts/dictionary.ts';
import { isChoice } from '../words/choice.ts';
import { listParameters } from './figures.ts';
import type { PolicyDocument } from './schema.ts';

type Step = string | number;
interface Finding {
  readonly path: readonly Step[];
  readonly message: string;
}

/** Checks that everything a policy names is there: facts and their values, readings and their options, parameters, months, allowances. */
export function checkReferences(document: PolicyDocument, dictionary: Dictionary): Finding[] {
  const found: Finding[] = [];
  const report = (path: readonly Step[], message: string) => found.push({ path, message });
  const parameters = listParameters(document);
  const need = (has: boolean, path: readonly Step[], what: string) => {
    if (!has) report(path, `there is no ${what}`);
  };

  for (const [index, id] of document.requires.entries()) need(dictionary.byId.has(id), ['requires', index], `fact ${id}`);
  for (const id of Object.keys(document.places)) need(dictionary.byId.has(id), ['places', id], `fact ${id}`);
  for (const [id, reading] of Object.entries(document.readings)) {
    need(reading.default in reading.options, ['readings', id, 'default'], `option ${reading.default}`);
  }
  for (const [key, parameter] of Object.entries(document.parameters)) checkTable(key, parameter, dictionary, report);

  for (const [id, allowance] of Object.entries(document.allowances)) {
    const at = ['allowances', id];
    checkChoices(allowance, at, document, report);
    checkCondition(allowance.when, [...at, 'when'], dictionary, report);
    for (const name of leavesOf(allowance.months, document)) need(name in document.months, [...at, 'months'], `set of months ${name}`);
    const { pays } = allowance;
    if ('once' in pays && dictionary.byId.get(pays.once)?.type !== 'date')
      report([...at, 'pays', 'once'], `${pays.once} is not a date fact`);
    checkAmount(pays.amount, [...at, 'pays', 'amount'], dictionary, parameters, report);
  }
  document.stacking.forEach((group, index) => {
    checkChoices(group.keep, ['stacking', index, 'keep'], document, report);
    for (const id of group.allowances) need(id in document.allowances, ['stacking', index, 'allowances'], `allowance ${id}`);
  });
  for (const [id, envelope] of Object.entries(document.envelopes)) {
    need(parameters.has(envelope.parameter), ['envelopes', id, 'parameter'], `parameter ${envelope.parameter}`);
    for (const [part, { parameter }] of Object.entries(envelope.parts ?? {})) {
      need(parameters.has(parameter), ['envelopes', id, 'parts', part, 'parameter'], `parameter ${parameter}`);
    }
  }
  for (const [id, check] of Object.entries(document.checks)) {
    if (check.kind === 'multiple-of-line') need(parameters.has(check.line), ['checks', id, 'line'], `parameter ${check.line}`);
  }
  for (const [id, { count, parts }] of Object.entries(document.headcounts)) {
    const sum = Object.values(parts ?? {}).reduce((total, part) => total + part.count, 0);
    if (parts && sum > count) report(['headcounts', id, 'parts'], `the parts are ${sum}, more than the ${count} of the whole`);
  }
  for (const [id, { count, costOf }] of Object.entries(document.targets)) {
    checkChoices(count, ['targets', id, 'count'], document, report);
    if (costOf) need(costOf in document.allowances, ['targets', id, 'costOf'], `allowance ${costOf}`);
  }
  return found;
}

type Report = (path: readonly Step[], message: string) => void;

/** The keys of a table must be values of the facts it is laid out by. */
function checkTable(key: string, parameter: PolicyDocument['parameters'][string], dictionary: Dictionary, report: Report): void {
  const walk = (tree: unknown, by: readonly string[], path: readonly Step[]): void => {
    const [id, ...rest] = by;
    if (id === undefined) return;
    const fact = dictionary.byId.get(id);
    if (fact?.type !== 'enum') {
      report(['parameters', key, 'by'], `${id} is not a fact with a list of values`);
      return;
    }
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
      report(path, `needs a figure for each ${id}`);
      return;
    }
    for (const [value, branch] of Object.entries(tree)) {
      if (!(value in fact.values)) report([...path, value], `${value} is not a value of ${id}`);
      walk(branch, rest, [...path, value]);
    }
  };
  walk(parameter.values, parameter.by ?? [], ['parameters', key, 'values']);
}

/** Every choice by a reading, wherever it stands, names a reading and gives a value to each of its options and to no other. */
function checkChoices(node: unknown, path: readonly Step[], document: PolicyDocument, report: Report): void {
  if (typeof node !== 'object' || node === null) return;
  if (isChoice(node)) {
    const { reading: id, ...options } = node;
    const reading = document.readings[id];
    if (!reading) {
      report([...path, 'reading'], `there is no reading ${id}`);
      return;
    }
    const given = Object.keys(options);
    for (const option of given) if (!(option in reading.options)) report([...path, option], `${option} is not an option of ${id}`);
    if (given.length > 0)
      for (const option of Object.keys(reading.options)) if (!(option in options)) report(path, `no value for ${option} of ${id}`);
  }
  for (const [key, value] of Object.entries(node))
    checkChoices(value, [...path, Array.isArray(node) ? Number(key) : key], document, report);
}

/** The values that a choice of plain names can come to. */
function leavesOf(node: unknown, document: PolicyDocument): string[] {
  if (typeof node === 'string') return [node];
  if (!isChoice(node)) return [];
  const { reading, ...options } = node;
  const values = Object.values(options);
  return values.length > 0 ? values.flatMap((value) => leavesOf(value, document)) : Object.keys(document.readings[reading]?.options ?? {});
}

function checkCondition(node: unknown, path: readonly Step[], dictionary: Dictionary, report: Report): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const [index, part] of node.entries()) checkCondition(part, [...path, index], dictionary, report);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'reading' && isChoice(node)) continue;
    if (key === 'any' || key === 'not' || isChoice(node)) checkCondition(value, [...path, key], dictionary, report);
    else checkTest(key, value, [...path, key], dictionary, report);
  }
}

function checkTest(id: string, wanted: unknown, path: readonly Step[], dictionary: Dictionary, report: Report): void {
  const fact = dictionary.byId.get(id);
  if (!fact) {
    report(path, `there is no fact ${id}`);
    return;
  }
  const values = typeof wanted === 'object' && wanted !== null && 'not' in wanted ? wanted.not : wanted;
  for (const value of Array.isArray(values) ? values : [values])
    if (!isValue(fact, value)) report(path, `${String(value)} is not a value of ${id}`);
}

function isValue(fact: Fact, value: unknown): boolean {
  if (fact.type === 'enum') return typeof value === 'string' && value in fact.values;
  if (fact.type === 'boolean') return typeof value === 'boolean';
  if (fact.type === 'integer') return typeof value === 'number' && value >= fact.minimum && value <= fact.maximum;
  return fact.type === 'text' && typeof value === 'string';
}

function checkAmount(
  node: unknown,
  path: readonly Step[],
  dictionary: Dictionary,
  parameters: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  if (typeof node !== 'object' || node === null) return;
  const at = node as Record<string, unknown>;
  const facts = [
    ...(Array.isArray(at.by) ? at.by : []),
    ...('match' in at ? [at.match] : []),
    ...('fact' in at ? [at.fact] : []),
    ...('units' in at ? [at.units] : []),
    ...('stepUp' in at ? [at.stepUp, at.given] : []),
  ];
  for (const id of facts) if (!dictionary.byId.has(String(id))) report(path, `there is no fact ${String(id)}`);
  for (const id of [at.fact, at.given])
    if (typeof id === 'string' && dictionary.byId.get(id)?.type !== 'money') report(path, `${id} is not a money fact`);
  for (const id of [at.units, at.stepUp])
    if (typeof id === 'string' && dictionary.byId.get(id)?.type !== 'integer') report(path, `${id} is not an integer fact`);
  for (const key of ['parameter', 'percent', 'yearly', 'since']) {
    const name = at[key];
    if (typeof name !== 'string') continue;
    const there = at.by && key === 'parameter' ? [...parameters.keys()].some((one) => one.startsWith(`${name}/`)) : parameters.has(name);
    if (!there) report([...path, key], `there is no parameter ${name}`);
  }
  for (const [key, value] of Object.entries(node))
    checkAmount(value, [...path, Array.isArray(node) ? Number(key) : key], dictionary, parameters, report);
}
