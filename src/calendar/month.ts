import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';

dayjs.extend(customParseFormat);

/** A calendar month as a count of months: year × 12 + (month − 1). */
export type MonthIndex = number;

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** The grammar of a month on the wire, for schemas. */
export const MONTH_PATTERN = '^(20\\d{2}|2100|19\\d{2})-(0[1-9]|1[0-2])$';
const DASH = 45;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads `YYYY-MM`.
 *
 * @returns the month; `null` where the text is not a month of the years 1900 to 2100 (people are employed longer than budgets last)
 * @example parseMonth('2025-03') // 24302
 */
export function parseMonth(text: string): MonthIndex | null {
  if (text.length !== 7 || text.charCodeAt(4) !== DASH) return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  return year >= 1900 && year <= LAST_YEAR && month >= 1 && month <= 12 ? year * 12 + month - 1 : null;
}

/** Some digits as a number; `NaN` where one of them is not a digit. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Writes `YYYY-MM`. */
export function formatMonth(month: MonthIndex): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/**
 * Whether the text is a day of the calendar, as `YYYY-MM-DD`, in the years 1900 to 2100.
 *
 * @example isDate('2025-02-29') // false
 */
export function isDate(text: string): boolean {
  if (!DATE.test(text) || parseMonth(text.slice(0, 7)) === null) return false;
  const day = Number(text.slice(8));
  // Every month has these days; only the others need a calendar.
  return day >= 1 && (day <= 28 || dayjs(text, 'YYYY-MM-DD', true).isValid());
}

/** The month in which a date lies. @param date `YYYY-MM-DD`, as {@link isDate} admits */
export function monthOfDate(date: string): MonthIndex {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** January of a year. */
export function january(year: number): MonthIndex {
  return year * 12;
}

/** Reads a year, `2000` to `2100`; `null` where the text is none. */
export function parseYear(text: string): number | null {
  if (!/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/**
 * The day so many years after a date; the last of its month where that has no such day.
 *
 * @param date `YYYY-MM-DD`
 * @example anniversaryOf('2024-02-29', 1) // '2025-02-28'
 */
export function anniversaryOf(date: string, years: number): string {
  const day = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return date.endsWith('-02-29') && !isDate(day) ? `${day.slice(0, 8)}28` : day;
}

/** The day before a date. @example dayBefore('2025-03-01') // '2025-02-28' */
export function dayBefore(date: string): string {
  return dayjs(date, 'YYYY-MM-DD', true).subtract(1, 'day').format('YYYY-MM-DD');
}

/** The day after a date. @example dayAfter('2025-02-28') // '2025-03-01' */
export function dayAfter(date: string): string {
  return dayjs(date, 'YYYY-MM-DD', true).add(1, 'day').format('YYYY-MM-DD');
}

/** How many days lie from one date to another, the first not counted; negative where it is the later one. */
export function daysBetween(from: string, to: string): number {
  return dayjs(to, 'YYYY-MM-DD', true).diff(dayjs(from, 'YYYY-MM-DD', true), 'day');
}
