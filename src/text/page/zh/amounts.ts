/** How the rule of an amount by pay step, and of rounding, is said on the page of a policy. */
export const zhAmounts = {
  scale: {
    own: '本人“{{step}}”的薪级工资：按施行中的薪级表；填了“{{given}}”的，以所填为准',
    next: '本人“{{step}}”上浮一档后的薪级工资：按施行中的薪级表{{beyond}}；填了“{{given}}”的，以所填为准',
    difference: '本人“{{step}}”上浮一档的差额：按施行中的薪级表{{beyond}}；填了“{{given}}”的，以所填为准',
    beyond: {
      nothing: '，已是最高一档的不再上浮',
      'last-difference': '，已是最高一档的按最后一档的级差上浮',
      ask: '，已是最高一档的须填“{{given}}”',
    },
  },
  rounding: {
    yuan: { 'half-up': '四舍五入到元', up: '不足 1 元的按 1 元计', down: '元以下舍去' },
    jiao: { 'half-up': '四舍五入到角', up: '不足 1 角的按 1 角计', down: '角以下舍去' },
    fen: { 'half-up': '四舍五入到分', up: '不足 1 分的按 1 分计', down: '分以下舍去' },
  },
};
