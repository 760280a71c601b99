import { divideRounded, type RoundingMode } from '../money/rounding.ts';

const WHOLE = 1_000_000;

/** What each source bears of an item, in fen; `null` where its share is undetermined, or the shares do not sum to 100%. */
export interface FundingSplit {
  readonly parts: readonly (bigint | null)[];
  /** Whether all shares are known but do not sum to 100%. */
  readonly unfit: boolean;
}

/**
 * Splits a sum by the shares of its sources: each is rounded to the fen and never more than is left, and the last takes the rest, so that
 * they add up exactly.
 *
 * @param shares ten-thousandths of a percent, `null` while undetermined
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
