/**
 * The words that show that a row of a sheet is not about a person. All texts except those of {@link isRemark} are folded.
 */

const TOTAL =
  /^(本页|本校|本单位|全校|全镇|全县|全区|全市|人数|金额|以上)?(合计|总计|小计|共计|累计|汇总|计数)|^.{0,20}(合计|总计|小计|共计|汇总|计数)[::]?$|^(grand|sub)?-?totals?:?$|^以?上?共计?\d+人/;
/** A number of people: 「3人」, 「共3人」, 「3」. */
const COUNT = /^共?计?\d+[人名位]?$/;
const ROLES =
  '制表|填表|填报|报送|审核|复核|审批|审定|经办|负责|单位负责|部门负责|学校负责|财务负责|财务主管|分管领导|主管领导|主管|领导|会计|出纳|联系|签字|签章|盖章|公章|日期|时间|电话|联系电话|填报单位|报送单位|备注|说明|注|附|附件';
const SIGNATURE = new RegExp(`^(${ROLES})(人|日期|时间|电话|单位)?(\\((签字|盖章|签名|签章|公章)\\))?([::].*)?$`);
/** These words may be somebody's post; with a place to sign they belong to the form. */
const PLACE_TO_SIGN =
  /^(校长|园长|局长|书记|(分管|主管)?领导|单位|学校|教育局|人社局|财政局)(领导|负责人|意见)*(\((签字|盖章|签名|签章|公章)\)|签字|签名|盖章|意见)([::].*)?$/;
const PAGE = /^(第\d+页(,?共\d+页)?|共\d+页|-+\d+-+|承前页|接上页|过次页|转下页|续表|下接.*|上接.*)$/;
const NOTHING_BELOW = /^[-—–=*.·…]*(以下空白|此行以下空白|以下无正文|空白)[-—–=*.·…]*$/;
const SEAL = /^[([【](公章|盖章|签章|签字)[)\]】]$/;
const DATED = /^\d{4}年\d{1,2}月(\d{1,2}日)?$|^年月日$/;

/** A total, in whatever cell it stands. */
export const isTotal = (text: string): boolean => TOTAL.test(text);

/** A number of people. */
export const isCount = (text: string): boolean => COUNT.test(text);

/** A total, a signature, a page or a date at the foot of a sheet. */
export function isFooter(text: string): boolean {
  return [TOTAL, SIGNATURE, PLACE_TO_SIGN, PAGE, NOTHING_BELOW, SEAL, DATED].some((form) => form.test(text));
}

/** Text of a form in any of its cells: like {@link isFooter}, and anything with a colon. */
export function isFormText(text: string): boolean {
  return isFooter(text) || /[::]/.test(text);
}

/** A sentence, or words in brackets, alone in a row: not a name or a staff number, since a staff number contains a digit. */
export function isRemark(text: string): boolean {
  const trimmed = text.trim();
  return (
    isFooter(trimmed.normalize('NFKC').replace(/\s+/g, '')) ||
    /[,。;:!?,;:!()《》【】]|\p{Script=Han}\s+\p{Script=Han}/u.test(trimmed.normalize('NFKC')) ||
    /^\p{Script=Han}{2,}$/u.test(trimmed)
  );
}

const EXAMPLE =
  /^(示例|样例|范例|例如|举例|例|sample|example)([::\d]|$)|^[([【](示例|样例|范例|例)[)\]】]|[([【](示例|样例|范例|例)[)\]】]$/;
const HOW_TO_FILL = /^[([【]?(必填|选填|非必填|可不填|可选|填写说明|填写要求|格式[::]|下拉选择|文本格式)/;

/** Whether the first cells of a row show how to fill in the sheet: an example, or what goes into each column. */
export function isExample(texts: readonly string[]): boolean {
  return texts.some((text) => EXAMPLE.test(text) || HOW_TO_FILL.test(text));
}

const SERIES: readonly ((at: number) => string)[] = [
  (at) => String(at + 1),
  (at) => String.fromCharCode(97 + at),
  (at) => '一二三四五六七八九十'[at] ?? '',
  (at) => '甲乙丙丁戊己庚辛壬癸'[at] ?? '',
];
/** Fewer numbers could be data of a person. */
const LEAST_NUMBERED = 3;

/** Whether the row numbers the columns: 「1 2 3 4」, 「栏次 1 2 3」, 「甲 1 2 3」. */
export function numbersColumns(words: readonly string[]): boolean {
  const numbered = /^(栏次|序号|列次|列号|行次|甲|甲栏)$/.test(words[0] ?? '') && words[1] === '1' ? words.slice(1) : words;
  return (
    numbered.length >= LEAST_NUMBERED && SERIES.some((of) => numbered.every((word, at) => word.replace(/^[([](.*)[)\]]$/, '$1') === of(at)))
  );
}
