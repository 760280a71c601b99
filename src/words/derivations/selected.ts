import { january, type MonthIndex } from '../../calendar/month.ts';
import { type LengthUnit, type Spell, unbroken } from '../../calendar/spells.ts';
import { dayIn, lastDayOf } from '../../calendar/years.ts';
import { type FactValue, factOf } from '../../facts/dictionary.ts';
import { readPeriods } from '../../facts/periods.ts';
import type { Cut } from '../../facts/timeline.ts';
import { type Choice, resolve } from '../grammar/choice.ts';
import type { Derived } from '../grammar/derivation.ts';
import { choosable, kindOf, list, optional } from '../grammar/slots.ts';
import { FAILS, type FactRow, HOLDS, type Settings } from '../grammar/word.ts';
import { LASTING, type LastingNode, lasts } from './lasting.ts';

/** From 1900 on nothing lasts longer. */
export const LONGEST: Readonly<Record<LengthUnit, number>> = { days: 80_000, months: 2_500, years: 201 };

/** The slots for which periods count: those of some kinds, and unbroken ones of some length; all of them otherwise. @param fact the neighbouring slot that names the fact */
export const whichOf = (fact: string) => ({
  kinds: optional(choosable(list(kindOf(fact)))),
  lasting: optional(choosable(LASTING)),
});
interface Which {
  readonly kinds?: string[] | Choice<string[]> | undefined;
  readonly lasting?: LastingNode | Choice<LastingNode> | undefined;
}

/** The unbroken periods of a person that count, in order; and the same with one that is going on and may turn out long enough, or too long. */
export interface Counting {
  readonly surely: readonly Spell[];
  readonly perhaps: readonly Spell[];
}

export interface Selected extends Pick<Derived, 'facts' | 'readings'> {
  /** As judged for a month: one that is going on is known to last through the end of its year. `null` where the periods are not known. */
  in(facts: FactRow['facts'], month: MonthIndex): Counting | null;
  /** What would decide a value that is not known: the periods, or the end of one that is going on. */
  readonly collectMissing: Derived['collectMissing'];
}

/** Compiles which periods of a fact count. */
export function selectPeriods(id: string, { kinds, lasting }: Which, settings: Settings): Selected {
  const { index } = factOf(settings.dictionary, id);
  const chosen = kinds === undefined ? null : resolve<string[]>(kinds, settings);
  const length = lasting === undefined ? null : resolve<LastingNode>(lasting, settings);
  const countingOf = (value: string, year: number): Counting => {
    const named = readPeriods(value).filter(({ kind }) => chosen === null || chosen.value.includes(String(kind)));
    const spells = unbroken(named.map(({ from, to = null }) => ({ from, to })));
    if (length === null) return { surely: spells, perhaps: spells };
    const through = lastDayOf(year, 12);
    const judged = spells.map((spell) => ({ spell, verdict: lasts(spell, length.value, through) }));
    const of = (counts: (verdict: number) => boolean) => judged.flatMap(({ spell, verdict }) => (counts(verdict) ? [spell] : []));
    return { surely: of((verdict) => verdict === HOLDS), perhaps: of((verdict) => verdict !== FAILS) };
  };
  // Of one person it is asked for each month of a year, with the same periods.
  let last: { readonly value: string; readonly year: number; readonly counting: Counting } | null = null;
  return {
    facts: [id],
    readings: [...(chosen?.readings ?? []), ...(length?.readings ?? [])],
    in(facts, month) {
      const value = facts[index];
      if (typeof value !== 'string') return null;
      const year = Math.floor(month / 12);
      if (last?.value !== value || last.year !== year) last = { value, year, counting: countingOf(value, year) };
      return last.counting;
    },
    collectMissing({ facts }, missing) {
      missing.push({ code: typeof facts[index] === 'string' ? 'open-period' : 'fact', fact: id });
    },
  };
}

/** A value that does not depend on a period that is going on; `null` where it does. */
export function eitherWay<T>({ surely, perhaps }: Counting, valueBy: (spells: readonly Spell[]) => T): T | null {
  const value = valueBy(surely);
  return surely.length === perhaps.length || valueBy(perhaps) === value ? value : null;
}

/** The first and the last day of a month. */
export function daysOf(month: MonthIndex): { readonly first: string; readonly last: string } {
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
  return { first: dayIn(year, `${String(number).padStart(2, '0')}-01`), last: lastDayOf(year, number) };
}

/** The months of a year before which a value changes. @param valueIn what it is in a month */
export function changesOf(year: number, valueIn: (month: MonthIndex) => FactValue): number[] {
  const values = Array.from({ length: 12 }, (_, month) => valueIn(january(year) + month));
  return values.flatMap((value, month) => (month > 0 && value !== values[month - 1] ? [month] : []));
}

/** A derived fact that goes by the periods of a month. @param valueIn what it is in a month, by the periods that count */
export function byMonth<T extends number | boolean>(
  selected: Selected,
  { year }: Settings,
  valueIn: (spells: readonly Spell[], month: MonthIndex) => T,
): Pick<Derived, 'derive' | 'cuts'> {
  const cut: Cut = (facts) => {
    const counting = selected.in(facts, january(year));
    if (counting === null || counting.perhaps.length === 0) return [];
    return changesOf(year, (month) => eitherWay(counting, (spells) => valueIn(spells, month)));
  };
  return {
    cuts: [cut],
    derive({ facts, start }) {
      const month = january(year) + start;
      const counting = selected.in(facts, month);
      return counting && eitherWay(counting, (spells) => valueIn(spells, month));
    },
  };
}
