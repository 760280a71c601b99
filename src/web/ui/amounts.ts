import { fenOf, formatFen } from '../../money/fen.ts';

export { fenOf };

/**
 * Writes an amount of the wire with thousands separators; exact, because it stays text.
 *
 * @example groupDigits('-1234567.50') // "-1,234,567.50", with a true minus sign
 */
export function groupDigits(amount: string): string {
  const [whole = '', fraction] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount.startsWith('-') ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** The same for a narrow cell: zero fen are left out. */
export function groupDigitsShort(amount: string): string {
  return groupDigits(amount.replace(/\.00$/, ''));
}

/** A difference, always with its sign. */
export function groupDifference(amount: string): string {
  return /[1-9]/.test(amount) && !amount.startsWith('-') ? `+${groupDigits(amount)}` : groupDigits(amount);
}

/** The exact sum of amounts of the wire, in the form of the wire. */
export function sumAmounts(rows: readonly { readonly amount: string }[]): string {
  return formatFen(rows.reduce((sum, { amount }) => sum + fenOf(amount), 0n));
}

/** Whether an amount of the wire is zero. */
export function isZero(amount: string): boolean {
  return fenOf(amount) === 0n;
}

/** A headcount with thousands separators. */
export function groupCount(count: number): string {
  return groupDigits(String(count));
}

const FEN_A_HUNDREDTH_OF_WAN = 10_000n;

/** An amount in ten thousands of yuan (万元) with two decimals. */
export interface RoundedAmount {
  readonly text: string;
  /** Whether the rounded amount is exact. */
  readonly isExact: boolean;
}

/**
 * An amount of the wire in 万元, rounded half away from zero to two decimals, that is to a hundred yuan.
 *
 * @example roundToWan('1234567.50') // {text: "123.46", isExact: false}
 */
export function roundToWan(amount: string): RoundedAmount {
  const hundredths = wanHundredths(amount);
  return { text: wanText(hundredths), isExact: hundredths * FEN_A_HUNDREDTH_OF_WAN === fenOf(amount) };
}

/**
 * The sum of the rounded amounts of some rows, if it differs from the rounded total; `null` if they agree.
 *
 * @example sumOfRounded(['4900.00', '4900.00'], '9800.00') // null: 0.49 and 0.49 are 0.98
 */
export function sumOfRounded(rows: readonly string[], total: string): string | null {
  const sum = rows.reduce((before, amount) => before + wanHundredths(amount), 0n);
  return sum === wanHundredths(total) ? null : wanText(sum);
}

function wanHundredths(amount: string): bigint {
  const fen = fenOf(amount);
  const size = fen < 0n ? -fen : fen;
  const rounded = (size + FEN_A_HUNDREDTH_OF_WAN / 2n) / FEN_A_HUNDREDTH_OF_WAN;
  return fen < 0n ? -rounded : rounded;
}

function wanText(hundredths: bigint): string {
  return groupDigits(formatFen(hundredths));
}
