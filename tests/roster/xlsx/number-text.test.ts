import { describe, expect, it } from 'vitest';
import { builtInFormat, PLAIN, readFormatCode } from '../../../src/roster/xlsx/number-format.ts';
import { dateOfSerial, numberText } from '../../../src/roster/xlsx/number-text.ts';

describe('numberText', () => {
  it.each([
    ['1200', '1200'],
    ['-5', '-5'],
    ['0.5', '0.5'],
    ['123456789012345', '123456789012345'],
    ['4321.1499999999996', '4321.15'],
    ['0.30000000000000004', '0.3'],
    ['1.5E3', '1500'],
    ['2.7000000000000002E1', '27'],
    ['1234567890.12345', '1234567890.12345'],
    ['6.4010219800101005E+17', '6.4010219800101005E+17'],
    ['640102198001010010', '640102198001010010'],
    ['1234567890123456', '1234567890123456'],
    ['1E-9', '1E-9'],
    ['abc', 'abc'],
  ])('writes %s as %s', (raw, text) => expect(numberText(raw, PLAIN)).toBe(text));

  it('fills up with zeros as the format does', () => {
    const format = readFormatCode('000000');
    expect(numberText('123', format)).toBe('000123');
    expect(numberText('1234567', format)).toBe('1234567');
    expect(numberText('1.5', format)).toBe('1.5');
  });
});

describe('dateOfSerial', () => {
  it.each([
    ['45901', false, '2025-09-01'],
    ['45901.75', false, '2025-09-01'],
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['44439', true, '2025-09-01'],
    ['0', true, '1904-01-01'],
    ['2958465', false, '9999-12-31'],
  ] as const)('takes %s for %s, from 1904 on: %s', (raw, uses1904, date) => expect(dateOfSerial(raw, uses1904)).toBe(date));

  it.each([
    ['60', false],
    ['0', false],
    ['-1', true],
    ['', false],
    ['x', false],
    ['2958466', false],
    ['2958465', true],
  ] as const)('finds no day at %j (from 1904 on: %s)', (raw, uses1904) => expect(dateOfSerial(raw, uses1904)).toBeNull());
});

describe('a number format', () => {
  it.each([
    'yyyy-mm-dd',
    'yyyy/m/d;@',
    'yyyy"年"m"月"',
    'yyyy"年"m"月"d"日";@',
    '[$-804]yyyy\\-mm\\-dd',
    '[$-F800]dddd, mmmm dd, yyyy',
    'mmm-yy',
    'm"月"d"日"',
    'e/m/d',
    '[DBNum1][$-804]yyyy"年"m"月";@',
    'yyyy-mm-dd hh:mm:ss',
    'mm',
  ])('%s is a date', (code) => expect(readFormatCode(code).kind).toBe('date'));

  it.each([
    'General',
    '0.00',
    '#,##0.00_);(#,##0.00)',
    '0.00E+00',
    '@',
    'h:mm',
    '[h]:mm:ss',
    'mm:ss',
    'h:mm AM/PM',
    '上午/下午h:mm',
    '"d"0',
    '0"年"',
    '[Red]0.00',
    '0.00"元"',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '¥#,##0.00',
    'General"day"',
  ])('%s is none', (code) => expect(readFormatCode(code).kind).not.toBe('date'));

  it('may have a number instead of a code', () => {
    expect([14, 17, 22, 27, 31, 57, 58].map((id) => builtInFormat(id).kind)).toEqual(Array(7).fill('date'));
    expect([0, 1, 2, 4, 18, 20, 21, 45, 46, 49].map((id) => builtInFormat(id).kind)).toEqual(Array(10).fill('plain'));
  });
});
