import * as z from 'zod';
import { ALL_MONTHS, type MonthSet } from '../../calendar/month-set.ts';
import { formOf } from '../grammar/form.ts';
import { has } from '../grammar/has.ts';

const monthNumber = z.int().min(1).max(12);

/**
 * A set of months in a policy file: `all`, `{except: [7, 8]}`, `{only: [9]}`, or `{first: 10}`, the first ten of those in which it would be
 * paid.
 */
export const monthsSchema: z.ZodType<MonthsNode> = formOf((node) => {
  if (has(node, 'except')) return z.strictObject({ except: z.array(monthNumber).min(1) });
  if (has(node, 'only')) return z.strictObject({ only: z.array(monthNumber).min(1) });
  if (has(node, 'first')) return z.strictObject({ first: monthNumber });
  return node === 'all' ? z.literal('all') : { unfit: 'not-months' };
});
export type MonthsNode = 'all' | { except: number[] } | { only: number[] } | { first: number };

/** The months in which an allowance can pay, and how many of them at most (counted from January among those actually paid). */
export interface PayMonths {
  readonly set: MonthSet;
  readonly atMost: number;
}

/** Compiles a set of months. */
export function compileMonths(node: MonthsNode): PayMonths {
  if (node === 'all') return { set: ALL_MONTHS, atMost: 12 };
  if ('first' in node) return { set: ALL_MONTHS, atMost: node.first };
  if ('except' in node) return { set: ALL_MONTHS & ~setOf(node.except), atMost: 12 };
  return { set: setOf(node.only), atMost: 12 };
}

function setOf(months: readonly number[]): MonthSet {
  return months.reduce((set, month) => set | (1 << (month - 1)), 0);
}
