import { yearOfRoster } from '../../../roster/people/year.ts';
import type { RosterSummary } from '../../compute/protocol/orders.ts';
import type { LoadedRoster, RosterYear } from './loaded-roster.ts';

/** The year of the sample roster. */
const SAMPLE_YEAR = '2025';

/** The year of a roster. @param name that of its file; `null` for the sample @param today the present year */
export function yearOf({ namedYear = null }: Pick<RosterSummary, 'namedYear'>, name: string | null, today: number): RosterYear {
  if (name === null) return { year: SAMPLE_YEAR, by: 'sample', text: '' };
  const byFile = yearOfRoster([], '', name);
  // A school year spans two calendar years; the file's name may say which one is meant.
  const named = namedYear === null || (namedYear.by === 'school-year' && byFile) ? (byFile ?? namedYear) : namedYear;
  if (named?.by === 'school-year' && named.year - 1 === today) return { ...named, year: String(today) };
  return named ? { ...named, year: String(named.year) } : { year: String(today), by: 'today', text: '' };
}

/** A state with a roster, and a year that may come from it. */
export interface WithRoster {
  readonly year: string;
  readonly roster: LoadedRoster | null;
}

/** The same state with another roster, or none. A year set by the user stays; any other came from the previous roster and is replaced. */
export function withRoster<T extends WithRoster>(before: T, roster: LoadedRoster | null, today: number): T {
  const yearBefore = before.roster?.ownYear?.year ?? String(today);
  const isSet = before.year.trim() !== '' && before.year !== yearBefore;
  return { ...before, roster, year: isSet ? before.year : (roster?.ownYear?.year ?? String(today)) };
}

/** The note about the year of a budget, and the years to offer instead; `null` if the roster's year is not known. */
export interface YearNote {
  readonly text: RosterYear['by'] | 'set' | 'otherThanNamed' | 'otherThanSample';
  readonly params: { readonly year: string; readonly named: string; readonly text: string };
  readonly instead: readonly string[];
}

/** Which year is computed and why. @param today the present year */
export function yearNote({ year, roster }: WithRoster, today: number): YearNote | null {
  const own = roster?.ownYear;
  if (!own || !/^\d{4}$/.test(year)) return null;
  const params = { year, named: own.year, text: own.text };
  if (year === own.year) {
    return { text: own.by, params, instead: insteadOf(own, today).filter((other) => other !== year) };
  }
  const text = own.by === 'today' || own.by === 'school-year' ? 'set' : own.by === 'sample' ? 'otherThanSample' : 'otherThanNamed';
  const instead = own.by === 'school-year' ? insteadOf(own, today).filter((other) => other !== year) : [own.year];
  return { text, params, instead };
}

/** The years to offer if a roster's own year is computed. */
function insteadOf({ by, text }: RosterYear, today: number): string[] {
  if (by === 'today') return [today - 1, today + 1].map(String);
  const later = by === 'school-year' ? (yearOfRoster([text], '', '')?.year ?? today) : null;
  return later === null ? [String(today)] : [later - 1, later].map(String);
}
