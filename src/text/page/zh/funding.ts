/** What each source bears of a budget, in Chinese. */
export const zhFunding = {
  title: '按资金来源',
  note: '按文件写明的或填入的分担比例计算；比例待定时不分摊。',
  share: '比例',
};
