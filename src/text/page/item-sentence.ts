import type { Language } from '../../contract/wire/wording.ts';

/** A fact on which an amount depends, in the words of the page; a boolean for a yes or no. */
export interface SpokenFact {
  readonly label: string;
  readonly value: string | boolean;
  /** Where it is what another allowance pays, in the month or in the year. */
  readonly item?: 'month' | 'year';
  /** Of a number of years, the day since which they are counted. */
  readonly since?: string;
  /** Of a number that is counted in periods, what is counted. */
  readonly counted?: Counted;
}

/** What a number says of periods: which one of an unbroken one it is, how long the longest is, or how much of a month or a year lies in them. */
export interface Counted {
  readonly what: 'nth' | 'longest' | 'month' | 'year';
  readonly unit: 'days' | 'months' | 'years';
  /** The names of the periods. */
  readonly of: readonly string[];
}

/** A part of the year at one rate. Months are 1 to 12, rates and amounts are already formatted. */
export interface SpokenSegment {
  readonly from: number;
  readonly to: number;
  /** How many of them are paid. */
  readonly months: number;
  readonly rate: string;
  /** The rate without the cap on several allowances together. */
  readonly uncapped?: string | undefined;
  readonly facts: readonly SpokenFact[];
}

/** An allowance of one teacher with its amount. */
export interface SpokenItem {
  readonly title: string;
  readonly rhythm: 'month' | 'year' | 'once' | 'instalment';
  readonly segments: readonly SpokenSegment[];
  readonly amount: string;
}

/**
 * Says in a sentence why an allowance comes to its amount.
 *
 * @example explainItem({title: '餐补', rhythm: 'month', segments: [{from: 1, to: 12, months: 10, rate: '330.00', facts: [{label: '城乡',
 * value: '农村'}]}], amount: '3,300.00'}, 'zh') // "餐补：城乡为农村，每月 330.00 元，全年计发 10 个月，合计 3,300.00 元。"
 */
export function explainItem(item: SpokenItem, language: Language): string {
  return SENTENCES[language](item);
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const SENTENCES: Record<Language, (item: SpokenItem) => string> = { zh: inChinese, en: inEnglish };

function inChinese({ title, rhythm, segments, amount }: SpokenItem): string {
  const facts = (list: readonly SpokenFact[]) =>
    list
      .map(({ item, label, value, since, counted }) => {
        if (counted) return countedInChinese(String(value), counted);
        if (item) return `“${label}”${item === 'year' ? '全年' : '当月'}应发 ${value} 元`;
        if (typeof value === 'boolean') return `${value ? '属于' : '不属于'}“${label}”`;
        return since === undefined ? `${label}为${value}` : `${label} ${value} 年（自 ${since} 起）`;
      })
      .join('、');
  const because = (segment: SpokenSegment) => (segment.facts.length > 0 ? `${facts(segment.facts)}，` : '');
  const cut = ({ uncapped }: SpokenSegment) => (uncapped === undefined ? '' : `（封顶，原应 ${uncapped} 元）`);
  const paid = segments.filter(({ months }) => months > 0);
  const [first] = paid;
  if (!first) return `${title}：符合条件，但本年没有计发的月份，合计 ${amount} 元。`;
  if (rhythm === 'once') return `${title}：${because(first)}一次性 ${amount} 元${cut(first)}，计在${first.from}月。`;
  if (rhythm === 'instalment') return `${title}：${because(first)}分年发放，本年一笔 ${amount} 元${cut(first)}，计在${first.from}月。`;
  if (rhythm === 'year') return `${title}：${because(first)}全年一笔 ${amount} 元${cut(first)}，计在${first.from}月。`;
  const stretch = ({ from, to }: SpokenSegment) => (from === 1 && to === 12 ? '全年' : from === to ? `${from}月` : `${from}月至${to}月`);
  if (paid.length === 1)
    return `${title}：${because(first)}每月 ${first.rate} 元${cut(first)}，${stretch(first)}计发 ${first.months} 个月，合计 ${amount} 元。`;
  const parts = paid.map((one) => `${stretch(one)}${because(one)}每月 ${one.rate} 元${cut(one)}，计发 ${one.months} 个月`);
  return `${title}：${parts.join('；')}；合计 ${amount} 元。`;
}

function inEnglish({ title, rhythm, segments, amount }: SpokenItem): string {
  const facts = (list: readonly SpokenFact[]) =>
    list
      .map(({ item, label, value, since, counted }) => {
        if (counted) return countedInEnglish(String(value), counted);
        if (item) return `"${label}" pays ${value} yuan in the ${item}`;
        if (typeof value === 'boolean') return `${value ? '' : 'not '}"${label}"`;
        return since === undefined ? `${label}: ${value}` : `${label}: ${value === '1' ? '1 year' : `${value} years`} since ${since}`;
      })
      .join('; ');
  const because = (segment: SpokenSegment) => (segment.facts.length > 0 ? ` (${facts(segment.facts)})` : '');
  const cut = ({ uncapped }: SpokenSegment) => (uncapped === undefined ? '' : ` (capped; ${uncapped} yuan otherwise)`);
  const name = (month: number) => MONTHS[month - 1] as string;
  const paid = segments.filter(({ months }) => months > 0);
  const [first] = paid;
  if (!first) return `${title}: the conditions are met, but no month of the year is paid; ${amount} yuan in all.`;
  if (rhythm === 'once') return `${title}: ${amount} yuan once${cut(first)}, in ${name(first.from)}${because(first)}.`;
  if (rhythm === 'instalment')
    return `${title}: ${amount} yuan, the instalment of this year${cut(first)}, in ${name(first.from)}${because(first)}.`;
  if (rhythm === 'year') return `${title}: ${amount} yuan for the year${cut(first)}, in ${name(first.from)}${because(first)}.`;
  const count = (months: number) => (months === 1 ? '1 month' : `${months} months`);
  const stretch = ({ from, to }: SpokenSegment) =>
    from === 1 && to === 12 ? 'of the year' : from === to ? `(${name(from)})` : `(${name(from)} to ${name(to)})`;
  const parts = paid.map((one) => `${one.rate} yuan a month${cut(one)} for ${count(one.months)} ${stretch(one)}${because(one)}`);
  return `${title}: ${parts.join('; ')}; ${amount} yuan in all.`;
}

const UNITS_IN_CHINESE = { days: '天', months: '个月', years: '年' };
const UNITS_IN_ENGLISH = { days: 'day', months: 'month', years: 'year' };

function countedInChinese(value: string, { what, unit, of }: Counted): string {
  const [periods, units] = [of.join('、'), UNITS_IN_CHINESE[unit]];
  if (what === 'nth') return value === '0' ? `不在${periods}期间` : `${periods}第 ${value} ${units}`;
  return `${periods}${{ longest: '最长连续', month: '当月', year: '全年' }[what]} ${value} ${units}`;
}

function countedInEnglish(value: string, { what, unit, of }: Counted): string {
  const [periods, name] = [of.join(', '), UNITS_IN_ENGLISH[unit]];
  if (what === 'nth') return value === '0' ? `not during "${periods}"` : `${periods}: ${name} ${value}`;
  const count = `${value} ${name}${value === '1' ? '' : 's'}`;
  return `${periods}: ${{ longest: `${count} on end at most`, month: `${count} of the month`, year: `${count} of the year` }[what]}`;
}
