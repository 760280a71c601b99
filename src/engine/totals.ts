import type { Entitlement } from './item.ts';

/** Exact sums of one teacher's lines, in fen. */
export interface PersonTotals {
  readonly personal: bigint;
  readonly institution: bigint;
}

/** Sums the lines that go to the teacher and those that go to the institution. */
export function totalsOf({ items }: Entitlement): PersonTotals {
  const sum = (payee: 'teacher' | 'institution') =>
    exact(items.map((item) => (item.allowance.node.payee === payee && item.stretches !== null ? item.amountFen : 0)));
  return { personal: sum('teacher'), institution: sum('institution') };
}

/** Nothing is negative, so a sum that ends within 2^53 was exact all the way; else it is made again in larger integers. */
function exact(amounts: readonly number[]): bigint {
  const sum = amounts.reduce((total, fen) => total + fen, 0);
  return Number.isSafeInteger(sum) ? BigInt(sum) : amounts.reduce((total, fen) => total + BigInt(fen), 0n);
}
