import * as z from 'zod';
import { isDate, parseMonth } from '../../calendar/month.ts';
import type { Fact, FactValue } from '../../facts/dictionary.ts';
import { parseDecimal } from '../../money/decimal.ts';
import { parseSum } from '../../money/printed.ts';
import { type End, type FactTest, type IntervalNode, isInterval, partsOfTest, type TestPart } from '../grammar/fact-test.ts';
import { formOf } from '../grammar/form.ts';
import { has } from '../grammar/has.ts';

const end = z.union([z.string(), z.number()]).optional();
const interval = z.strictObject({ atLeast: end, above: end, atMost: end, below: end });
const value = z.union([z.string(), z.boolean(), z.number()], { error: 'not-a-test' });
const part = formOf<TestPart>((node) => {
  if (isInterval(node)) return interval;
  return typeof node === 'object' ? { unfit: 'not-a-test' } : value;
});
const parts = formOf<TestPart | TestPart[]>((node) => (Array.isArray(node) ? z.array(part).min(1) : part));

/** The schema of what a condition requires of a fact; whether the fact can be so is for the checks to say. */
export const testSchema: z.ZodType<FactTest> = formOf((node) => (has(node, 'not') ? z.strictObject({ not: parts }) : parts));

/** A value of a fact whose values have an order, encoded. */
export type Ordered = number | string;

/** Whether the values of a fact have an order, so that it can be compared. */
export function isOrdered({ type }: Pick<Fact, 'type'>): boolean {
  return type === 'integer' || type === 'decimal' || type === 'money' || type === 'date' || type === 'month';
}

/**
 * What a policy file writes, as a value of a fact that has an order: whole numbers with or without quotes, other numbers, days and months as
 * text.
 *
 * @returns `null` where it is no such value; it may lie outside the bounds of the fact
 */
export function readOrdered({ type }: Pick<Fact, 'type'>, node: unknown): Ordered | null {
  if (type === 'integer') return readWhole(node);
  if (typeof node !== 'string') return null;
  if (type === 'decimal') return parseDecimal(node);
  if (type === 'money') return parseSum(node);
  if (type === 'month') return parseMonth(node);
  return isDate(node) ? node : null;
}

function readWhole(node: unknown): number | null {
  const number = typeof node === 'string' && /^-?\d{1,15}$/.test(node) ? Number(node) : node;
  return Number.isSafeInteger(number) ? (number as number) : null;
}

/** A range of values, each of whose ends may belong to it; `null` where it has no end. */
export interface Interval {
  readonly from: Edge | null;
  readonly to: Edge | null;
}
interface Edge {
  readonly at: Ordered;
  readonly isWithin: boolean;
}

/** The interval of a fact that a policy file writes. @throws Error where an end is no value of the fact, which the checks exclude */
export function intervalOf(fact: Pick<Fact, 'type' | 'id'>, node: IntervalNode): Interval {
  const edge = (within: End, without: End): Edge | null => {
    const key = node[within] === undefined ? without : within;
    if (node[key] === undefined) return null;
    const at = readOrdered(fact, node[key]);
    if (at === null) throw new Error(`${String(node[key])} is no value of ${fact.id}`);
    return { at, isWithin: key === within };
  };
  return { from: edge('atLeast', 'above'), to: edge('atMost', 'below') };
}

/** Whether a value lies in an interval. */
export function isIn({ from, to }: Interval, value: Ordered): boolean {
  const isAbove = from === null || value > from.at || (value === from.at && from.isWithin);
  return isAbove && (to === null || value < to.at || (value === to.at && to.isWithin));
}

/** Prepares to compare values of a fact, encoded and known, with a test. @throws Error as {@link intervalOf} */
export function matcherOf(fact: Fact, test: FactTest): (value: FactValue) => boolean {
  const { negated, parts: all } = partsOfTest(test);
  const intervals = all.flatMap((one) => (isInterval(one) ? [intervalOf(fact, one)] : []));
  const named = new Set(all.flatMap((one): FactValue[] => (isInterval(one) ? [] : [isOrdered(fact) ? readOrdered(fact, one) : one])));
  if (intervals.length === 0) return (value) => named.has(value) !== negated;
  return (value) => (named.has(value) || intervals.some((one) => isIn(one, value as Ordered))) !== negated;
}
