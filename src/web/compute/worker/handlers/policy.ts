import { readPolicy } from '../../../../policy/policy.ts';
import { followPredecessors } from '../../../../policy/succession.ts';
import { ownKey } from '../../protocol/orders.ts';
import { fitSettings } from '../fit-settings.ts';
import type { Handlers } from './handler.ts';
import { readAgain } from './roster.ts';

/** Policies of the user's own, and fitting settings to a policy. */
export const policyHandlers: Handlers<'policy' | 'fit'> = {
  /** The YAML reader is only loaded when there is a file to read. */
  policy: async (order, state, pace) => {
    const { readOwnPolicy } = await import('../own-policy.ts');
    const read = readOwnPolicy(order, state.dictionary);
    if ('faults' in read) return read;
    const policy = readPolicy(read.document, read.version, state.dictionary);
    const { policies } = state;
    const before = state.takePolicy(
      read.key,
      followPredecessors(policy, state.dictionary, (id) => policies.get(ownKey(id)) ?? policies.get(id)),
    );
    return { ...read, roster: before && (await readAgain(state, read.key, before, order.remembered, pace)) };
  },
  fit: ({ policy, settings }, state) => fitSettings(state.policy(policy), settings),
};
