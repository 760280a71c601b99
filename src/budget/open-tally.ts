import type { Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type Choice, extremesOf } from './extremes.ts';

/** The least and the most of a sum over the options of readings that are not chosen, in fen. */
export interface Span {
  readonly leastFen: bigint;
  readonly mostFen: bigint;
}

/** What hangs on readings that are not chosen. */
export interface OpenFigures extends Span {
  /** People of whom some amount hangs on one. */
  readonly headcount: number;
  /** The readings, in the order of the policy, and how many people hang on each. */
  readonly readings: readonly { readonly reading: string; readonly headcount: number }[];
  /** In the order of the rows of the plan. */
  readonly byRow: readonly Span[];
}

/** What people come to under each option of one part of a plan, by row. */
interface Option extends Choice {
  readonly rows: readonly ExactSum[];
}

/** Adds up what people come to under every option of the readings that a run does not choose. */
export class OpenTally {
  readonly #plan: Plan;
  readonly #parts: readonly (readonly Option[])[];
  readonly #people = new Map<string, number>();
  #headcount = 0;

  /** The tally of a plan; `null` where it leaves no reading open. */
  static of(plan: Plan): OpenTally | null {
    return plan.parts.length === 0 ? null : new OpenTally(plan);
  }

  private constructor(plan: Plan) {
    this.#plan = plan;
    const rows = () => plan.rows.map(() => new ExactSum());
    this.#parts = plan.parts.map(({ options }) => options.map(({ chosen }) => ({ chosen, rows: rows() })));
  }

  /** Adds people. @param count how many of them are identical */
  add({ under, items }: Entitlement, count: number): void {
    for (const [part, entitlements] of under.entries()) {
      for (const [at, entitlement] of entitlements.entries()) {
        const { rows } = (this.#parts[part] as readonly Option[])[at] as Option;
        for (const { allowance, amountFen, paidStretches } of entitlement.items)
          if (paidStretches !== null) rows[allowance.row]?.add(amountFen, count);
      }
    }
    const readings = new Set(
      items.flatMap(({ missing }) => missing.flatMap(({ input }) => (input.code === 'reading' ? [input.reading] : []))),
    );
    for (const reading of readings) this.#people.set(reading, (this.#people.get(reading) ?? 0) + count);
    if (readings.size > 0) this.#headcount += count;
  }

  /** The least and the most of all people added. A reading has the same option for everybody. */
  close(): OpenFigures {
    const sums = this.#parts.map((options) => options.map(({ chosen, rows }) => ({ chosen, fen: rows.map(({ value }) => value) })));
    const spanOf = (fenOf: (fen: readonly bigint[]) => bigint): Span =>
      extremesOf(sums.map((options) => options.map(({ chosen, fen }) => ({ chosen, fen: fenOf(fen) }))));
    const ids = Object.keys(this.#plan.readings);
    return {
      ...spanOf((fen) => fen.reduce((sum, one) => sum + one, 0n)),
      headcount: this.#headcount,
      readings: [...this.#people]
        .map(([reading, headcount]) => ({ reading, headcount }))
        .toSorted((a, b) => ids.indexOf(a.reading) - ids.indexOf(b.reading)),
      byRow: this.#plan.rows.map(({ row }) => spanOf((fen) => fen[row] as bigint)),
    };
  }
}
