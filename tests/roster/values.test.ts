import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFen } from '../../src/money/fen.ts';
import { cellReader } from '../../src/roster/values.ts';
import { dictionary, fact } from './dictionary.ts';

const read = (id: string, cell: string) => cellReader(fact(id))(cell);

describe('cellReader', () => {
  it('reads a blank cell of any fact as not given', () => {
    for (const each of dictionary.facts) for (const blank of ['', ' ', '\u3000']) expect(cellReader(each)(blank)).toBeUndefined();
  });

  it('reads every spelling of every enum value', () => {
    for (const each of dictionary.facts) {
      if (each.type !== 'enum') continue;
      for (const [id, value] of Object.entries(each.values)) {
        for (const spelling of [value.zh, value.en, id, ...value.also]) expect(cellReader(each)(` ${spelling}\u3000`)).toBe(id);
      }
    }
    expect(read('backboneLevel', '区（县）级')).toBe('district');
  });

  it('leaves an unknown value as it stands', () => {
    expect(read('area', '城郊')).toBe('城郊');
    expect(read('principal', '也许')).toBe('也许');
  });

  it.each(['是', '√', '✓', 'true', 'TRUE', '1', '１'])('reads %s as true', (cell) => expect(read('principal', cell)).toBe(true));
  it.each(['否', '×', 'false', 'FALSE', '0'])('reads %s as false', (cell) => expect(read('principal', cell)).toBe(false));

  it.each([
    ['12', 12],
    ['１２', 12],
    ['-3', -3],
    ['12.5', '12.5'],
    ['十二', '十二'],
  ])('reads the integer %s', (cell, value) => expect(read('payStep', cell)).toBe(value));

  it.each([
    ['1200', '1200.00'],
    ['1200.5', '1200.50'],
    ['１，２００．５０', '1200.50'],
    ['1,200.50', '1200.50'],
    ['12,345,678', '12345678.00'],
    ['1,200元', '1200.00'],
    ['27 元', '27.00'],
    ['0', '0.00'],
  ])('reads the money %s', (cell, value) => expect(read('monthlySalary', cell)).toBe(value));

  it.each([
    'abc',
    '12,00',
    '1,20元',
    ',200',
    '1200,000',
    '1,200,',
    '1.234',
    '1.2.3',
    '1200.',
    '.5',
    '￥1200',
    '1.2万',
    '1e3',
    '-5.00',
    '(5.00)',
    '元',
  ])('does not guess what %s might be', (cell) => expect(read('monthlySalary', cell)).toBe(cell.normalize('NFKC')));

  it('reads money however it is grouped', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999_999_999 }), (fen) => {
        const plain = formatFen(fen);
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        for (const cell of [plain, grouped, `${grouped}元`]) expect(read('monthlySalary', cell)).toBe(plain);
      }),
    );
  });

  it.each(['2025-09', '2025-9', '2025/9', '2025/09', '2025年9月', '2025年09月', '202509', '２０２５年９月'])('reads the month %s', (cell) =>
    expect(read('employedFrom', cell)).toBe('2025-09'),
  );
  it.each(['2025.9', '2025', '9月', '2025-09-01', 'Sep-25', '20259'])('does not read %s as a month', (cell) =>
    expect(read('employedFrom', cell)).toBe(cell),
  );

  it.each(['2025-03-15', '2025/3/15', '2025年3月15日', '20250315'])('reads the date %s', (cell) =>
    expect(read('recruitedOn', cell)).toBe('2025-03-15'),
  );
  it.each(['2025.3.15', '45731', '3/15/2025', '2025-03'])('does not read %s as a date', (cell) =>
    expect(read('recruitedOn', cell)).toBe(cell),
  );
});
