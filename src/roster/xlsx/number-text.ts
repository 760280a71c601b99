import type { NumberFormat } from './number-format.ts';

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** As many digits as Excel itself keeps and shows. */
const DIGITS = 15;

/**
 * The text of a number in a cell.
 *
 * Up to fifteen digits stand as they are. Further ones behind the point are the noise of binary fractions, and are rounded away as Excel does
 * when it shows the number. A number too long for that stays as the file has it, `6.4010219800101E+17`: it has lost digits, and whoever
 * needs them must be able to see it.
 *
 * @param raw the number as the file writes it
 * @example numberText('4321.1499999999996', PLAIN) // "4321.15"
 */
export function numberText(raw: string, format: NumberFormat): string {
  const text = plainText(raw.trim());
  if (format.kind === 'unit') return text + format.unit;
  return format.kind === 'padded' && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text;
}

function plainText(raw: string): string {
  if (PLAIN_NUMBER.test(raw) && raw.replace(/\D/g, '').replace(/^0+/, '').length <= DIGITS) return raw;
  const number = Number(raw);
  if (raw === '' || !Number.isFinite(number) || Math.abs(number) >= 10 ** DIGITS) return raw;
  const rounded = String(Number(number.toPrecision(DIGITS)));
  return PLAIN_NUMBER.test(rounded) ? rounded : raw;
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/**
 * The date of a serial number, by either of Excel's calendars. The time of day is left out.
 *
 * @param uses1904 whether the workbook counts from 1904 on
 * @returns `YYYY-MM-DD`; `null` where there is no such day, as 29 February 1900, which the older calendar has
 * @example dateOfSerial('45901', false) // "2025-09-01"
 */
export function dateOfSerial(raw: string, uses1904: boolean): string | null {
  const serial = Math.floor(Number(raw));
  if (raw.trim() === '' || !(serial >= (uses1904 ? 0 : 1) && serial <= LAST_SERIAL) || (!uses1904 && serial === 60)) return null;
  const zero = uses1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(zero + serial * DAY_MS);
  return date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10);
}
