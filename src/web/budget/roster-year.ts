import { yearOfRoster } from '../../roster/year.ts';
import type { RosterSummary } from '../compute.ts';
import type { BudgetState, LoadedRoster, RosterYear } from './state.ts';

/** The year that the sample roster was made for. */
const SAMPLE_YEAR = '2025';

/** The year of a roster. @param name that of its file; `null` for the sample @param today the present year */
export function yearOf({ namedYear = null }: Pick<RosterSummary, 'namedYear'>, name: string | null, today: number): RosterYear {
  if (name === null) return { year: SAMPLE_YEAR, by: 'sample', text: '' };
  const named = namedYear ?? yearOfRoster([], '', name);
  return named ? { ...named, year: String(named.year) } : { year: String(today), by: 'today', text: '' };
}

/** The budget with another roster, or none. A year that somebody has set stays; any other was that of the roster before, and goes with it. */
export function withRoster(before: BudgetState, roster: LoadedRoster | null, today: number): BudgetState {
  const yearBefore = before.roster?.ownYear?.year ?? String(today);
  const isSet = before.year.trim() !== '' && before.year !== yearBefore;
  return { ...before, roster, year: isSet ? before.year : (roster?.ownYear?.year ?? String(today)) };
}

/** What to say of the year of a budget, and the years to offer instead; `null` where nothing is known of the roster's. */
export interface YearNote {
  readonly text: RosterYear['by'] | 'set' | 'otherThanNamed' | 'otherThanSample';
  readonly params: { readonly year: string; readonly named: string; readonly text: string };
  readonly instead: readonly string[];
}

/** Says which year is computed and why. @param today the present year */
export function yearNote({ year, roster }: Pick<BudgetState, 'year' | 'roster'>, today: number): YearNote | null {
  const own = roster?.ownYear;
  if (!own || !/^\d{4}$/.test(year)) return null;
  const params = { year, named: own.year, text: own.text };
  if (year === own.year) {
    const around = own.by === 'today' ? [today - 1, today + 1] : [today];
    return { text: own.by, params, instead: around.map(String).filter((other) => other !== year) };
  }
  const text = own.by === 'today' ? 'set' : own.by === 'sample' ? 'otherThanSample' : 'otherThanNamed';
  return { text, params, instead: [own.year] };
}
