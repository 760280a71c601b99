import { isDate, parseMonth } from '../../calendar/month.ts';
import type { CellKind } from '../sheet/sheet.ts';
import { CellFault } from './cell-value.ts';

const MONTHS = [/^(\d{4})-(\d{1,2})$/, /^(\d{4})\/(\d{1,2})$/, /^(\d{4})[、·](\d{1,2})$/, /^(\d{4})年(\d{1,2})月份?$/, /^(\d{4})(\d{2})$/];
const MONTH_WITH_POINT = /^(\d{4})\.(\d{1,2})$/;
const DATES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})[、·](\d{1,2})[、·](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const MIDNIGHT = /[ T]0?0:00(:00(\.0+)?)?$/;
/** The days from 1982 to 2119, as Excel counts them. */
const SERIAL = /^[3-7]\d{4}$/;

/**
 * Reads a month: `2025-09`, `2025/9`, `2025年9月`, `202509`, `2025.9`, or a day in it.
 *
 * After a point, 1 can be January and, where the cell is not known to be text, October that lost its zero: that is for a person to say.
 *
 * @returns `YYYY-MM`, whether or not there is such a month; the text where it has none of these forms; a {@link CellFault}
 */
export function readMonth(text: string, kind: CellKind = 'csv'): unknown {
  const folded = text.normalize('NFKC').trim();
  const pointed = MONTH_WITH_POINT.exec(folded);
  if (pointed?.[2] === '1' && kind !== 'text') return new CellFault('ambiguous-month');
  const day = readParts(folded.replace(MIDNIGHT, ''), DATES);
  if (day !== null && isDate(day)) return day.slice(0, 7);
  return readParts(folded, [...MONTHS, MONTH_WITH_POINT]) ?? serialOr(folded);
}

/**
 * Reads a date, `2025-03-15`, `2025/3/15`, `2025.3.15`, `2025年3月15日` or `20250315`, as {@link readMonth} does a month. Where there is no more
 * than a month, no day is made up.
 */
export function readDate(text: string): unknown {
  const folded = text.normalize('NFKC').trim();
  const date = readParts(folded.replace(MIDNIGHT, ''), DATES);
  if (date !== null) return date;
  const month = readParts(folded, [...MONTHS, MONTH_WITH_POINT]);
  return month !== null && parseMonth(month) !== null ? new CellFault('date-without-day') : serialOr(folded);
}

function serialOr(text: string): unknown {
  return SERIAL.test(text) ? new CellFault('date-as-number') : text;
}

function readParts(text: string, forms: readonly RegExp[]): string | null {
  for (const form of forms) {
    const parts = form.exec(text)?.slice(1);
    if (parts) return parts.map((part) => part.padStart(2, '0')).join('-');
  }
  return null;
}
