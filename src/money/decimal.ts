import { parseFixed } from './fixed.ts';

/** A decimal that is not money (a distance, an area) is a whole number of ten-thousandths. */
export const DECIMAL_UNITS = 10_000;

const MOST_WHOLE = 9;
const PLACES = 4;

/** The grammar of a decimal on the wire, for schemas: at most nine digits and four decimals, no sign. */
export const DECIMAL_PATTERN = `^\\d{1,${MOST_WHOLE}}(\\.\\d{1,${PLACES}})?$`;

/**
 * Reads a decimal as ten-thousandths.
 *
 * @param text as `DECIMAL_PATTERN` says: `"12"`, `"12.5"`, `"0.0625"`
 * @returns at most 9,999,999,999,999; `null` where the text is no such decimal
 * @example parseDecimal('12.5') // 125000
 */
export function parseDecimal(text: string): number | null {
  return parseFixed(text, MOST_WHOLE, PLACES);
}

/**
 * Writes ten-thousandths as a decimal, without zeros at its end.
 *
 * @param units a whole number, not negative
 * @example formatDecimal(125_000) // "12.5"
 */
export function formatDecimal(units: number): string {
  const decimals = String(units % DECIMAL_UNITS)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${Math.floor(units / DECIMAL_UNITS)}${decimals === '' ? '' : `.${decimals}`}`;
}
