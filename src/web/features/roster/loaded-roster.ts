import type { NamedYear } from '../../../roster/people/year.ts';
import type { LostPeople, RosterSummary } from '../../compute/protocol/orders.ts';

/** The year that a roster is taken to be of, and why: as it says itself, as the sample was made, or this year where nothing says otherwise. */
export interface RosterYear {
  readonly year: string;
  readonly by: NamedYear['by'] | 'sample' | 'today';
  /** The text that names it; empty where none does. */
  readonly text: string;
}

/** A roster that has been read; its people are with the worker. */
export interface LoadedRoster extends Omit<RosterSummary, 'layout'> {
  /** `null` where an earlier program has kept the roster: how its file was read is not known. */
  readonly layout: RosterSummary['layout'] | null;
  /** Who was kept on an earlier visit and is left out now. */
  readonly lost?: LostPeople | null;
  /** The year that it is taken to be of; absent where an earlier program has kept it. */
  readonly ownYear?: RosterYear;
  /** The name of the file; `null` for the sample. */
  readonly name: string | null;
}
