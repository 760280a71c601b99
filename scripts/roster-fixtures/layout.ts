import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { makeWorkbook } from './workbook.ts';

/** Titles, headers, columns: where a roster begins, and the names of its columns. */
export const LAYOUT: readonly Fixture[] = [
  {
    file: 'title-rows.xlsx',
    about: 'Two titles in merged cells and a blank row above the header.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [['金凤区教师名册'], ['填报单位：示例小学　2025年9月'], null, HEADER, WANG, LI],
          merges: ['A1:D1', 'A2:D2'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [5, WANG_RECORD],
        [6, LI_RECORD],
      ],
      skipped: ['1-3 title'],
    },
  },
  {
    file: 'title-rows.csv',
    about: 'The same as Excel writes it in a CSV, with commas to the full width.',
    bytes: utf8(csv([['金凤区教师名册', '', '', ''], ['', '', '', ''], HEADER, WANG])),
    expected: { columns: COLUMNS, teachers: [[4, WANG_RECORD]], skipped: ['1-2 title'] },
  },
  {
    file: 'title-like-header.csv',
    about: 'A title with one word that is also a header.',
    bytes: utf8(csv([['学校', '', '', ''], HEADER, WANG])),
    expected: { columns: COLUMNS, teachers: [[3, WANG_RECORD]], skipped: ['1-1 title'] },
  },
  {
    file: 'header-of-two-lines.xlsx',
    about: 'A header of two lines in merged cells under a title over the full width.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['教师名册'],
            ['工号', '姓名', '骨干教师', null, '用人形式', '城乡'],
            [null, null, '级别', '认定年份'],
            ['T1', '王一', '区级', 2020, '在编', '农村'],
          ],
          merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [
        'A 工号 = id',
        'B 姓名 = name',
        'C 骨干教师/级别 = backboneLevel',
        'D 骨干教师/认定年份 = not-read',
        'E 用人形式 = post',
        'F 城乡 = area',
      ],
      teachers: [[4, { id: 'T1', name: '王一', backboneLevel: 'district', post: 'established', area: 'rural' }]],
      skipped: ['1-1 title'],
    },
  },
  {
    file: 'header-of-two-lines.csv',
    about: 'What is left of merged headers in a CSV: gaps.',
    bytes: utf8(
      csv([
        ['工号', '姓名', '骨干教师', '', '用人形式', '城乡'],
        ['', '', '级别', '认定年份', '', ''],
        ['T1', '王一', '区级', '2020', '在编', '农村'],
      ]),
    ),
    expected: {
      columns: [
        'A 工号 = id',
        'B 姓名 = name',
        'C 骨干教师/级别 = backboneLevel',
        'D 骨干教师/认定年份 = not-read',
        'E 用人形式 = post',
        'F 城乡 = area',
      ],
      teachers: [[3, { id: 'T1', name: '王一', backboneLevel: 'district', post: 'established', area: 'rural' }]],
    },
  },
  {
    file: 'header-of-three-lines.xlsx',
    about: 'A header of three lines.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['工号', '基本情况', null, null, '城乡'],
            [null, '姓名', '聘用', null, null],
            [null, null, '用人形式', '合同号'],
            ['T1', '王一', '在编', 'H-1', '农村'],
          ],
          merges: ['A1:A3', 'B1:D1', 'B2:B3', 'C2:D2', 'E1:E3'],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [
        'A 工号 = id',
        'B 基本情况/姓名 = name',
        'C 基本情况/聘用/用人形式 = post',
        'D 基本情况/聘用/合同号 = not-read',
        'E 城乡 = area',
      ],
      teachers: [[4, WANG_RECORD]],
    },
  },
  {
    file: 'header-with-marks.xlsx',
    about: 'Headers with stars, units, questions and colons around their names.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['*工号', '★姓名', '用人形式（必填）', '城乡：', '月工资总额(元)', '是否班主任', '是否为校长'],
            [...WANG, 4321.15, '是', '否'],
          ],
        },
      ],
    }),
    expected: {
      sheet: 'Sheet1',
      columns: [
        'A *工号 = id',
        'B ★姓名 = name',
        'C 用人形式（必填） = post',
        'D 城乡： = area',
        'E 月工资总额(元) = monthlySalary',
        'F 是否班主任 = classTeacher',
        'G 是否为校长 = principal',
      ],
      teachers: [[2, { ...WANG_RECORD, monthlySalary: '4321.15', classTeacher: true, principal: false }]],
    },
  },
  {
    file: 'header-spread.csv',
    about: 'Headers that were spread out with spaces, line breaks and full-width brackets.',
    bytes: utf8(
      csv([
        ['工　号', '姓  名', '"用人\n形式"', '城 乡', '乡镇（街道）'],
        [...WANG, '良田镇'],
      ]),
    ),
    expected: {
      columns: ['A 工　号 = id', 'B 姓  名 = name', 'C 用人\n形式 = post', 'D 城 乡 = area', 'E 乡镇（街道） = town'],
      teachers: [[2, { ...WANG_RECORD, town: '良田镇' }]],
    },
  },
  {
    file: 'header-in-english.csv',
    about: 'Headers by the English labels and by the ids of the API.',
    bytes: utf8(csv([['id', 'Name', 'Kind of employment', 'area'], WANG])),
    expected: {
      columns: ['A id = id', 'B Name = name', 'C Kind of employment = post', 'D area = area'],
      teachers: [[2, WANG_RECORD]],
    },
  },
  {
    file: 'header-repeated.xlsx',
    about: 'A sheet made for printing: title, header and page number come again on every page.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '打印',
          rows: [['教师名册'], HEADER, WANG, ['第1页 共2页'], ['教师名册'], HEADER, LI, ['第 2 页，共 2 页']],
          merges: ['A1:D1', 'A4:D4', 'A5:D5', 'A8:D8'],
        },
      ],
    }),
    expected: {
      sheet: '打印',
      columns: COLUMNS,
      teachers: [
        [3, WANG_RECORD],
        [7, LI_RECORD],
      ],
      skipped: ['1-1 title', '4-4 footer', '5-5 title', '6-6 header', '8-8 footer'],
    },
  },
  {
    file: 'header-missing.csv',
    about: 'People without a header row.',
    bytes: utf8(csv([WANG, LI])),
    expected: { columns: [], teachers: [], faults: ['1 no-header'] },
  },
  {
    file: 'header-without-id.csv',
    about: 'No column of staff numbers, and nothing else to tell people apart.',
    bytes: utf8(csv([['姓名', '用人形式', '城乡'], WANG.slice(1)])),
    expected: {
      columns: ['A 姓名 = name', 'B 用人形式 = post', 'C 城乡 = area'],
      teachers: [],
      faults: ['1 missing-column'],
    },
  },
  {
    file: 'header-twice.xlsx',
    about: 'Two columns with one header.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '城 乡'],
            [...WANG, '城市'],
          ],
        },
      ],
    }),
    expected: { sheet: '名册', columns: [...COLUMNS, 'E 城 乡 = area'], teachers: [], faults: ['E1 duplicate-column'] },
  },
  {
    file: 'header-better-of-two.csv',
    about: 'A serial number that is called 编号 beside the staff number.',
    bytes: utf8(
      csv([
        ['编号', '工号', '姓名', '用人形式', '城乡'],
        ['1', ...WANG],
        ['2', ...LI],
      ]),
    ),
    expected: {
      columns: ['A 编号 = not-read', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [
        [2, WANG_RECORD],
        [3, LI_RECORD],
      ],
    },
  },
  {
    file: 'columns-by-values.xlsx',
    about: 'Columns with headers of the office itself, told by their values.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['工号', '姓名', '身份', '所在地', '测评', '备注'],
            ['T1', '王一', '在编', '乡村', '合格', '好'],
            ['T2', '李二', '临聘', '城区', '待考核', ''],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      notes: ['remarks'],
      columns: [
        'A 工号 = id',
        'B 姓名 = name',
        'C 身份 = post (values)',
        'D 所在地 = area (values)',
        'E 测评 = assessment (values)',
        'F 备注 = not-read',
      ],
      teachers: [
        [2, { ...WANG_RECORD, assessment: 'passed' }],
        [3, { ...LI_RECORD, assessment: 'pending' }],
      ],
    },
  },
  {
    file: 'columns-left-alone.csv',
    about: 'Values that several facts have, or that two columns have, are not guessed from.',
    bytes: utf8(
      csv([
        [...HEADER, '级别', '甲', '乙', '丙'],
        [...WANG, '区级', '是', '合格', '合格'],
        [...LI, '市级', '否', '合格', '不合格'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 级别 = not-read', 'F 甲 = not-read', 'G 乙 = not-read', 'H 丙 = not-read'],
      teachers: [
        [2, WANG_RECORD],
        [3, LI_RECORD],
      ],
    },
  },
  {
    file: 'column-without-header.xlsx',
    about: 'A column whose header is blank.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, null, '学段'],
            [...WANG, '小学', '初中'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E  = not-read', 'F 学段 = stage'],
      teachers: [[2, { ...WANG_RECORD, stage: 'junior' }]],
    },
  },
];
