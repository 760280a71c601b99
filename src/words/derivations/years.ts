import * as z from 'zod';
import { january } from '../../calendar/month.ts';
import { completedYears, dayIn, isMonthDay, lastDayOf, type MonthDay } from '../../calendar/years.ts';
import { factOf } from '../../facts/dictionary.ts';
import type { Cut } from '../../facts/timeline.ts';
import { resolve } from '../grammar/choice.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { choosable, fact as factSlot, optional, value } from '../grammar/slots.ts';

/** Nobody has taught for longer; a larger number is a mistake. */
const MOST_YEARS = 100;

type By = 'month-start' | 'month-end' | MonthDay | { schoolYear: MonthDay };

const monthDay = z.string().refine(isMonthDay, 'invalid-day');
const by: z.ZodType<By> = z.union([z.literal(['month-start', 'month-end']), monthDay, z.strictObject({ schoolYear: monthDay })], {
  error: 'invalid-day',
});

/**
 * The years completed since a date (年限, 教龄): `{years: ruralSince}`, on the first of each month. `by` names another day: `month-end` the
 * last of the month, `12-31` that day of the year for all of its months, `{schoolYear: 08-31}` the last such day that is not after the
 * first of the month. A year is complete on the day itself. Before the date there are none.
 */
export const years = derivationWord({
  key: 'years',
  slots: { years: factSlot('date'), by: optional(choosable(value(by))) },
  yields: () => ({ type: 'integer', minimum: 0, maximum: MOST_YEARS }),
  compile(node, { dictionary, year, chosen }) {
    const fact = factOf(dictionary, node.years);
    const day = resolve<By>(node.by ?? 'month-start', { chosen });
    const dayOf = dayReader(day.value);
    const from = cutOf(day.value);
    const cut: Cut = (facts) => {
      const since = facts[fact.index];
      const month = typeof since === 'string' ? from(since) : null;
      return month === null ? [] : [month];
    };
    return {
      facts: [fact.id],
      readings: day.readings,
      cuts: [cut],
      derive({ facts, start }) {
        const since = facts[fact.index];
        return typeof since === 'string' ? completedYears(since, dayOf(january(year) + start)) : null;
      },
      collectMissing: (_, missing) => {
        missing.push({ code: 'fact', fact: fact.id });
      },
    };
  },
});

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
