import { formatMonth, type MonthIndex, parseMonth } from '../calendar/month.ts';
import { formatDecimal, parseDecimal } from '../money/decimal.ts';
import { formatFen, parseYuan } from '../money/fen.ts';
import type { BoundedFact, Fact, FactValue } from './dictionary.ts';
import { NO_PERIODS, type PeriodInput, type PeriodRecord, readPeriods, writePeriods } from './periods.ts';

/** Whether a fact is a number with bounds of its own. */
export function isBounded<F extends { type: Fact['type'] }>(fact: F): fact is Extract<F, { type: BoundedFact['type'] }> {
  return fact.type === 'integer' || fact.type === 'decimal';
}

/** A value of a fact as the wire has it. */
export type WireValue = string | number | boolean | null | PeriodRecord[];

/**
 * The value of a fact that its schema has found valid: money as fen, a decimal as ten-thousandths, a month as a count of months. That there
 * are no periods is known only where the fact says so by its default: of a history, an empty list says nothing.
 */
export function encodeFact(fact: Pick<Fact, 'type' | 'default'>, value: unknown): FactValue {
  if (value === undefined || value === null) return null;
  if (fact.type === 'money') return parseYuan(value as string);
  if (fact.type === 'decimal') return parseDecimal(value as string);
  if (fact.type === 'month') return parseMonth(value as string);
  if (fact.type === 'periods') return knownPeriods(fact, writePeriods(value as PeriodInput[]));
  return value as FactValue;
}

/** The reverse of {@link encodeFact}: the value as the wire has it. */
export function decodeFact(fact: Pick<Fact, 'type'>, value: FactValue): WireValue {
  if (value === null) return null;
  if (fact.type === 'money') return formatFen(value as number);
  if (fact.type === 'decimal') return formatDecimal(value as number);
  if (fact.type === 'month') return formatMonth(value as MonthIndex);
  if (fact.type === 'periods') return readPeriods(value as string);
  return value;
}

/** Periods as a value of a fact: none at all are unknown where the fact has no default. */
export function knownPeriods(fact: Pick<Fact, 'default'>, periods: string): FactValue {
  return periods === NO_PERIODS && fact.default === undefined ? null : periods;
}

/** The value that a fact has where nothing is given, if any. */
export function defaultOf(fact: Fact): FactValue {
  return encodeFact(fact, fact.default);
}

/** The least and the most that a number can be, encoded. */
export function boundsOf({
  type,
  minimum,
  maximum,
}: Pick<BoundedFact, 'type' | 'minimum' | 'maximum'>): readonly [least: number, most: number] {
  return [encodeFact({ type }, minimum) as number, encodeFact({ type }, maximum) as number];
}
