/** What a person reads about services and repayments, in Chinese. */
export const zhRepayments = {
  title: '须退还',
  hint: '服务期未满离职，须退还以下款项。这是对本人的应收款，不从应发金额中扣减，也不计入合计。',
  reason: '计算',
  served: '{{month}} 离职，自 {{since}} 起服务期 {{service}} 个月，已满 {{served}} 个月。',
  all: '此前已发 {{paid}} 元，全部退还。',
  'remaining-months': '此前已发 {{paid}} 元，退还未满的 {{left}} 个月所占部分（{{left}} ÷ {{service}}）。',
  'remaining-years': '此前已发 {{paid}} 元，退还未满的 {{left}} 年所占部分（{{left}} ÷ {{years}}，不足一年按一年计）。',
  budgetHint: '服务期未满离职人员须退还的款项，单独列出，不计入预算总额。',
  rule: '服务期',
  years: '{{years}} 年，自“{{fact}}”所在月份起',
  rules: {
    all: '未满离职的，已发部分全部退还',
    'remaining-months': '未满离职的，按未服务的月数退还已发部分',
    'remaining-years': '未满离职的，按未服务的年数退还已发部分，不足一年按一年计',
  },
};
