/** What a person reads of months in which the document is not in force, and of what stands behind a budget, in Chinese. */
export const zhInForce = {
  notice: '{{months}}文件没有施行，金额里不含这些月份。',
  yearNotice: '{{year}} 年{{months}}文件没有施行，金额里不含这些月份。',
  wouldBe: '如按施行计算，合计为 {{amount}} 元。',
  ask: '这些月份如果仍按本文件编制，请点“按继续施行计算”。',
  goOn: '按继续施行计算',
  stop: '不再按施行计算',
  asIf: '现按文件全年施行计算；文件没有施行的月份，金额只作参考。',
  label: '施行期',
  value: '文件没有施行的月份，也按施行计算',
  assumed: '按默认值计算的资料',
  assumedHint: '名册或分组没有填这些资料，已按默认值计算。默认值不对的，请在名册里补上。',
  fact: '资料',
  default: '默认值',
  unused: '填了而没有用到的资料',
  unusedHint: '这些资料已读入，但本文件没有条文用到，不影响金额。',
  unusedOne: '已填而本文件没有条文用到、不影响金额的资料：{{facts}}。',
};
