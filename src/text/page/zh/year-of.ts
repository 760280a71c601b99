/** Which year a budget is computed for and why, in Chinese. `en/year-of.ts` has the same keys. */
export const zhYearOf = {
  title: '按 {{year}} 年计算：名册标题写着“{{text}}”。',
  sheet: '按 {{year}} 年计算：工作表名是“{{text}}”。',
  file: '按 {{year}} 年计算：文件名是“{{text}}”。',
  'school-year': '名册写的是学年“{{text}}”，跨两个年度，先按 {{year}} 年计算。',
  sample: '按 {{year}} 年计算：示例名册是这一年的。',
  today: '名册没有写明年度，先按今年（{{year}} 年）计算。',
  set: '按选定的 {{year}} 年计算。',
  otherThanNamed: '按选定的 {{year}} 年计算；名册写着“{{text}}”，是 {{named}} 年的。',
  otherThanSample: '按选定的 {{year}} 年计算；示例名册是 {{named}} 年的。',
};
