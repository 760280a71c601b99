import * as z from 'zod';
import { list, type NodeOf, value } from '../grammar/slots.ts';

/** The months in which an allowance is paid out, where that is not the month in which it is due: `{in: [6, 12]}`. */
export const PAID = { in: list(value(z.int().min(1).max(12))) };

/**
 * The month in which what is due in a month is paid out: the next one of those listed, which after the last of a year is the first of the
 * next.
 *
 * @param month 0 to 11
 * @returns 0 to 23, counted from the same January
 * @example paidOutIn({in: [6, 11]}, 11) // 17: June of the next year
 */
export function paidOutIn(paid: NodeOf<typeof PAID>, month: number): number {
  const listed = paid.in.map((number) => number - 1).toSorted((a, b) => a - b);
  return listed.find((one) => one >= month) ?? (listed[0] as number) + 12;
}
