/** The derived facts of the rule language for one month, from the guide. */
import { allOf, conditionsOf } from './word-conditions.ts';
import { askedFor, type Given } from './word-facts.ts';

/** What is found of a derived fact: its value, `null` where it is not known, and then what would decide it. */
export interface Found {
  readonly value: unknown;
  readonly lacks: readonly string[];
}

interface Situation {
  /** `YYYY-MM` */
  readonly month: string;
  readonly facts: Given;
  readonly chosen: (reading: string) => string;
}

export type DerivationNode = Readonly<Record<string, unknown>>;

/** Every word for derived facts by its key. */
export const DERIVATION_TWINS: Readonly<Record<string, (at: DerivationNode, situation: Situation) => Found>> = {
  years: yearsFound,
  cases: caseFound,
  in: inPeriodFound,
  nth: nthFound,
  days: daysFound,
  longest: longestFound,
};

/** What is found of a derived fact in one month. The facts above it stand in the situation with their values. */
export function derivedFact(node: DerivationNode, situation: Situation): Found {
  const word = Object.entries(DERIVATION_TWINS).find(([key]) => key in node);
  if (!word) throw new Error(`no derivation: ${JSON.stringify(node)}`);
  return word[1](node, situation);
}

/** The facts that derivations name, wherever they stand in them. */
export function namedIn(node: unknown, facts: readonly string[]): string[] {
  const text = JSON.stringify(node);
  return facts.filter((fact) => text.includes(`"${fact}"`));
}

/** The value that a reading chooses, if one does. */
export function chosenValue(node: unknown, chosen: Situation['chosen']): unknown {
  if (typeof node !== 'object' || node === null || !('reading' in node)) return node;
  const { reading, ...options } = node as Record<string, unknown>;
  const option = chosen(String(reading));
  return Object.keys(options).length === 0 ? option : chosenValue(options[option], chosen);
}

/** How many times the day has come round, the last day of the month where it lacks that day, up to the day on which it is counted. */
function yearsFound(at: DerivationNode, situation: Situation): Found {
  const { month, facts, chosen } = situation;
  const since = facts[String(at.years)] ?? null;
  if (at.without !== undefined || Array.isArray(since)) return yearsInPeriods(at, situation);
  if (since === null) return { value: null, lacks: [askedFor(String(at.years), facts)] };
  const until = countedOn(chosenValue(at.by ?? 'month-start', chosen), month);
  let years = 0;
  while (inYear(Number(String(since).slice(0, 4)) + years + 1, String(since).slice(5)) <= until) years++;
  return { value: years, lacks: [] };
}

/**
 * The value of the first case that holds, or of all others. It is known where no case that may stand before it would give another one; else what
 * is not known of those is lacking. Nothing is lacking where everything is known and has to be given.
 */
function caseFound(at: DerivationNode, { facts, chosen }: Situation): Found {
  const list = (at.cases as { is: unknown; when: unknown }[]).map(({ is, when }) => ({
    is: chosenValue(is, chosen),
    judged: allOf(conditionsOf(when, facts, chosen)),
  }));
  const sure = list.findIndex(({ judged }) => judged.holds === true);
  const rest = chosenValue(at.else ?? 'ask', chosen);
  const value = sure >= 0 ? list[sure]?.is : rest === 'ask' ? null : rest;
  const maybe = list.slice(0, sure >= 0 ? sure : list.length).filter(({ judged }) => judged.holds === null);
  if (value !== null && maybe.every(({ is }) => is === value)) return { value, lacks: [] };
  return { value: null, lacks: maybe.flatMap(({ judged }) => judged.lacks) };
}

interface PeriodOfPerson {
  readonly kind?: string | null;
  readonly from: string;
  readonly to?: string | null;
}

/** Days without a gap, as counts of days: the first, and the last one, which may never come. */
type Run = readonly [first: number, last: number];

/** A choice of periods: of which fact, of which kinds, of which length. */
interface Choice {
  readonly fact: string;
  readonly kinds?: unknown;
  readonly lasting?: unknown;
}

/**
 * The unbroken periods that count: where one that is going on may or may not be of the length that is needed, without it and with it.
 * `null` where nothing is known of them.
 */
function waysOf({ fact, kinds, lasting }: Choice, { month, facts, chosen }: Situation): readonly (readonly Run[])[] | null {
  const periods = (facts[fact] ?? null) as readonly PeriodOfPerson[] | null;
  if (periods === null) return null;
  const wanted = chosenValue(kinds, chosen) as readonly string[] | undefined;
  const runs: [number, number][] = [];
  for (const { kind, from, to } of periods.toSorted((a, b) => dayAt(a.from) - dayAt(b.from))) {
    if (wanted && !wanted.includes(String(kind))) continue;
    const last = to ? dayAt(to) : Number.POSITIVE_INFINITY;
    const before = runs.at(-1);
    if (before && dayAt(from) <= before[1] + 1) before[1] = Math.max(before[1], last);
    else runs.push([dayAt(from), last]);
  }
  const ends = chosenValue(lasting, chosen) as Readonly<Record<string, unknown>> | undefined;
  if (!ends) return [runs];
  const judged = runs.map((run) => ({ run, is: isSoLong(run, ends, dayAt(`${month.slice(0, 4)}-12-31`)) }));
  const surely = judged.filter(({ is }) => is === true).map(({ run }) => run);
  const perhaps = judged.filter(({ is }) => is !== false).map(({ run }) => run);
  return surely.length === perhaps.length ? [surely] : [surely, perhaps];
}

/** Whether one lasts as long as it has to, as far as is known at the end of a year. */
function isSoLong([first, last]: Run, ends: Readonly<Record<string, unknown>>, yearEnd: number): boolean | null {
  const isOpen = last === Number.POSITIVE_INFINITY;
  const after = (isOpen ? Math.max(first, yearEnd) : last) + 1;
  const limit = (key: string) => dayAt(afterUnits(dateAt(first), Number(ends[key]), String(ends.unit)));
  const judged = Object.keys(ends).map((key): boolean | null => {
    if (key === 'atLeast') return after >= limit(key) ? true : isOpen ? null : false;
    if (key === 'above') return after > limit(key) ? true : isOpen ? null : false;
    if (key === 'atMost') return after > limit(key) ? false : isOpen ? null : true;
    if (key === 'below') return after >= limit(key) ? false : isOpen ? null : true;
    return true;
  });
  return judged.includes(false) ? false : judged.includes(null) ? null : true;
}

/** What follows from periods, if it is the same whether or not one that is going on counts. */
function eachWay(choice: Choice, situation: Situation, valueBy: (runs: readonly Run[]) => unknown): Found {
  const ways = waysOf(choice, situation);
  if (ways === null) return { value: null, lacks: [choice.fact] };
  const values = new Set(ways.map(valueBy));
  return values.size === 1 ? { value: [...values][0], lacks: [] } : { value: null, lacks: [`open ${choice.fact}`] };
}

function choiceOf(at: DerivationNode, key: string): Choice {
  return { fact: String(at[key]), kinds: at.kinds, lasting: at.lasting };
}

/** Some day of the month is in a period; in the first or the last month of an unbroken one only if these count. */
function inPeriodFound(at: DerivationNode, situation: Situation): Found {
  const { month, chosen } = situation;
  const skipsFirst = chosenValue(at.from ?? 'same-month', chosen) === 'next-month';
  const skipsLast = chosenValue(at.last ?? 'same-month', chosen) === 'previous-month';
  const days = daysIn(month);
  const [begin, end] = [days[0] as number, days.at(-1) as number];
  return eachWay(choiceOf(at, 'in'), situation, (runs) =>
    runs.some(([first, last]) => first <= end && last >= begin && !(skipsFirst && first >= begin) && !(skipsLast && last <= end)),
  );
}

function nthFound(at: DerivationNode, situation: Situation): Found {
  const isLast = chosenValue(at.by ?? 'month-start', situation.chosen) === 'month-end';
  const days = daysIn(situation.month);
  return eachWay(choiceOf(at, 'nth'), situation, (runs) => {
    const covered = days.filter((one) => runs.some(([first, last]) => first <= one && one <= last));
    const day = isLast ? covered.at(-1) : covered[0];
    if (day === undefined) return 0;
    const [first] = runs.find(([from, to]) => from <= day && day <= to) as Run;
    if (at.unit === 'days') return day - first + 1;
    let count = 1;
    while (dayAt(afterUnits(dateAt(first), count, String(at.unit))) <= day) count++;
    return count;
  });
}

function daysFound(at: DerivationNode, situation: Situation): Found {
  const year = situation.month.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  const days = (at.of === 'month' ? [situation.month] : months).map(daysIn);
  const [begin, end] = [days[0]?.[0] as number, days.at(-1)?.at(-1) as number];
  // runs are apart, so no day is in two of them
  return eachWay(choiceOf(at, 'days'), situation, (runs) =>
    runs.reduce((sum, [first, last]) => sum + Math.max(0, Math.min(last, end) - Math.max(first, begin) + 1), 0),
  );
}

/** Of each unbroken period the days before the month, or through its end: how often a unit comes round in the longest. */
function longestFound(at: DerivationNode, situation: Situation): Found {
  const isEnd = chosenValue(at.by ?? 'month-start', situation.chosen) === 'month-end';
  const days = daysIn(situation.month);
  const after = isEnd ? (days.at(-1) as number) + 1 : (days[0] as number);
  return eachWay(choiceOf(at, 'longest'), situation, (runs) => {
    let most = 0;
    for (const [first, last] of runs) {
      const over = Math.min(last + 1, after);
      while (dayAt(afterUnits(dateAt(first), most + 1, String(at.unit))) <= over) most++;
    }
    return most;
  });
}

/** The years of periods up to a day, or since a date, without those that are taken off. */
function yearsInPeriods(at: DerivationNode, situation: Situation): Found {
  const { facts, chosen } = situation;
  const until = dayAt(countedOn(chosenValue(at.by ?? 'month-start', chosen), situation.month));
  const of = String(at.years);
  const without = at.without as Readonly<Record<string, unknown>> | undefined;
  const since = facts[of] ?? null;
  const base = typeof since === 'string' ? [[[dayAt(since), Number.POSITIVE_INFINITY] as Run]] : waysOf(choiceOf(at, 'years'), situation);
  const off = without ? waysOf({ ...choiceOf(without, 'periods') }, situation) : [[]];
  const unknown = [...(base === null ? [of] : []), ...(off === null ? [String(without?.periods)] : [])];
  if (base === null || off === null) return { value: null, lacks: unknown.map((fact) => askedFor(fact, facts)) };
  const isLast = chosenValue(at.run ?? 'all', chosen) === 'last';
  const values = base.flatMap((runs) =>
    off.map((taken) => yearsOf(isLast ? runs.filter(([first]) => first < until).slice(-1) : runs, taken, until)),
  );
  if (new Set(values).size === 1) return { value: values[0], lacks: [] };
  return {
    value: null,
    lacks: [...(base.length > 1 ? [`open ${of}`] : []), ...(off.length > 1 ? [`open ${String(without?.periods)}`] : [])],
  };
}

function yearsOf(runs: readonly Run[], taken: readonly Run[], until: number): number {
  const before = runs.map(([first, last]): Run => [first, Math.min(last, until - 1)]).filter(([first, last]) => first <= last);
  const apart = before.flatMap(([first, last]) =>
    taken.map(([from, to]): Run => [Math.max(first, from), Math.min(last, to)]).filter(([from, to]) => from <= to),
  );
  let [months, days] = [0, 0];
  for (const [sign, list] of [
    [1, before],
    [-1, apart],
  ] as const) {
    for (const [first, last] of list) {
      let whole = 0;
      while (dayAt(afterUnits(dateAt(first), whole + 1, 'months')) <= last + 1) whole++;
      months += sign * whole;
      days += sign * (last + 1 - dayAt(afterUnits(dateAt(first), whole, 'months')));
    }
  }
  while (before.length + apart.length > 1 && days >= 30) [months, days] = [months + 1, days - 30];
  while (days < 0) [months, days] = [months - 1, days + 30];
  return Math.max(0, Math.floor(months / 12));
}

function afterUnits(date: string, count: number, unit: string): string {
  if (unit === 'days') return dateAt(dayAt(date) + count);
  const [year, month] = date.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 + (unit === 'years' ? 12 * count : count);
  return inYear(Math.floor(months / 12), `${String((months % 12) + 1).padStart(2, '0')}-${date.slice(8)}`);
}

/** All days of a month, as counts of days. */
const daysIn = once((month: string): readonly number[] => {
  const first = dayAt(`${month}-01`);
  const count = Number(inYear(Number(month.slice(0, 4)), `${month.slice(5)}-31`).slice(8));
  return Array.from({ length: count }, (_, more) => first + more);
});

/** A function of the calendar that finds each of its few answers once. */
function once<A extends string | number, B>(find: (given: A) => B): (given: A) => B {
  const found = new Map<A, B>();
  return (given) => {
    const answer = found.get(given) ?? find(given);
    found.set(given, answer);
    return answer;
  };
}

const dayAt = once((date: string) => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 86_400_000);

const dateAt = once((day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10));

function countedOn(by: unknown, month: string): string {
  const [year, number] = month.split('-') as [string, string];
  if (by === 'month-start') return `${month}-01`;
  if (by === 'month-end') return inYear(Number(year), `${number}-31`);
  if (typeof by === 'string') return inYear(Number(year), by);
  const { schoolYear } = by as { schoolYear: string };
  const days = [Number(year), Number(year) - 1].map((one) => inYear(one, schoolYear));
  return days.find((day) => day <= `${month}-01`) as string;
}

/** A day of a year, `MM-DD`; the last of the month where it does not have so many. */
function inYear(year: number, day: string): string {
  const [month, number] = day.split('-') as [string, string];
  const last = lastOf(`${year}-${month}`);
  return `${year}-${month}-${Number(number) > Number(last) ? last : number}`;
}

/** The number of the last day of a month, `YYYY-MM`. */
const lastOf = once((month: string) => String(new Date(Date.UTC(Number(month.slice(0, -3)), Number(month.slice(-2)), 0)).getUTCDate()));
