import { countMonths, listMonths } from '../calendar/month-set.ts';
import type { Entitlement } from '../engine/item.ts';
import { type Dictionary, type FactValue, factOf } from '../facts/dictionary.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { compareKeys, type Dimension, type KeyValue } from './dimensions.ts';

/** The values of the dimensions of one group, in the order asked for. */
export type GroupKey = readonly KeyValue[];

export interface Group {
  readonly key: GroupKey;
  /** Distinct people with an employed month in the group; where groups are by allowance, those with an amount in it. */
  readonly headcount: number;
  readonly amountFen: bigint;
}

/** The maximum number of groups of a budget; more would not be a summary, nor fit into an answer. */
export const MOST_GROUPS = 50_000;

/** Thrown where a cross product has more groups than {@link MOST_GROUPS}: ask for fewer dimensions. */
export class TooManyGroupsError extends Error {
  constructor() {
    super(`more than ${MOST_GROUPS} groups`);
    this.name = 'TooManyGroupsError';
  }
}

interface Cell {
  key: GroupKey;
  headcount: number;
  sum: ExactSum;
}

/** Adds up amounts and people by a cross product of dimensions. */
export class Grouping {
  readonly #dimensions: readonly Dimension[];
  readonly #dictionary: Dictionary;
  readonly #order: readonly string[];
  readonly #cells = new Map<string, Cell>();

  /** @param allowances ids in the order of the policy, in which groups are listed */
  constructor(dimensions: readonly Dimension[], dictionary: Dictionary, allowances: readonly string[]) {
    this.#dimensions = dimensions;
    this.#dictionary = dictionary;
    this.#order = allowances;
  }

  /** @param count how many people are identical (a cohort) */
  add({ stretches, items }: Entitlement, count: number): void {
    const touched = new Set<Cell>();
    const byAllowance = this.#dimensions.includes('allowance');
    const byMonth = this.#dimensions.includes('month');
    if (!byAllowance) {
      for (const stretch of stretches) {
        for (const month of byMonth ? listMonths(stretch.months) : [0]) touched.add(this.#cell(stretch.facts, undefined, month));
      }
    }
    for (const { allowance, paidStretches } of items) {
      for (const { stretch, paid, rateFen } of paidStretches ?? []) {
        if (rateFen === 0 || paid === 0) continue;
        for (const month of byMonth ? listMonths(paid) : [0]) {
          const cell = this.#cell(stretch.facts, allowance.id, month);
          cell.sum.add(byMonth ? rateFen : rateFen * countMonths(paid), count);
          touched.add(cell);
        }
      }
    }
    for (const cell of touched) cell.headcount += count;
  }

  #cell(facts: readonly FactValue[], allowance: string | undefined, month: number): Cell {
    const key = this.#dimensions.map((dimension) => {
      if (dimension === 'allowance') return allowance;
      return dimension === 'month' ? month : facts[factOf(this.#dictionary, dimension).index];
    });
    const name = JSON.stringify(key);
    let cell = this.#cells.get(name);
    if (!cell) {
      if (this.#cells.size >= MOST_GROUPS) throw new TooManyGroupsError();
      cell = { key, headcount: 0, sum: new ExactSum() };
      this.#cells.set(name, cell);
    }
    return cell;
  }

  /** The groups in an order that does not depend on the order of the people: by the dictionary, the policy and the calendar. */
  list(): Group[] {
    const groups = [...this.#cells.values()].map(({ key, headcount, sum }) => ({ key, headcount, amountFen: sum.value }));
    return groups.sort((a, b) => {
      for (const [at, dimension] of this.#dimensions.entries()) {
        const difference = compareKeys(this.#dictionary, this.#order, dimension, a.key[at], b.key[at]);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }
}
