import * as z from 'zod';
import { january, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, monthsBetween } from '../calendar/month-set.ts';
import { factOf } from '../facts/dictionary.ts';
import { EMPLOYMENT, type Employment } from '../facts/employment.ts';
import { type Choice, choosable, resolve } from './choice.ts';
import type { FactRow, Settings, Uses } from './word.ts';

const firstMonth = z.enum(['same-month', 'next-month']);
const lastMonth = z.enum(['same-month', 'previous-month']);

/** From which month an allowance can pay a person who comes during the year: `{after: arrivedOn, from: next-month}` (次月起). */
export const startsSchema = z.strictObject({ after: z.string(), from: choosable(firstMonth) });
/** Up to which month it can pay a person who leaves: `{at: leftOn, last: same-month}` (当月止). */
export const stopsSchema = z.strictObject({ at: z.string(), last: choosable(lastMonth) });

export interface StartsNode {
  readonly after: string;
  readonly from: z.infer<typeof firstMonth> | Choice<z.infer<typeof firstMonth>>;
}
export interface StopsNode {
  readonly at: string;
  readonly last: z.infer<typeof lastMonth> | Choice<z.infer<typeof lastMonth>>;
}

/** The months between the dates on which a person comes and leaves; a date that is not known limits nothing. */
export interface PayLimits extends Uses {
  monthsOf(row: FactRow, employment: Pick<Employment, 'isReturn'>): MonthSet;
}

const NO_LIMITS: PayLimits = { facts: [], readings: [], monthsOf: () => ALL_MONTHS };

/**
 * Compiles the start and the end of an allowance. They stand in place of the end of the employment that they name, and within it: of whoever left
 * before arriving, both stretches count, each to its own end.
 */
export function compileLimits(starts: StartsNode | undefined, stops: StopsNode | undefined, settings: Settings): PayLimits {
  if (!starts && !stops) return NO_LIMITS;
  const begin = starts && resolve(starts.from, settings);
  const final = stops && resolve(stops.last, settings);
  /** The month of a date: 0 to 11, or a number beyond. */
  const monthOf = ({ facts }: FactRow, fact: string): number | null => {
    const date = facts[factOf(settings.dictionary, fact).index];
    return typeof date === 'string' ? monthOfDate(date) - january(settings.year) : null;
  };
  return {
    facts: [...(starts ? [starts.after] : []), ...(stops ? [stops.at] : [])],
    readings: [...(begin?.readings ?? []), ...(final?.readings ?? [])],
    monthsOf(row, { isReturn }) {
      const came = starts ? monthOf(row, starts.after) : null;
      const went = stops ? monthOf(row, stops.at) : null;
      let months = ALL_MONTHS;
      if (came !== null) {
        months &= from(begin?.value === 'next-month' ? came + 1 : came);
        if (isReturn && starts?.after === EMPLOYMENT.arrived) months |= through(monthOf(row, EMPLOYMENT.left) ?? -1);
      }
      if (went !== null) {
        let open = through(final?.value === 'previous-month' ? went - 1 : went);
        if (isReturn && stops?.at === EMPLOYMENT.left) open |= from(monthOf(row, EMPLOYMENT.arrived) ?? 12);
        months &= open;
      }
      return months;
    },
  };
}

function from(month: number): MonthSet {
  return monthsBetween(Math.min(12, Math.max(0, month)), 12);
}

function through(month: number): MonthSet {
  return monthsBetween(0, Math.min(12, Math.max(0, month + 1)));
}
