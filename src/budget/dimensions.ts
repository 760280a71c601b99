import { type Dictionary, type FactValue, factOf } from '../facts/dictionary.ts';

/** What a budget can be grouped by. Facts are those of the month in which an amount arises. */
export const DIMENSIONS = ['school', 'area', 'stage', 'post', 'allowance', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The value of a dimension: a fact's value, an allowance's id, or a month of the year 0 to 11. */
export type KeyValue = FactValue | undefined;

/**
 * Compares two keys of a dimension, so that the order of groups does not depend on the order of the people: by the dictionary, the
 * policy and the calendar, with unknown values last.
 *
 * @param allowances ids in the order of the policy
 */
export function compareKeys(dictionary: Dictionary, allowances: readonly string[], dimension: Dimension, a: KeyValue, b: KeyValue): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  if (dimension === 'month') return Number(a) - Number(b);
  const order = dimension === 'allowance' ? allowances : valuesOf(dictionary, dimension);
  return order.indexOf(String(a)) - order.indexOf(String(b)) || (a < b ? -1 : 1);
}

function valuesOf(dictionary: Dictionary, dimension: string): string[] {
  const fact = factOf(dictionary, dimension);
  return fact.type === 'enum' ? Object.keys(fact.values) : [];
}
