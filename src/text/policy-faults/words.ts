import type { Language } from '../../contract/wire/wording.ts';
import type { COMMON_FAULT_CODES, FaultCode } from '../../policy/reading/fault.ts';
import type { SlipCode } from '../../policy/reading/slip.ts';

/** The arguments of a sentence: the parameters of its fault, with labels in the language of the sentence. */
export type SentenceParams = Readonly<Record<string, string | number | readonly string[]>>;
/** A sentence for every fault. */
export type AllSentences = Readonly<Record<FaultCode, (params: SentenceParams) => string>>;
/** Those of the files that are common to all policies. */
export type CommonSentences = Pick<AllSentences, CommonFaultCode>;
/** Those of a policy file. */
export type PolicySentences = Omit<AllSentences, CommonFaultCode>;

/** A sentence for every slip, which takes the place of that of the fault. @param base the sentence of the fault */
export type SlipSentences = Readonly<Record<SlipCode, (params: SentenceParams, base: string) => string>>;

type CommonFaultCode = (typeof COMMON_FAULT_CODES)[number];

/** What types, units and periods are called. */
const WORDS: Record<Language, Readonly<Record<string, string>>> = {
  zh: {
    string: '文字（数字和日期请加引号）',
    number: '数字',
    int: '整数',
    boolean: 'true 或 false',
    object: '一组「名称: 值」',
    record: '一组「名称: 值」',
    array: '列表',
    yuan: '金额（元）',
    percent: '百分比',
    count: '数量',
    month: '每月',
    year: '每年',
    once: '一次性',
    'month-or-year': '每月或每年',
  },
  en: {
    string: 'text (put numbers and dates in quotes)',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'keys with values',
    record: 'keys with values',
    array: 'a list',
    yuan: 'an amount in yuan',
    percent: 'a percentage',
    count: 'a number',
    month: 'a month',
    year: 'a year',
    once: 'once',
    'month-or-year': 'a month or a year',
  },
};

/** What a type, unit or period is called. */
export function word(language: Language, key: unknown): string {
  return WORDS[language][String(key)] ?? String(key);
}

/** What a unit is called. */
export function unitName(language: Language, unit: unknown): string {
  if (unit === 'year') return language === 'zh' ? '年份' : 'a calendar year';
  return word(language, unit);
}

/** What kinds of figures are called. */
const FIGURES: Record<Language, Readonly<Record<string, string>>> = {
  zh: { money: '金额', percent: '百分比', year: '年份', count: '数量', years: '年数', multiple: '倍数', number: '数字' },
  en: {
    money: 'sum',
    percent: 'percentage',
    year: 'year',
    count: 'count',
    years: 'number of years',
    multiple: 'multiple',
    number: 'number',
  },
};

/** What a kind of figure is called. */
export function figureKind(language: Language, kind: unknown): string {
  return FIGURES[language][String(kind)] ?? String(kind);
}

/** Values in a sentence, the first forty of them. */
export function listed(language: Language, values: unknown): string {
  return Array.isArray(values) ? values.slice(0, 40).join(language === 'zh' ? '、' : ', ') : '';
}
