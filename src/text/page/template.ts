import type { Language } from '../../contract/wire/wording.ts';
import type { Bilingual, Fact } from '../../facts/dictionary.ts';

const values = (fact: Extract<Fact, { type: 'enum' }>) => Object.values(fact.values).map(({ zh }) => zh);

const namesOf = (kinds: Readonly<Record<string, Bilingual>>) => Object.values(kinds).map(({ zh }) => zh);

/** What a number counts, where it says so. */
const inUnit = (unit: Bilingual | undefined, before: string, language: Language) => (unit ? `${before}${unit[language]}` : '');

function describeZh(fact: Fact): string {
  const wording: { [T in Fact['type']]: (fact: Extract<Fact, { type: T }>) => string } = {
    text: ({ maxLength }) => `文字，最多 ${maxLength} 个字`,
    enum: (one) => `填其一：${values(one).join('、')}`,
    boolean: () => '填“是”或“否”',
    integer: ({ minimum, maximum, unit }) => `整数，${minimum} 至 ${maximum}${inUnit(unit, '，单位：', 'zh')}`,
    decimal: ({ minimum, maximum, unit }) => `数字，${minimum} 至 ${maximum}，最多四位小数${inUnit(unit, '，单位：', 'zh')}`,
    money: () => '金额，元，最多两位小数，如 4321.15',
    date: () => '日期，如 2025-03-15',
    month: () => '年月，如 2025-09',
    periods: ({ kinds }) =>
      `各段起止日期，如 ${kinds ? `${namesOf(kinds)[0]} ` : ''}2025-03-10至2025-05-31；尚未结束的写“2025-09-01起”，几段用分号隔开${kinds ? `；种类：${namesOf(kinds).join('、')}` : ''}`,
  };
  return (wording[fact.type] as (one: Fact) => string)(fact);
}

function describeEn(fact: Fact): string {
  const wording: { [T in Fact['type']]: (fact: Extract<Fact, { type: T }>) => string } = {
    text: ({ maxLength }) => `text of at most ${maxLength} characters`,
    enum: (one) => `one of: ${values(one).join(', ')}`,
    boolean: () => '是 (yes) or 否 (no)',
    integer: ({ minimum, maximum, unit }) => `a whole number from ${minimum} to ${maximum}${inUnit(unit, ', in ', 'en')}`,
    decimal: ({ minimum, maximum, unit }) =>
      `a number from ${minimum} to ${maximum} with at most four decimals${inUnit(unit, ', in ', 'en')}`,
    money: () => 'an amount in yuan with at most two decimals, as 4321.15',
    date: () => 'a date, as 2025-03-15',
    month: () => 'a month, as 2025-09',
    periods: ({ kinds }) =>
      `periods by days, as ${kinds ? `${namesOf(kinds)[0]} ` : ''}2025-03-10至2025-05-31; 2025-09-01起 if going on; semicolons between several${kinds ? `; kinds: ${namesOf(kinds).join(', ')}` : ''}`,
  };
  return `${fact.label.en}: ${(wording[fact.type] as (one: Fact) => string)(fact)}`;
}

/** The words of an import template, as `templateSheets` takes them. */
export const TEMPLATE_WORDS = {
  zh: {
    roster: '名册',
    notes: '填写说明',
    head: ['列名', '是否必填', '填什么'],
    required: '必填',
    optional: '选填',
    describe: describeZh,
    identity: '18 位号码；只在本机用来核对和查找重复人员，不参与计算，不会上传',
    changeMonth: '年中有变动的，同一工号另起一行，填变动从哪个月起，只填变动了的列，其余留空',
    remarks: ['不知道的留空，不要填 0。', '列的顺序可以调整，用不到的列可以删去。', '工号、身份证号请保持“文本”格式，以免位数丢失。'],
  },
  en: {
    roster: 'Roster',
    notes: 'Notes',
    head: ['Column', 'Needed', 'What goes into it'],
    required: 'required',
    optional: 'optional',
    describe: describeEn,
    identity: 'ID card number of 18 characters: only to check and to find the same person twice, in this browser; never sent',
    changeMonth:
      'For a change during the year: a further row with the same staff number and the month from which it holds; leave blank what stays',
    remarks: [
      'Leave blank what is not known; do not write 0.',
      'Columns may stand in any order; those not needed may be deleted.',
      'Keep staff and ID card numbers formatted as text, or their digits may be lost.',
    ],
  },
} as const satisfies Record<Language, object>;
