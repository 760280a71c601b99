import type { Amount } from '../words/grammar/word.ts';
import type { Cap, Stack } from './groups.ts';

/** Allowances that can be settled together, because what they rest on is settled before. */
export interface Round {
  /** By their place among the allowances of the version, in order. */
  readonly members: readonly number[];
  /** The groups among them, whose members are places among those of the round. */
  readonly stacks: readonly Stack[];
  readonly caps: readonly Cap[];
  /** For each member, the place of the first one of its family: all that it is ranked or capped with, directly or through others. */
  readonly families: readonly number[];
}

interface Settling {
  readonly id: string;
  readonly amount: Pick<Amount, 'items'>;
}

/**
 * The order in which the allowances of a version are settled: one that rests on what others pay comes after these, and with it all that it is
 * ranked or capped with. Where nothing rests on another, there is one round.
 *
 * @param stacks members by their place among the allowances
 * @throws Error where some rest on one another in a circle, which the checks of a policy exclude
 */
export function roundsOf(allowances: readonly Settling[], stacks: readonly Stack[], caps: readonly Cap[]): readonly Round[] {
  const families = familiesOf(allowances.length, [...stacks, ...caps]);
  const needed = allowances.map(({ amount: { items = [] } }) => items.map(({ allowance }) => placeOf(allowance, allowances)));
  const depths = new Map<number, number>();
  const open = new Set<number>();
  const depthOf = (family: number): number => {
    const known = depths.get(family);
    if (known !== undefined) return known;
    if (open.has(family)) throw new Error(`${allowances[family]?.id} rests on what it pays itself`);
    open.add(family);
    const behind = needed.flatMap((places, at) => (families[at] === family ? places : []));
    const depth = behind.reduce((most, at) => Math.max(most, 1 + depthOf(families[at] as number)), 0);
    open.delete(family);
    depths.set(family, depth);
    return depth;
  };
  const depth = families.map(depthOf);
  const last = Math.max(0, ...depth);
  return Array.from({ length: last + 1 }, (_, round) => {
    const members = depth.flatMap((one, at) => (one === round ? [at] : []));
    const within = <G extends Stack | Cap>(groups: readonly G[]) =>
      groups
        .filter(({ members: [first = -1] }) => depth[first] === round)
        .map((group) => ({ ...group, members: group.members.map((at) => members.indexOf(at)) }));
    return { members, stacks: within(stacks), caps: within(caps), families: members.map((at) => members.indexOf(families[at] as number)) };
  });
}

function placeOf(id: string, allowances: readonly Settling[]): number {
  const at = allowances.findIndex((one) => one.id === id);
  if (at < 0) throw new Error(`there is no allowance ${id}`);
  return at;
}

/** For each place, the first one that shares a group with it, directly or through others. */
function familiesOf(count: number, groups: readonly { readonly members: readonly number[] }[]): number[] {
  const families = Array.from({ length: count }, (_, at) => at);
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const { members } of groups) {
      const first = Math.min(...members.map((at) => families[at] as number));
      for (const at of members) {
        if (families[at] === first) continue;
        families[at] = first;
        isDone = false;
      }
    }
  }
  return families;
}
