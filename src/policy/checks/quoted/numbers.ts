import { isLoneDigit, type Numeral, ONE, readNumeral } from './numeral.ts';

/** A number of a text with all that it may mean there, in hundred-millionths. */
export interface QuotedNumber {
  readonly values: readonly bigint[];
  /** What it is in percent, where the text says so: 30%, 百分之三十, 三成, 三分之一, 4:3:3, 0.3倍. */
  readonly percents: readonly bigint[];
  /** The words behind it; of a number in a list those behind the last one (180、330元). */
  readonly after: string;
}

interface Found {
  values: bigint[];
  readonly percents: bigint[];
  readonly start: number;
  readonly end: number;
  value: bigint;
  unit: bigint;
  /** How many hundredths of a percent one of it is, where a sign says so. */
  percent: bigint | null;
  after: string;
}

/** Shares in words, and how many hundredths of a percent one of them is. */
const PER = new Map(Object.entries({ 百分之: 100n, 千分之: 10n, 万分之: 1n, 萬分之: 1n }));
/** The same for signs behind a number; 成 is also the beginning of words. */
const PERCENT_SIGNS: readonly (readonly [sign: RegExp, percent: bigint])[] = [
  [/^(?:%|个?百分点|個?百分點)/, 100n],
  [/^‰/, 10n],
  [/^成(?![为為员員立果功绩績就长長本人教])/, 1000n],
  [/^倍/, 10_000n],
];
const JOINS = /^(?:--?|[—–―~]{1,2}|至|到|[、,;]|[或和及与與])$/;
const RATIO = /^[:∶比]$/;
const HALF = /一半|半数|半數|各半|减半|減半|折半|对半|對半|半额|半額/g;
/** 单位:万元 and 标准(万元) above a table. */
const SCALE = /(?:单位|單位):?\(?(?:人民币)?([千万萬百亿億])元|\(([千万萬百亿億])元[^)]{0,12}\)/;
const SCALES = new Map(Object.entries({ 百: 100n, 千: 1000n, 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n }));
const PERCENT_HEADER = /(?:单位|單位):?%|\(%\)/;

/** Behind 第三: a month, a year or a day of something, which rules count; other ordinals number clauses. */
const MONTH_OR_DAY = /^(?:[个個]月|年|天|日)/;

/** A text in half width, its white space only between digits; enumerators (①) are no numbers. */
export function foldNumbers(text: string): string {
  return text
    .replace(/[①-⓿㈠-㊿]/g, ';')
    .normalize('NFKC')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/\s+/g, ' ');
}

/**
 * Every number of a text, however it is written, with all that it may mean.
 *
 * @param folded as {@link foldNumbers} gives it
 */
export function numbersIn(folded: string): QuotedNumber[] {
  const found = joinMoney(folded, scan(folded));
  const header = headerOf(folded);
  for (const one of found) readBehind(folded, one, header);
  readRatios(folded, found);
  spread(folded, found);
  const halves = [...folded.matchAll(HALF)].map(() => ({ values: [], percents: [50n * ONE], after: '' }));
  return [...found, ...halves];
}

function scan(text: string): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; ) {
    const per = PER.get(text.slice(at, at + 3));
    const start = per === undefined ? at : at + 3;
    const numeral = readNumeral(text, start);
    if (numeral === null) {
      at++;
      continue;
    }
    at = numeral.end;
    const isOfList = text.charAt(start - 1) === '第' && !MONTH_OR_DAY.test(text.slice(numeral.end));
    if (isOfList || (per === undefined && isWord(text, start, numeral))) continue;
    const one = foundAt(text, start, numeral);
    if (per !== undefined) {
      setPercent(one, per);
      one.after = '%';
    }
    found.push(one);
  }
  return found;
}

/** What a digit in Chinese stands before where it is a number; 一次性 is a word. */
const COUNTABLE = /^(?:[元圆圓块角年月日周名人位所项項倍成档檔级級类類期批班岁歲至到比分学學%:~—、,或和及-]|[个個]|次(?!性))/;

/** A digit in Chinese by itself is a number only before what it can count, or beside another one; in 队伍 and 统一 it is none. */
function isWord(text: string, start: number, { end }: Numeral): boolean {
  if (!isLoneDigit(text.slice(start, end))) return false;
  const before = text.charAt(start - 1);
  if (/[之比:∶至到~—-]/.test(before)) return false;
  if (/[零壹贰叁肆伍陆柒捌玖貳陸]/.test(text.charAt(start))) return !/[元圆圓块名人个個成]/.test(text.charAt(end)) || /[队隊]/.test(before);
  return !COUNTABLE.test(text.slice(end, end + 2));
}

function foundAt(text: string, start: number, { value, end, unit, list }: Numeral): Found {
  return {
    values: [value, ...list],
    percents: [],
    start,
    end,
    value,
    unit,
    percent: null,
    after: text.slice(end, end + 6).replace(/^[余餘多]/, ''),
  };
}

/** 27元5角3分 is one sum. */
function joinMoney(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const one of found.toReversed()) {
    const next = joined.at(-1);
    if (next && /^(?:[元圆圓块]角|角分)$/.test(text.slice(one.end, next.start) + next.after.charAt(0)) && next.value < 10n * ONE) {
      joined.pop();
      one.value += next.value / 10n;
      one.values = [one.value];
      one.after = text.charAt(one.end);
    }
    joined.push(one);
  }
  return joined.reverse();
}

/** What a table says of all its numbers. */
interface Header {
  /** How many yuan one of them is; 1 where it does not say. */
  readonly yuan: bigint;
  readonly isPercent: boolean;
}

function headerOf(text: string): Header {
  const [, one, other] = SCALE.exec(text) ?? [];
  return { yuan: SCALES.get(one ?? other ?? '') ?? 1n, isPercent: PERCENT_HEADER.test(text) };
}

function readBehind(text: string, one: Found, header: Header): void {
  const { value, after } = one;
  for (const [sign, percent] of PERCENT_SIGNS) {
    if (one.percent !== null || !sign.test(after)) continue;
    setPercent(one, percent);
    // 三成五
    const rest = after.startsWith('成') ? readNumeral(text, one.end + 1) : null;
    if (rest && rest.value < 10n * ONE) one.percents.push(value * 10n + rest.value);
  }
  if (after.startsWith('角')) one.values.push(value / 10n);
  if (/^(?:年|倍|[个個]|学年|學年)?半/.test(after)) one.values.push(value + ONE / 2n);
  if (one.unit === 1n && one.percent === null) {
    one.values.push(value * header.yuan);
    if (header.isPercent) one.percents.push(value);
  }
}

function setPercent(one: Found, hundredths: bigint): void {
  one.percent = hundredths;
  one.percents.push((one.value * hundredths) / 100n);
}

/** 4:3:3, 二比一, 1/3 and 三分之一. */
function readRatios(text: string, found: readonly Found[]): void {
  for (let first = 0; first < found.length; ) {
    let last = first;
    while (last + 1 < found.length && RATIO.test(gap(text, found, last))) last++;
    const members = found.slice(first, last + 1);
    const sum = members.reduce((total, { value }) => total + value, 0n);
    if (last > first) for (const { value, percents } of members) addShare(percents, value, sum);
    const next = found[last + 1];
    const one = found[last] as Found;
    if (next && gap(text, found, last) === '分之') addShare(next.percents, next.value, one.value);
    if (next && /^[/⁄]$/.test(gap(text, found, last))) addShare(next.percents, one.value, next.value);
    first = last + 1;
  }
}

function addShare(percents: bigint[], part: bigint, whole: bigint): void {
  if (whole === 0n) return;
  // a third is written 33.33 or 33.3333
  for (const decimals of [100n, 1000n, 10_000n]) {
    const step = ONE / decimals;
    percents.push(((200n * part * ONE + whole * step) / (2n * whole * step)) * step);
  }
}

/** What stands behind the last number of a list or a range, or before its first, is said of all: 3-5万, 180、330元, 百分之五至十. */
function spread(text: string, found: readonly Found[]): void {
  for (let index = found.length - 2; index >= 0; index--) {
    const [one, next] = [found[index], found[index + 1]] as [Found, Found];
    if (!JOINS.test(gap(text, found, index))) continue;
    if (one.percent === null && next.percent !== null) setPercent(one, next.percent);
    if (one.unit === 1n && next.unit !== 1n) {
      one.unit = next.unit;
      one.values.push(one.value * next.unit);
    }
    one.after = next.after;
  }
  for (let index = 1; index < found.length; index++) {
    const [before, one] = [found[index - 1], found[index]] as [Found, Found];
    if (one.percent !== null || before.percent === null || !JOINS.test(gap(text, found, index - 1))) continue;
    setPercent(one, before.percent);
    one.after = before.after;
  }
}

function gap(text: string, found: readonly Found[], index: number): string {
  return text.slice((found[index] as Found).end, (found[index + 1] as Found).start);
}
