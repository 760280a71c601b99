import { anniversaryOf, dayAfter, monthOfDate } from './month.ts';
import { lastDayOf } from './years.ts';

/** How long a service lasted: counted by the day, the first day and the last included. */
export interface Served {
  /** The first day, as `YYYY-MM-DD`. */
  readonly from: string;
  /** Months that are complete, and months that have begun. */
  readonly months: number;
  readonly begunMonths: number;
}

/**
 * The time from one day to another, both included. A month is complete on the day before the same day of the next one; where that has no such
 * day, before its last.
 *
 * @param last not before the day before `from`
 * @example servedBetween('2022-09-01', '2025-08-31') // 36 months, none further begun
 */
export function servedBetween(from: string, last: string): Served {
  const next = dayAfter(last);
  const passed = monthOfDate(next) - monthOfDate(from);
  const day = dayIn(from, next);
  const months = next.slice(8) < day ? passed - 1 : passed;
  const isWhole = next.slice(8) === day;
  return { from, months, begunMonths: isWhole ? months : months + 1 };
}

/** The day of the month of a date in the month of another one, which may be shorter. */
function dayIn(date: string, month: string): string {
  const last = lastDayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return date.slice(8) < last.slice(8) ? date.slice(8) : last.slice(8);
}

/** Whether a service of so many years is complete. */
export function isComplete({ months }: Served, years: number): boolean {
  return months >= years * 12;
}

/** The day on which a service of so many years is over: the first one that is not part of it. */
export function overOn(from: string, years: number): string {
  return anniversaryOf(from, years);
}
