/** What is told of amounts that are known, for how many people, in Chinese. */
export const zhNotes = {
  title: '请留意',
  hint: '以下金额已经确定，不缺资料，但发放前应知道。',
  what: '情况',
  of: {
    'employment-dates-differ': '到岗、离岗日期与入职、离职年月不一致，已按入职、离职年月计算，请核对',
    'service-interrupted': '服务期内离岗后又到岗，文件没有说是否中断：现按没有中断计算，请核对',
    'top-step': '已是薪级表最高一档，增资额为 0.00',
    capped: '与其他项目合计达到上限，超出的部分不发',
  } as Record<string, string>,
};
