/**
 * Rounds shares to whole numbers that sum to a total, by the largest remainder (Hamilton's method): each share is rounded down, and what is
 * left of the total goes, one by one, to the shares with the largest remainders. Ties go to the earlier share.
 *
 * @param shares numerators over one denominator, none negative; rounded down they sum to at most the total, and it exceeds that sum by at
 *   most the number of shares
 * @returns whole numbers that sum to the total
 * @example apportion([15n, 15n, 10n], 10n, 4n) // [2n, 1n, 1n]: of 1.5, 1.5 and 1
 */
export function apportion(shares: readonly bigint[], denominator: bigint, total: bigint): bigint[] {
  const whole = shares.map((share) => share / denominator);
  const left = total - whole.reduce((sum, share) => sum + share, 0n);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share % denominator }))
    .sort((a, b) => Number(b.remainder - a.remainder));
  const raised = new Set(byRemainder.slice(0, Number(left)).map(({ index }) => index));
  return whole.map((share, index) => (raised.has(index) ? share + 1n : share));
}
