import { divideRounded, type RoundingMode } from '../money/rounding.ts';

const WHOLE = 1_000_000;

/** What each source of an item bears, in fen; `null` where its share is awaited, or where the shares do not come to 100%. */
export interface FundingSplit {
  readonly parts: readonly (bigint | null)[];
  /** Whether all shares are known and yet do not come to 100%. */
  readonly unfit: boolean;
}

/**
 * Splits a sum by the shares of its sources: each rounded to the fen and never more than is left, the last takes the rest, so that together they
 * are the sum exactly.
 *
 * @param shares ten-thousandths of a percent, `null` while awaited
 * @example splitFunding(100n, [333_333, 333_333, 333_334]) // 33n, 33n, 34n
 */
export function splitFunding(totalFen: bigint, shares: readonly (number | null)[], mode: RoundingMode = 'half-up'): FundingSplit {
  const known = shares.filter((share) => share !== null);
  const whole = known.reduce((sum, share) => sum + share, 0) === WHOLE;
  if (known.length < shares.length || !whole) return { parts: shares.map(() => null), unfit: known.length === shares.length };
  let left = totalFen;
  const parts = known.map((share, index) => {
    const rounded = divideRounded(totalFen * BigInt(share), BigInt(WHOLE), mode);
    const part = index === known.length - 1 || rounded > left ? left : rounded;
    left -= part;
    return part;
  });
  return { parts, unfit: false };
}
