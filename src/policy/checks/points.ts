import type { Fact, FactValue } from '../../facts/dictionary.ts';
import { boundsOf, isBounded } from '../../facts/value.ts';
import { DECIMAL_UNITS } from '../../money/decimal.ts';
import { MOST_YUAN_FEN } from '../../money/fen.ts';
import { intervalOf, isOrdered, type Ordered, readOrdered } from '../../words/conditions/fact-test.ts';
import { type FactTest, isInterval, partsOfTest } from '../../words/grammar/fact-test.ts';

/**
 * The values of a fact that can differ to some tests of it, encoded: all of a list. Of numbers, days and months these are the ends of intervals
 * and one value in each range between them, of text the values that are named and one that is not.
 *
 * @param tests of this fact, valid
 */
export function pointsOf(fact: Fact, tests: readonly FactTest[]): FactValue[] {
  if (fact.type === 'enum') return Object.keys(fact.values);
  if (fact.type === 'boolean') return [true, false];
  const parts = tests.flatMap((test) => partsOfTest(test).parts);
  if (!isOrdered(fact)) return withOther(parts.map(String));
  const edges = parts.flatMap((part): (Ordered | null | undefined)[] => {
    if (!isInterval(part)) return [readOrdered(fact, part)];
    const { from, to } = intervalOf(fact, part);
    return [from?.at, to?.at];
  });
  const known = [...new Set(edges.filter((edge) => edge !== null && edge !== undefined))];
  return fact.type === 'date' ? days(known as string[]) : numbers(fact, known as number[]);
}

function withOther(named: readonly string[]): string[] {
  let other = '?';
  while (named.includes(other)) other += '?';
  return [...new Set(named), other];
}

const MONTHS = [1900 * 12, 2100 * 12 + 11] as const;

function numbers(fact: Fact, edges: readonly number[]): number[] {
  const [least, most] = isBounded(fact) ? boundsOf(fact) : fact.type === 'month' ? MONTHS : [0, MOST_YUAN_FEN];
  // People count in whole kilometres and yuan, so a counterexample does so where it can.
  const whole = fact.type === 'decimal' ? DECIMAL_UNITS : fact.type === 'money' ? 100 : 1;
  const inside = edges.filter((edge) => edge >= least && edge <= most).sort((a, b) => a - b);
  const [first, last = first] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [least];
  return [
    ...(first > least ? [Math.max(least, first - whole)] : []),
    ...inside.flatMap((edge, at) => [edge, ...between(edge, inside[at + 1] ?? edge, whole)]),
    ...(last < most ? [Math.min(most, last + whole)] : []),
  ];
}

/** A number strictly between two, a multiple of `whole` if there is one near the middle; none where they are next to each other. */
function between(low: number, high: number, whole: number): number[] {
  if (high - low < 2) return [];
  const middle = Math.floor((low + high) / 2);
  const round = Math.floor(middle / whole) * whole;
  return [round > low ? round : middle];
}

function days(edges: readonly string[]): string[] {
  const inside = edges.toSorted();
  const [first] = inside;
  if (first === undefined) return ['2000-01-01'];
  return [
    dayFrom(first, -1),
    ...inside.flatMap((edge, at) => {
      const next = dayFrom(edge, 1);
      return next === inside[at + 1] ? [edge] : [edge, next];
    }),
  ];
}

/** The day so many days after a day. */
function dayFrom(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
