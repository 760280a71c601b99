import { Decimal } from 'decimal.js';
import { parseFixed } from './fixed.ts';
import { divideRounded, type RoundingMode } from './rounding.ts';

declare const DUE: unique symbol;

/** An entitlement in integer fen: exact and never negative. Payments, differences and claims are `SignedFen`. */
export type Fen = number & { readonly [DUE]: true };

/** Fen as an amount that is due. @throws RangeError where they are negative or not exact, which only a bug can cause */
export function asFen(fen: number): Fen {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError('not an amount that can be due');
  return fen as Fen;
}

/** Nothing is due. */
export const NO_FEN = asFen(0);

const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
const PERCENT = /^\d{1,3}(\.\d{1,4})?$/;

/** The largest amount that the grammar of money admits, in fen. */
export const MOST_YUAN_FEN = 99_999_999_999_999;

/** The grammar of money on the wire, for schemas: yuan as a decimal string, at most twelve digits and two decimals. */
export const YUAN_PATTERN = YUAN.source;
/** The grammar of a percentage on the wire, for schemas: from 0 to 999.9999, at most four decimals. */
export const PERCENT_PATTERN = PERCENT.source;
/** The same of a part of a whole: from 0 to 100. */
export const PART_PATTERN = '^(100(\\.0{1,4})?|0?\\d{1,2}(\\.\\d{1,4})?)$';
/** The largest percentage (a wage threefold is 300), and that of a part of a whole. */
export const MOST_PERCENT = '999.9999';
export const MOST_PART = '100';

/**
 * Reads yuan as integer fen.
 *
 * @param text yuan, as `YUAN_PATTERN` says: `"180"`, `"27.5"`, `"4321.15"`
 * @returns fen, at most 99,999,999,999,999; `null` where the text is not money (signs, exponents, full-width digits, a third decimal)
 * @example parseYuan('27.00') // 2700
 */
export function parseYuan(text: string): number | null {
  return parseFixed(text, 12, 2);
}

/** The same grammar, with a minus sign for money that was taken back. */
export const SIGNED_YUAN_PATTERN = YUAN_PATTERN.replace('^', '^-?');

/**
 * Reads yuan that may be negative as integer fen.
 *
 * @returns `null` where the text is not money, as {@link parseYuan}
 * @example parseSignedYuan('-80.00') // -8000
 */
export function parseSignedYuan(text: string): number | null {
  if (!text.startsWith('-')) return parseYuan(text);
  const fen = parseYuan(text.slice(1));
  return fen === null ? null : 0 - fen;
}

/**
 * Writes fen as yuan with two decimals, and a minus sign where they are negative.
 *
 * @param fen integer fen; a `bigint` where a sum may pass 2^53
 * @throws RangeError where a `number` is not a safe integer: such a sum is no longer exact
 * @example formatFen(962400) // "9624.00"
 */
export function formatFen(fen: number | bigint): string {
  if (typeof fen === 'number' && !Number.isSafeInteger(fen)) throw new RangeError('not an exact sum of fen');
  const digits = (fen < 0 ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads what {@link formatFen} wrote.
 *
 * @example fenOf('-9624.00') // -962400n
 */
export function fenOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/**
 * Reads a percentage in units of a ten-thousandth of a percent.
 *
 * @param text a decimal string from 0 to 999.9999 with up to four decimals
 * @returns 0 to 9,999,999, where 1,000,000 are 100%; `null` where the text is no such percentage
 * @example parsePercent('12.5') // 125000
 */
export function parsePercent(text: string): number | null {
  return PERCENT.test(text) ? new Decimal(text).times(10_000).toNumber() : null;
}

/**
 * A percentage of an amount, rounded to the fen.
 *
 * @param fen integer fen, not negative
 * @param percentUnits as {@link parsePercent} gives it
 * @example percentOfFen(432115, 100_000) // 43212: 10% of 4321.15 is 432.115
 */
export function percentOfFen(fen: number, percentUnits: number, mode: RoundingMode = 'half-up'): number {
  const product = fen * percentUnits + 500_000;
  // The quotient is less than 2^34, where floating-point numbers are so dense that one just below an integer is not rounded up to it.
  if (product <= Number.MAX_SAFE_INTEGER && mode === 'half-up') return Math.floor(product / 1_000_000);
  return shareOfFen(fen, percentUnits, 1_000_000, mode);
}

/**
 * A fraction of an amount (`parts` out of `whole`), rounded to the fen.
 *
 * @param fen integer fen, not negative
 * @param parts a whole number, not negative
 * @example shareOfFen(10_001, 1, 2) // 5001
 */
export function shareOfFen(fen: number, parts: number, whole: number, mode: RoundingMode = 'half-up'): number {
  return Number(divideRounded(BigInt(fen) * BigInt(parts), BigInt(whole), mode));
}
