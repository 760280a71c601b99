import type { PeopleLedger, Placed } from '../../../budget/people.ts';
import { PLACEMENTS } from '../../../facts/placements.ts';

const SCHOOL = PLACEMENTS.indexOf('school');

/**
 * The schools in the order in which they are first named, before any change; schools that people only move to come last.
 *
 * @param entries the people, as indexes into the ledger, in the order of the roster
 * @returns the rank of every school; no school ranks last
 */
export function rankSchools(ledger: PeopleLedger, entries: readonly number[]): ReadonlyMap<string | null, number> {
  const schoolOf = (placed: number) => ((ledger.placed[placed] as Placed)[SCHOOL] ?? null) as string | null;
  const first = new Set<string | null>();
  const later = new Set<string | null>();
  for (const entry of entries) {
    let isFirst = true;
    ledger.eachStay(entry, (placed) => {
      (isFirst ? first : later).add(schoolOf(placed));
      isFirst = false;
    });
  }
  const named = new Set([...first, ...later]);
  named.delete(null);
  return new Map([...named, null].map((school, rank) => [school, rank]));
}
