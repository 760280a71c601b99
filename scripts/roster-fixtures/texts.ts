import { COLUMNS, csv, type Fixture, gb18030, HEADER, LI, LI_RECORD, utf8, utf16, WANG, WANG_RECORD } from './fixture.ts';

const BOTH = {
  columns: COLUMNS,
  teachers: [
    [2, WANG_RECORD],
    [3, LI_RECORD],
  ],
} as const;
const TEXT = csv([HEADER, WANG, LI]);
const RARE = { columns: COLUMNS, teachers: [[2, { ...WANG_RECORD, name: '王㐀' }]] } as const;

/** The encodings and the forms of CSV files. */
export const TEXTS: readonly Fixture[] = [
  { file: 'utf-8.csv', about: 'UTF-8 without a mark.', bytes: utf8(TEXT), expected: BOTH },
  { file: 'utf-8-with-mark.csv', about: 'UTF-8 with a byte order mark, as Excel writes it.', bytes: utf8(`\ufeff${TEXT}`), expected: BOTH },
  {
    file: 'gb18030.csv',
    about: 'What Chinese Excel writes as CSV, with a character of four bytes.',
    bytes: gb18030(csv([HEADER, ['T1', '王㐀', '在编', '农村']])),
    expected: RARE,
  },
  {
    file: 'utf-16.txt',
    about: 'What Excel writes as "Unicode text": UTF-16 with tabs.',
    bytes: utf16(`\ufeff${csv([HEADER, WANG, LI], '\t')}`),
    expected: BOTH,
  },
  { file: 'utf-16-big-endian.csv', about: 'UTF-16, most significant byte first.', bytes: utf16(`\ufeff${TEXT}`, true), expected: BOTH },
  { file: 'utf-16-without-mark.csv', about: 'UTF-16 without a mark.', bytes: utf16(TEXT), expected: BOTH },
  { file: 'semicolons.csv', about: 'Semicolons between the cells.', bytes: utf8(csv([HEADER, WANG, LI], ';')), expected: BOTH },
  { file: 'old-mac-lines.csv', about: 'Lines that end in CR alone.', bytes: utf8(csv([HEADER, WANG, LI], ',', '\r')), expected: BOTH },
  {
    file: 'line-ends-mixed.csv',
    about: 'Lines that end in CR LF, in LF and in CR: everybody is read.',
    bytes: utf8('工号,姓名,用人形式,城乡\r\nT1,王一,在编,农村\nT2,李二,临聘,城市\rT3,张三,在编,农村\r\n'),
    expected: {
      columns: COLUMNS,
      teachers: [...BOTH.teachers, [4, { ...WANG_RECORD, id: 'T3', name: '张三' }]],
    },
  },
  {
    file: 'line-ends-mixed-and-blank.csv',
    about: 'The same in a file with columns that are blank at the end of the line, where people went missing without a fault.',
    bytes: utf8('工号,用人形式,城乡,x,备注\r\n1,在编,农村,\n2,在编\r\n3,特岗,农村,,\r\n'),
    expected: {
      columns: ['A 工号 = id', 'B 用人形式 = post', 'C 城乡 = area', 'D x = not-read', 'E 备注 = not-read'],
      teachers: [
        [2, { id: '1', post: 'established', area: 'rural' }],
        [4, { id: '3', post: 'special-post', area: 'rural' }],
      ],
      faults: ['C3 required'],
    },
  },
  {
    file: 'no-last-line-end.csv',
    about: 'The last line does not end.',
    bytes: utf8(TEXT.trimEnd()),
    expected: BOTH,
  },
  {
    file: 'quoted.csv',
    about: 'Quoted cells with commas, quotes and line breaks in them.',
    bytes: utf8(
      csv([
        [...HEADER, '学校', '月工资总额'],
        [...WANG, '"示例""附属""小学, 东校区"', '"4,321.15"'],
        [...LI, '"示例\n小学"', '3000'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 学校 = school', 'F 月工资总额 = monthlySalary'],
      teachers: [
        [2, { ...WANG_RECORD, school: '示例"附属"小学, 东校区', monthlySalary: '4321.15' }],
        [3, { ...LI_RECORD, school: '示例小学', monthlySalary: '3000.00' }],
      ],
    },
  },
  {
    file: 'quote-not-closed.csv',
    about: 'A quote that is not closed swallows everybody after it.',
    bytes: utf8(csv([HEADER, ['T1', '"王一', '在编', '农村'], LI])),
    expected: { columns: COLUMNS, teachers: [], faults: ['2 malformed-csv'] },
  },
  {
    file: 'slipped.csv',
    about: 'An amount with a comma and without quotes moves the cells after it.',
    bytes: utf8(
      csv([
        ['工号', '姓名', '月工资总额', '用人形式', '城乡'],
        ['T1', '王一', '4,321', '在编', '农村'],
        ['T2', '李二', '3000', '临聘', '城市'],
      ]),
    ),
    expected: {
      columns: ['A 工号 = id', 'B 姓名 = name', 'C 月工资总额 = monthlySalary', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [[3, { ...LI_RECORD, monthlySalary: '3000.00' }]],
      faults: ['2 extra-cells', 'D2 unknown-value', 'E2 unknown-value'],
    },
  },
  {
    file: 'numbers-as-formulas.csv',
    about: 'Numbers wrapped in formulas, by a system that keeps Excel from spoiling them.',
    bytes: utf8(csv([HEADER, ['="00123"', '王一', '在编', '农村'], ['"=""00124"""', '李二', '临聘', '城市']])),
    expected: {
      columns: COLUMNS,
      teachers: [
        [2, { ...WANG_RECORD, id: '00123' }],
        [3, { ...LI_RECORD, id: '00124' }],
      ],
    },
  },
];
