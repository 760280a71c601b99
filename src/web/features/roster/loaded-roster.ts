import type { NamedYear } from '../../../roster/people/year.ts';
import type { LostPeople, RosterSummary } from '../../compute/protocol/orders.ts';

/** The year that a roster is taken to be for, and why: the roster says so, the sample was made for it, or it is the present year. */
export interface RosterYear {
  readonly year: string;
  readonly by: NamedYear['by'] | 'sample' | 'today';
  /** The text that names it; empty if none does. */
  readonly text: string;
}

/** A roster that has been read; its people are with the worker. */
export interface LoadedRoster extends Omit<RosterSummary, 'layout'> {
  /** `null` if an earlier program stored the roster: how its file was read is not known. */
  readonly layout: RosterSummary['layout'] | null;
  /** People stored on an earlier visit who are left out now. */
  readonly lost?: LostPeople | null;
  /** The year that it is taken to be for; absent if an earlier program stored it. */
  readonly ownYear?: RosterYear;
  /** The name of the file; `null` for the sample. */
  readonly name: string | null;
}
