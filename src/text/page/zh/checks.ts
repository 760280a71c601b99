/** What a person reads about the promises that figures are held against, in Chinese. */
export const zhChecks = {
  title: '条文中的核对',
  hint: '条文对平均水平或总额有承诺的，填入数据后比较是否做到，差额多少。不计入预算总额。',
  inputs: {
    teacherAverage: '教师平均工资收入(元/年)',
    civilServantAverage: '公务员平均工资收入(元/年)',
    currentTotal: '现有总额(元/年)',
    headcount: '人数',
  },
  format: '如 85000.00',
  counted: '本预算计入 {{people}} 人',
  statuses: { met: '已达到', 'not-met': '未达到', awaited: '待定', 'not-given': '未核对' },
  needs: '还需填写：{{fields}}',
  awaited: '文件没有写明“{{parameter}}”，填入后才能核对。',
  parityMet: '教师平均不低于公务员平均，无需补足。',
  parityGap: '人均每年差 {{gap}} 元，补足每年需 <cost/>。',
  multipleMet: '目标总额为每年 {{target}} 元，已经达到。',
  multipleGap: '目标总额为每年 {{target}} 元，补足每年需 <cost/>。',
};
