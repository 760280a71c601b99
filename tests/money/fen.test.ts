import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  shareOfFen,
  YUAN_PATTERN,
} from '../../src/money/fen.ts';
import { randomRuns } from '../random-runs.ts';

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
      { numRuns: randomRuns(5_000) },
    );
  });

  it('writes two decimals, also of differences and of sums past 2^53', () => {
    expect([0, 5, -5, 100, -1234].map(formatFen)).toEqual(['0.00', '0.05', '-0.05', '1.00', '-12.34']);
    expect(formatFen(2n ** 60n)).toBe('11529215046068469.76');
    for (const fen of [2 ** 53, 0.5]) expect(() => formatFen(fen)).toThrow(new RangeError('not an exact sum of fen'));
  });
});

describe('percentages', () => {
  it('reads 0 to 999.9999 with up to four decimals', () => {
    expect(['0', '10', '12.5', '33.3333', '100', '100.0000', '300', '999.9999'].map(parsePercent)).toEqual([
      0, 100_000, 125_000, 333_333, 1_000_000, 1_000_000, 3_000_000, 9_999_999,
    ]);
    expect(['1000.0', '0100', '-1', '1e1', '1.23456', '', '10%', '1000'].map(parsePercent)).toEqual(Array(8).fill(null));
  });

  it('reads every number of one to three digits, whole or with decimals, up to 999.9999', () => {
    for (let number = 0; number < 1_000; number++) {
      for (const whole of new Set([String(number), String(number).padStart(2, '0'), String(number).padStart(3, '0')])) {
        expect([whole, parsePercent(whole)]).toEqual([whole, number * 10_000]);
        expect([whole, parsePercent(`${whole}.0001`)]).toEqual([whole, number * 10_000 + 1]);
        expect([whole, parsePercent(`${whole}.00`)]).toEqual([whole, number * 10_000]);
      }
    }
  });

  it('rounds half up to the fen', () => {
    expect(percentOfFen(432_115, 100_000)).toBe(43_212);
    expect(percentOfFen(5, 100_000)).toBe(1);
    expect(percentOfFen(4, 100_000)).toBe(0);
    expect(percentOfFen(MOST_FEN, 1_000_000)).toBe(MOST_FEN);
    // An eighth of it ends in half a fen, which is lost where the product is no longer a safe integer.
    expect(percentOfFen(42_897_839_943_116, 125_000)).toBe(5_362_229_992_890);
  });

  it('is the whole number nearest to the exact share, the larger of two equally near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_FEN }), fc.integer({ min: 0, max: 9_999_999 }), (fen, units) => {
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

describe('a share', () => {
  it('is rounded half up to the fen, once', () => {
    expect(shareOfFen(10_001, 1, 2)).toBe(5_001);
    expect(shareOfFen(100, 2, 3)).toBe(67);
    expect(shareOfFen(100, 1, 3)).toBe(33);
    expect(shareOfFen(0, 7, 12)).toBe(0);
    expect(shareOfFen(MOST_FEN, 12, 12)).toBe(MOST_FEN);
  });

  it('is the whole number nearest to the exact share, the larger of two equally near', () => {
    const shares = fc.integer({ min: 1, max: 100_000_000 }).chain((whole) => fc.tuple(fc.nat({ max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_FEN }), shares, (fen, [parts, whole]) => {
        const exact = 2n * BigInt(fen) * BigInt(parts) + BigInt(whole);
        expect(BigInt(shareOfFen(fen, parts, whole))).toBe(exact / (2n * BigInt(whole)));
      }),
    );
  });

  it('that is all but half a fen is not rounded up to it, however large', () => {
    // All but one part in two million, where a single share is a fraction just above a half.
    const whole = 2_000_001;
    const fen = whole * 49_999_970 + 1_000_001;
    expect(shareOfFen(fen, whole - 1, whole)).toBe(fen - 49_999_970 - 1);
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
      { numRuns: randomRuns(5_000) },
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

describe('an amount that is due', () => {
  it('is exact and never negative', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].map(asFen)).toEqual([0, 1, Number.MAX_SAFE_INTEGER]);
    for (const fen of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
      expect(() => asFen(fen)).toThrow(new RangeError('not an amount that can be due'));
    }
  });

  it('is no number that has not been looked at', () => {
    // @ts-expect-error any number is no amount that is due
    const fen: Fen = 1;
    expect(fen).toBe(1);
  });
});
