import { divideRounded, type RoundingMode } from './rounding.ts';

/** The grammar of yearly growth, for schemas: a percentage with up to four decimals, negative for a decline. */
export const GROWTH_PATTERN = '^-?\\d{1,3}(\\.\\d{1,4})?$';
/** The limits of yearly growth: from nothing left to twice as much. */
export const LEAST_GROWTH = '-100';
export const MOST_GROWTH = '100';

const GROWTH = new RegExp(GROWTH_PATTERN);
/** A hundred percent, in ten-thousandths of a percent. */
const WHOLE = 1_000_000n;

/**
 * Reads yearly growth in units of a ten-thousandth of a percent.
 *
 * @returns -1,000,000 to 1,000,000; `null` where the text is no such percentage
 * @example parseGrowth('-1.5') // -15000n
 */
export function parseGrowth(text: string): bigint | null {
  if (!GROWTH.test(text)) return null;
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'));
  if (size > WHOLE) return null;
  return text.startsWith('-') ? -size : size;
}

/** A factor as a fraction, so that it is exact for any number of years. */
export interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The factor of some years of growth: (1 + growth)^years, not rounded.
 *
 * @param units as {@link parseGrowth} gives it
 */
export function growthFactor(units: bigint, years: number): Factor {
  return { numerator: (WHOLE + units) ** BigInt(years), denominator: WHOLE ** BigInt(years) };
}

/**
 * A number times a fraction, rounded to a whole number.
 *
 * @param value not negative
 * @example timesFactor(33_000n, growthFactor(30_000n, 2)) // 35010n: 330.00 and 3% a year for two years is 350.097
 */
export function timesFactor(value: bigint, { numerator, denominator }: Factor, mode: RoundingMode = 'half-up'): bigint {
  return divideRounded(value * numerator, denominator, mode);
}
