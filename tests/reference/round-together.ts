import type { Decimal } from 'decimal.js';
import { Exact } from './figures.ts';

/** Whole numbers that sum to the rounded sum of shares, by the largest remainder. */
export function roundTogether(shares: readonly Decimal[]): number[] {
  const rounded = shares.map((share) => share.floor().toNumber());
  let left = shares
    .reduce((all, share) => all.plus(share), new Exact(0))
    .toDecimalPlaces(0, Exact.ROUND_HALF_UP)
    .minus(rounded.reduce((all, share) => all + share, 0))
    .toNumber();
  const given = new Set<number>();
  for (; left > 0; left--) {
    let best = -1;
    for (const [at, share] of shares.entries()) {
      if (given.has(at)) continue;
      if (best < 0 || share.minus(share.floor()).gt((shares[best] as Decimal).minus((shares[best] as Decimal).floor()))) best = at;
    }
    given.add(best);
    rounded[best] = (rounded[best] as number) + 1;
  }
  return rounded;
}
