import type { Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import { totalsOf } from '../engine/totals.ts';
import { ExactSum } from '../money/exact-sum.ts';

/** Sums by allowance and payee. */
export class Tally {
  readonly #allowances: Plan['allowances'];
  readonly #sums: readonly ExactSum[];
  readonly #personal = new ExactSum();
  readonly #institution = new ExactSum();

  constructor(allowances: Plan['allowances']) {
    this.#allowances = allowances;
    this.#sums = allowances.map(() => new ExactSum());
  }

  /** @returns the personal total of one of these people, in fen */
  add(entitlement: Entitlement, count: number): bigint {
    for (const { allowance, amountFen, paidStretches } of entitlement.items) {
      if (paidStretches !== null) this.#sums[allowance.index]?.add(amountFen, count);
    }
    const { personal, institution } = totalsOf(entitlement);
    this.#personal.addExact(personal * BigInt(count));
    this.#institution.addExact(institution * BigInt(count));
    return personal;
  }

  /** Adds sums of other people, by row of the plan. */
  addSums(byRow: readonly bigint[]): void {
    for (const { index, row, node } of this.#allowances) {
      const fen = byRow[row] as bigint;
      this.#sums[index]?.addExact(fen);
      (node.payee === 'teacher' ? this.#personal : this.#institution).addExact(fen);
    }
  }

  /** What one row of the plan comes to, in fen. */
  amountFen(row: number): bigint {
    return this.#allowances.reduce((sum, one) => (one.row === row ? sum + (this.#sums[one.index]?.value ?? 0n) : sum), 0n);
  }

  close(): { personalFen: bigint; institutionFen: bigint } {
    return { personalFen: this.#personal.value, institutionFen: this.#institution.value };
  }
}
