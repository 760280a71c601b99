import type { Fact } from '../../facts/dictionary.ts';
import { boundsOf, isBounded } from '../../facts/value.ts';
import { intervalOf, isOrdered, readOrdered } from '../../words/conditions/fact-test.ts';
import { ENDS, type FactTest, type IntervalNode, isInterval, partsOfTest, type TestValue } from '../../words/grammar/fact-test.ts';
import type { FaultCode, FaultParams, Step } from '../reading/fault.ts';
import { own } from './check.ts';

type Report = (path: readonly Step[], code: FaultCode, params?: FaultParams) => void;

/** Everything that a test names is a value of its fact, and each interval has one end on a side and something within. */
export function checkFactTest(fact: Fact, test: FactTest, at: readonly Step[], report: Report): void {
  if (fact.type === 'periods') {
    report(at, 'periods-tested', { fact: fact.id });
    return;
  }
  const { negated, parts } = partsOfTest(test);
  const within = negated ? [...at, 'not'] : at;
  const isList = Array.isArray(negated ? (test as { not: unknown }).not : test);
  for (const [index, part] of parts.entries()) {
    const path = isList ? [...within, index] : within;
    if (isInterval(part)) checkInterval(fact, part, path, report);
    else checkValue(fact, part, path, report);
  }
}

function checkValue(fact: Fact, value: TestValue, path: readonly Step[], report: Report): void {
  if (isUnquoted(fact, value)) report(path, 'not-quoted', { value });
  else if (!isValue(fact, value)) report(path, 'no-value', { value: String(value), fact: fact.id, allowed: allowedOf(fact) });
}

function checkInterval(fact: Fact, node: IntervalNode, path: readonly Step[], report: Report): void {
  if (!isOrdered(fact)) {
    report(path, 'not-ordered', { fact: fact.id, allowed: allowedOf(fact) });
    return;
  }
  const ends = ENDS.flatMap((end) => (node[end] === undefined ? [] : [{ end, value: node[end] }]));
  const bad = ends.filter(({ value }) => readOrdered(fact, value) === null);
  for (const { end, value } of bad)
    report([...path, end], isUnquoted(fact, value) ? 'not-quoted' : 'not-a-threshold', { value: String(value), fact: fact.id });
  const twice = SIDES.find((side) => side.every((end) => node[end] !== undefined));
  if (twice) report(path, 'two-ends', { one: twice[0], other: twice[1] });
  else if (bad.length === 0 && isEmpty(fact, node))
    report(path, 'empty-interval', { interval: ends.map(({ end, value }) => `${end} ${value}`) });
}

const SIDES = [
  ['atLeast', 'above'],
  ['atMost', 'below'],
] as const;

/** Whether no value lies in an interval: of numbers and months, none at the distance at which they are counted. */
function isEmpty(fact: Fact, node: IntervalNode): boolean {
  const { from, to } = intervalOf(fact, node);
  if (from === null || to === null) return false;
  if (typeof from.at === 'number') return from.at + (from.isWithin ? 0 : 1) > (to.at as number) - (to.isWithin ? 0 : 1);
  return from.at > to.at || (from.at === to.at && !(from.isWithin && to.isWithin));
}

/** Whether a number stands without quotes that could lose digits so. */
function isUnquoted({ type }: Fact, value: unknown): value is number {
  return typeof value === 'number' && (type === 'decimal' || type === 'money');
}

/** Whether a fact can have a value. */
function isValue(fact: Fact, value: TestValue): boolean {
  if (fact.type === 'enum') return typeof value === 'string' && own(fact.values, value) !== undefined;
  if (fact.type === 'boolean') return typeof value === 'boolean';
  if (fact.type === 'text') return typeof value === 'string';
  const read = readOrdered(fact, value);
  if (read === null || !isBounded(fact)) return read !== null;
  const [least, most] = boundsOf(fact);
  return Number(read) >= least && Number(read) <= most;
}

/** The values that a fact can have, for a sentence: all of a list, else the bounds of a number. */
export function allowedOf(fact: Fact): string[] {
  if (fact.type === 'enum') return Object.keys(fact.values);
  if (fact.type === 'boolean') return ['true', 'false'];
  return isBounded(fact) ? [`${fact.minimum}–${fact.maximum}`] : [];
}
