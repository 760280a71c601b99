import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { makeWorkbook, styled } from './workbook.ts';

const SALARY = [...COLUMNS, 'E 月工资总额 = monthlySalary'];
const BOTH = [
  { ...WANG_RECORD, monthlySalary: '5500.00' },
  { ...LI_RECORD, monthlySalary: '4300.05' },
];

/** In what amounts are, and for what time. */
export const AMOUNTS: readonly Fixture[] = [
  ...[
    ['brackets', '月工资总额（万元）'],
    ['words', '月工资总额（单位：万元）'],
    ['short', '月工资总额(万)'],
    ['plain', '月工资总额万元'],
  ].map(([name, header = '']) => ({
    file: `amounts-in-ten-thousands-${name}.csv`,
    about: `Amounts under 「${header}」.`,
    bytes: utf8(
      csv([
        [...HEADER, header],
        [...WANG, '0.55'],
        [...LI, '0.430005'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, `E ${header} = monthlySalary`],
      teachers: BOTH.map((record, at) => [at + 2, record] as const),
      told: ['E2 converted 2 万元 0.55 5500.00'],
    },
  })),
  {
    file: 'amounts-in-ten-thousands-by-title.xlsx',
    about: 'The unit stands above the header; a header that says yuan has its own.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['某某县教师工资总额统计表'],
            [null, null, null, null, '单位：万元'],
            [...HEADER, '月工资总额', '薪级差额（元）'],
            [...WANG, 0.55, 80],
            [...LI, 0.430005, 90],
            ['T3', '张三', '在编', '农村', 5500, 80],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...SALARY, 'F 薪级差额（元） = payStepIncrement'],
      teachers: [
        [4, { ...BOTH[0], payStepIncrement: '80.00' }],
        [5, { ...BOTH[1], payStepIncrement: '90.00' }],
      ],
      faults: ['E6 unit-doubtful'],
      skipped: ['1-2 title'],
      told: ['E4 converted 2 万元 0.55 5500.00'],
    },
  },
  {
    file: 'amounts-in-ten-thousands-by-remark.csv',
    about: 'The unit stands below the people; whoever fills in a form is named above.',
    bytes: utf8(
      csv([
        ['填报单位：', '', '', '', ''],
        [...HEADER, '月工资总额'],
        [...WANG, '0.55'],
        ['注：金额单位为万元', '', '', '', ''],
      ]),
    ),
    expected: {
      columns: SALARY,
      teachers: [[3, BOTH[0] ?? {}]],
      skipped: ['1-1 title', '4-4 footer'],
      told: ['E3 converted 1 万元 0.55 5500.00'],
    },
  },
  {
    file: 'amounts-by-format.xlsx',
    about: 'Formats of cells: the number of one is of ten thousands, those of the others are yuan shown otherwise.',
    bytes: makeWorkbook({
      formats: ['0.00"万元"', '0!.0000"万元"', '#,##0.00,"千元"', '0.00"元"'],
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '月工资总额'],
            ...[0.55, 5500, 5500, 5500].map((amount, at) => [`T${at}`, '王一', '在编', '农村', styled(amount, at + 1)]),
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: SALARY,
      teachers: [1, 2, 3].map((at) => [at + 2, { ...WANG_RECORD, id: `T${at}`, monthlySalary: '5500.00' }] as const),
      faults: ['E2 unit-in-cell'],
    },
  },
  ...[
    ['amounts-of-a-year', '工资总额（全年）'],
    ['amounts-by-year', '应发合计(元/年)'],
    ['amounts-of-a-term', '工资总额（半年）'],
  ].map(([file, header]) => ({
    file: `${file}.csv`,
    about: 'A sum of more than a month is none of a month.',
    bytes: utf8(
      csv([
        [...HEADER, String(header)],
        [...WANG, '66000'],
      ]),
    ),
    expected: { notes: ['other-period'], columns: [...COLUMNS, `E ${header} = not-read`], teachers: [[2, WANG_RECORD]] as const },
  })),
  {
    file: 'amounts-of-a-year-by-group.xlsx',
    about: 'The year stands over the header of the sum, which says nothing of it.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '2024年全年', null],
            [null, null, null, null, '工资总额', '备注'],
            [...WANG, 66000],
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      notes: ['other-period'],
      columns: [...COLUMNS, 'E 2024年全年/工资总额 = not-read', 'F 2024年全年/备注 = not-read'],
      teachers: [[3, WANG_RECORD]],
    },
  },
  {
    file: 'amounts-with-hidden-decimals.xlsx',
    about: 'A cell that holds more digits than it shows; strokes for nothing; an amount a month.',
    bytes: makeWorkbook({
      formats: ['0.00'],
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '月工资总额'],
            [...WANG, styled('1426.66666666667', 1)],
            ['T2', '李二', '临聘', '城市', '—'],
            ['T3', '李二', '临聘', '城市', '/'],
            ['T4', '李二', '临聘', '城市', '4,321.15元/月'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: SALARY,
      teachers: [
        [3, LI_RECORD],
        [4, { ...LI_RECORD, id: 'T3' }],
        [5, { ...LI_RECORD, id: 'T4', monthlySalary: '4321.15' }],
      ],
      faults: ['E2 hidden-decimals'],
      told: ['E3 dash 2 —'],
    },
  },
];
