import { describe, expect, it } from 'vitest';
import { splitShares } from '../../src/budget/split-shares.ts';
import { percentOfFen, shareOfFen } from '../../src/money/fen.ts';
import { timesFactor } from '../../src/money/growth.ts';
import { divideRounded, type RoundingMode } from '../../src/money/rounding.ts';

const HALF = { numerator: 1n, denominator: 2n };

describe('rounding', () => {
  it.each<[RoundingMode, bigint[]]>([
    ['half-up', [0n, 1n, 1n, 1n, 2n, 2n]],
    ['half-even', [0n, 0n, 1n, 1n, 2n, 2n]],
    ['up', [1n, 1n, 1n, 2n, 2n, 2n]],
    ['down', [0n, 0n, 0n, 1n, 1n, 1n]],
  ])('%s is what it says at quarters and halves', (mode, wanted) => {
    expect([1n, 2n, 3n, 5n, 6n, 7n].map((quarters) => divideRounded(quarters, 4n, mode))).toEqual(wanted);
  });

  it('is a value for whatever is rounded to the fen, half up where none is said', () => {
    expect([percentOfFen(5, 100_000), percentOfFen(5, 100_000, 'half-even'), percentOfFen(9, 100_000, 'down')]).toEqual([1, 0, 0]);
    expect([shareOfFen(10_001, 1, 2), shareOfFen(10_001, 1, 2, 'half-even')]).toEqual([5_001, 5_000]);
    expect([timesFactor(1n, HALF), timesFactor(1n, HALF, 'down')]).toEqual([1n, 0n]);
    expect(splitShares(101n, [500_000, 500_000]).parts).toEqual([51n, 50n]);
    expect(splitShares(101n, [500_000, 500_000], 'down').parts).toEqual([50n, 51n]);
  });
});
