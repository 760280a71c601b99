import type { Handlers } from './handler.ts';

/** Tables of payments, and arrears. */
export const arrearsHandlers: Handlers<'payments' | 'arrears' | 'arrearsPeople'> = {
  payments: (order, held, pace) => {
    const bytes = 'text' in order ? new TextEncoder().encode(order.text) : new Uint8Array(order.bytes);
    return held.arrears(order.policy).readPayments(bytes, held.policy(order.policy), pace);
  },
  arrears: ({ policy: id, language, body, roster: number, payments }, held, pace) => {
    const roster = held.roster(id, number);
    if (roster === 'stale') return roster;
    return held.arrears(id).compute(body, language, { policy: held.policy(id), policies: held.policies, roster, payments }, pace);
  },
  arrearsPeople: (order, held) => held.arrears(order.policy).list(order),
};
