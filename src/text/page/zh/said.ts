/** What a text says of itself and of its items beside amounts: printed totals, tax and bases, sources of funds. In Chinese. */
export const zhSaid = {
  totals: {
    printed: '文件所载',
    printedAs: '{{printed}}（{{amount}}）',
    printedMore: '{{printed}}余（{{amount}}余）',
    computed: '按各项计算',
    times: '{{people}} × ',
    months: ' × {{months}} 个月',
    verdict: '核对结果',
    agrees: {
      exactly: '一致',
      rounded: '一致：四舍五入到所载的末位有效数字后相同，相差 {{difference}}',
      more: '一致：比所载数多 {{difference}}，与“余”字相符',
      no: '不一致：按各项计算与文件所载相差 {{difference}}，请核对原文',
      open: '有标准待定，不能核对',
    },
  },
  treatment: '计税与基数',
  treatments: {
    taxable: { yes: '计征个人所得税', no: '不计征个人所得税', unsaid: '是否计征个人所得税：文件没有说明' },
    contributions: { yes: '计入“五险一金”计算基数', no: '不计入“五险一金”计算基数', unsaid: '是否计入“五险一金”计算基数：文件没有说明' },
    pension: { yes: '计入退休费计算基数', no: '不计入退休费计算基数', unsaid: '是否计入退休费计算基数：文件没有说明' },
  },
  sources: {
    share: '{{source}}：承担 <share/>',
    upTo: '{{source}}：承担每人 <standard/> 以内的部分',
    upToByMonth: '{{source}}：承担每人 <standard/> 以内的部分，全年标准逐月折算（每月计十二分之一）',
    rest: '{{source}}：承担其余部分',
    split: '，其中：',
    byTable: '下表所列',
    of: '{{source}}（{{below}}）',
  },
};
