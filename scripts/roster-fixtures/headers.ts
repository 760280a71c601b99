import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { makeWorkbook } from './workbook.ts';

const BOTH = [
  [2, WANG_RECORD],
  [3, LI_RECORD],
] as const;

/** Headers of forms, of two languages, of other systems; and people in several places of one sheet. */
export const HEADERS: readonly Fixture[] = [
  {
    file: 'header-of-two-languages.xlsx',
    about: 'Every header in two languages, on two lines of its cell or beside one another.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '员工主表',
          rows: [['教职工主表'], ['工号\nstaff_no', '姓名 real_name', '用人形式(post_type)', 'area/城乡'], WANG],
          merges: ['A1:D1'],
        },
      ],
    }),
    expected: {
      sheet: '员工主表',
      columns: ['A 工号\nstaff_no = id', 'B 姓名 real_name = name', 'C 用人形式(post_type) = post', 'D area/城乡 = area'],
      teachers: [[3, WANG_RECORD]],
      skipped: ['1-1 title'],
    },
  },
  ...['员工号', '教工号', '工资编号', '人员代码', '学工号', '职员编号', '工作证号', '人事编号'].map((header, at) => ({
    file: `staff-number-header-${at + 1}.csv`,
    about: `A staff number called 「${header}」, beside a serial number.`,
    bytes: utf8(
      csv([
        ['序号', header, ...HEADER.slice(1)],
        ['1', ...WANG],
        ['2', ...LI],
      ]),
    ),
    expected: {
      columns: ['A 序号 = not-read', `B ${header} = id`, 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: BOTH,
    },
  })),
  {
    file: 'header-below-form.xlsx',
    about: 'The head of a form names more facts than the header of the people does.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['附件1'],
            ['学校', '甲小学', '校长', '马校长', '学段', '小学', '乡镇', '甲镇', '村', '甲村'],
            [...HEADER, '备注'],
            WANG,
            LI,
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 备注 = not-read'],
      teachers: [
        [4, WANG_RECORD],
        [5, LI_RECORD],
      ],
      skipped: ['1-2 title'],
    },
  },
  {
    file: 'header-of-another-time.csv',
    about: 'In brackets behind its name a header can say that it is about something else.',
    bytes: utf8(
      csv([
        [...HEADER, '学校（原）', '考核结果(上年)', '学校(必填)'],
        [...WANG, '甲小学', '合格', '乙小学'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 学校（原） = not-read', 'F 考核结果(上年) = not-read', 'G 学校(必填) = school'],
      teachers: [[2, { ...WANG_RECORD, school: '乙小学' }]],
    },
  },
  {
    file: 'national-export.xlsx',
    about: 'Columns of the national information system: the kind of employment is told by columns of yes and no.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '教师基本信息',
          rows: [
            ['教职工号', '姓名', '是否在编', '用人形式', '教职工类别', '最高学历', '城乡分类', '是否特岗教师', '是否县级及以上骨干教师'],
            ['T1', '王一', '是', null, '专任教师', '大学本科毕业', '镇区-镇中心区', '否', '否'],
            ['T2', '李二', '否', '特岗教师', '专任教师', '研究生毕业', '乡村-村庄', '是', '否'],
            ['T3', '张三', '是', null, '工勤人员', '高中毕业', '城区-主城区', '否', '否'],
            ['T4', '赵四', '否', '在编', '专任教师', '大学专科毕业', '乡村-乡中心区', '否', '否'],
            ['T5', '孙五', '是', null, '专任教师', '大学本科毕业', '乡村-村庄', '是', '否'],
            ['T6', '周六', '否', null, '专任教师', '大学本科毕业', '乡村-村庄', '否', '是'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '教师基本信息',
      columns: [
        'A 教职工号 = id',
        'B 姓名 = name',
        'C 是否在编 = post=established',
        'D 用人形式 = post',
        'E 教职工类别 = not-read',
        'F 最高学历 = degree',
        'G 城乡分类 = area',
        'H 是否特岗教师 = post=special-post',
        'I 是否县级及以上骨干教师 = backboneLevel',
      ],
      teachers: [
        [3, { id: 'T2', name: '李二', post: 'special-post', degree: 'masters', area: 'rural', backboneLevel: 'none' }],
        [4, { id: 'T3', name: '张三', post: 'established', degree: 'none', area: 'urban', backboneLevel: 'none' }],
      ],
      faults: ['G2 unknown-value', 'C5 flags-differ', 'H6 flags-differ', 'D7 required', 'I7 unknown-value'],
      told: ['F3 taken-as 1 研究生毕业 硕士'],
    },
  },
  {
    file: 'kinds-of-staff.csv',
    about: 'What kind of staff people are is not how they are employed, where a column of yes and no tells that.',
    bytes: utf8(
      csv([
        ['工号', '姓名', '是否在编', '教职工类别', '城乡'],
        ['T1', '王一', '是', '专任教师', '农村'],
      ]),
    ),
    expected: {
      notes: ['not-its-values'],
      columns: ['A 工号 = id', 'B 姓名 = name', 'C 是否在编 = post=established', 'D 教职工类别 = not-read', 'E 城乡 = area'],
      teachers: [[2, WANG_RECORD]],
    },
  },
  {
    file: 'side-by-side.xlsx',
    about: 'Two blocks of people side by side: what is there is named, so that nobody is lost.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['序号', ...HEADER, '序号', ...HEADER],
            [1, ...WANG, 3, 'T3', '张三', '在编', '农村'],
            [2, ...LI, null, null, null, null, null],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [
        'A 序号 = not-read',
        'B 工号 = id',
        'C 姓名 = name',
        'D 用人形式 = post',
        'E 城乡 = area',
        'F 序号 = not-read',
        'G 工号 = id',
        'H 姓名 = name',
        'I 用人形式 = post',
        'J 城乡 = area',
      ],
      teachers: [],
      faults: ['1 side-by-side'],
    },
  },
];
