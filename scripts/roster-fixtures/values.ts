import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { booleanCell, errorCell, formula, makeWorkbook, styled } from './workbook.ts';

/** Cell contents: spellings, months, money, formulas. */
export const VALUES: readonly Fixture[] = [
  {
    file: 'spellings.csv',
    about: 'Values as offices write them.',
    bytes: utf8(
      csv([
        [...HEADER, '学段', '骨干级别', '考核结果', '距离类别', '学历', '班主任', '校长', '薪级'],
        ['T1', '王一', '在编教师', '城区', '小学部', '区（县）级', '优秀', '近距离', '大学本科', '√', '无', '12级'],
        ['T2', '李二', '代课教师', '乡村', '普通高中', '自治区级', '考核合格', '远', '硕士研究生', '有', '×', '１３'],
        ['T3', '张三', '特设岗位', '乡', '学前', '无', '未考核', '较远', '大专', 'Y', 'N', ''],
      ]),
    ),
    expected: {
      columns: [
        ...COLUMNS,
        'E 学段 = stage',
        'F 骨干级别 = backboneLevel',
        'G 考核结果 = assessment',
        'H 距离类别 = commute',
        'I 学历 = degree',
        'J 班主任 = classTeacher',
        'K 校长 = principal',
        'L 薪级 = payStep',
      ],
      teachers: [
        [
          2,
          {
            id: 'T1',
            name: '王一',
            post: 'established',
            area: 'urban',
            stage: 'primary',
            backboneLevel: 'district',
            assessment: 'passed',
            commute: 'near',
            degree: 'bachelor',
            classTeacher: true,
            principal: false,
            payStep: 12,
          },
        ],
        [
          3,
          {
            id: 'T2',
            name: '李二',
            post: 'temporary',
            area: 'rural',
            stage: 'senior',
            backboneLevel: 'region',
            assessment: 'passed',
            commute: 'far',
            degree: 'masters',
            classTeacher: true,
            principal: false,
            payStep: 13,
          },
        ],
        [
          4,
          {
            id: 'T3',
            name: '张三',
            post: 'special-post',
            area: 'rural',
            stage: 'kindergarten',
            backboneLevel: 'none',
            assessment: 'pending',
            commute: 'far',
            degree: 'none',
            classTeacher: true,
            principal: false,
          },
        ],
      ],
    },
  },
  {
    file: 'values-unknown.csv',
    about: 'Values that could mean more than one thing, or nothing, are not decided.',
    bytes: utf8(
      csv([
        [...HEADER, '考核结果', '学历', '班主任', '薪级'],
        ['T1', '王一', '编外', '城镇', '', '', '', ''],
        ['T2', '李二', '在编', '农村', '基本合格', '研究', 'x', '12.5'],
        ['T3', '张三', '', '', '?', '1', '三(1)班', '0'],
        ['T4', '赵四', '在编', '农村', '合格', '本科', '是', '7'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 考核结果 = assessment', 'F 学历 = degree', 'G 班主任 = classTeacher', 'H 薪级 = payStep'],
      teachers: [
        [
          5,
          {
            id: 'T4',
            name: '赵四',
            post: 'established',
            area: 'rural',
            assessment: 'passed',
            degree: 'bachelor',
            classTeacher: true,
            payStep: 7,
          },
        ],
      ],
      faults: [
        'C2 unknown-value',
        'D2 unknown-value',
        'E3 unknown-value',
        'F3 unknown-value',
        'G3 wrong-type',
        'H3 wrong-type',
        'C4 required',
        'D4 required',
        'E4 unknown-value',
        'F4 unknown-value',
        'G4 wrong-type',
        'H4 out-of-range',
      ],
    },
  },
  {
    file: 'months.xlsx',
    about: 'Months as text in every form, as dates of the spreadsheet in several formats, and as the first of a month.',
    bytes: makeWorkbook({
      formats: ['yyyy"年"m"月"', 'mmm-yy', 'yyyy/m/d;@', '0.00'],
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '入职年月', '离职年月', '人才引进日期'],
            [...WANG, '2025年9月', '202512', '2025年3月15日'],
            [...LI, styled(45901, 1), styled(45992, 2), styled(45731, 3)],
            ['T3', '张三', '在编', '农村', '2025.1', '2025/9/1', '2025.3.15'],
            ['T4', '赵四', '在编', '农村', styled(45901.35, 3), null, { attributes: 't="d"', content: '<v>2025-03-15T00:00:00</v>' }],
            ['T5', '孙五', '在编', '农村', 2025.12, '２０２６年１月份', null],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 入职年月 = employedFrom', 'F 离职年月 = employedTo', 'G 人才引进日期 = recruitedOn'],
      teachers: [
        [2, { ...WANG_RECORD, employedFrom: '2025-09', employedTo: '2025-12', recruitedOn: '2025-03-15' }],
        [3, { ...LI_RECORD, employedFrom: '2025-09', employedTo: '2025-12', recruitedOn: '2025-03-15' }],
        [4, { ...WANG_RECORD, id: 'T3', name: '张三', employedFrom: '2025-01', employedTo: '2025-09', recruitedOn: '2025-03-15' }],
        [5, { ...WANG_RECORD, id: 'T4', name: '赵四', employedFrom: '2025-09', recruitedOn: '2025-03-15' }],
        [6, { ...WANG_RECORD, id: 'T5', name: '孙五', employedFrom: '2025-12', employedTo: '2026-01' }],
      ],
    },
  },
  {
    file: 'months-from-1904.xlsx',
    about: 'A workbook that counts its dates from 1904 on.',
    bytes: makeWorkbook({
      uses1904: true,
      formats: ['yyyy-mm-dd'],
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '入职年月'],
            [...WANG, styled(44439, 1)],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 入职年月 = employedFrom'],
      teachers: [[2, { ...WANG_RECORD, employedFrom: '2025-09' }]],
    },
  },
  {
    file: 'months-unclear.xlsx',
    about: 'October that lost its zero, dates shown as numbers, the thirtieth of February, a month without a year.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '入职年月', '人才引进日期'],
            [...WANG, 2025.1, null],
            [...LI, 45901, 45731],
            ['T3', '张三', '在编', '农村', '2025-13', '2025-02-30'],
            ['T4', '赵四', '在编', '农村', '9月', '3/15/2025'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 入职年月 = employedFrom', 'F 人才引进日期 = recruitedOn'],
      teachers: [],
      faults: [
        'E2 ambiguous-month',
        'E3 date-as-number',
        'F3 date-as-number',
        'E4 invalid-month',
        'F4 invalid-date',
        'E5 invalid-month',
        'F5 invalid-date',
      ],
    },
  },
  {
    file: 'months-unclear.csv',
    about: 'A CSV does not tell whether 2025.1 was text.',
    bytes: utf8(
      csv([
        [...HEADER, '入职年月'],
        [...WANG, '2025.1'],
        [...LI, '2025.10'],
        ['T3', '张三', '在编', '农村', '2025.9'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 入职年月 = employedFrom'],
      teachers: [
        [3, { ...LI_RECORD, employedFrom: '2025-10' }],
        [4, { ...WANG_RECORD, id: 'T3', name: '张三', employedFrom: '2025-09' }],
      ],
      faults: ['E2 ambiguous-month'],
    },
  },
  {
    file: 'money.xlsx',
    about: 'Amounts with signs, separators, full-width digits, and with the noise of binary fractions.',
    bytes: makeWorkbook({
      formats: ['#,##0.00'],
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '月工资总额'],
            [...WANG, '¥1,234.50'],
            [...LI, '１，２３４．５０元'],
            ['T3', '张三', '在编', '农村', { attributes: '', content: '<v>4321.1499999999996</v>' }],
            ['T4', '赵四', '在编', '农村', styled(4321.15, 1)],
            ['T5', '孙五', '在编', '农村', formula('D1*2', 4321.15)],
            ['T6', '周六', '在编', '农村', '￥ 1200'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 月工资总额 = monthlySalary'],
      teachers: [
        [2, { ...WANG_RECORD, monthlySalary: '1234.50' }],
        [3, { ...LI_RECORD, monthlySalary: '1234.50' }],
        [4, { ...WANG_RECORD, id: 'T3', name: '张三', monthlySalary: '4321.15' }],
        [5, { ...WANG_RECORD, id: 'T4', name: '赵四', monthlySalary: '4321.15' }],
        [6, { ...WANG_RECORD, id: 'T5', name: '孙五', monthlySalary: '4321.15' }],
        [7, { ...WANG_RECORD, id: 'T6', name: '周六', monthlySalary: '1200.00' }],
      ],
    },
  },
  {
    file: 'money-unclear.csv',
    about: 'Amounts that are not rounded, not guessed, not turned round.',
    bytes: utf8(
      csv([
        [...HEADER, '月工资总额'],
        ...['1234.567', '"1,23"', '1.2万', '-5', '(5.00)', '约1200', '—'].map((cell, at) => [`T${at}`, '王一', '在编', '农村', cell]),
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 月工资总额 = monthlySalary'],
      teachers: [[8, { id: 'T6', name: '王一', post: 'established', area: 'rural' }]],
      faults: ['E2 invalid-money', 'E3 invalid-money', 'E4 unit-in-cell', 'E5 negative-money', 'E6 invalid-money', 'E7 invalid-money'],
      told: ['E8 dash 1 —'],
    },
  },
  {
    file: 'booleans.xlsx',
    about: 'Booleans of the spreadsheet itself.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '班主任'],
            [...WANG, booleanCell(true)],
            [...LI, booleanCell(false)],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 班主任 = classTeacher'],
      teachers: [
        [2, { ...WANG_RECORD, classTeacher: true }],
        [3, { ...LI_RECORD, classTeacher: false }],
      ],
    },
  },
  {
    file: 'formulas-with-errors.xlsx',
    about: 'Formulas that end in an error; one of them in a column that is not read.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '月工资总额', '备注'],
            [...WANG, errorCell('#REF!'), null],
            ['T2', '李二', '临聘', errorCell('#N/A'), 3000, null],
            ['T3', '张三', '在编', '农村', 3000, errorCell('#DIV/0!')],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 月工资总额 = monthlySalary', 'F 备注 = not-read'],
      teachers: [[4, { ...WANG_RECORD, id: 'T3', name: '张三', monthlySalary: '3000.00' }]],
      faults: ['E2 error-cell', 'D3 error-cell'],
    },
  },
  {
    file: 'formulas-without-results.xlsx',
    about: 'Formulas that a program wrote and nobody ever worked out.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['序号', ...HEADER, '月工资总额'],
            [formula('ROW()-1'), ...WANG, formula('SUM(A1:A2)')],
            [formula('ROW()-1'), ...LI, { attributes: '', content: '<f>1+1</f><v></v>' }],
            [formula('ROW()-1'), 'T3', '张三', '在编', '农村', 3000],
            [formula('ROW()-1'), 'T4', '赵四', '在编', formula('D1', '农村'), formula('IF(1,"","")', '')],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: ['A 序号 = not-read', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area', 'F 月工资总额 = monthlySalary'],
      teachers: [
        [4, { ...WANG_RECORD, id: 'T3', name: '张三', monthlySalary: '3000.00' }],
        [5, { ...WANG_RECORD, id: 'T4', name: '赵四' }],
      ],
      faults: ['F2 formula-without-value', 'F3 formula-without-value'],
    },
  },
  {
    file: 'changes.xlsx',
    about: 'Rows of changes: before the person, after, for several months; staff numbers merged over them.',
    bytes: makeWorkbook({
      formats: ['yyyy"年"m"月"'],
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '变动起始月'],
            ['T1', null, null, '城市', '2025年9月'],
            [...WANG, null],
            ['T2', '李二', '临聘', '城市', null],
            [null, null, null, '农村', styled(45717, 1)],
            [null, null, '在编', null, '2025.6'],
          ],
          merges: ['A4:A6', 'B4:B6'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 变动起始月 = change-month'],
      teachers: [
        [3, { ...WANG_RECORD, changes: [{ from: '2025-09', area: 'urban' }] }],
        [
          4,
          {
            ...LI_RECORD,
            changes: [
              { from: '2025-03', area: 'rural' },
              { from: '2025-06', post: 'established' },
            ],
          },
        ],
      ],
    },
  },
  {
    file: 'changes-unclear.csv',
    about: 'A change of nobody, one without a number, two in one month, one of a fact that cannot change, one from no month.',
    bytes: utf8(
      csv([
        [...HEADER, '变动起始月份'],
        [...WANG, ''],
        ['T9', '', '', '城市', '2025-09'],
        ['', '', '', '城市', '2025-09'],
        [...LI, ''],
        ['T2', '', '', '农村', '2025-09'],
        ['T2', '', '在编', '', '2025/9'],
        ['T3', '张三', '在编', '农村', ''],
        ['T3', '李四', '', '城市', '2025-09'],
        ['T4', '赵四', '在编', '农村', ''],
        ['T4', '', '', '城市', '九月'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 变动起始月份 = change-month'],
      teachers: [[2, WANG_RECORD]],
      faults: ['A3 no-such-person', 'A4 required', 'E7 duplicate-change', 'B9 not-monthly', 'E11 invalid-month'],
    },
  },
];
