/** The character code of a decimal point, relative to that of the digit 0. */
const POINT = 46 - 48;

/** What a number with so many decimals fewer than it may have is multiplied by. */
export const SCALES: readonly number[] = [1, 10, 100, 1_000, 10_000];

/**
 * Reads a plain decimal, without sign, exponent or grouping, as a whole number of its smallest unit.
 *
 * @param mostWhole the most digits before the point; with the decimals at most fifteen, so that the result is exact
 * @param places how many decimals it may have, at most four
 * @returns `null` where the text is no such number
 * @example parseFixed('27.5', 12, 2) // 2750
 */
export function parseFixed(text: string, mostWhole: number, places: number): number | null {
  const { length } = text;
  let value = 0;
  let point = length;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === POINT && point === length) point = at;
    else return null;
  }
  // One less than none where there is no point.
  const decimals = length - point - 1;
  if (point < 1 || point > mostWhole || decimals > places || decimals === 0) return null;
  return value * (SCALES[decimals < 0 ? places : places - decimals] as number);
}
