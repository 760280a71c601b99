import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFen } from '../../src/money/fen.ts';
import { roundToWan, sumOfRounded } from '../../src/web/ui/amounts.ts';

describe('an amount in 万元', () => {
  it.each([
    ['0.00', '0.00', true],
    ['1500000.00', '150.00', true],
    ['1234567.50', '123.46', false],
    ['49.99', '0.00', false],
    ['50.00', '0.01', false],
    ['149.99', '0.01', false],
    ['150.00', '0.02', false],
    ['-50.00', '\u22120.01', false],
    ['-49.99', '0.00', false],
    ['123456789012345678.90', '12,345,678,901,234.57', false],
  ])('%s is %s', (amount, text, isExact) => {
    expect(roundToWan(amount)).toEqual({ text, isExact });
  });

  it('is never further from the exact one than fifty yuan, and exact only where nothing is lost', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (fen) => {
        const { text, isExact } = roundToWan(formatFen(fen));
        const hundredths = BigInt(text.replace('\u2212', '-').replace(/[.,]/g, ''));
        const off = hundredths * 10_000n - fen;
        expect(off <= 5_000n && off >= -5_000n).toBe(true);
        expect(isExact).toBe(off === 0n);
      }),
    );
  });

  it('is added up as a reader would, so that a difference to the total can be told', () => {
    // 0.0033 three times is shown as 0.00, the total 0.0099 as 0.01.
    expect(sumOfRounded(['33.00', '33.00', '33.00'], '99.00')).toBe('0.00');
    expect(sumOfRounded(['4900.00', '4900.00'], '9800.00')).toBeNull();
    expect(sumOfRounded([], '0.00')).toBeNull();
  });
});
