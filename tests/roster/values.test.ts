import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../src/facts/dictionary.ts';
import { formatFen } from '../../src/money/fen.ts';
import { CellFault, readValue } from '../../src/roster/cells/cell-value.ts';
import { headerLookup } from '../../src/roster/cells/meaning.ts';
import { cellReader } from '../../src/roster/cells/values.ts';
import type { CellKind } from '../../src/roster/sheet/sheet.ts';
import { withOwnFacts } from '../facts/own-facts.ts';
import { dictionary, fact } from './dictionary.ts';

const read = (id: string, cell: string, kind: CellKind = 'csv') => readValue(cellReader(fact(id))(cell, kind));

describe('cellReader', () => {
  it('reads a blank cell of any fact as not given', () => {
    for (const each of dictionary.facts) for (const blank of ['', ' ', '\u3000']) expect(cellReader(each)(blank, 'csv')).toBeUndefined();
  });

  it('reads every spelling of every enum value', () => {
    for (const each of dictionary.facts) {
      if (each.type !== 'enum') continue;
      for (const [id, value] of Object.entries(each.values)) {
        for (const spelling of [value.zh, value.en, id, ...value.also]) expect(cellReader(each)(` ${spelling}\u3000`, 'csv')).toBe(id);
      }
    }
    expect(read('backboneLevel', '区（县）级')).toBe('district');
  });

  it('leaves an unknown value as it stands', () => {
    expect(read('area', '城郊')).toBe('城郊');
    expect(read('principal', '也许')).toBe('也许');
  });

  it.each(['是', '有', '√', '✓', 'true', 'TRUE', 'Y', 'yes', '1', '１'])('reads %s as true', (cell) =>
    expect(read('principal', cell)).toBe(true),
  );
  it.each(['否', '无', '没有', '×', 'false', 'FALSE', 'N', '0'])('reads %s as false', (cell) =>
    expect(read('principal', cell)).toBe(false),
  );

  it.each([
    ['12', 12],
    ['１２', 12],
    ['-3', -3],
    ['12级', 12],
    ['12 级', 12],
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
    ['¥1,200.50', '1200.50'],
    ['￥ 1200 元', '1200.00'],
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
    '¥-5',
    '$1200',
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

  it.each(['2025-09', '2025-9', '2025/9', '2025/09', '2025年9月', '2025年09月', '2025年9月份', '202509', '２０２５年９月'])(
    'reads the month %s',
    (cell) => expect(read('employedFrom', cell)).toBe('2025-09'),
  );
  it.each(['2025.9', '2025.09', '2025-09-01', '2025/9/30', '2025年9月1日', '20250901', '2025.9.1', '2025-09-01 00:00:00'])(
    'reads the month of %s',
    (cell) => expect(read('employedFrom', cell)).toBe('2025-09'),
  );
  it.each(['2025', '9月', '2025-02-30', 'Sep-25', '20259', '25.9', '2025-09-01 08:30'])('does not read %s as a month', (cell) =>
    expect(read('employedFrom', cell)).toBe(cell),
  );

  it('does not decide whether 2025.1 is January, unless the cell is known to be text', () => {
    for (const kind of ['csv', 'number'] as const) expect(read('employedFrom', '2025.1', kind)).toEqual(new CellFault('ambiguous-month'));
    expect(read('employedFrom', '2025.1', 'text')).toBe('2025-01');
    for (const [cell, month] of [
      ['2025.01', '2025-01'],
      ['2025.10', '2025-10'],
      ['2025.12', '2025-12'],
      ['2025.2', '2025-02'],
    ] as const) {
      expect(read('employedFrom', cell, 'number')).toBe(month);
    }
  });

  it.each(['2025-03-15', '2025/3/15', '2025.3.15', '2025年3月15日', '20250315', '2025-03-15 00:00:00', '2025/3/15 0:00'])(
    'reads the date %s',
    (cell) => expect(read('recruitedOn', cell)).toBe('2025-03-15'),
  );
  it.each(['3/15/2025', '98.8', '2025-13'])('does not read %s as a date', (cell) => expect(read('recruitedOn', cell)).toBe(cell));
  it.each(['1985.07', '1998-08', '200709', '2007年9月', '1998、08'])('makes no day up for %s', (cell) =>
    expect(read('recruitedOn', cell)).toEqual(new CellFault('date-without-day')),
  );

  it('takes no number for a date', () => {
    for (const id of ['recruitedOn', 'employedFrom']) expect(read(id, '45901', 'number')).toEqual(new CellFault('date-as-number'));
  });

  it('leaves out marks that cannot be seen', () => {
    expect(read('id', '\u202dT1\u202c\u200b')).toBe('T1');
  });

  it.each(['error', 'no-value'] as const)('refuses a cell of kind %s of any fact', (kind) => {
    for (const each of dictionary.facts) expect(read(each.id, '', kind)).toBeInstanceOf(CellFault);
  });

  it.each([
    ['6.4E+17', 'csv', 'digits-lost'],
    ['６.４Ｅ＋１７', 'text', 'digits-lost'],
    ['1234567890123456', 'number', 'digits-lost'],
    ['2025-03-12', 'date', 'turned-into-date'],
    ['11010519491231002X', 'text', 'identity-as-id'],
  ] as const)('refuses the staff number %s (%s)', (cell, kind, code) => {
    expect(read('id', cell, kind)).toEqual(new CellFault(code));
  });

  it.each([
    ['1234567890123456', 'text'],
    ['123456789012345', 'number'],
    ['1E5', 'csv'],
    ['E+12', 'text'],
  ] as const)('takes the staff number %s (%s)', (cell, kind) => expect(read('id', cell, kind)).toBe(cell));
});

describe('a number with a unit', () => {
  const own = (id: string, cell: string, kind: CellKind = 'csv') => cellReader(factOf(withOwnFacts, id))(cell, kind);

  it.each([
    ['12.5', '12.5'],
    ['12.50', '12.5'],
    ['１２．５', '12.5'],
    ['12.5公里', '12.5'],
    ['12.5 KM', '12.5'],
    ['12㎞', '12'],
    ['3千米', '3'],
    ['0', '0'],
  ])('reads the distance %s', (cell, value) => expect(own('countyKm', cell)).toBe(value));

  it.each(['约12', '12500米', '25里', '12~15', '-3', '1.23456'])('leaves %s as it stands, for the schema to refuse', (cell) =>
    expect(own('countyKm', cell)).toBe(cell),
  );

  it('refuses a number of which the cell holds more decimals than are kept', () => {
    expect(own('countyKm', '12.33333', 'number')).toEqual(new CellFault('too-many-decimals'));
  });

  it('reads a whole number with its unit', () => {
    expect(own('lessons', '12节')).toBe(12);
    expect(own('lessons', '12.5节')).toBe('12.5节');
  });

  it('knows a header by its unit, and no header in another unit', () => {
    const lookup = headerLookup(withOwnFacts);
    for (const header of ['距县城', '距县城（公里）', '距县城(km)', '距县城里程/公里', '距县城（必填）'])
      expect(lookup(header)?.meaning ?? header).toBe(header === '距县城里程/公里' ? header : 'countyKm');
    for (const header of ['距县城（米）', '距县城(里)', '距县城【m】']) expect(lookup(header)).toBeNull();
  });
});
