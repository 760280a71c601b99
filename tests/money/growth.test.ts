import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/money/apportion.ts';
import { growthFactor, LEAST_GROWTH, MOST_GROWTH, parseGrowth, timesFactor } from '../../src/money/growth.ts';

const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });
const units = fc.integer({ min: -1_000_000, max: 1_000_000 });
const years = fc.integer({ min: 0, max: 5 });

describe('a growth', () => {
  it.each([
    ['0', 0n],
    ['-0', 0n],
    ['1', 10_000n],
    ['-1.5', -15_000n],
    ['0.0001', 1n],
    ['100', 1_000_000n],
    ['-100.0000', -1_000_000n],
    ['007.5', 75_000n],
  ])('%s is read', (text, read) => expect(parseGrowth(text)).toBe(read));

  it.each(['', '-', '+1', '1%', '1.', '.5', '1.00000', '1e1', '１', ' 1', '100.0001', '-100.0001', '1000', '--1'])('%s is none', (text) =>
    expect(parseGrowth(text)).toBeNull(),
  );

  it('is at least the one and at most the other of its bounds', () => {
    expect([LEAST_GROWTH, MOST_GROWTH].map(parseGrowth)).toEqual([-1_000_000n, 1_000_000n]);
  });

  it('of an amount is that in decimals, rounded half up once', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), units, years, (value, growth, over) => {
        const factor = new Exact(growth).dividedBy(1_000_000).plus(1).pow(over);
        expect(timesFactor(value, growthFactor(BigInt(growth), over)).toString()).toBe(
          new Exact(value.toString()).times(factor).toFixed(0),
        );
      }),
    );
  });

  it('rounds a half up, and nothing stays nothing', () => {
    expect(timesFactor(1n, { numerator: 1n, denominator: 2n })).toBe(1n);
    expect(timesFactor(1n, { numerator: 49n, denominator: 100n })).toBe(0n);
    expect(timesFactor(33_000n, growthFactor(30_000n, 2))).toBe(35_010n);
    expect(timesFactor(0n, growthFactor(1_000_000n, 5))).toBe(0n);
    expect(timesFactor(7n, growthFactor(-1_000_000n, 1))).toBe(0n);
  });
});

describe('an apportionment', () => {
  it('of 1.5, 1.5 and 1 to 4 gives the half to the earlier', () => expect(apportion([15n, 15n, 10n], 10n, 4n)).toEqual([2n, 1n, 1n]));
  it('of many equal shares gives what is left to the first of them', () => {
    const halves = Array.from({ length: 100 }, () => 1n);
    expect(apportion(halves, 2n, 50n)).toEqual(halves.map((_, index) => (index < 50 ? 1n : 0n)));
  });
  it('of nothing is nothing', () => expect(apportion([], 10n, 0n)).toEqual([]));

  it('sums to the total, each share within one of its own, the larger remainder first', () => {
    const shares = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(shares, fc.bigInt({ min: 1n, max: 10n ** 12n }), (list, denominator) => {
        const all = list.reduce((sum, share) => sum + share, 0n);
        const total = timesFactor(1n, { numerator: all, denominator });
        const parts = apportion(list, denominator, total);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
        const remainders = list.map((share) => share % denominator);
        for (const [at, part] of parts.entries()) {
          const raised = part - (list[at] as bigint) / denominator;
          expect([0n, 1n]).toContain(raised);
          if (raised === 1n) continue;
          // Nobody who was cut less was raised instead.
          for (const [other, there] of parts.entries()) {
            if (there === (list[other] as bigint) / denominator) continue;
            expect((remainders[other] as bigint) >= (remainders[at] as bigint)).toBe(true);
          }
        }
      }),
    );
  });
});
