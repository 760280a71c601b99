import type { Handlers } from './handler.ts';

/** Tables of payments, and arrears. */
export const arrearsHandlers: Handlers<'payments' | 'arrears' | 'arrearsPeople'> = {
  payments: (order, state, pace) => {
    const bytes = 'text' in order ? new TextEncoder().encode(order.text) : new Uint8Array(order.bytes);
    return state.arrears(order.policy).readPayments(bytes, state.policy(order.policy), pace);
  },
  arrears: ({ policy: id, language, body, roster: number, payments }, state, pace) => {
    const roster = state.roster(id, number);
    if (roster === 'stale') return roster;
    return state.arrears(id).compute(body, language, { policy: state.policy(id), policies: state.policies, roster, payments }, pace);
  },
  arrearsPeople: (order, state) => state.arrears(order.policy).list(order),
};
