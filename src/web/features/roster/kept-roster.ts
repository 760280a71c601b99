import { type RestoredRoster, SUMMARY_SHAPE } from '../../compute/protocol/orders.ts';
import type { LoadedRoster } from './loaded-roster.ts';

/**
 * What a budget that was kept says of its roster, with the people who are there now; the file and its own words are not kept.
 *
 * @param before whatever was kept: an earlier program may have kept other things of a file, which are then not told
 * @returns `null` where it is of another roster than the one whose people are there
 */
export function correctedRoster(before: unknown, { roster, people, lost }: RestoredRoster): LoadedRoster | null {
  const { name, privateColumns: _, ...kept } = Object(before) as Partial<LoadedRoster>;
  if (kept.roster !== roster) return null;
  const told = kept.shape === SUMMARY_SHAPE ? (kept as Omit<LoadedRoster, 'name'>) : UNTOLD;
  return { ...told, roster, people, name: typeof name === 'string' ? name : null, lost: lost.people > 0 ? lost : null };
}

/** Where nothing is known of how the file was read. */
const UNTOLD = { shape: SUMMARY_SHAPE, faults: [], faultyRows: 0, unmapped: [], notes: [], layout: null } as const;
