import { foldNumbers, numbersIn, type QuotedNumber } from './numbers.ts';
import { ONE, unitsOf } from './numeral.ts';

/**
 * What a figure is: sums, percentages, calendar years, numbers of people or things, numbers of years, multiples, and anything that is
 * counted.
 */
export type FigureKind = 'money' | 'percent' | 'year' | 'count' | 'years' | 'multiple' | 'number';

/** What a number counts that no figure of the kind does; of what is not said, it may be any. */
const OTHERWISE: Record<Exclude<FigureKind, 'percent' | 'number'>, RegExp> = {
  money:
    /^(?:[%‰倍岁歲]|成(?!本)|年(?!终|終|薪|金)|学年|學年|[个個](?!税|稅)|月(?!薪|补|補|奖|獎|津)|日(?!常|均)|天|名|人(?!民币|民幣|均)|[课課][时時](?!费|費|补|補)|[学學][时時]|小[时時](?!工资|工資|费|費|补|補)|分[钟鐘]|周(?!末|岁)|[节節](?![日假费費点點])|班(?!主任|费|費|级|級)|[位户戶所间間座台套〕]|公里|千米|平方|平米|米|美元|港元|[欧歐日]元|次(?!日)|[条條号號])/,
  year: /^(?:[%‰倍元圆圓名人户戶所万萬]|[个個])/,
  count: /^(?:[%‰元圆圓角年月日]|[个個]月|学年|學年)/,
  years: /^(?:[%‰倍元圆圓名人月日]|[个個])/,
  multiple: /^(?:[%‰元圆圓名人年月日]|[个個])/,
};

/** The year in which a five-year plan ends: 十四五 is 2025. */
const PLAN = /十([一二三四五六])五/g;
const PLAN_ENDS: Readonly<Record<string, bigint>> = { 一: 2010n, 二: 2015n, 三: 2020n, 四: 2025n, 五: 2030n, 六: 2035n };
/** 百名, 千人: a round number without its one. */
const ROUND = /(?<![\d一二两兩三四五六七八九十几幾数數.])([百千万萬])(?=[名人位所家])/g;
const ROUNDS: Readonly<Record<string, bigint>> = { 百: 100n, 千: 1000n, 万: 10_000n, 萬: 10_000n };
const ALL = /全额|全額|全部|全数|全數/;
const NONE = /零|免|不(?:再|予)?(?:发|發|享受|补|補|付|承担|承擔|负担|負擔|计发|計發)/;

/** A text in which figures are looked up, read once. */
export interface Quoted {
  readonly text: string;
  readonly byValue: ReadonlyMap<bigint, readonly QuotedNumber[]>;
  readonly percents: ReadonlySet<bigint>;
}

/** Reads a text for {@link standsIn}. */
export function readQuoted(text: string): Quoted {
  const folded = foldNumbers(text);
  const byValue = new Map<bigint, QuotedNumber[]>();
  const percents = new Set<bigint>();
  for (const number of numbersIn(folded)) {
    for (const percent of number.percents) percents.add(percent);
    for (const value of new Set(number.values)) {
      const same = byValue.get(value);
      if (same) same.push(number);
      else byValue.set(value, [number]);
    }
  }
  return { text: folded, byValue, percents };
}

/**
 * Whether a figure stands in a text, in any usual writing: 3000, 3,000, 三千, 3千, 0.3万, 贰仟, 30%, 百分之三十, 三成, 4:3:3, 十四五. Only whole
 * numbers count: 300 does not stand in 3000, 1300 or 0.300; nor does a sum in a number of people.
 *
 * @param figure a decimal string, in yuan where it is money
 */
export function standsIn(quoted: Quoted, figure: string, kind: FigureKind): boolean {
  const { text, byValue, percents } = quoted;
  const wanted = unitsOf(figure);
  if (wanted === 0n && NONE.test(text)) return true;
  if (kind === 'percent') return percents.has(wanted) || (wanted === 100n * ONE && ALL.test(text));
  const same = byValue.get(wanted) ?? [];
  if (kind === 'number') return same.length > 0;
  return same.some(({ after }) => !OTHERWISE[kind].test(after)) || standsOtherwise(quoted, wanted, kind);
}

/** Writings that only one kind of figure has. */
function standsOtherwise({ text, byValue, percents }: Quoted, wanted: bigint, kind: FigureKind): boolean {
  switch (kind) {
    case 'year':
      return [...text.matchAll(PLAN)].some(([, plan]) => PLAN_ENDS[plan as string] === wanted / ONE);
    case 'count':
      return [...text.matchAll(ROUND)].some(([, round]) => ROUNDS[round as string] === wanted / ONE);
    case 'years':
      return (byValue.get(wanted * 12n) ?? []).some(({ after }) => /^[个個]月/.test(after));
    case 'multiple':
      return percents.has(wanted * 100n);
    default:
      return false;
  }
}
