import { listMonths, type MonthSet } from '../calendar/month-set.ts';
import type { Version } from '../engine/plan.ts';
import type { Teacher } from '../facts/teacher.ts';
import { divideRounded } from '../money/rounding.ts';
import type { Source, Standard } from '../words/funding.ts';
import { type Diagnostic, type FactRow, NOT_KNOWN } from '../words/grammar/word.ts';

/** A standard of a year that counts by month is a twelfth of its figure for each. */
const MONTHS_OF_A_YEAR = 12n;

/** The standards of one person and allowance in a year, and what the months so far have used of them. */
export class PersonStandards {
  readonly #version: Version;
  readonly #teacher: Teacher;
  readonly #months: MonthSet;
  readonly #spentFen = new Map<Source, number>();
  readonly #spread = new Map<Source, number>();
  /** What is missing to know a share or a standard. */
  readonly found: Diagnostic[] = [];

  /** @param months those of the year in which the allowance is in force */
  constructor(version: Version, teacher: Teacher, months: MonthSet) {
    this.#version = version;
    this.#teacher = teacher;
    this.#months = months;
  }

  /** The facts that are missing, each once. */
  get missingFacts(): ReadonlySet<string> {
    return new Set(this.found.flatMap((one) => (one.code === 'fact' ? [one.fact] : [])));
  }

  /**
   * How much of a sum a source bears up to its standard; month by month, in order.
   *
   * @param fen what the sources before it leave
   * @returns fen; `NOT_KNOWN` after noting what is missing
   */
  take(source: Source, standard: Standard, row: FactRow, fen: number): number {
    if (fen === 0) return 0;
    const limit = standard.isSpread ? this.#spreadLimit(source, standard) : standard.limit.evaluate(row, this.found);
    if (limit === NOT_KNOWN) return NOT_KNOWN;
    if (standard.period === 'month') return Math.min(fen, limit);
    const spent = this.#spentFen.get(source) ?? 0;
    const part = Math.min(fen, Math.max(0, limit - spent));
    this.#spentFen.set(source, spent + part);
    return part;
  }

  /** A twelfth of the figure of each month in which the person is employed and the allowance in force, rounded half up to the fen once. */
  #spreadLimit(source: Source, { limit }: Standard): number {
    let fen = this.#spread.get(source);
    if (fen === undefined) {
      const { stretches } = this.#version.timeline(this.#teacher);
      const figures = stretches.flatMap(({ facts, months }) =>
        listMonths(months & this.#months).map((start) => limit.evaluate({ facts, start }, this.found)),
      );
      const isKnown = !figures.includes(NOT_KNOWN);
      fen = isKnown
        ? Number(
            divideRounded(
              figures.reduce((sum, one) => sum + BigInt(one), 0n),
              MONTHS_OF_A_YEAR,
            ),
          )
        : NOT_KNOWN;
      this.#spread.set(source, fen);
    }
    return fen;
  }
}
