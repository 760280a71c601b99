import type { Entitlement, Item } from './item.ts';

/** Exact sums of one teacher's lines, in fen. */
export interface PersonTotals {
  readonly personal: bigint;
  readonly institution: bigint;
}

/** Sums the lines that go to the teacher and those that go to the institution. */
export function totalsOf({ items }: Entitlement): PersonTotals {
  return { personal: sum(items, 'teacher'), institution: sum(items, 'institution') };
}

/** No amount is negative, so a sum below 2^53 was exact all along; a larger one is computed again in `bigint`. */
function sum(items: Entitlement['items'], payee: 'teacher' | 'institution'): bigint {
  let fen = 0;
  for (const item of items) if (isPaidTo(payee, item)) fen += item.amountFen;
  if (Number.isSafeInteger(fen)) return BigInt(fen);
  return items.reduce((total, item) => (isPaidTo(payee, item) ? total + BigInt(item.amountFen) : total), 0n);
}

function isPaidTo(payee: 'teacher' | 'institution', { allowance, paidStretches }: Item): boolean {
  return allowance.node.payee === payee && paidStretches !== null;
}
