import type { Decimal } from 'decimal.js';
import { Exact } from './figures.ts';

/**
 * Whole numbers that sum to the rounded sum of shares, by the largest remainder. Shares are so many parts `of` a whole, and are never divided
 * before they are compared: thirds have no end.
 */
export function roundTogether(shares: readonly Decimal[], of = new Exact(1)): number[] {
  const rounded = shares.map((share) => share.divToInt(of).toNumber());
  let left = shares
    .reduce((all, share) => all.plus(share), new Exact(0))
    .dividedBy(of)
    .toDecimalPlaces(0, Exact.ROUND_HALF_UP)
    .minus(rounded.reduce((all, share) => all + share, 0))
    .toNumber();
  const given = new Set<number>();
  for (; left > 0; left--) {
    let best = -1;
    for (const [at, share] of shares.entries()) {
      if (given.has(at)) continue;
      if (best < 0 || share.mod(of).gt((shares[best] as Decimal).mod(of))) best = at;
    }
    given.add(best);
    rounded[best] = (rounded[best] as number) + 1;
  }
  return rounded;
}
