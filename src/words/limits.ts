import * as z from 'zod';
import { january, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, monthsBetween } from '../calendar/month-set.ts';
import { factOf } from '../facts/dictionary.ts';
import { type Choice, choosable, resolve } from './choice.ts';
import type { FactRow, Settings, Uses } from './word.ts';

const from = z.enum(['same-month', 'next-month']);
const last = z.enum(['same-month', 'previous-month']);

/** From which month an allowance can pay a person who comes during the year: `{after: arrivedOn, from: next-month}` (次月起). */
export const startsSchema = z.strictObject({ after: z.string(), from: choosable(from) });
/** Up to which month it can pay a person who leaves: `{at: leftOn, last: same-month}` (当月止). */
export const stopsSchema = z.strictObject({ at: z.string(), last: choosable(last) });

export interface StartsNode {
  readonly after: string;
  readonly from: z.infer<typeof from> | Choice<z.infer<typeof from>>;
}
export interface StopsNode {
  readonly at: string;
  readonly last: z.infer<typeof last> | Choice<z.infer<typeof last>>;
}

/** The months between the dates on which a person comes and leaves; a date that is not known limits nothing. */
export interface PayLimits extends Uses {
  monthsOf(row: FactRow): MonthSet;
}

const NO_LIMITS: PayLimits = { facts: [], readings: [], monthsOf: () => ALL_MONTHS };

/** Compiles the start and the end of an allowance. */
export function compileLimits(starts: StartsNode | undefined, stops: StopsNode | undefined, settings: Settings): PayLimits {
  if (!starts && !stops) return NO_LIMITS;
  const first = starts && resolve(starts.from, settings);
  const final = stops && resolve(stops.last, settings);
  const month = (row: FactRow, index: number | undefined): number | null => {
    const date = index === undefined ? null : row.facts[index];
    return typeof date === 'string' ? Math.min(12, Math.max(-1, monthOfDate(date) - january(settings.year))) : null;
  };
  const arrived = starts && factOf(settings.dictionary, starts.after).index;
  const left = stops && factOf(settings.dictionary, stops.at).index;
  return {
    facts: [...(starts ? [starts.after] : []), ...(stops ? [stops.at] : [])],
    readings: [...(first?.readings ?? []), ...(final?.readings ?? [])],
    monthsOf(row) {
      const came = month(row, arrived);
      const went = month(row, left);
      const begin = came === null ? 0 : Math.max(0, first?.value === 'next-month' ? came + 1 : came);
      const end = went === null ? 12 : final?.value === 'previous-month' ? went : went + 1;
      return monthsBetween(begin, end);
    },
  };
}
