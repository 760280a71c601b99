import type { Machine } from '../machine.ts';

/** The differences between an implementation and the yardstick; all zero if they agree. */
export interface Agreement {
  readonly teachers: number;
  /** The number of teachers with another sum. */
  readonly otherAmount: number;
  /** The number of teachers with other missing inputs. */
  readonly otherMissing: number;
  /** The number of totals by allowance and by month that differ. */
  readonly otherTotals: number;
}

/**
 * What is timed over teachers: totals over columns, encoding alone, and object rows to totals, of the engine and of the yardstick; and
 * checking object rows alone, by the engine and by code that is written out for their facts. The times of a job are milliseconds, one for
 * each round.
 */
export const JOBS = [
  'limitColumns',
  'ourColumns',
  'limitEncode',
  'ourEncode',
  'limitRows',
  'ourRows',
  'ourChecks',
  'writtenOutChecks',
] as const;
export type JobName = (typeof JOBS)[number];

/** One process over a number of teachers. */
export interface EngineRun {
  readonly agreement: Agreement;
  readonly times: Readonly<Record<JobName, readonly number[]>>;
}

/** One process over budgets, with and without the price of all readings. */
export interface ReadingsRun {
  /** The number of other options priced. */
  readonly options: number;
  readonly times: { readonly one: readonly number[]; readonly all: readonly number[] };
}

/** One process over a peer: it, the engine and the yardstick in turns, from object rows to totals. */
export interface PeerRun {
  readonly name: string;
  readonly version: string;
  /** How its rules are written. */
  readonly how: string;
  readonly agreement: Agreement;
  readonly times: { readonly limit: readonly number[]; readonly ours: readonly number[]; readonly peer: readonly number[] };
}

export interface EngineResults {
  readonly machine: Machine;
  /** By number of teachers, each in several fresh processes. */
  readonly sizes: readonly { readonly teachers: number; readonly runs: readonly EngineRun[] }[];
  readonly readings: { readonly teachers: number; readonly runs: readonly ReadingsRun[] };
  readonly peers: readonly PeerRun[];
}

/** One policy: over how many people tables hold it, and the milliseconds of all people on the fast path and person by person, by round. */
export interface PolicyRun {
  readonly policy: string;
  readonly held: number;
  readonly times: { readonly fast: readonly number[]; readonly slow: readonly number[] };
}

export interface PoliciesResults {
  readonly machine: Machine;
  readonly teachers: number;
  readonly runs: readonly PolicyRun[];
}
