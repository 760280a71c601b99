import { computer } from '../../compute/client/computer.ts';
import type { RestoredRoster, RosterSummary } from '../../compute/protocol/orders.ts';
import { keep, keepLater, kept } from '../../platform/storage/keep.ts';
import { formKey } from '../../policy/use-kept.ts';
import { correctedRoster } from './kept-roster.ts';
import type { LoadedRoster } from './loaded-roster.ts';

/** The key under which the people of a policy's roster are remembered. */
export function rosterKey(policy: string): string {
  return `roster/${policy}`;
}

/** Remembers the people of a roster, who are with the worker. */
export function keepRoster(policy: string, roster: number): void {
  keepLater(rosterKey(policy), () => computer.ask('takeRoster', { policy, roster }));
}

/** Describes the roster of a budget as it was read again under a changed policy. The form of the budget must not be shown meanwhile. */
export function rereadRoster(policy: string, read: RosterSummary | RestoredRoster): void {
  const form = formKey(policy, 'budget');
  const before = kept<{ readonly roster: LoadedRoster | null }>(form);
  if (!before?.roster) return;
  const { name, ownYear } = before.roster;
  const roster = 'lost' in read ? correctedRoster(before.roster, read) : { ...read, name, ...(ownYear && { ownYear }) };
  keep(form, { ...before, roster });
  keepRoster(policy, read.roster);
}
