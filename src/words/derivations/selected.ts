import { january, type MonthIndex } from '../../calendar/month.ts';
import { type Spell, unbroken } from '../../calendar/spells.ts';
import { dayIn, lastDayOf } from '../../calendar/years.ts';
import { factOf } from '../../facts/dictionary.ts';
import { readPeriods } from '../../facts/periods.ts';
import type { Cut } from '../../facts/timeline.ts';
import { type Choice, resolve } from '../grammar/choice.ts';
import type { Derived } from '../grammar/derivation.ts';
import { choosable, kindOf, list, optional } from '../grammar/slots.ts';
import type { FactRow, Settings } from '../grammar/word.ts';

/** The slot for the kinds of periods that count: all of them where it is left out. @param fact the neighbouring slot that names the fact */
export const kindsOf = (fact: string) => optional(choosable(list(kindOf(fact))));

/** The periods of a person that count, joined to unbroken ones. */
export interface Selected extends Pick<Derived, 'facts' | 'readings' | 'collectMissing'> {
  /** In order; `null` where they are not known. */
  in(facts: FactRow['facts']): readonly Spell[] | null;
}

/** Compiles which periods of a fact count. @param id of the fact @param kinds all where they are left out */
export function selectPeriods(id: string, kinds: string[] | Choice<string[]> | undefined, settings: Settings): Selected {
  const { index } = factOf(settings.dictionary, id);
  const chosen = kinds === undefined ? null : resolve<string[]>(kinds, settings);
  return {
    facts: [id],
    readings: chosen?.readings ?? [],
    in(facts) {
      const value = facts[index];
      if (typeof value !== 'string') return null;
      const counting = readPeriods(value).filter(({ kind }) => chosen === null || chosen.value.includes(String(kind)));
      return unbroken(counting.map(({ from, to = null }) => ({ from, to })));
    },
    collectMissing: (_, missing) => {
      missing.push({ code: 'fact', fact: id });
    },
  };
}

/** The first and the last day of a month. */
export function daysOf(month: MonthIndex): { readonly first: string; readonly last: string } {
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
  return { first: dayIn(year, `${String(number).padStart(2, '0')}-01`), last: lastDayOf(year, number) };
}

/** A derived fact that goes by the periods of a month. @param valueIn what it is in a month whose days these periods may touch */
export function byMonth<T extends number | boolean>(
  selected: Selected,
  { year }: Settings,
  valueIn: (spells: readonly Spell[], month: MonthIndex) => T | null,
): Pick<Derived, 'derive' | 'cuts'> {
  const cut: Cut = (facts) => {
    const spells = selected.in(facts);
    if (spells === null || spells.length === 0) return [];
    const values = Array.from({ length: 12 }, (_, month) => valueIn(spells, january(year) + month));
    return values.flatMap((value, month) => (month > 0 && value !== values[month - 1] ? [month] : []));
  };
  return {
    cuts: [cut],
    derive({ facts, start }) {
      const spells = selected.in(facts);
      return spells && valueIn(spells, january(year) + start);
    },
  };
}
