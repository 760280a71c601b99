import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, ExactSum, lessFen, type SignedFen } from '../../src/money/exact-sum.ts';
import {
  asFen,
  type Fen,
  fenOf,
  formatFen,
  parsePercent,
  parseSignedYuan,
  parseYuan,
  percentOfFen,
  SIGNED_YUAN_PATTERN,
  YUAN_PATTERN,
} from '../../src/money/fen.ts';

const MOST_FEN = 99_999_999_999_999;

describe('yuan', () => {
  it.each([
    ['0', 0],
    ['180', 18_000],
    ['27.5', 2_750],
    ['27.05', 2_705],
    ['0.01', 1],
    ['000123.4', 12_340],
    ['999999999999.99', MOST_FEN],
  ])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each([
    '',
    ' ',
    '1e3',
    '0x10',
    '1_000',
    'NaN',
    'Infinity',
    '-1',
    '-0',
    '+1',
    '1.',
    '.5',
    '1.234',
    '1,200',
    ' 1',
    '1 ',
    '１８０',
    '1234567890123',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_FEN }), (fen) => {
        expect(parseYuan(formatFen(fen))).toBe(fen);
      }),
    );
  });

  it('reads exactly what its grammar says, which schemas show', () => {
    const grammar = new RegExp(YUAN_PATTERN);
    const text = fc.oneof(fc.stringMatching(/^[0-9.]{0,16}$/), fc.stringMatching(/^\d{0,14}\.?\d{0,3}$/), fc.string());
    fc.assert(
      fc.property(text, (one) => {
        expect(parseYuan(one) !== null).toBe(grammar.test(one));
      }),
      { numRuns: 5_000 },
    );
  });

  it('writes two decimals, also of differences and of sums past 2^53', () => {
    expect([0, 5, -5, 100, -1234].map(formatFen)).toEqual(['0.00', '0.05', '-0.05', '1.00', '-12.34']);
    expect(formatFen(2n ** 60n)).toBe('11529215046068469.76');
    expect(() => formatFen(2 ** 53)).toThrow(RangeError);
    expect(() => formatFen(0.5)).toThrow(RangeError);
  });
});

describe('percentages', () => {
  it('reads 0 to 100 with up to four decimals', () => {
    expect(['0', '10', '12.5', '33.3333', '100', '100.0000'].map(parsePercent)).toEqual([
      0, 100_000, 125_000, 333_333, 1_000_000, 1_000_000,
    ]);
    expect(['100.0001', '101', '-1', '1e1', '1.23456', '', '10%', '1000'].map(parsePercent)).toEqual(Array(8).fill(null));
  });

  it('reads every number of one to three digits, whole or with decimals, up to 100', () => {
    for (let number = 0; number < 1_000; number++) {
      for (const whole of new Set([String(number), String(number).padStart(2, '0'), String(number).padStart(3, '0')])) {
        expect([whole, parsePercent(whole)]).toEqual([whole, number <= 100 ? number * 10_000 : null]);
        expect([whole, parsePercent(`${whole}.0001`)]).toEqual([whole, number < 100 ? number * 10_000 + 1 : null]);
        expect([whole, parsePercent(`${whole}.00`)]).toEqual([whole, number <= 100 ? number * 10_000 : null]);
      }
    }
  });

  it('rounds half up to the fen', () => {
    expect(percentOfFen(432_115, 100_000)).toBe(43_212);
    expect(percentOfFen(5, 100_000)).toBe(1);
    expect(percentOfFen(4, 100_000)).toBe(0);
    expect(percentOfFen(MOST_FEN, 1_000_000)).toBe(MOST_FEN);
  });

  it('is the whole number nearest to the exact share, the larger of two equally near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_FEN }), fc.integer({ min: 0, max: 1_000_000 }), (fen, units) => {
        const exact = BigInt(fen) * BigInt(units);
        expect(BigInt(percentOfFen(fen, units))).toBe((exact + 500_000n) / 1_000_000n);
      }),
    );
  });
});

describe('a percentage that is all but the next fen', () => {
  it('is not rounded up to it, however large', () => {
    // fen * 91 + 500,000 is one short of a multiple of 1,000,000, up to the largest integer that is exact
    const first = 510_989;
    const isShort = (fen: number) => (fen * 91 + 500_001) % 1_000_000 === 0;
    expect(isShort(first)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 98_980_210 }), (millions) => {
        const fen = millions * 1_000_000 + first;
        expect(BigInt(percentOfFen(fen, 91))).toBe((BigInt(fen) * 91n + 500_000n) / 1_000_000n);
      }),
    );
  });
});

describe('sums', () => {
  it('stay exact past 2^53, of either sign and of people by the million', () => {
    const fen = fc.integer({ min: -12 * MOST_FEN, max: 12 * MOST_FEN });
    const terms = fc.array(fc.tuple(fen, fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000_000_000 }))));
    fc.assert(
      fc.property(terms, (list) => {
        const sum = new ExactSum();
        for (const [each, times] of list) sum.add(each, times);
        expect(sum.value).toBe(list.reduce((total, [each, times]) => total + BigInt(each) * BigInt(times), 0n));
      }),
    );
  });

  // One by one, and all of a sign: only so does a sum grow until it has to carry.
  it.each([1, -1])('of single large amounts carry, again and again, with the sign of %i', (sign) => {
    const room = 2 ** 52;
    const large = fc.oneof(fc.integer({ min: room - 9, max: room - 1 }), fc.integer({ min: 11 * MOST_FEN, max: 12 * MOST_FEN }));
    fc.assert(
      fc.property(fc.array(large, { minLength: 8, maxLength: 60 }), (list) => {
        const sum = new ExactSum();
        let exact = 0n;
        for (const each of list) {
          sum.add(sign * each);
          exact += BigInt(sign * each);
          expect(sum.value).toBe(exact);
        }
      }),
    );
  });
});

describe('yuan with a sign', () => {
  it('are read exactly as their grammar says, which schemas show', () => {
    const grammar = new RegExp(SIGNED_YUAN_PATTERN);
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[-+]?-?\d{0,13}\.?\d{0,3}$/), fc.string()), (text) => {
        const fen = parseSignedYuan(text);
        expect(fen !== null).toBe(grammar.test(text));
        if (fen !== null) expect(fen).toBe(text.startsWith('-') ? 0 - (parseYuan(text.slice(1)) as number) : parseYuan(text));
      }),
      { numRuns: 5_000 },
    );
    expect(Object.is(parseSignedYuan('-0.00'), 0)).toBe(true);
  });

  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.bigInt(), (fen) => {
        expect(fenOf(formatFen(fen))).toBe(fen);
      }),
    );
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
});

describe('an amount that is due', () => {
  it('is exact and never negative', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].map(asFen)).toEqual([0, 1, Number.MAX_SAFE_INTEGER]);
    for (const fen of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) expect(() => asFen(fen)).toThrow(RangeError);
  });

  it('is no number that has not been looked at', () => {
    // @ts-expect-error any number is no amount that is due
    const fen: Fen = 1;
    expect(fen).toBe(1);
  });
});
