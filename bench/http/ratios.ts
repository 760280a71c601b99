import { quantile, type Spread, spreadOf } from '../statistics.ts';
import type { BatchRun, Memory, OneRun, StreamRun } from './results.ts';

/** How time is measured: by the client's clock, or as CPU time of the server's process. */
export type By = 'clock' | 'core';
export type Who = 'ours' | 'limit';

/** Our time as a multiple of the yardstick's: a ratio of medians in each pair of processes. */
export function timesItsTime(runs: readonly BatchRun[], by: By): Spread {
  return spreadOf(runs.map((run) => medianOf(run, 'ours', by) / medianOf(run, 'limit', by)));
}

/** How many times the yardstick's time the least worker takes that sends as much as we do. */
export function leastTimesItsTime(runs: readonly OneRun[], by: By): Spread {
  return spreadOf(runs.map((run) => quantile(run.least[by], 0.5) / medianOf(run, 'limit', by)));
}

/** What part of the yardstick's rate ours is. */
export function partOfItsRate(runs: readonly BatchRun[], by: By): Spread {
  return spreadOf(runs.map((run) => medianOf(run, 'limit', by) / medianOf(run, 'ours', by)));
}

/** The median of each pair of processes, in milliseconds. */
export function milliseconds(runs: readonly BatchRun[], who: Who, by: By): Spread {
  return spreadOf(runs.map((run) => medianOf(run, who, by)));
}

/** A moment of the memory of a process, in 1,000,000 bytes. */
export function megabytes(runs: readonly StreamRun[], who: Who, moment: keyof Memory): Spread {
  return spreadOf(runs.map(({ memory }) => memory[who][moment] / 1e6));
}

/** By how much the memory of a process grew from a moment to its most, in 1,000,000 bytes. */
export function growthFrom(runs: readonly StreamRun[], who: Who, moment: keyof Memory): Spread {
  return spreadOf(runs.map(({ memory }) => (memory[who].mostBytes - memory[who][moment]) / 1e6));
}

function medianOf({ times }: BatchRun, who: Who, by: By): number {
  return quantile(times[who][by], 0.5);
}
