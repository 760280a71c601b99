import { type Amount, type FactRow, NOT_KNOWN } from '../words/word.ts';

/** Allowances that together pay no more than a limit in a month, or in the year. */
export interface Cap {
  /** By their place among the allowances of the version, in the order in which they are paid. */
  readonly members: readonly number[];
  readonly period: 'month' | 'year';
  readonly limit: Amount;
}

/** What is left under a cap, as amounts are taken from it in order of month. */
export class CapRoom {
  readonly #cap: Cap;
  #spentFen = 0;
  #month = -1;

  constructor(cap: Cap) {
    this.#cap = cap;
  }

  /** @returns what of an amount of a month is paid, in fen; the limit of a year is the one in force in the month */
  take(row: FactRow, fen: number): number {
    if (this.#cap.period === 'month' && row.start !== this.#month) this.#spentFen = 0;
    this.#month = row.start;
    if (fen === 0) return 0;
    const limitFen = this.#cap.limit.evaluate(row, []);
    if (limitFen === NOT_KNOWN) throw new Error('an amount is known, and a limit that it stands under is not');
    const paid = Math.min(fen, Math.max(0, limitFen - this.#spentFen));
    this.#spentFen += paid;
    return paid;
  }
}
