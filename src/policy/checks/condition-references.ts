import type { Fact } from '../../facts/dictionary.ts';
import { isChoice } from '../../words/choice.ts';
import type { Step } from '../fault.ts';
import { type Desk, own } from './check.ts';

/** The facts that a condition tests are there, and have the values that it names. */
export function checkCondition(desk: Desk, node: unknown, path: readonly Step[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const [index, part] of node.entries()) checkCondition(desk, part, [...path, index]);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (isChoice(node)) {
      if (key !== 'reading') checkCondition(desk, value, [...path, key]);
    } else if (key === 'any' || key === 'not') checkCondition(desk, value, [...path, key]);
    else checkTest(desk, key, value, [...path, key]);
  }
}

function checkTest({ dictionary, report }: Desk, id: string, wanted: unknown, path: readonly Step[]): void {
  const fact = dictionary.byId.get(id);
  if (!fact) {
    report(path, 'no-fact', { fact: id });
    return;
  }
  const values = typeof wanted === 'object' && wanted !== null && 'not' in wanted ? wanted.not : wanted;
  for (const value of Array.isArray(values) ? values : [values])
    if (!isValue(fact, value)) report(path, 'no-value', { value: String(value), fact: id, allowed: allowedOf(fact) });
}

function isValue(fact: Fact, value: unknown): boolean {
  if (fact.type === 'enum') return typeof value === 'string' && own(fact.values, value) !== undefined;
  if (fact.type === 'boolean') return typeof value === 'boolean';
  if (fact.type === 'integer') return typeof value === 'number' && value >= fact.minimum && value <= fact.maximum;
  return fact.type === 'text' && typeof value === 'string';
}

function allowedOf(fact: Fact): string[] {
  if (fact.type === 'enum') return Object.keys(fact.values);
  if (fact.type === 'boolean') return ['true', 'false'];
  return fact.type === 'integer' ? [`${fact.minimum}–${fact.maximum}`] : [];
}
