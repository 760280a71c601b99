import * as z from 'zod';
import { daysLater, monthsLater } from '../../calendar/days.ts';
import { LENGTH_UNITS, type LengthUnit, type Spell } from '../../calendar/spells.ts';
import { mapping, type NodeOf, oneOf, optional, refined, value } from '../grammar/slots.ts';
import { FAILS, HOLDS, UNKNOWN, type Verdict } from '../grammar/word.ts';

const end = optional(value(z.int().min(0).max(1000)));
const SLOTS = { atLeast: end, above: end, atMost: end, below: end, unit: oneOf(...LENGTH_UNITS) };
type Ends = NodeOf<typeof SLOTS>;

/** The slot for how long an unbroken period has to be as a whole: `{atLeast: 1, unit: months}` (1 个月以上), `{above: 6, unit: months}` (超过 6 个月). */
export const LASTING = refined(mapping(SLOTS), hasEnds, 'lasting-ends');
export type LastingNode = Ends;

function hasEnds({ atLeast, above, atMost, below }: Ends): boolean {
  const [from, to] = [
    [atLeast, above],
    [atMost, below],
  ].map((side) => side.filter((one) => one !== undefined).length) as [number, number];
  return from <= 1 && to <= 1 && from + to > 0;
}

/**
 * Whether an unbroken period is so long. One that is going on is known to last through a day, and how much longer is not known.
 *
 * @param through the last day that is computed, `YYYY-MM-DD`
 */
export function lasts({ from, to }: Spell, { atLeast, above, atMost, below, unit }: Ends, through: string): Verdict {
  const last = to ?? (through > from ? through : from);
  /** Whether it is as long, or longer. */
  const reaches = (count: number) => later(from, count, unit) <= daysLater(last, 1);
  const exceeds = (count: number) => later(from, count, unit) <= last;
  const isOpen = to === null;
  const verdicts = [
    ...(atLeast === undefined ? [] : [reaches(atLeast) ? HOLDS : isOpen ? UNKNOWN : FAILS]),
    ...(above === undefined ? [] : [exceeds(above) ? HOLDS : isOpen ? UNKNOWN : FAILS]),
    ...(atMost === undefined ? [] : [exceeds(atMost) ? FAILS : isOpen ? UNKNOWN : HOLDS]),
    ...(below === undefined ? [] : [reaches(below) ? FAILS : isOpen ? UNKNOWN : HOLDS]),
  ];
  return verdicts.includes(FAILS) ? FAILS : verdicts.includes(UNKNOWN) ? UNKNOWN : HOLDS;
}

function later(day: string, count: number, unit: LengthUnit): string {
  return unit === 'days' ? daysLater(day, count) : monthsLater(day, unit === 'years' ? 12 * count : count);
}
