import type { Progress } from '../protocol/orders.ts';

/** The length of a slice; after it other messages, such as a cancellation, get their turn. */
const SLICE_MS = 40;
/** Work done sooner than this shows no progress. */
const QUIET_MS = 300;
/** Nobody can read figures that change faster. */
const TELL_MS = 100;

/** Thrown when an order was cancelled. */
export class CancelledError extends Error {
  override name = 'CancelledError';
}

/** Cuts a long computation into slices, reports its progress, and ends it when it is cancelled. */
export class Pace {
  readonly #report: (progress: Progress) => void;
  readonly #turn: () => Promise<void>;
  #phase: Progress['phase'] | null = null;
  #began = 0;
  #sliceBegan = 0;
  #told = 0;
  #cancelled = false;

  /** @param turn awaited between two slices; a test passes a gate that it opens when the computation may go on */
  constructor(report: (progress: Progress) => void, turn = nextTurn) {
    this.#report = report;
    this.#turn = turn;
  }

  /** The computation ends at its next step. */
  cancel(): void {
    this.#cancelled = true;
  }

  /**
   * Called between any two small steps.
   *
   * @param total `null` while it is not known
   * @returns a promise to await if the slice is over; nothing if the computation may go on at once
   * @throws CancelledError at most one slice after cancellation
   */
  step(phase: Progress['phase'], done: number, total: number | null): Promise<void> | undefined {
    const now = performance.now();
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#began = now;
      this.#sliceBegan = now;
    }
    if (now - this.#sliceBegan < SLICE_MS) return undefined;
    if (now - this.#began >= QUIET_MS && now - this.#told >= TELL_MS) {
      this.#told = now;
      this.#report({ phase, done, total, perSecond: Math.round(done / ((now - this.#began) / 1000)) });
    }
    return this.#rest();
  }

  /** Yields to the event loop. @throws CancelledError if it was cancelled meanwhile */
  async #rest(): Promise<void> {
    await this.#turn();
    if (this.#cancelled) throw new CancelledError('cancelled');
    this.#sliceBegan = performance.now();
  }
}

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** A turn of the event loop. Browsers throttle timers, but not messages. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
