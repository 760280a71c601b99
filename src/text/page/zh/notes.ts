/** Notes on known amounts, by number of people, in Chinese. */
export const zhNotes = {
  title: '请留意',
  hint: '以下金额已经确定，不缺资料，但发放前应知道。',
  what: '情况',
  /** Below the totals, of what may be a slip. */
  doubt: '{{people}} 人：{{what}}。',
  ofFact: '“{{fact}}”{{what}}',
  see: '看下方“请留意”',
  of: {
    'no-month-employed': '本年没有一个月在岗（到岗、离岗、入职、离职时间在年外），全部不发，计入人数；请核对日期',
    'employment-dates-differ': '到岗、离岗日期与入职、离职年月不一致，已按入职、离职年月计算，请核对',
    'derived-differs': '所填与按规则推算的不同，已按所填计算，请核对',
    'service-interrupted': '服务期内离岗后又到岗，文件没有说是否中断：现按没有中断计算，请核对',
    'granted-before': '日期在本文件施行之前，当时按另一份文件发放：本文件的后续各期照发，请核对是否适用',
    'funding-fact-missing': '没有填，由哪个来源承担多少还不能确定',
    'top-step': '已是薪级表最高一档，增资额为 0.00',
    'last-difference': '已是薪级表最高一档，按最后一档的级差计',
    prorated: '到岗或离岗当月不足整月，按在岗天数折算',
    'below-zero': '从起算年倒推，低于零，按 0.00 计',
    capped: '与其他项目合计达到上限，超出的部分不发',
  } as Record<string, string>,
};
