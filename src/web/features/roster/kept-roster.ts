import { type RestoredRoster, SUMMARY_SHAPE } from '../../compute/protocol/orders.ts';
import type { LoadedRoster } from './loaded-roster.ts';

/**
 * A stored budget's description of its roster, updated to the people who were restored; the file and its own wording are not stored.
 *
 * @param before whatever was stored: an earlier program may have stored other details of a file, which are dropped
 * @returns `null` if it describes another roster than the one whose people were restored
 */
export function correctedRoster(before: unknown, { roster, people, lost }: RestoredRoster): LoadedRoster | null {
  const { name, privateColumns: _, ...kept } = Object(before) as Partial<LoadedRoster>;
  if (kept.roster !== roster) return null;
  const told = kept.shape === SUMMARY_SHAPE ? (kept as Omit<LoadedRoster, 'name'>) : UNTOLD;
  return { ...told, roster, people, name: typeof name === 'string' ? name : null, lost: lost.people > 0 ? lost : null };
}

/** Used when nothing is known about how the file was read. */
const UNTOLD = { shape: SUMMARY_SHAPE, faults: [], faultyRows: 0, unmapped: [], notes: [], layout: null } as const;
