import * as z from 'zod';
import { january, type MonthIndex, parseMonth } from '../../calendar/month.ts';
import { type MonthSet, monthsBetween } from '../../calendar/month-set.ts';
import { type NodeOf, optional, value } from '../grammar/slots.ts';

const month = z.string().refine((text) => parseMonth(text) !== null, 'invalid-month');

/** The first and the last month of an allowance that is not in force as long as its document is: `{from: "2018-01"}` (从2018年1月起). */
export const IN_FORCE = { from: optional(value(month)), to: optional(value(month)) };

type Ends = { readonly [End in keyof typeof IN_FORCE]?: NodeOf<typeof IN_FORCE>[End] };

/** Whether an allowance is in force in a month by its own ends. */
export function isWithin({ from, to }: Ends, month: MonthIndex): boolean {
  return (from === undefined || indexOf(from) <= month) && (to === undefined || month <= indexOf(to));
}

/** The months of a year in which an allowance is in force by its own ends. */
export function monthsWithin({ from, to }: Ends, year: number): MonthSet {
  const placeOf = (month: MonthIndex) => Math.min(12, Math.max(0, month - january(year)));
  return monthsBetween(from === undefined ? 0 : placeOf(indexOf(from)), to === undefined ? 12 : placeOf(indexOf(to) + 1));
}

function indexOf(month: string): MonthIndex {
  return parseMonth(month) as MonthIndex;
}
