/** What people write who know the document and not yet the rule language: words for its keys, values and signs. */

/** What a document says in words that the rule language has a word of its own for. */
export const CALLED: ReadonlyMap<string, readonly string[]> = new Map([
  ['yuan', ['元', '人民币', '人民币元', 'rmb', 'cny', '元/人']],
  ['percent', ['%', '％', '百分比', '百分数', '比例', 'percentage']],
  ['count', ['人', '名', '个', '数量', '人数', '个数', 'number']],
  ['year', ['年', '每年', '按年', '年度', '全年', '年份', 'yearly', 'annual', 'annually']],
  ['month', ['月', '每月', '按月', '月度', '逐月', 'monthly']],
  ['once', ['一次性', '一次', '单次', 'one-off', 'oneoff']],
  ['teacher', ['教师', '个人', '本人', '老师']],
  ['institution', ['学校', '单位', '机构', 'school']],
  ['days', ['天', '日', 'day']],
  ['months', ['月', '个月', 'month']],
  ['years', ['年', 'year']],
  ['largest', ['就高', '从高', '择高', '就高不就低', 'max', 'maximum']],
  ['all', ['全部', '全年', '都发', '累加', '各月', '每月']],
]);
/** Keys by what people call them. */
export const KEYS: ReadonlyMap<string, string> = new Map([
  ...['标题', '名称', '项目', '题目', 'name'].map((key) => [key, 'title'] as const),
  ...['收款人', '发放对象', '对象'].map((key) => [key, 'payee'] as const),
  ...['条款', '依据'].map((key) => [key, 'clause'] as const),
  ...['条款号', '条目'].map((key) => [key, 'item'] as const),
  ...['原文', '引文'].map((key) => [key, 'quote'] as const),
  ...['条件', '发放条件', 'if', 'condition', 'conditions'].map((key) => [key, 'when'] as const),
  ...['金额', '数额', '标准'].map((key) => [key, 'value'] as const),
  ['单位', 'unit'],
  ...['期间', '周期'].map((key) => [key, 'period'] as const),
  ...['月份', 'month'].map((key) => [key, 'months'] as const),
  ['文号', 'documentNumber'],
  ...['发文机关', '发文单位'].map((key) => [key, 'issuer'] as const),
  ...['科目', '科目代码', '经济分类'].map((key) => [key, 'economicCode'] as const),
]);
/** Words for everybody. */
export const ALWAYS = /^(?:全部|所有|全体|人人|都|均|一律|无条件|任何人|all|everyone|any|true|yes)$/i;
/** Words for true. */
export const YES = /^(?:是|有|对|yes|y|true|on|1|✓|√)$/i;
/** Words for false. */
export const NO = /^(?:否|无|没有|不是|no|n|false|off|0|×)$/i;
/** Words for an amount that is not paid. */
export const NOTHING = /^(?:0|0\.0+|不发|无|没有|零|none|nil|null|no)$/i;
/** A figure, with or without its unit. */
export const NUMBER = /^[\d.,]+\s*(?:%|％|元|[百千万亿]元?)?$/;
/** A comparison that was written with a sign. */
export const COMPARED = /^\s*(>=|=>|≥|>|<=|=<|≤|<)\s*([\d.-]+)\s*\S*$/;
/** Signs and words of comparisons, with the keys of the rule language. */
export const ENDS: ReadonlyMap<string, string> = new Map([
  ...['>=', '=>', '≥', 'min', 'minimum', 'from', 'gte', 'ge', '不低于', '不少于', '以上'].map((key) => [key, 'atLeast'] as const),
  ...['>', 'gt', 'over', 'morethan', '超过', '大于', '高于'].map((key) => [key, 'above'] as const),
  ...['<=', '=<', '≤', 'max', 'maximum', 'to', 'lte', 'le', '不高于', '不超过', '以下'].map((key) => [key, 'atMost'] as const),
  ...['<', 'lt', 'under', 'lessthan', '低于', '小于', '不足', '不满', '未满'].map((key) => [key, 'below'] as const),
]);
/** Words that join conditions, with the key of the rule language, or that they stand in a list. */
export const JOINED: ReadonlyMap<string, string> = new Map([
  ...['or', 'either', '或', '或者', 'oneOf'].map((key) => [key, 'any'] as const),
  ...['and', 'all', '且', '并且', '和', '与'].map((key) => [key, 'list'] as const),
]);
