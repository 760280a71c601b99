import { isRefusal, type Refusal } from '../../../../roster/sheet/refusal.ts';
import type { RosterSummary } from '../../protocol/orders.ts';
import type { Held } from '../held.ts';
import { readKeptPeople } from '../kept-people.ts';
import { RosterFile } from '../roster-file.ts';
import { RosterInWorker } from '../roster-in-worker.ts';
import { summaryOf } from '../roster-summary.ts';
import { templateOf } from '../template.ts';
import type { Handlers } from './handler.ts';

/** Rosters: read from files, kept and brought back, searched. */
export const rosterHandlers: Handlers<'roster' | 'reread' | 'mend' | 'faultyRows' | 'template' | 'takeRoster' | 'putRoster' | 'find'> = {
  roster: async ({ policy, bytes, remembered }, held, pace) =>
    take(held, policy, await RosterFile.open(bytes, held.policy(policy), remembered, pace)),
  reread: async ({ policy, roster, choice, remembered }, held, pace) => {
    const file = held.file(policy, roster);
    return file ? take(held, policy, await file.choose(choice, held.policy(policy), remembered, pace)) : 'gone';
  },
  mend: async ({ policy, roster, bytes, remembered }, held, pace) => {
    const file = held.file(policy, roster);
    return file ? take(held, policy, await file.mend(bytes, held.policy(policy), remembered, pace)) : 'gone';
  },
  faultyRows: ({ policy, roster, language }, held) => held.file(policy, roster)?.faultyRows(held.policy(policy), language) ?? 'gone',
  template: ({ policy, language }, held) => templateOf(held.policy(policy), language),
  takeRoster: ({ policy, roster }, held) => {
    const there = held.roster(policy, roster);
    if (!(there instanceof RosterInWorker)) throw new Error(`roster ${roster} is no longer here`);
    return { policy, roster, teachers: there.teachers };
  },
  /** The rules may have changed since the people were kept: who no longer fits them is left out, and that is told. */
  putRoster: ({ policy, roster, teachers }, held) => {
    const { teachers: fitting, lost } = readKeptPeople(held.policy(policy), teachers);
    held.takeRoster(policy, new RosterInWorker(roster, fitting));
    return { roster, people: fitting.length, lost };
  },
  find: ({ policy, roster: number, search, limit }, held) => {
    const roster = held.roster(policy, number);
    return roster instanceof RosterInWorker ? roster.find(search, limit) : 'gone';
  },
};

/** The people of a file that was read are those of the policy from now on; those of a file that was refused are not. */
function take(held: Held, policy: string, file: RosterFile | Refusal): RosterSummary | Refusal {
  if (isRefusal(file)) return file;
  const roster = new RosterInWorker(held.nextRoster(), file.reading.teachers, file);
  held.takeRoster(policy, roster);
  return summaryOf(roster.number, file, held.policy(policy));
}
