import type { Teacher } from './population.mjs';

/** By teacher and over all, in fen. */
export interface Rows {
  readonly amounts: Float64Array;
  readonly personal: Float64Array;
  readonly institution: Float64Array;
  readonly missing: Uint16Array;
  readonly totals: Float64Array;
}
export declare const ALLOWANCES: readonly string[];
/** By bit: the allowance, and the fact or parameter that it lacks. */
export declare const MISSING: readonly (readonly [allowance: string, lack: string])[];
export declare function allocateRows(n: number): Rows;
export declare function limitRows(teachers: readonly Teacher[], out?: Rows, year?: number): Rows;
