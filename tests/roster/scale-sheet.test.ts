import { expect, test } from 'vitest';
import { readDelimited } from '../../src/roster/sheet/delimited.ts';
import { readScaleSheet, SCALE_TEMPLATE } from '../../src/roster/tables/scale-sheet.ts';

test('a text is split by what separates its cells; blank rows count and are left out', () => {
  expect(readDelimited('1,80\r\n\r\n2,91\r\n').rows).toEqual([
    { number: 1, cells: ['1', '80'] },
    { number: 3, cells: ['2', '91'] },
  ]);
  for (const separator of ['\t', ';', ' ', '  '])
    expect(readDelimited(`1${separator}80`).rows).toEqual([{ number: 1, cells: ['1', '80'] }]);
  expect(readDelimited('a,"b').malformed).toEqual([1]);
  expect(readDelimited('').rows).toEqual([]);
});

test('a pay scale: header, title and notes around it, commas between thousands, full-width digits', () => {
  const text = '薪级工资标准表\n单位：元\n序号,薪级,标准(元/月)\n1,１级,80\n2,2,"1,091.5"\n3,3,\n,,注：以上为示例\n';
  expect(readScaleSheet(text)).toEqual({ steps: { 1: '80.00', 2: '1091.50' }, rows: { 1: 4, 2: 5 }, odd: {} });
});

test('without a header cells are taken two by two; so are columns side by side', () => {
  expect(readScaleSheet('1 80\n2 91').steps).toEqual({ 1: '80.00', 2: '91.00' });
  const printed = '薪级,标准,薪级,标准\n1,80,3,102\n2,91,4,113';
  expect(readScaleSheet(printed)).toMatchObject({ steps: { 1: '80.00', 2: '91.00', 3: '102.00', 4: '113.00' }, rows: { 3: 2, 4: 3 } });
  expect(readScaleSheet('薪级\t标准\n1\t80').rows).toEqual({ 1: 2 });
});

test('what cannot be a pay scale is kept under a key that is no pay step, with its row', () => {
  const { steps, rows, odd } = readScaleSheet('薪级,标准\n1,80\n1,91\n,102\n十,113\n3,-5\n4,约100');
  expect(odd).toEqual({ '1 (3)': 'duplicate', '?4': 'no-step' });
  expect(rows).toEqual({ 1: 2, '1 (3)': 3, '?4': 4, 十: 5, 3: 6, 4: 7 });
  expect(steps).toMatchObject({ 1: '80.00', '1 (3)': '91.00', 十: '113.00', 3: '-5', 4: '约100' });
  expect(readScaleSheet('薪级,标准\n1,"80\n2,91').odd).toEqual({ '"2': 'malformed' });
  expect(Object.keys(readScaleSheet('__proto__,80').steps)).toEqual(['__proto__']);
});

test.each(['薪级,标准(千元)\n1,0.08', '单位：万元\n薪级,标准\n1,0.008', '薪级,标准(元/年)\n1,960'])(
  'standards in another unit, or of a year, are none: %j',
  (text) => {
    const { steps, odd } = readScaleSheet(text);
    expect([steps, odd]).toEqual([{ 'unit?': '' }, { 'unit?': 'other-unit' }]);
  },
);

test('the template is a sheet of all pay steps that lacks the standards', () => {
  expect(readScaleSheet(SCALE_TEMPLATE).steps).toEqual({});
  const filled = readScaleSheet(SCALE_TEMPLATE.replace(/^(\d+),/gm, (_line, step) => `${step},${100 + Number(step)}`));
  expect(Object.keys(filled.steps)).toHaveLength(65);
  expect(filled.steps[65]).toBe('165.00');
});
