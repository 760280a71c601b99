import { COLUMNS, csv, type Fixture, HEADER, LI, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { makeWorkbook } from './workbook.ts';

/** One row for each spelling, under one header. */
function spelled(header: string, texts: readonly string[]): Uint8Array {
  return utf8(csv([[...HEADER, header], ...texts.map((text, at) => [`T${at}`, '王一', '在编', '农村', text])]));
}

const readAs = (fact: string, values: readonly (string | boolean | null | undefined)[]) =>
  values.flatMap((value, at) => {
    if (value === undefined) return [];
    return [[at + 2, { ...WANG_RECORD, id: `T${at}`, ...(value !== null && { [fact]: value }) }] as const];
  });

/** What offices write where the dictionary has one word, and what they write instead of a value. */
export const SPELLINGS: readonly Fixture[] = [
  {
    file: 'degrees.csv',
    about: 'Degrees as offices write them; some could be more than one.',
    bytes: spelled('学历', [
      '大学',
      '高中',
      '大专',
      '全日制本科',
      '大学本科(学士)',
      '技校',
      '职高',
      '大本',
      '专升本',
      '在职研究生',
      '—',
      '/',
      '本科学历',
      '博研',
    ]),
    expected: {
      columns: [...COLUMNS, 'E 学历 = degree'],
      teachers: readAs('degree', [
        'bachelor',
        'none',
        'none',
        'bachelor',
        'bachelor',
        'none',
        'none',
        'bachelor',
        'bachelor',
        'masters',
        null,
        null,
        'bachelor',
        undefined,
      ]),
      faults: ['E15 unknown-value'],
      told: ['E2 taken-as 1 大学 本科', 'E11 taken-as 1 在职研究生 硕士', 'E12 dash 2 —'],
    },
  },
  {
    file: 'backbone-levels.csv',
    about: 'Levels with the name of the fact behind them; a yes does not say which.',
    bytes: spelled('骨干教师', [
      '是',
      '否',
      '市级骨干教师',
      '县级骨干',
      '区骨干',
      '自治区骨干',
      '省级骨干教师',
      '校级',
      '国家级骨干教师',
      '√',
      '没有',
    ]),
    expected: {
      columns: [...COLUMNS, 'E 骨干教师 = backboneLevel'],
      teachers: readAs('backboneLevel', [
        undefined,
        'none',
        'city',
        'district',
        undefined,
        'region',
        'region',
        'none',
        'national',
        undefined,
        'none',
      ]),
      faults: ['E2 unknown-value', 'E6 unknown-value', 'E11 unknown-value'],
      told: ['E9 taken-as 1 校级 无'],
    },
  },
  {
    file: 'on-the-payroll.csv',
    about: 'A column of yes and no that names what it is about.',
    bytes: spelled('是否在岗', ['在岗', '不在岗', '是', '病休']),
    expected: {
      columns: [...COLUMNS, 'E 是否在岗 = onPayroll'],
      teachers: readAs('onPayroll', [true, false, true, undefined]),
      faults: ['E5 wrong-type'],
    },
  },
  {
    file: 'dates-without-day.csv',
    about: 'Months where days are needed: none is made up.',
    bytes: utf8(
      csv([
        [...HEADER, '参加教学工作时间', '入职时间'],
        ...['1985.07', '1998-08', '200709', '2007年9月', '1998.8.1', '1998年8月1号', '1998、08'].map((text, at) => [
          `T${at}`,
          '王一',
          '在编',
          '农村',
          text,
          text,
        ]),
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 参加教学工作时间 = teachingSince', 'F 入职时间 = employedFrom'],
      teachers: [4, 5].map(
        (at) => [at + 2, { ...WANG_RECORD, id: `T${at}`, teachingSince: '1998-08-01', employedFrom: '1998-08' }] as const,
      ),
      faults: [2, 3, 4, 5, 8].map((row) => `E${row} date-without-day`),
    },
  },
  {
    file: 'line-breaks.xlsx',
    about: 'Breaks within cells fold, as in a header; within a number they may part two.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '学校'],
            ['T1', '王\n一', '在\n编', '农\n村', '某某县\n第一小学'],
            ['T2', 'Tom\nLee', '在编', '农村', '第二小学\n'],
            ['T3\nT4', '张三', '在编', '农村', '第一小学'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 学校 = school'],
      teachers: [
        [2, { ...WANG_RECORD, school: '某某县第一小学' }],
        [3, { ...WANG_RECORD, id: 'T2', name: 'Tom Lee', school: '第二小学' }],
      ],
      faults: ['A4 invalid-text'],
    },
  },
  {
    file: 'ditto.xlsx',
    about: 'Marks that say "as above".',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['学校', ...HEADER],
            ['同上', ...LI],
            ['甲小学', 'T1', '王一', '在编', '农村'],
            [null, 'T3', '张三', '在编', '农村'],
            ['同上', 'T4', '赵四', '〃', '″'],
            ['〃', '〃', '孙五', '在编', '农村'],
            ['同上', 'T6', '周六', '〃', '郊区'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: ['A 学校 = school', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [
        [3, { ...WANG_RECORD, school: '甲小学' }],
        [4, { ...WANG_RECORD, id: 'T3', name: '张三' }],
        [5, { ...WANG_RECORD, id: 'T4', name: '赵四', school: '甲小学' }],
      ],
      faults: ['A2 nothing-above', 'B6 nothing-above', 'E7 unknown-value'],
      told: ['A5 ditto 3', 'D5 ditto 2', 'E5 ditto 1'],
    },
  },
  {
    file: 'strokes.csv',
    about: 'Strokes for nothing in columns of every kind.',
    bytes: utf8(
      csv([
        [...HEADER, '学校', '班主任', '薪级', '入职年月', '离岗日期'],
        [...WANG, '—', '/', '-', '——', '／'],
      ]),
    ),
    expected: {
      columns: [
        ...COLUMNS,
        'E 学校 = school',
        'F 班主任 = classTeacher',
        'G 薪级 = payStep',
        'H 入职年月 = employedFrom',
        'I 离岗日期 = leftOn',
      ],
      teachers: [[2, WANG_RECORD]],
      told: ['E2 dash 1 —', 'F2 dash 1 /', 'G2 dash 1 -', 'H2 dash 1 ——', 'I2 dash 1 ／'],
    },
  },
];
