import { formatFen } from '../../money/fen.ts';

/**
 * Writes an amount of the wire with commas between thousands; exact, since it stays text.
 *
 * @example groupDigits('-1234567.50') // "-1,234,567.50", with a true minus sign
 */
export function groupDigits(amount: string): string {
  const [whole = '', fraction] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount.startsWith('-') ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** The same for a narrow cell: without the fen where there are none. */
export function groupDigitsShort(amount: string): string {
  return groupDigits(amount.replace(/\.00$/, ''));
}

/** A difference, with its sign in any case. */
export function groupDifference(amount: string): string {
  return /[1-9]/.test(amount) && !amount.startsWith('-') ? `+${groupDigits(amount)}` : groupDigits(amount);
}

/** An amount of the wire in fen, to sort by and to add up; exact however large. */
export function fenOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** The sum of amounts of the wire, exact, as the wire would write it. */
export function sumAmounts(rows: readonly { readonly amount: string }[]): string {
  return formatFen(rows.reduce((sum, { amount }) => sum + fenOf(amount), 0n));
}

/** Whether an amount of the wire is zero. */
export function isZero(amount: string): boolean {
  return fenOf(amount) === 0n;
}

/** A headcount with commas between thousands. */
export function groupCount(count: number): string {
  return groupDigits(String(count));
}
