import type { Teacher } from './population.mjs';

/** Facts of teachers, a row for each run of months. */
export interface LimitColumns {
  readonly teachers: number;
  readonly owner: Int32Array;
}
/** By teacher and over all, in fen. */
export interface Totals {
  readonly personal: Float64Array;
  readonly missing: Uint16Array;
  readonly byAllowance: Float64Array;
  readonly byMonth: Float64Array;
}
export declare function encode(teachers: readonly Teacher[], year?: number): LimitColumns;
export declare function allocateTotals(columns: LimitColumns): Totals;
export declare function totals(columns: LimitColumns, out?: Totals): Totals;
