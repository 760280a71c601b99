import * as z from 'zod';
import { daysBetween, daysLater, monthsLater, wholeMonths } from '../../calendar/days.ts';
import { january, type MonthIndex } from '../../calendar/month.ts';
import { type Spell, within } from '../../calendar/spells.ts';
import { completedYears, dayIn, isMonthDay, lastDayOf, type MonthDay } from '../../calendar/years.ts';
import { factOf } from '../../facts/dictionary.ts';
import { resolve } from '../grammar/choice.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { choosable, fact as factSlot, mapping, oneOf, optional, value } from '../grammar/slots.ts';
import type { FactRow } from '../grammar/word.ts';
import { changesOf, eitherWay, type Selected, selectPeriods, whichOf } from './selected.ts';

/** Nobody has taught for longer; a larger number is a mistake. */
const MOST_YEARS = 100;

type By = 'month-start' | 'month-end' | MonthDay | { schoolYear: MonthDay };

const monthDay = z.string().refine(isMonthDay, 'invalid-day');
const by: z.ZodType<By> = z.union([z.literal(['month-start', 'month-end']), monthDay, z.strictObject({ schoolYear: monthDay })], {
  error: 'invalid-day',
});

/**
 * The years completed since a date, or in periods (年限, 教龄): `{years: ruralSince}`, on the first of each month. `by` names another day:
 * `month-end` the last of the month, `12-31` that day of the year for all of its months, `{schoolYear: 08-31}` the last such day that is not
 * after the first of the month. A year is complete on the day itself. Before the date there are none.
 *
 * Of periods, all of them together count (累计), or with `run: last` the last unbroken one (连续). `without` takes periods off.
 */
export const years = derivationWord({
  key: 'years',
  slots: {
    years: factSlot('beginning'),
    ...whichOf('years'),
    run: optional(choosable(oneOf('all', 'last'))),
    by: optional(choosable(value(by))),
    without: optional(mapping({ periods: factSlot('periods'), ...whichOf('periods') })),
  },
  yields: () => ({ type: 'integer', minimum: 0, maximum: MOST_YEARS }),
  compile(node, settings) {
    const { dictionary, year } = settings;
    const fact = factOf(dictionary, node.years);
    const day = resolve<By>(node.by ?? 'month-start', settings);
    const run = resolve<string>(node.run ?? 'all', settings);
    const dayOf = dayReader(day.value);
    const base = fact.type === 'periods' ? selectPeriods(fact.id, node, settings) : sinceDate(fact);
    const off = node.without === undefined ? null : selectPeriods(node.without.periods, node.without, settings);
    const parts = off === null ? [base] : [base, off];
    const dependencies = {
      facts: parts.flatMap(({ facts }) => facts),
      readings: [...parts, day, run].flatMap(({ readings }) => readings),
    };
    if (fact.type === 'date' && off === null) return { ...dependencies, ...yearsSince(fact.index, dayOf, cutOf(day.value), year, base) };

    const yearsIn = (facts: FactRow['facts'], month: MonthIndex): number | null => {
      const [counting, less] = [base.in(facts, month), off?.in(facts, month)];
      if (counting === null || less === null) return null;
      const until = dayOf(month);
      return eitherWay(counting, (spells) => {
        const counted = run.value === 'last' ? spells.filter(({ from }) => from < until).slice(-1) : spells;
        return less ? eitherWay(less, (taken) => wholeYears(counted, taken, until)) : wholeYears(counted, [], until);
      });
    };
    return {
      ...dependencies,
      cuts: [(facts) => changesOf(year, (month) => yearsIn(facts, month))],
      derive: ({ facts, start }) => yearsIn(facts, january(year) + start),
      collectMissing(row, missing) {
        const unknown = parts.filter((part) => part.in(row.facts, january(year) + row.start) === null);
        const open = parts.filter((part) => {
          const counting = part.in(row.facts, january(year) + row.start);
          return counting !== null && counting.surely.length !== counting.perhaps.length;
        });
        for (const part of unknown.length > 0 ? unknown : open) part.collectMissing(row, missing);
      },
    };
  },
});

/** The years since a date and nothing else, which change once a year. */
function yearsSince(
  index: number,
  dayOf: (month: MonthIndex) => string,
  from: (since: string) => number | null,
  year: number,
  { collectMissing }: Selected,
) {
  return {
    cuts: [
      (facts: FactRow['facts']) => {
        const since = facts[index];
        const month = typeof since === 'string' ? from(since) : null;
        return month === null ? [] : [month];
      },
    ],
    derive({ facts, start }: FactRow) {
      const since = facts[index];
      return typeof since === 'string' ? completedYears(since, dayOf(january(year) + start)) : null;
    },
    collectMissing,
  };
}

/** A date as the beginning of what goes on. */
function sinceDate({ id, index }: { readonly id: string; readonly index: number }): Selected {
  return {
    facts: [id],
    readings: [],
    in(facts) {
      const since = facts[index];
      if (typeof since !== 'string') return null;
      const spells: Spell[] = [{ from: since, to: null }];
      return { surely: spells, perhaps: spells };
    },
    collectMissing: (_, missing) => {
      missing.push({ code: 'fact', fact: id });
    },
  };
}

/** What is over of some days: whole months, and days. */
interface Length {
  readonly months: number;
  readonly days: number;
}

/** Days that make up a month where lengths are added. */
const DAYS_OF_MONTH = 30;

/**
 * The whole years of some unbroken periods without others, before a day. Of each, whole months and the days over; together, thirty days over
 * make a month.
 */
function wholeYears(spells: readonly Spell[], off: readonly Spell[], until: string): number {
  const last = daysLater(until, -1);
  const counted = spells.flatMap((spell) => within(spell, '0000-01-01', last) ?? []);
  const taken = counted.flatMap((spell) => off.flatMap((one) => within(one, spell.from, spell.to) ?? []));
  const lengths = counted.map(lengthOf);
  const less = taken.map(lengthOf);
  const months = sum(lengths, 'months') - sum(less, 'months');
  const days = sum(lengths, 'days') - sum(less, 'days');
  const carried = lengths.length + less.length > 1 ? Math.floor(days / DAYS_OF_MONTH) : 0;
  return Math.max(0, Math.floor((months + carried) / 12));
}

function lengthOf({ from, to }: { readonly from: string; readonly to: string }): Length {
  const end = daysLater(to, 1);
  const months = wholeMonths(from, end);
  return { months, days: daysBetween(monthsLater(from, months), end) };
}

function sum(lengths: readonly Length[], key: keyof Length): number {
  return lengths.reduce((all, length) => all + length[key], 0);
}

/** The day on which the years of a month are counted, `YYYY-MM-DD`. */
function dayReader(by: By): (month: number) => string {
  const parts = (month: number) => [Math.floor(month / 12), (month % 12) + 1] as const;
  const firstOf = (year: number, month: number) => dayIn(year, `${String(month).padStart(2, '0')}-01`);
  return (at) => {
    const [year, month] = parts(at);
    if (by === 'month-start') return firstOf(year, month);
    if (by === 'month-end') return lastDayOf(year, month);
    if (typeof by === 'string') return dayIn(year, by);
    const day = dayIn(year, by.schoolYear);
    return day <= firstOf(year, month) ? day : dayIn(year - 1, by.schoolYear);
  };
}

/** The month (0 to 12) before which the count changes in a year, by the date from which years are counted. */
function cutOf(by: By): (since: string) => number | null {
  // The first month that begins on a day of the year or after it.
  const after = (day: MonthDay) => Number(day.slice(0, 2)) - (day.endsWith('-01') ? 1 : 0);
  if (by === 'month-start') return (since) => after(since.slice(5));
  if (by === 'month-end') return (since) => Number(since.slice(5, 7)) - 1;
  return typeof by === 'string' ? () => null : () => after(by.schoolYear);
}
