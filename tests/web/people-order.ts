import type { PeopleSheetOrder } from '../../src/web/compute/protocol/export.ts';

/** An order for a sheet of people, as the page makes it. */
export const PEOPLE_ORDER: PeopleSheetOrder = {
  name: '人员',
  language: 'zh',
  withPrivate: false,
  personal: ['backbone', 'meal', 'transport', 'class-teacher'].map((allowance) => ({ allowance, header: `${allowance}·全年(元)` })),
  institution: [{ allowance: 'studio-running', header: 'studio-running·全年(元)' }],
  months: Array.from({ length: 12 }, (_, at) => `${at + 1}月 个人(元)`),
  headers: {
    changeMonth: '变动起始月',
    personalTotal: '个人合计',
    institutionTotal: '拨给单位',
    missing: '缺什么',
    total: '合计',
    awaited: '标准待定',
    unknown: '缺资料',
    nobody: '无人',
    yes: '是',
    no: '否',
  },
  lacks: [{ allowance: 'transport', fact: 'commute', text: '交通补贴：距离类别' }],
  comma: '；',
};
