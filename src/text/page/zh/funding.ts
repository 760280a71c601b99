/** What each source bears of a budget, in Chinese. */
export const zhFunding = {
  title: '按资金来源',
  note: '按文件写明的或填入的比例、标准计算；待定的部分不分摊，其余照算。',
  share: '比例或标准',
  upTo: '标准以内',
  rest: '其余部分',
  varies: '因人因月而异',
  below: '其中：{{source}}',
  unknown: '未定',
};
