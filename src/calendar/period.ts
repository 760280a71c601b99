import { formatMonth, january, type MonthIndex } from './month.ts';
import { type MonthSet, monthsBetween } from './month-set.ts';

/** Consecutive months, the first and the last included. */
export interface Period {
  readonly from: MonthIndex;
  readonly to: MonthIndex;
}

/** The months of a year that belong to a period. */
export interface PartOfYear {
  readonly year: number;
  readonly months: MonthSet;
}

/** The twelve months of a year. */
export function wholeYear(year: number): Period {
  return { from: january(year), to: january(year) + 11 };
}

/** The years that a period touches, in order, each with its months. */
export function yearsIn({ from, to }: Period): PartOfYear[] {
  const first = Math.floor(from / 12);
  return Array.from({ length: Math.floor(to / 12) - first + 1 }, (_, at) => {
    const start = january(first + at);
    return { year: first + at, months: monthsBetween(Math.max(from - start, 0), Math.min(to - start, 11) + 1) };
  });
}

/** @example formatPeriod({ from: 24294, to: 24304 }) // { from: '2024-07', to: '2025-05' } */
export function formatPeriod({ from, to }: Period): { from: string; to: string } {
  return { from: formatMonth(from), to: formatMonth(to) };
}

/** The period of a set of consecutive months that is not empty. */
export function periodOf({ year, months }: PartOfYear): Period {
  return { from: january(year) + 31 - Math.clz32(months & -months), to: january(year) + 31 - Math.clz32(months) };
}
