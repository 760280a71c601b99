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
function yearsFound(at: DerivationNode, { month, facts, chosen }: Situation): Found {
  const since = facts[String(at.years)] ?? null;
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

/** Whether a day, as a count of days, is in a period. */
type Covers = (day: number) => boolean;

/** Which days are in one of a person's periods; `null` where these are not known. */
function coverOf(fact: unknown, wanted: unknown, { facts, chosen }: Situation): Covers | null {
  const periods = (facts[String(fact)] ?? null) as readonly PeriodOfPerson[] | null;
  if (periods === null) return null;
  const kinds = chosenValue(wanted, chosen) as readonly string[] | undefined;
  const counting = periods.filter(({ kind }) => !kinds || kinds.includes(String(kind)));
  const spans = counting.map(({ from, to }) => [dayAt(from), to ? dayAt(to) : Number.POSITIVE_INFINITY] as const);
  return (day) => spans.some(([from, to]) => from <= day && day <= to);
}

/** Some day of the month is in a period; in the first or the last month of an unbroken one only if these count. */
function inPeriodFound(at: DerivationNode, situation: Situation): Found {
  const { month, chosen } = situation;
  const covers = coverOf(at.in, at.kinds, situation);
  if (!covers) return { value: null, lacks: [String(at.in)] };
  const skipsFirst = chosenValue(at.from ?? 'same-month', chosen) === 'next-month';
  const skipsLast = chosenValue(at.last ?? 'same-month', chosen) === 'previous-month';
  const days = daysIn(month);
  const [first, next] = [days[0] as number, (days.at(-1) as number) + 1];
  const areCovered = (from: number, to: number) => days.every((day) => day < from || day > to || covers(day));
  // One that began before the month, or ends after it, has all days between that and this one.
  const counts = (day: number) =>
    covers(day) &&
    (!skipsFirst || (covers(first - 1) && areCovered(first, day))) &&
    (!skipsLast || (covers(next) && areCovered(day, next - 1)));
  return { value: days.some(counts), lacks: [] };
}

function nthFound(at: DerivationNode, situation: Situation): Found {
  const covers = coverOf(at.nth, at.kinds, situation);
  if (!covers) return { value: null, lacks: [String(at.nth)] };
  const days = daysIn(situation.month).filter(covers);
  const day = chosenValue(at.by ?? 'month-start', situation.chosen) === 'month-end' ? days.at(-1) : days[0];
  if (day === undefined) return { value: 0, lacks: [] };
  let first = day;
  while (covers(first - 1)) first--;
  let count = 1;
  while (dayAt(afterUnits(dateAt(first), count, String(at.unit))) <= day) count++;
  return { value: count, lacks: [] };
}

function daysFound(at: DerivationNode, situation: Situation): Found {
  const covers = coverOf(at.days, at.kinds, situation);
  if (!covers) return { value: null, lacks: [String(at.days)] };
  const year = situation.month.slice(0, 4);
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  const days = (at.of === 'month' ? [situation.month] : months).flatMap(daysIn);
  return { value: days.filter(covers).length, lacks: [] };
}

function afterUnits(date: string, count: number, unit: string): string {
  if (unit === 'days') return dateAt(dayAt(date) + count);
  const [year, month] = date.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 + (unit === 'years' ? 12 * count : count);
  return inYear(Math.floor(months / 12), `${String((months % 12) + 1).padStart(2, '0')}-${date.slice(8)}`);
}

/** All days of a month, as counts of days. */
function daysIn(month: string): number[] {
  const first = dayAt(`${month}-01`);
  const count = Number(inYear(Number(month.slice(0, 4)), `${month.slice(5)}-31`).slice(8));
  return Array.from({ length: count }, (_, more) => first + more);
}

function dayAt(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 86_400_000;
}

function dateAt(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

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
  const [month, number] = day.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(number, last)).padStart(2, '0')}`;
}
