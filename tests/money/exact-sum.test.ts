import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, ExactSum, lessFen, type SignedFen } from '../../src/money/exact-sum.ts';

const MOST_FEN = 99_999_999_999_999;

describe('sums', () => {
  it('stay exact past 2^53, of either sign and of people by the million', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: -12 * MOST_FEN, max: 12 * MOST_FEN }),
            fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000_000_000 })),
          ),
        ),
        (terms) => {
          const sum = new ExactSum();
          for (const [fen, times] of terms) sum.add(fen, times);
          expect(sum.value).toBe(terms.reduce((total, [fen, times]) => total + BigInt(fen) * BigInt(times), 0n));
        },
      ),
    );
  });

  it('carry over before a sum of single amounts could be off by a fen', () => {
    const amount = 12 * MOST_FEN - 1;
    for (const fen of [amount, -amount]) {
      const sum = new ExactSum();
      // Past 2^53, where not every integer is a number, from the eighth of them on.
      for (let people = 1; people <= 1_000; people++) {
        sum.add(fen);
        expect(sum.value).toBe(BigInt(fen) * BigInt(people));
      }
    }
  });

  it('takes what is an exact sum already', () => {
    const sum = new ExactSum();
    sum.addExact(2n ** 80n);
    sum.add(-5);
    sum.add(3, 0);
    expect(sum.value).toBe(2n ** 80n - 5n);
  });
});

describe('adding amounts of any size', () => {
  it('is exact, and a number again where it fits', () => {
    const most = 2 ** 52 - 1;
    const amounts = fc.array(fc.oneof(fc.integer({ min: -most, max: most }), fc.constantFrom(most, -most)), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, amounts, (more, less) => {
        let sum: SignedFen = 0;
        for (const fen of more) sum = addFen(sum, fen);
        for (const fen of less) sum = lessFen(sum, fen);
        const exact = more.reduce((total, fen) => total + BigInt(fen), 0n) - less.reduce((total, fen) => total + BigInt(fen), 0n);
        expect(BigInt(sum)).toBe(exact);
        expect(typeof sum).toBe(exact > -(2n ** 52n) && exact < 2n ** 52n ? 'number' : 'bigint');
      }),
    );
  });

  it('is a number up to 2^52 and no further, of either sign', () => {
    const most = 2 ** 52 - 1;
    expect([addFen(most, 0), addFen(most, 1), addFen(2n ** 52n, 0), addFen(2n ** 52n, -1)]).toEqual([most, 2n ** 52n, 2n ** 52n, most]);
    expect([lessFen(-most, 0), lessFen(-most, 1), addFen(-(2n ** 52n), 0), addFen(-(2n ** 52n), 1)]).toEqual([
      -most,
      -(2n ** 52n),
      -(2n ** 52n),
      -most,
    ]);
  });

  it('takes either kind on either side', () => {
    expect(addFen(1, 2n ** 60n)).toBe(2n ** 60n + 1n);
    expect(addFen(2n ** 60n, 1)).toBe(2n ** 60n + 1n);
    expect(lessFen(1, 2n ** 60n)).toBe(1n - 2n ** 60n);
    expect(lessFen(2n ** 60n, 2n ** 60n - 7n)).toBe(7);
  });
});
