import { expect, test } from 'vitest';
import { makeWorkbook } from '../../scripts/roster-fixtures/workbook.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { openWorkbook } from '../../src/roster/files/open.ts';
import { parseCsv } from '../../src/roster/sheet/csv.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { isRefusal } from '../../src/roster/sheet/refusal.ts';
import { paymentTemplate, readPaymentSheet } from '../../src/roster/tables/payment-sheet.ts';
import { readPaymentWorkbook } from '../../src/roster/tables/payment-workbook.ts';

const ITEMS = new Map([
  ['餐补', 'meal'],
  ['meal', 'meal'],
  ['交通补贴', 'transport'],
]);
const read = (text: string) => readPaymentSheet(parseCsv(text, ','), dictionary, ITEMS);

test('a payment a row: columns in any order, with titles above, totals below and lines that were not filled in', () => {
  const text =
    '2025年发放表,,,\n项目,工号,金额(元),月份\n餐补,T1,"1,330.5",2025年3月\nMEAL,T２,０.50,202504\n交通补贴,,,\n合计,,1331.00,\n';
  expect(read(text)).toEqual({
    payments: [
      { row: 3, record: { teacherId: 'T1', allowance: 'meal', month: '2025-03', amount: '1330.50' } },
      { row: 4, record: { teacherId: 'T２', allowance: 'meal', month: '2025-04', amount: '0.50' } },
    ],
    faults: [],
    notes: [],
  });
});

test('what is not understood stays as it is, for the request to refuse; a cell that is bad as such is a fault', () => {
  const { payments, faults } = read('工号,项目,月份,金额\nT1,车补,三月,约三百\n,餐补,2025-01,5\nT1,餐补,2025-01,\nT1,餐补,2025.1,5');
  expect(payments.map(({ record }) => Object.values(record))).toEqual([
    ['T1', '车补', '三月', '约三百'],
    [undefined, 'meal', '2025-01', '5.00'],
    ['T1', 'meal', '2025-01', undefined],
    ['T1', 'meal', '5.00'],
  ]);
  expect(faults).toEqual([{ row: 5, field: 'month', code: 'ambiguous-month' }]);
  expect(read('工号,项目,月份,金额\n11010519491231002X,餐补,2025-01,5').faults).toEqual([
    { row: 2, field: 'teacherId', code: 'identity-as-id' },
  ]);
});

test('a row with an item and a month is a payment, though who and how much are merged with the row above', () => {
  const { payments } = read('工号,项目,月份,金额\nT1,餐补,2025-01,630\n,交通补贴,2025-01,');
  expect(payments.map(({ record }) => Object.values(record))).toEqual([
    ['T1', 'meal', '2025-01', '630.00'],
    [undefined, 'transport', '2025-01', undefined],
  ]);
});

test('a table that cannot be used says why', () => {
  expect(read('甲,乙\n1,2').faults).toEqual([{ row: 1, field: null, code: 'no-header' }]);
  expect(read('工号,项目,金额\nT1,餐补,5').faults).toEqual([{ row: 1, field: 'month', code: 'missing-column' }]);
  expect(read('工号,项目,月份,金额\nT1,"餐补,2025-01,5').faults).toEqual([{ row: 2, field: null, code: 'malformed-csv' }]);
  expect(read('工号,项目,月份,金额\n').faults).toEqual([{ row: 1, field: null, code: 'no-rows' }]);
});

test('the template names every item, and is an empty table until it is filled in', () => {
  const template = paymentTemplate(['餐补', '奖励,"一次性"']);
  expect(template).toBe('\ufeff工号,项目,月份,金额\r\n,餐补,,\r\n,"奖励,""一次性""",,\r\n');
  expect(read(template).faults).toEqual([{ row: 1, field: null, code: 'no-rows' }]);
  expect(read(template.replace(',餐补,,', 'T1,餐补,2025-01,330')).payments).toEqual([
    { row: 2, record: { teacherId: 'T1', allowance: 'meal', month: '2025-01', amount: '330.00' } },
  ]);
});

test('an amount with a minus sign, of whichever width, was taken back', () => {
  const { payments } = read(
    '工号,项目,月份,金额\nT1,餐补,2025-01,-80\nT1,餐补,2025-01,"－1,080.5元"\nT1,餐补,2025-01,\u2212 ¥3\nT1,餐补,2025-01,--3\nT1,餐补,2025-01,-约三',
  );
  expect(payments.map(({ record }) => record.amount)).toEqual(['-80.00', '-1080.50', '-3.00', '--3', '-约三']);
});

test.each(['金额（万元）', '金额(万)', '金额万元'])('amounts under %s become yuan, and that is told', (header) => {
  expect(read(`工号,项目,月份,${header}\nT1,餐补,2025-01,0.033\nT2,餐补,2025-01,0.33\n`)).toEqual({
    payments: [
      { row: 2, record: { teacherId: 'T1', allowance: 'meal', month: '2025-01', amount: '330.00' } },
      { row: 3, record: { teacherId: 'T2', allowance: 'meal', month: '2025-01', amount: '3300.00' } },
    ],
    faults: [],
    notes: [{ code: 'converted', params: { unit: '万元', from: '0.033', to: '330.00' } }],
  });
});

test('so do amounts under a title that names the unit, also of what was taken back; one that cannot be in it is a fault', () => {
  const { payments, faults } = read(
    '2025年发放表,,,单位：千元\n工号,项目,月份,金额\nT1,餐补,2025-01,0.33\nT1,餐补,2025-02,-0.33\nT1,餐补,2025-03,3300\n',
  );
  expect(payments.map(({ record }) => record.amount)).toEqual(['330.00', '-330.00', undefined]);
  expect(faults).toEqual([{ row: 5, field: 'amount', code: 'unit-doubtful' }]);
});

test('of several columns for one field none is taken; one that only looks like it is told', () => {
  expect(read('工号,项目,月份,应发金额,实发金额,金额\nT1,餐补,2025-01,330,300,310')).toEqual({
    payments: [],
    faults: [{ row: 1, field: 'amount', code: 'several-columns', params: { headers: ['实发金额', '金额'] } }],
    notes: [],
  });
  const { payments, notes } = read('工号,项目,月份,应发金额,实发金额\nT1,餐补,2025-01,330,300');
  expect(payments.map(({ record }) => record.amount)).toEqual(['300.00']);
  expect(notes).toEqual([{ code: 'other-amounts', params: { read: '实发金额', others: ['应发金额'] } }]);
});

test('a total that is not the sum, and columns that were not read, are told; names are kept for comparing', () => {
  const { payments, notes } = read('序号,工号,姓名,学校,项目,月份,金额\n1,T1,王一,甲校,餐补,2025-01,330\n,小计,,,,,330\n合计,,,,,,660');
  expect(payments).toEqual([{ row: 2, name: '王一', record: { teacherId: 'T1', allowance: 'meal', month: '2025-01', amount: '330.00' } }]);
  expect(notes).toEqual([
    { code: 'unread', params: { columns: ['学校'] } },
    { code: 'total-differs', params: { total: '660.00', sum: '330.00' } },
  ]);
});

test('what a column of remarks says of payments is told, for each counts as paid', () => {
  const { notes } = read('工号,项目,月份,金额,备注\nT1,餐补,2025-01,330,已退回\nT2,餐补,2025-01,330,');
  expect(notes).toEqual([
    { code: 'unread', params: { columns: ['备注'] } },
    { code: 'remarks', params: { column: '备注', texts: ['已退回'], count: '1' } },
  ]);
});

test('what a sheet says by other means than its cells is told', () => {
  const sheet = { ...parseCsv('工号,项目,月份,金额\nT1,餐补,2025-01,330', ','), hiddenRows: 2, struckRows: 1, comments: ['已退回'] };
  expect(readPaymentSheet(sheet, dictionary, ITEMS).notes).toEqual([
    { code: 'hidden-rows', params: { count: '2' } },
    { code: 'struck-rows', params: { count: '1' } },
    { code: 'comments', params: { count: '1' } },
  ]);
});

test('an amount of a year is none of a month', () => {
  expect(read('工号,项目,月份,金额（全年）\nT1,餐补,2025-01,3300').faults).toEqual([{ row: 1, field: 'amount', code: 'other-period' }]);
});

test('of a workbook the first sheet of payments is read, and the others are named', () => {
  const header = ['工号', '项目', '月份', '金额'];
  const sheets = [
    {
      name: '名册',
      rows: [
        ['工号', '姓名', '用人形式'],
        ['T1', '王一', '在编'],
      ],
    },
    ...['1月', '2月', '3月'].map((name, at) => ({ name, rows: [header, ['T1', '餐补', `2025-0${at + 1}`, 330]] })),
  ];
  const opened = finish(openWorkbook(makeWorkbook({ sheets }), dictionary));
  if (isRefusal(opened)) throw new Error(opened.refused);
  expect(finish(readPaymentWorkbook(opened, dictionary, ITEMS))).toEqual({
    payments: [{ row: 2, record: { teacherId: 'T1', allowance: 'meal', month: '2025-01', amount: '330.00' } }],
    faults: [],
    notes: [{ code: 'other-sheets', params: { sheet: '1月', names: ['2月', '3月'] } }],
  });
});
