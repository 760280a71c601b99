import type { Machine } from '../machine.ts';

export type FileFormat = 'csv' | 'xlsx';

/** One opening of a file in a fresh browser. */
export interface OpeningRound {
  /** From the choice of the file until the page says how many people it has read. */
  readonly importMs: number;
  /** From there until the totals are shown. */
  readonly computeMs: number;
  /** The longest task of the main thread while importing; `null` where none took 50 ms. */
  readonly importTaskMs: number | null;
  /** The same from there until the page is at rest, with its tables and charts drawn. */
  readonly computeTaskMs: number | null;
  /** For how long, from the choice of the file until the page is at rest, its main thread was on a core; `null` off Linux. */
  readonly mainThreadMs: number | null;
  /** The most memory that the process of page and worker had ever held before the file was chosen, and at the end; `null` off Linux. */
  readonly restingBytes: number | null;
  readonly peakBytes: number | null;
}

export interface Opening {
  readonly people: number;
  readonly format: FileFormat;
  readonly fileBytes: number;
  readonly rounds: readonly OpeningRound[];
}

/** How evenly frames came while a list was scrolled. */
export interface Frames {
  /** How many rows of the list went by. */
  readonly rows: number;
  readonly count: number;
  readonly medianMs: number;
  readonly percentile95Ms: number;
  readonly worstMs: number;
  /** `null` where none took 50 ms. */
  readonly longestTaskMs: number | null;
}

/** One walk through the list of all people. */
export interface ScrollingRound {
  readonly wheel: Frames;
  readonly pageDown: Frames;
  /** From pressing End until the last row is drawn. */
  readonly endMs: number;
}

export interface PageResults {
  readonly machine: Machine;
  readonly chromium: string;
  readonly openings: readonly Opening[];
  readonly scrolling: { readonly people: number; readonly rounds: readonly ScrollingRound[] };
}
