import { daysBetween, daysLater, wholeMonths } from './days.ts';

/** Days without a gap, the first and the last included, as `YYYY-MM-DD`; without a last one they go on. */
export interface Spell {
  readonly from: string;
  readonly to: string | null;
}

/** What lengths are counted in. */
export const LENGTH_UNITS = ['days', 'months', 'years'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** Some spells as the unbroken ones that they make up, in order: those that overlap or follow one another without a gap are one. */
export function unbroken(spells: readonly Spell[]): Spell[] {
  const made: { from: string; to: string | null }[] = [];
  for (const { from, to } of spells.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = made.at(-1);
    if (!last || (last.to !== null && daysLater(last.to, 1) < from)) made.push({ from, to });
    else if (last.to !== null && (to === null || to > last.to)) last.to = to;
  }
  return made;
}

/** The part of a spell that lies between two days, both included; `null` where there is none. */
export function within({ from, to }: Spell, first: string, last: string): { readonly from: string; readonly to: string } | null {
  const begins = from < first ? first : from;
  const ends = to === null || to > last ? last : to;
  return begins <= ends ? { from: begins, to: ends } : null;
}

/** How many days of some unbroken spells lie between two days, both included. */
export function daysWithin(spells: readonly Spell[], first: string, last: string): number {
  return spells.reduce((sum, spell) => {
    const part = within(spell, first, last);
    return part ? sum + daysBetween(part.from, part.to) + 1 : sum;
  }, 0);
}

/** How many whole units there are from one day up to but not including another. */
export function wholeUnits(from: string, until: string, unit: LengthUnit): number {
  if (unit === 'days') return Math.max(0, daysBetween(from, until));
  const months = wholeMonths(from, until);
  return unit === 'months' ? months : Math.floor(months / 12);
}
