import { ALL_MONTHS } from '../../calendar/month-set.ts';
import type { Columns } from './columns.ts';
import { SingleSums } from './single-sums.ts';
import { addByRow, BY_SET, STRETCH, startPass, sweep } from './sweep.ts';
import { type Pass, passesOf, type Tables } from './tables.ts';

/** What teachers in columns come to, in fen. */
export interface ColumnTotals {
  /** By teacher: what goes to the person in the year, exact. */
  readonly personalFen: Float64Array;
  /** By teacher: what is missing, as bits of the places in `Tables.missingInputs`. */
  readonly missing: Int32Array;
  /** By row of the plan, and by month: the sums of all, also of what goes to institutions. */
  readonly byRow: bigint[];
  readonly byMonth: bigint[];
}

/** Sums up teachers in columns under one plan, repeatedly and without allocating. */
export class ColumnSums {
  readonly #passes: readonly Pass[];
  readonly #singles: SingleSums;
  #personal = new Float64Array(0);
  #missing = new Int32Array(0);
  /** In place of a date where the layout has none. */
  #noDate = new Uint8Array(0);
  readonly #byRow: Float64Array;
  readonly #byMonth = new Float64Array(12);

  constructor(tables: Tables) {
    this.#passes = passesOf(tables);
    this.#singles = new SingleSums(tables);
    this.#byRow = new Float64Array(tables.plan.rows.length);
  }

  /** @returns the totals, in arrays that the next call uses again; `null` where the sum of a person passes 2^53 fen */
  of(columns: Columns): ColumnTotals | null {
    const { teachers, rows } = columns;
    if (this.#personal.length < teachers) {
      this.#personal = new Float64Array(teachers);
      this.#missing = new Int32Array(teachers);
    }
    if (columns.dates.length === 0 && this.#noDate.length < rows) this.#noDate = new Uint8Array(rows);
    const personalFen = this.#personal.subarray(0, teachers);
    const missing = this.#missing.subarray(0, teachers);
    // Nothing is negative, so a sum that ends within 2^53 was exact all the way; else it is made again in parts.
    for (let size = rows; ; size = size >> 1) {
      personalFen.fill(0);
      missing.fill(0);
      const sums = this.#sumInParts(columns, size);
      if (sums) return isExact(personalFen, sums.byRow) ? { personalFen, missing, ...sums } : null;
      if (size <= 1) return null;
    }
  }

  /** The sums of all rows, so many at a time and those of a teacher together; `null` where a part passes 2^53 fen. */
  #sumInParts(columns: Columns, size: number): Pick<ColumnTotals, 'byRow' | 'byMonth'> | null {
    const byRow = Array.from(this.#byRow, () => 0n);
    const byMonth = Array.from(this.#byMonth, () => 0n);
    for (let from = 0; from < columns.rows; ) {
      const to = endOf(columns, from, size, columns.rows);
      this.#sum(columns, from, to);
      if (!this.#byRow.every(Number.isSafeInteger) || !this.#byMonth.every(Number.isSafeInteger)) return null;
      for (const [at, fen] of this.#byRow.entries()) byRow[at] = (byRow[at] as bigint) + BigInt(fen);
      for (const [at, fen] of this.#byMonth.entries()) byMonth[at] = (byMonth[at] as bigint) + BigInt(fen);
      from = to;
    }
    return { byRow, byMonth };
  }

  /** Sums some rows up in {@link #byRow} and {@link #byMonth}. */
  #sum(columns: Columns, from: number, to: number): void {
    this.#byRow.fill(0);
    this.#byMonth.fill(0);
    BY_SET.fill(0);
    for (const pass of this.#passes) this.#addPass(columns, pass, from, to);
    for (let set = 1; set <= ALL_MONTHS; set++) {
      const fen = BY_SET[set] as number;
      if (fen === 0) continue;
      for (let month = 0; month < 12; month++) if ((set >> month) & 1) this.#byMonth[month] = (this.#byMonth[month] as number) + fen;
    }
  }

  #addPass(columns: Columns, pass: Pass, from: number, to: number): void {
    const sums = { personalFen: this.#personal, missing: this.#missing, byRow: this.#byRow };
    const date = columns.dates[0] ?? this.#noDate;
    startPass(pass);
    for (let start = from; start < to; ) {
      const end = endOf(columns, start, STRETCH, to);
      const listed = sweep(columns, date, pass, sums.personalFen, sums.missing, start, end);
      if (pass.side && listed > 0) this.#singles.add(columns, pass.side, listed, sums);
      start = end;
    }
    if (pass.rates) addByRow(pass.rates, this.#byRow);
  }
}

/** The end of so many rows, and of the rows of the last teacher among them. */
function endOf({ owner }: Columns, from: number, size: number, rows: number): number {
  let to = Math.min(rows, from + size);
  while (to < rows && owner[to] === owner[to - 1]) to++;
  return to;
}

/** Whether each sum is exact; those of all allowances together are looked at first, for mostly these are small enough. */
function isExact(personalFen: Float64Array, byRow: readonly bigint[]): boolean {
  return byRow.reduce((sum, fen) => sum + fen, 0n) <= Number.MAX_SAFE_INTEGER || personalFen.every(Number.isSafeInteger);
}
