import type { Progress } from '../protocol/orders.ts';

/** So long is computed before others get their turn, also a message that cancels. */
const SLICE_MS = 40;
/** What is done sooner than this needs no progress to be shown. */
const QUIET_MS = 300;
/** Nobody reads figures that change faster. */
const TELL_MS = 100;

/** Thrown where an order was cancelled. */
export class CancelledError extends Error {
  override name = 'CancelledError';
}

/** Cuts a long computation into slices, tells how far it has come, and ends it where it was cancelled. */
export class Pace {
  readonly #report: (progress: Progress) => void;
  readonly #turn: () => Promise<void>;
  #phase: Progress['phase'] | null = null;
  #began = 0;
  #sliceBegan = 0;
  #told = 0;
  #cancelled = false;

  /** @param turn what is waited for between two slices: a gate, where a test says when the computation goes on */
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
   * @returns to be waited for where a slice is over; nothing where the computation may go on at once
   * @throws CancelledError, at the latest a slice after it was cancelled
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

  /** Lets others have their turn. @throws CancelledError where it was cancelled meanwhile */
  async #rest(): Promise<void> {
    await this.#turn();
    if (this.#cancelled) throw new CancelledError('cancelled');
    this.#sliceBegan = performance.now();
  }
}

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** A turn of the event loop. A timer would be held back by the browser; a message is not. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
