import { LAST_YEAR, type MonthIndex } from '../calendar/month.ts';
import { SCALES } from '../money/fixed.ts';

/** Returned in place of an offset where bytes are not plainly valid and have to be read the slow way. */
export const NOT_PLAIN = -1;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN = 0x7b;
export const CLOSE = 0x7d;
const SPACE = 0x20;
const DASH = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const BACKSLASH = 0x5c;
const DELETE = 0x7f;
/**
 * The lowest and the highest first byte of the three-byte encoding of U+4E00 to U+9FFF, and the lowest second byte after the lowest first.
 */
const IDEOGRAPHS = 0xe4;
const LAST_IDEOGRAPHS = 0xe9;
const LOWEST_SECOND = 0xb8;

/** The first offset at or after `at` that is not a space. */
export function skipSpaces(bytes: Uint8Array, at: number): number {
  let next = at;
  while (bytes[next] === SPACE) next++;
  return next;
}

/**
 * Finds the end of a text of one or more characters that are visible ASCII, without escapes, or common ideographs.
 *
 * @param from behind the opening quote
 * @param most the maximum number of characters
 * @returns the offset of its closing quote, or {@link NOT_PLAIN}
 */
export function endOfPlainText(bytes: Uint8Array, from: number, most: number): number {
  let at = from;
  for (let left = most; ; left--) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at > from ? at : NOT_PLAIN;
    if (left === 0) return NOT_PLAIN;
    if (byte > SPACE && byte < DELETE && byte !== BACKSLASH) at++;
    else if (isIdeograph(bytes, at)) at += 3;
    else return NOT_PLAIN;
  }
}

function isIdeograph(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] as number;
  if (!(first >= IDEOGRAPHS && first <= LAST_IDEOGRAPHS)) return false;
  const second = bytes[at + 1] as number;
  const third = bytes[at + 2] as number;
  return second >> 6 === 2 && third >> 6 === 2 && (first > IDEOGRAPHS || second >= LOWEST_SECOND);
}

/** A text as {@link endOfPlainText} admits. */
export function plainTextOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; ) {
    const first = bytes[at] as number;
    if (first < DELETE) {
      text += String.fromCharCode(first);
      at++;
    } else {
      text += String.fromCharCode(((first & 0xf) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f));
      at += 3;
    }
  }
  return text;
}

/** A decimal as `parseFixed` reads it, or {@link NOT_PLAIN}. */
function plainFixed(bytes: Uint8Array, from: number, to: number, mostWhole: number, places: number): number {
  let value = 0;
  let point = to;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (bytes[at] === POINT && point === to) point = at;
    else return NOT_PLAIN;
  }
  const whole = point - from;
  const decimals = point === to ? 0 : to - point - 1;
  if (whole < 1 || whole > mostWhole || decimals > places || (point < to && decimals === 0)) return NOT_PLAIN;
  return value * (SCALES[places - decimals] as number);
}

/** Yuan as `parseYuan` reads it, in fen, or {@link NOT_PLAIN}. */
export function plainYuan(bytes: Uint8Array, from: number, to: number): number {
  return plainFixed(bytes, from, to, 12, 2);
}

/** A decimal as `parseDecimal` reads it, in ten-thousandths, or {@link NOT_PLAIN}. */
export function plainDecimal(bytes: Uint8Array, from: number, to: number): number {
  return plainFixed(bytes, from, to, 9, 4);
}

/** A whole number of at most nine digits, without a sign, or {@link NOT_PLAIN}. */
export function plainInteger(bytes: Uint8Array, from: number, to: number): number {
  const size = to - from;
  if (size < 1 || size > 9 || (size > 1 && bytes[from] === ZERO)) return NOT_PLAIN;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NOT_PLAIN;
    value = value * 10 + digit;
  }
  return value;
}

/** The end of a sequence of digits. */
export function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] as number) >= ZERO && (bytes[at] as number) <= ZERO + 9) at++;
  return at;
}

/** A month as `parseMonth` reads it, or {@link NOT_PLAIN}. */
export function plainMonth(bytes: Uint8Array, from: number, to: number): MonthIndex {
  if (to - from !== 7 || bytes[from + 4] !== DASH) return NOT_PLAIN;
  const year = digitsAt(bytes, from, 4);
  const month = digitsAt(bytes, from + 5, 2);
  return year >= 1900 && year <= LAST_YEAR && month >= 1 && month <= 12 ? year * 12 + month - 1 : NOT_PLAIN;
}

/** The month of a date whose day every month has, or {@link NOT_PLAIN}. */
export function plainDate(bytes: Uint8Array, from: number, to: number): MonthIndex {
  if (to - from !== 10 || bytes[from + 7] !== DASH) return NOT_PLAIN;
  const day = digitsAt(bytes, from + 8, 2);
  return day >= 1 && day <= 28 ? plainMonth(bytes, from, from + 7) : NOT_PLAIN;
}

/** Some digits as a number; `NaN` where one of them is not a digit. */
function digitsAt(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
