import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { makeWorkbook } from './workbook.ts';

/** Footers of sheets, each alone in the column of the staff number. */
const FOOTERS = [
  '本页小计',
  '承前页',
  '过次页',
  '甲小学 汇总',
  '甲小学 计数',
  '总计',
  '合 计',
  '总 计：',
  '人数合计',
  '共3人',
  '合计：3人',
  '以上共计3人',
  '主管领导：',
  '财务主管：',
  '会计：',
  '出纳：',
  '报送时间：2025年3月',
  '日期：2025.3.1',
  '填报人：王五 联系电话：0951-000',
  '此表一式两份',
  '注：1.本表',
  '备注：带*号必填',
  '说明',
  '单位领导签字：',
  '教育局意见：',
  '（公章）',
  '年   月   日',
  '2025年3月1日',
  '---以下空白---',
  '以下空白',
  '第1页 共2页',
  '- 1 -',
  '附：无',
];

/** Rows that are not about a person, and people who look like them. */
export const FOOTER_ROWS: readonly Fixture[] = [
  {
    file: 'footers.xlsx',
    about: 'What stands at the foot of sheets.',
    bytes: makeWorkbook({ sheets: [{ name: '名册', rows: [HEADER, WANG, ...FOOTERS.map((footer) => [footer]), LI] }] }),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [2, WANG_RECORD],
        [FOOTERS.length + 3, LI_RECORD],
      ],
      skipped: [`3-${FOOTERS.length + 2} footer`],
    },
  },
  {
    file: 'footers-in-several-cells.csv',
    about: 'A line to sign on, counts under the name, and the numbers of columns under the header.',
    bytes: utf8(
      csv([
        ['序号', ...HEADER],
        ['1', '2', '3', '4', '5'],
        ['1', ...WANG],
        ['合计', '1', '1人', '', ''],
        ['会计：', '', '出纳：', '', '日期：'],
        ['栏次', '1', '2', '3', '4'],
      ]),
    ),
    expected: {
      columns: ['A 序号 = not-read', 'B 工号 = id', 'C 姓名 = name', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [[3, WANG_RECORD]],
      skipped: ['2-2 header', '4-5 footer', '6-6 header'],
    },
  },
  {
    file: 'people-like-footers.xlsx',
    about: 'Whoever has a name is somebody, whatever his post is called; so is who has none and is employed.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['职务', '姓名', '工号', '用人形式', '城乡'],
            ['教师', '王一', 'T1', '在编', '农村'],
            ['财务负责人', '李二', null, '在编', '农村'],
            ['负责人', '王三', null, '在编', '农村'],
            ['校长', '赵四', null, '在编', '农村'],
            ['会计', null, null, '在编', '农村'],
            ['负责人', null, 'T6', '在编', '农村'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: ['A 职务 = not-read', 'B 姓名 = name', 'C 工号 = id', 'D 用人形式 = post', 'E 城乡 = area'],
      teachers: [
        [2, WANG_RECORD],
        [7, { id: 'T6', post: 'established', area: 'rural' }],
      ],
      faults: ['C3 required', 'C4 required', 'C5 required', 'C6 required'],
    },
  },
  {
    file: 'examples.xlsx',
    about: 'A template with a line of what to fill in and examples, which are nobody.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '模板',
          rows: [
            HEADER.map((header) => `${header}*`),
            ['必填，文本格式', '必填', '下拉选择', '城市/农村'],
            ['示例：T0', '示例：张三', '在编', '农村'],
            ['T9', '张三（示例）', '在编', '农村'],
            WANG,
          ],
        },
      ],
    }),
    expected: {
      sheet: '模板',
      columns: COLUMNS.map((column) => column.replace(' =', '* =')),
      teachers: [[5, WANG_RECORD]],
      skipped: ['2-4 example'],
    },
  },
];
