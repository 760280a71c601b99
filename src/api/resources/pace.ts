import { Problem } from '../reading/problem.ts';

/** So often a person is judged under a plan, some ten or twenty milliseconds, before it is others' turn. */
const AT_A_TIME = 1_000;

/** The quickest way to let everybody else go on; a timer, where the runtime has no other. */
const { setImmediate: later = (then: () => void) => setTimeout(then, 0) } = globalThis as { setImmediate?: (then: () => void) => unknown };

/** Lets other requests have their turn while much is computed. It counts work, for on the edge no clock moves while a worker computes. */
export class Pace {
  readonly #gone: AbortSignal;
  #done = 0;

  /** @param gone tells that whoever asked is gone */
  constructor(gone: AbortSignal) {
    this.#gone = gone;
  }

  /**
   * Notes that something was done.
   *
   * @param work how many judgements it took
   * @returns what to wait for, where it is others' turn
   * @throws Problem where nobody waits for the answer any more
   */
  rest(work: number): Promise<void> | null {
    this.#done += work;
    if (this.#done < AT_A_TIME) return null;
    if (this.#gone.aborted) throw new Problem('malformed-request');
    this.#done = 0;
    return new Promise((resolve) => void later(resolve));
  }
}
