import type { Agreement } from '../engine/results.ts';
import type { Machine } from '../machine.ts';
import type { Times } from './turns.ts';

export interface Pair {
  readonly ours: Times;
  readonly limit: Times;
}

/** A pair of fresh processes over batches. */
export interface BatchRun {
  readonly agreement: Agreement;
  readonly requestBytes: number;
  readonly answerBytes: { readonly ours: number; readonly limit: number };
  readonly times: Pair;
}

/** How much memory a process held. */
export interface Memory {
  /** Before its first long stream. */
  readonly freshBytes: number;
  /** After the streams to warm up. */
  readonly warmBytes: number;
  /** At most, over all streams. */
  readonly mostBytes: number;
}

/** A pair of fresh processes over streams. */
export interface StreamRun extends BatchRun {
  readonly memory: { readonly ours: Memory; readonly limit: Memory };
}

/** Fresh processes over single teachers; times are those of one of a block, by block. */
export interface OneRun extends BatchRun {
  /** So many requests are a block. */
  readonly block: number;
  /** Of the least worker that sends an answer as long, with the same headers. */
  readonly least: Times;
}

/** The product until its first answer, on both homes. */
export type Startup = Readonly<Record<'node' | 'workerd', { readonly milliseconds: number; readonly bytes: number }>>;

/** What was measured on Node. */
export interface NodeResults extends HttpResults {
  readonly startup: readonly Startup[];
}

export interface HttpResults {
  readonly machine: Machine;
  /** The version of the Workers runtime. */
  readonly runtime: string;
  readonly batch: readonly BatchRun[];
  /** By number of teachers. */
  readonly streams: readonly { readonly teachers: number; readonly runs: readonly StreamRun[] }[];
  readonly one: readonly OneRun[];
}
