/** What a person reads about the codes of the budget classification, in Chinese. */
export const zhCodes = {
  titled: '{{code}} {{title}}',
  toConfirm: '须经财政部门确认',
  edit: '科目对应（可修改）',
  changed: '已改 {{count}} 项',
  hint: '经济分类填 3 或 5 位数字，功能分类填 3、5 或 7 位；不填用默认科目。用于本表、打印和导出，不影响金额。',
  none: '无科目',
  restore: '恢复默认科目',
  field: '科目 · {{name}}',
};
