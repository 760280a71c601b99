import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSum, plainSum } from '../../src/money/printed.ts';

describe('a sum as it is printed', () => {
  it.each([
    ['3000', '3000'],
    ['180.50', '180.50'],
    ['0.3万', '3000'],
    ['2.7万元', '27000'],
    ['1.18亿', '118000000'],
    ['０．３万', '3000'],
    ['3,000元', '3000'],
    ['1,234,567.89', '1234567.89'],
    ['5千', '5000'],
    ['3百元', '300'],
    ['0.000001万', '0.01'],
    ['9999亿', '999900000000'],
  ])('reads %s', (text, plain) => expect(plainSum(text)).toBe(plain));

  it.each(['', '万', '三千', '3,00', '0.0000001万', '10000亿', '-3万', '3万3千', '3万公里', '1.5.2万', '约3万'])('refuses %s', (text) =>
    expect(plainSum(text)).toBeNull(),
  );

  it('is exact', () => {
    const units = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };
    const number = fc
      .tuple(fc.nat({ max: 9_999 }), fc.nat({ max: 9_999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
    fc.assert(
      fc.property(number, fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])), (text, unit) => {
        const fen = new Decimal(text).times(units[unit]).times(100);
        expect(parseSum(text + unit)).toBe(fen.isInteger() ? fen.toNumber() : null);
      }),
    );
  });
});
