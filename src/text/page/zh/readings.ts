/** The readings of a document, in Chinese. */
export const zhReadings = {
  title: '口径',
  hint: '条文有不止一种读法时，按默认口径计算；可在此改选。',
  changed: '已改 {{count}} 项',
  default: '默认',
  reason: '默认理由：{{reason}}',
  restore: '恢复默认口径',
  open: '未选定',
  asking: '原文未定，须选定',
  picked: '已选定',
  reset: '改为未选定',
  askingReason: '须选定的原因：{{reason}}',
  askingHint: '原文没有说清、也没有默认口径的，须由使用者选定；选定前，金额不同的月份不计入。',
  chosen: '“{{question}}”选“{{options}}”',
  under: '（仅在{{choices}}时）',
  underSome: '（仅在部分选法下）',
};
