import type { Entitlement } from '../engine/item.ts';
import type { CompiledAllowance, Plan } from '../engine/plan.ts';
import { ExactSum } from '../money/exact-sum.ts';

/** The clawback from people who leave before the end of a service period, in fen; listed beside the totals of a budget, never in them. */
export interface RepaymentFigures {
  readonly amountFen: bigint;
  /** How many people owe something. */
  readonly headcount: number;
  readonly byAllowance: readonly { readonly allowance: CompiledAllowance; readonly headcount: number; readonly amountFen: bigint }[];
}

/** Adds up clawbacks person by person. */
export class RepaymentTally {
  readonly #byAllowance = new Map<string, { allowance: CompiledAllowance; headcount: number; sum: ExactSum }>();
  readonly #sum = new ExactSum();
  #headcount = 0;

  /** @param count how many people are identical */
  add({ repayments }: Entitlement, count: number): void {
    if (repayments.length === 0) return;
    this.#headcount += count;
    const seen = new Set<string>();
    for (const { allowance, amountFen } of repayments) {
      const entry = this.#byAllowance.get(allowance.id) ?? { allowance, headcount: 0, sum: new ExactSum() };
      this.#byAllowance.set(allowance.id, entry);
      if (!seen.has(allowance.id)) entry.headcount += count;
      seen.add(allowance.id);
      entry.sum.add(amountFen, count);
      this.#sum.add(amountFen, count);
    }
  }

  /** The sums, in the order of the plan's allowances. */
  close({ rows }: Plan): RepaymentFigures {
    const place = (id: string) => rows.find((row) => row.id === id)?.row ?? rows.length;
    const entries = [...this.#byAllowance.values()].sort((a, b) => place(a.allowance.id) - place(b.allowance.id));
    return {
      amountFen: this.#sum.value,
      headcount: this.#headcount,
      byAllowance: entries.map(({ allowance, headcount, sum }) => ({ allowance, headcount, amountFen: sum.value })),
    };
  }
}
