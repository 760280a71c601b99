import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { formula, makeWorkbook } from './workbook.ts';

/** Rows that are not about a person, and cells merged over several rows. */
export const ROWS: readonly Fixture[] = [
  {
    file: 'totals-and-signatures.xlsx',
    about: 'Totals, remarks and signatures below the people.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['序号', ...HEADER, '月工资总额'],
            [1, ...WANG, 4000],
            [2, ...LI, 3000],
            ['合 计', null, null, null, null, 7000],
            null,
            ['填表人：张三', null, '审核人：李四', null, '填表日期：2025年9月1日'],
            ['备注：以上情况属实。'],
            ['校长（签字）：'],
          ],
          merges: ['A4:E4', 'A7:F7'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: ['A 序号 = not-read', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area', 'F 月工资总额 = monthlySalary'],
      teachers: [
        [2, { ...WANG_RECORD, monthlySalary: '4000.00' }],
        [3, { ...LI_RECORD, monthlySalary: '3000.00' }],
      ],
      skipped: ['4-4 footer', '5-5 blank', '6-8 footer'],
    },
  },
  {
    file: 'totals-among-people.csv',
    about: 'A subtotal after every school, in whatever column it stands.',
    bytes: utf8(
      csv([
        ['学校', ...HEADER],
        ['一小', ...WANG],
        ['一小 小计', '', '1人', '', ''],
        ['二小', ...LI],
        ['', '', '小计', '', ''],
        ['', '本页合计', '', '', ''],
        ['全校总计', '', '2人', '', ''],
        ['', 'Grand total', '', '', ''],
      ]),
    ),
    expected: {
      columns: ['A 学校 = school', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [
        [2, { school: '一小', ...WANG_RECORD }],
        [4, { school: '二小', ...LI_RECORD }],
      ],
      faults: [],
      skipped: ['3-3 footer', '5-8 footer'],
    },
  },
  {
    file: 'people-like-totals.csv',
    about: 'People whose names or remarks read like a total are people.',
    bytes: utf8(
      csv([
        [...HEADER, '备注'],
        ['T1', '合计', '在编', '农村', ''],
        ['T2', '注', '临聘', '城市', '小计'],
        ['', '王五', '在编', '农村', '合计工资见附件'],
      ]),
    ),
    expected: {
      notes: ['remarks'],
      columns: [...COLUMNS, 'E 备注 = not-read'],
      teachers: [
        [2, { ...WANG_RECORD, name: '合计' }],
        [3, { ...LI_RECORD, name: '注' }],
      ],
      faults: ['A4 required'],
    },
  },
  {
    file: 'sections.xlsx',
    about: 'The name of each school in a cell merged over all columns, above its people.',
    bytes: makeWorkbook({
      sheets: [{ name: '名册', rows: [HEADER, ['示例第一小学'], WANG, ['示例第二小学'], LI], merges: ['A2:D2', 'A4:D4'] }],
    }),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [3, WANG_RECORD],
        [5, LI_RECORD],
      ],
      skipped: ['2-2 title', '4-4 title'],
    },
  },
  {
    file: 'blank-rows.csv',
    about: 'Blank rows between people and hundreds of them after the last.',
    bytes: utf8(csv([HEADER, ['', '', '', ''], WANG, [''], ['', '', '', ''], LI, ...Array(300).fill(['', '', '', ''])])),
    expected: {
      columns: COLUMNS,
      teachers: [
        [3, WANG_RECORD],
        [6, LI_RECORD],
      ],
      skipped: ['2-2 blank', '4-5 blank'],
    },
  },
  {
    file: 'numbered-in-advance.xlsx',
    about: 'A form with serial numbers and formulas filled down below the last person.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['序号', ...HEADER, '备注'],
            [1, ...WANG, null],
            [formula('A2+1', 2), null, null, null, null, formula('IF(B3="","","有")', '')],
            [formula('A3+1', 3), null, null, null, null, formula('IF(B4="","","有")', '')],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: ['A 序号 = not-read', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area', 'F 备注 = not-read'],
      teachers: [[2, WANG_RECORD]],
      skipped: ['3-4 blank'],
    },
  },
  {
    file: 'school-merged.xlsx',
    about: 'A school merged over its people; what stands hidden under the merged cell does not count.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['学校', ...HEADER],
            ['一小', ...WANG],
            ['不显示', ...LI],
            ['二小', 'T3', '张三', '特岗', '农村'],
            [null, 'T4', '赵四', '特岗', '农村'],
          ],
          merges: ['A2:A3'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: ['A 学校 = school', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [
        [2, { school: '一小', ...WANG_RECORD }],
        [3, { school: '一小', ...LI_RECORD }],
        [4, { school: '二小', id: 'T3', name: '张三', post: 'special-post', area: 'rural' }],
        [5, { id: 'T4', name: '赵四', post: 'special-post', area: 'rural' }],
      ],
    },
  },
  {
    file: 'amount-merged.xlsx',
    about: 'One amount merged over two people: whose is it?',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [[...HEADER, '月工资总额'], [...WANG, 9000], [...LI], ['T3', '张三', '特岗', '农村', 4000]],
          merges: ['E2:E3'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 月工资总额 = monthlySalary'],
      teachers: [[4, { id: 'T3', name: '张三', post: 'special-post', area: 'rural', monthlySalary: '4000.00' }]],
      faults: ['E2 merged-number', 'E3 merged-number'],
    },
  },
  {
    file: 'rows-of-two-lines.xlsx',
    about: 'Every person in cells merged over two lines.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [[...HEADER, '月工资总额'], [...WANG, 4000], null, [...LI, 3000], []],
          merges: ['A', 'B', 'C', 'D', 'E'].flatMap((column) => [`${column}2:${column}3`, `${column}4:${column}5`]),
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 月工资总额 = monthlySalary'],
      teachers: [
        [2, { ...WANG_RECORD, monthlySalary: '4000.00' }],
        [4, { ...LI_RECORD, monthlySalary: '3000.00' }],
      ],
      skipped: ['3-3 blank'],
    },
  },
  {
    file: 'hidden-rows.xlsx',
    about: 'A person hidden by a filter is a person.',
    bytes: makeWorkbook({ sheets: [{ name: '名册', rows: [HEADER, WANG, LI], hiddenRows: [3] }] }),
    expected: {
      sheet: '名册',
      notes: ['hidden-rows'],
      columns: COLUMNS,
      teachers: [
        [2, WANG_RECORD],
        [3, LI_RECORD],
      ],
    },
  },
];
