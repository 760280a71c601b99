/** What is told of amounts that are known, for how many people, in Chinese. */
export const zhNotes = {
  title: '请留意',
  hint: '以下金额已经确定，不缺资料，但发放前应知道。',
  what: '情况',
  of: {
    'top-step': '已是薪级表最高一档，增资额为 0.00',
    capped: '与其他项目合计达到上限，超出的部分不发',
  } as Record<string, string>,
};
