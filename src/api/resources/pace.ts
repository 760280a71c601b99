import { Problem } from '../reading/problem.ts';

/** After this many computations of a person under a plan, some ten or twenty milliseconds, other requests have their turn. */
const AT_A_TIME = 1_000;

/** The quickest way to yield to other requests; a timer if the runtime has nothing better. */
const { setImmediate: later = (then: () => void) => setTimeout(then, 0) } = globalThis as { setImmediate?: (then: () => void) => unknown };

/**
 * Yields to other requests during a long computation. It counts work, because on the edge the clock stands still while a worker computes.
 */
export class Pace {
  readonly #gone: AbortSignal;
  #done = 0;

  /** @param gone aborted when the client has gone away */
  constructor(gone: AbortSignal) {
    this.#gone = gone;
  }

  /**
   * Records work done.
   *
   * @param work the number of computations of a person under a plan
   * @returns a promise to wait for if it is others' turn
   * @throws Problem if the client has gone away
   */
  rest(work: number): Promise<void> | null {
    this.#done += work;
    if (this.#done < AT_A_TIME) return null;
    if (this.#gone.aborted) throw new Problem('malformed-request');
    this.#done = 0;
    return new Promise((resolve) => void later(resolve));
  }
}
