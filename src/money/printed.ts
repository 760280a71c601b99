import { parseYuan } from './fen.ts';

/** By how many places each unit of a printed sum moves the point. */
const PLACES: Readonly<Record<string, number>> = { '': 0, 百: 2, 千: 3, 万: 4, 亿: 8 };
const PRINTED = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?([百千万亿]?)元?$/;

/**
 * A sum as documents print it, as a plain decimal in yuan: exact, because only its point moves.
 *
 * @returns `null` where the text is no such sum, or not one of whole fen
 * @example plainSum('0.3万') // "3000"
 * @example plainSum('1.18亿元') // "118000000"
 */
export function plainSum(text: string): string | null {
  const [, whole, decimals = '', unit = ''] = PRINTED.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === undefined) return null;
  const plain = movePoint(`${whole.replaceAll(',', '')}${decimals}`, PLACES[unit] as number);
  return parseYuan(plain) === null ? null : plain;
}

/** Reads a sum that is a plain decimal or printed with its unit, in fen; `null` where it is neither. */
export function parseSum(text: string): number | null {
  const plain = plainSum(text);
  return plain === null ? null : parseYuan(plain);
}

/**
 * What the last digit of a printed sum counts that is no trailing zero: to what the sum may have been rounded.
 *
 * @returns fen, a power of ten
 * @example lastDigitOf('110.9万') // 100000n, a thousand yuan
 */
export function lastDigitOf(text: string): bigint {
  const [, whole = '', decimals = '', unit = ''] = PRINTED.exec(text.normalize('NFKC').trim()) ?? [];
  const digits = whole.replaceAll(',', '') + decimals.slice(1);
  const zeros = digits.length - digits.replace(/0+$/, '').length;
  const places = (PLACES[unit] as number) - Math.max(0, decimals.length - 1) + zeros;
  return 10n ** BigInt(Math.max(0, places + 2));
}

/** A plain decimal with its point moved to the right; another text, and one that is not moved, as it is. @example movePoint('0.55', 4) // "5500" */
export function movePoint(text: string, digits: number): string {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || digits === 0) return text;
  const padded = decimals.padEnd(digits, '0');
  const rest = padded.slice(digits).replace(/0+$/, '');
  return `${`${whole}${padded.slice(0, digits)}`.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}
