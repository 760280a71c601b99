import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECIMAL_PATTERN, formatDecimal, parseDecimal } from '../../src/money/decimal.ts';

describe('decimals', () => {
  it.each([
    ['0', 0],
    ['12', 120_000],
    ['12.5', 125_000],
    ['12.50', 125_000],
    ['0.0625', 625],
    ['007.1', 71_000],
    ['999999999.9999', 9_999_999_999_999],
  ])('reads %s', (text, units) => expect(parseDecimal(text)).toBe(units));

  it.each(['', '.', '.5', '5.', '1.00001', '-1', '+1', '1e3', '１２', '1,000', '1234567890', '12公里', ' 1'])('refuses %s', (text) =>
    expect(parseDecimal(text)).toBeNull(),
  );

  it('writes what reads as the same number, without zeros at its end', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999_999_999 }), (units) => {
        const text = formatDecimal(units);
        expect(parseDecimal(text)).toBe(units);
        expect(text).not.toMatch(/\..*0$|\.$/);
      }),
    );
    expect(formatDecimal(625)).toBe('0.0625');
  });

  it('has the grammar that schemas state', () => {
    const piece = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', 'e', '，'), maxLength: 12 });
    const grammar = new RegExp(DECIMAL_PATTERN);
    fc.assert(
      fc.property(piece, (text) => {
        expect(parseDecimal(text) !== null).toBe(grammar.test(text));
      }),
    );
  });
});
