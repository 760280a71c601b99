/** The warnings of a result by their codes, in Chinese. */
export const zhWarnings = {
  'outside-effective-dates': '文件施行期为 {{period}}：{{months}}没有施行，不发。',
  'outside-effective-dates-as-if': '文件施行期为 {{period}}：{{months}}没有施行，按施行计算，结果仅供参考。',
  'employment-dates-differ': '到岗、离岗日期与入职、离职年月不一致，相差{{months}}：按入职、离职年月计算，请核对。',
  'derived-differs': '“{{fact}}”填的是{{given}}，按规则推算应为{{derived}}（{{months}}）：按所填计算，请核对。',
  'service-interrupted': '“{{claim}}”：服务期内离岗后又到岗，文件没有说服务期是否因此中断：现按没有中断计算，不算应退，请核对。',
  'granted-before': '“{{allowance}}”：日期在本文件施行之前，当时按另一份文件发放，本文件没有说是否适用：后续各期照发，可能重发，请核对。',
  'rhythm-changes':
    '“{{allowance}}”：本年先后施行的两份文件发放方式不同（按年、一次性、分期或发几个月），各按自己的算法计月，可能重发或漏发，请核对。',
  'predecessor-unknown': '本文件废止了“{{supersedes}}”，其施行前的月份本应按那份文件计算，但这里没有它：现按本文件计算，请先打开那份文件。',
  'outside-range': '填入的“{{parameter}}”不在文件给出的范围（{{range}}）内，请核对。',
  'run-fact-unread': '对全体设定的“{{fact}}”没有任何规则用到，请核对。',
  'funding-fact-missing': '“{{allowance}}”：有人缺“{{fact}}”，由哪个来源承担多少还不能确定。',
  'shares-not-whole': '“{{allowance}}”有一级资金来源的比例合计不是 100%，这一级没有分摊。',
  'below-zero': '“{{allowance}}”：按每年增加的数额从起算年倒推，低于零，按 0.00 计；请核对起算年，或当年是否已有这项标准。',
  capped: '“{{allowance}}”：与其他项目合计达到上限，超出的部分不发。',
  'top-step': '“{{allowance}}”：已是薪级表的最高一档，没有上一档可比，增资额为 0.00。',
  'last-difference': '“{{allowance}}”：已是薪级表的最高一档，没有上一档可比，按最后一档的级差计。',
  prorated: '“{{allowance}}”：到岗或离岗当月不足整月，按在岗天数折算。',
} as Record<string, string>;
