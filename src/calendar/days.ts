import { lastDayOf } from './years.ts';

const MILLISECONDS = 86_400_000;

/** A day as a count of days since 1970-01-01. @param date `YYYY-MM-DD` */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS;
}

/** The day so many days after a day, or before it. @example daysLater('2025-02-28', 1) // '2025-03-01' */
export function daysLater(date: string, days: number): string {
  const day = Number(date.slice(8)) + days;
  // Every month has these.
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return new Date((dayNumber(date) + days) * MILLISECONDS).toISOString().slice(0, 10);
}

/** How many days there are from one day up to but not including another; negative where that is earlier. */
export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from);
}

/**
 * The day so many months after a day: the last of the month where that lacks the day.
 *
 * @param months not negative
 * @example monthsLater('2024-12-31', 2) // '2025-02-28'
 */
export function monthsLater(date: string, months: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const last = lastDayOf(Math.floor(month / 12), (month % 12) + 1);
  const day = `${last.slice(0, 8)}${date.slice(8)}`;
  return day < last ? day : last;
}

/**
 * The whole months from one day up to but not including another: a month is over on its day of the next one, on the last where that lacks
 * the day. None where the other is not later.
 *
 * @example wholeMonths('2025-01-31', '2025-02-28') // 1
 */
export function wholeMonths(from: string, until: string): number {
  const months = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  if (months <= 0) return 0;
  return monthsLater(from, months) <= until ? months : months - 1;
}
