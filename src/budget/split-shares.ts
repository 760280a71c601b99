import { divideRounded, type RoundingMode } from '../money/rounding.ts';

const WHOLE = 1_000_000;

/** What each source bears of a sum, in fen; `null` where it is not known, or where the shares do not fit. */
export interface SharesSplit {
  readonly parts: readonly (bigint | null)[];
  /** Whether the shares that are known cannot come to 100%. */
  readonly unfit: boolean;
}

/**
 * Splits a sum by the shares of its sources: each is rounded to the fen and never more than is left, and the last takes the rest, so that
 * they add up exactly. A share that is undetermined hides itself, the rest, and whatever it could leave too little for.
 *
 * @param shares ten-thousandths of a percent, `null` while undetermined; the last may be `undefined`, for whatever the others leave
 * @example splitShares(100n, [333_333, 333_333, undefined]) // 33n, 33n, 34n
 */
export function splitShares(totalFen: bigint, shares: readonly (number | null | undefined)[], mode: RoundingMode = 'half-up'): SharesSplit {
  const known = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const isWhole = shares.every((share) => typeof share === 'number');
  if (known > WHOLE || (isWhole && known !== WHOLE)) return { parts: shares.map(() => null), unfit: true };
  // What is left lies between the two: all that the known shares leave may go to one that is undetermined.
  let [least, most] = [totalFen, totalFen];
  const parts = shares.map((share, index) => {
    if (index === shares.length - 1) return share === null || least !== most ? null : most;
    if (typeof share !== 'number') {
      const upTo = divideRounded(totalFen * BigInt(WHOLE - known), BigInt(WHOLE), mode);
      least = least > upTo ? least - upTo : 0n;
      return null;
    }
    const rounded = divideRounded(totalFen * BigInt(share), BigInt(WHOLE), mode);
    if (rounded <= least || least === most) {
      const part = rounded < most ? rounded : most;
      [least, most] = [least - part, most - part];
      return part;
    }
    [least, most] = [0n, rounded < most ? most - rounded : 0n];
    return null;
  });
  return { parts, unfit: false };
}
