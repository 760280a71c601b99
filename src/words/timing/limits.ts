import { january, monthOfDate } from '../../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, monthsBetween } from '../../calendar/month-set.ts';
import { factOf } from '../../facts/dictionary.ts';
import { EMPLOYMENT, type Employment } from '../../facts/employment.ts';
import { resolve } from '../grammar/choice.ts';
import { choosable, fact, type NodeOf, oneOf } from '../grammar/slots.ts';
import type { Dependencies, FactRow, Settings } from '../grammar/word.ts';

/** From which month an allowance can pay a person who arrives during the year: `{after: arrivedOn, from: next-month}` (次月起). */
export const STARTS = { after: fact('lasting-date'), from: choosable(oneOf('same-month', 'next-month')) };
/** Up to which month it can pay a person who leaves: `{at: leftOn, last: same-month}` (当月止). */
export const STOPS = { at: fact('lasting-date'), last: choosable(oneOf('same-month', 'previous-month')) };

/** The months between the dates on which a person arrives and leaves; an unknown date limits nothing. */
export interface PayLimits extends Dependencies {
  monthsOf(row: FactRow, employment: Pick<Employment, 'isReturn' | 'ignores'>): MonthSet;
}

const NO_LIMITS: PayLimits = { facts: [], readings: [], monthsOf: () => ALL_MONTHS };

/**
 * Compiles the start and the end of an allowance. They replace the end of the employment that they name, and lie within the employment. For
 * a person who left before arriving, both stretches count, each to its own end.
 */
export function compileLimits(
  starts: NodeOf<typeof STARTS> | undefined,
  stops: NodeOf<typeof STOPS> | undefined,
  settings: Settings,
): PayLimits {
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
    monthsOf(row, { isReturn, ignores }) {
      const isArrival = starts?.after === EMPLOYMENT.arrived;
      const isLeaving = stops?.at === EMPLOYMENT.left;
      const came = starts && !(isArrival && ignores.arrived) ? monthOf(row, starts.after) : null;
      const went = stops && !(isLeaving && ignores.left) ? monthOf(row, stops.at) : null;
      const begins = came === null ? 0 : begin?.value === 'next-month' ? came + 1 : came;
      const ends = went === null ? 11 : final?.value === 'previous-month' ? went - 1 : went;
      if (!isReturn || !(isArrival || isLeaving)) return from(begins) & through(ends);
      // A person who came back had left before: each stretch has its own end, which is that of the employment where none is named.
      const leaving = isLeaving ? ends : (monthOf(row, EMPLOYMENT.left) as number);
      const arriving = isArrival ? begins : (monthOf(row, EMPLOYMENT.arrived) as number);
      return (through(leaving) | from(arriving)) & (isArrival ? ALL_MONTHS : from(begins)) & (isLeaving ? ALL_MONTHS : through(ends));
    },
  };
}

function from(month: number): MonthSet {
  return monthsBetween(Math.min(12, Math.max(0, month)), 12);
}

function through(month: number): MonthSet {
  return monthsBetween(0, Math.min(12, Math.max(0, month + 1)));
}
