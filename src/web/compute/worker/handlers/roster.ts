import type { RememberedColumns } from '../../../../roster/columns/mapping.ts';
import { isRefusal, type Refusal } from '../../../../roster/sheet/refusal.ts';
import type { RestoredRoster, RosterSummary } from '../../protocol/orders.ts';
import { readKeptPeople } from '../kept-people.ts';
import type { Pace } from '../pace.ts';
import { RosterFile } from '../roster-file.ts';
import { RosterInWorker } from '../roster-in-worker.ts';
import { summaryOf } from '../roster-summary.ts';
import { templateOf } from '../template.ts';
import type { WorkerState } from '../worker-state.ts';
import type { Handlers } from './handler.ts';

/** Rosters: reading files, storing and restoring people, searching. */
export const rosterHandlers: Handlers<'roster' | 'reread' | 'fix' | 'faultyRows' | 'template' | 'takeRoster' | 'putRoster' | 'find'> = {
  roster: async ({ policy, bytes, remembered }, state, pace) =>
    takeRead(state, policy, await RosterFile.open(bytes, state.policy(policy), remembered, pace)),
  reread: async ({ policy, roster, choice, remembered }, state, pace) => {
    const file = state.file(policy, roster);
    return file ? takeRead(state, policy, await file.choose(choice, state.policy(policy), remembered, pace)) : 'stale';
  },
  fix: async ({ policy, roster, bytes, remembered }, state, pace) => {
    const file = state.file(policy, roster);
    return file ? takeRead(state, policy, await file.fix(bytes, state.policy(policy), remembered, pace)) : 'stale';
  },
  faultyRows: ({ policy, roster, language }, state) => state.file(policy, roster)?.faultyRows(state.policy(policy), language) ?? 'stale',
  template: ({ policy, language }, state) => templateOf(state.policy(policy), language),
  takeRoster: ({ policy, roster }, state) => {
    const there = state.roster(policy, roster);
    if (!(there instanceof RosterInWorker)) throw new Error(`roster ${roster} is no longer here`);
    return { policy, roster, teachers: there.teachers };
  },
  /** The rules may have changed since the people were stored: those who no longer fit are left out and reported. */
  putRoster: ({ policy, roster, teachers }, state) => put(state, policy, roster, teachers),
  find: ({ policy, roster: number, search, limit }, state) => {
    const roster = state.roster(policy, number);
    return roster instanceof RosterInWorker ? roster.find(search, limit) : 'stale';
  },
};

/** Reads a roster again after its policy has changed: from its file if that is open, otherwise the people that were stored of it. */
export async function readAgain(
  state: WorkerState,
  policy: string,
  { number, file, teachers }: RosterInWorker,
  remembered: RememberedColumns,
  pace: Pace,
): Promise<RosterSummary | RestoredRoster> {
  if (file === null) return put(state, policy, number, teachers);
  return take(state, policy, await file.adapt(state.policy(policy), remembered, pace));
}

/** Makes stored people the policy's roster, as far as they fit its rules. */
function put(state: WorkerState, policy: string, roster: number, kept: readonly unknown[]): RestoredRoster {
  const { teachers, lost } = readKeptPeople(state.policy(policy), kept);
  state.takeRoster(policy, new RosterInWorker(roster, teachers));
  return { roster, people: teachers.length, lost };
}

/** Makes the people of a file the policy's roster, unless the file was refused. */
function takeRead(state: WorkerState, policy: string, file: RosterFile | Refusal): RosterSummary | Refusal {
  return isRefusal(file) ? file : take(state, policy, file);
}

function take(state: WorkerState, policy: string, file: RosterFile): RosterSummary {
  const roster = new RosterInWorker(state.nextRoster(), file.imported.teachers, file);
  state.takeRoster(policy, roster);
  return summaryOf(roster.number, file, state.policy(policy));
}
