import { isRefusal, type Refusal } from '../../../../roster/sheet/refusal.ts';
import type { RosterSummary } from '../../protocol/orders.ts';
import type { Held } from '../held.ts';
import { readKeptPeople } from '../kept-people.ts';
import { RosterFile } from '../roster-file.ts';
import { RosterInWorker } from '../roster-in-worker.ts';
import { summaryOf } from '../roster-summary.ts';
import { templateOf } from '../template.ts';
import type { Handlers } from './handler.ts';

/** Rosters: reading files, storing and restoring people, searching. */
export const rosterHandlers: Handlers<'roster' | 'reread' | 'fix' | 'faultyRows' | 'template' | 'takeRoster' | 'putRoster' | 'find'> = {
  roster: async ({ policy, bytes, remembered }, held, pace) =>
    take(held, policy, await RosterFile.open(bytes, held.policy(policy), remembered, pace)),
  reread: async ({ policy, roster, choice, remembered }, held, pace) => {
    const file = held.file(policy, roster);
    return file ? take(held, policy, await file.choose(choice, held.policy(policy), remembered, pace)) : 'stale';
  },
  fix: async ({ policy, roster, bytes, remembered }, held, pace) => {
    const file = held.file(policy, roster);
    return file ? take(held, policy, await file.fix(bytes, held.policy(policy), remembered, pace)) : 'stale';
  },
  faultyRows: ({ policy, roster, language }, held) => held.file(policy, roster)?.faultyRows(held.policy(policy), language) ?? 'stale',
  template: ({ policy, language }, held) => templateOf(held.policy(policy), language),
  takeRoster: ({ policy, roster }, held) => {
    const there = held.roster(policy, roster);
    if (!(there instanceof RosterInWorker)) throw new Error(`roster ${roster} is no longer here`);
    return { policy, roster, teachers: there.teachers };
  },
  /** The rules may have changed since the people were stored: those who no longer fit are left out and reported. */
  putRoster: ({ policy, roster, teachers }, held) => {
    const { teachers: fitting, lost } = readKeptPeople(held.policy(policy), teachers);
    held.takeRoster(policy, new RosterInWorker(roster, fitting));
    return { roster, people: fitting.length, lost };
  },
  find: ({ policy, roster: number, search, limit }, held) => {
    const roster = held.roster(policy, number);
    return roster instanceof RosterInWorker ? roster.find(search, limit) : 'stale';
  },
};

/** Makes the people of a file the policy's roster, unless the file was refused. */
function take(held: Held, policy: string, file: RosterFile | Refusal): RosterSummary | Refusal {
  if (isRefusal(file)) return file;
  const roster = new RosterInWorker(held.nextRoster(), file.reading.teachers, file);
  held.takeRoster(policy, roster);
  return summaryOf(roster.number, file, held.policy(policy));
}
