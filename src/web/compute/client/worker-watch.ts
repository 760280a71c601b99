/**
 * The health of the page's worker: `starting` until its program runs, `silent` while an answer is long overdue, which may pass; `not-
 * loaded` and
 * `broken` are final.
 */
export type WorkerHealth = 'starting' | 'well' | 'silent' | 'not-loaded' | 'broken';

/** How often a worker that owes an answer is pinged. */
const ASK_EVERY_MS = 5_000;
/** How many pings may go unanswered before it is reported: a slow computer is no fault. */
const MOST_UNANSWERED = 12;
/** The same after an error. */
const MOST_AFTER_ERROR = 2;

/**
 * Notices when the worker dies. Browsers report a program that cannot be fetched or run, but may say nothing when it runs out of memory,
 * so a
 * worker that owes an answer is pinged now and then. Pings are counted, not seconds: time asleep is not time spent waiting.
 */
export class WorkerWatch {
  #health: WorkerHealth = 'starting';
  #wasWell = false;
  #hadError = false;
  #unanswered = 0;
  #timer: ReturnType<typeof setInterval> | null = null;
  readonly #ask: () => void;
  readonly #onChange: (health: WorkerHealth) => void;

  /**
   * @param ask pings the worker
   * @param onChange called when the health changes
   */
  constructor(ask: () => void, onChange: (health: WorkerHealth) => void) {
    this.#ask = ask;
    this.#onChange = onChange;
    this.await();
  }

  get health(): WorkerHealth {
    return this.#health;
  }

  /** Whether the worker is dead for good. */
  get isOver(): boolean {
    return this.#health === 'not-loaded' || this.#health === 'broken';
  }

  /** An order is waiting for the worker. */
  await(): void {
    this.#timer ??= this.isOver ? null : setInterval(() => this.#tick(), ASK_EVERY_MS);
  }

  /** No order is waiting any more. */
  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#unanswered = 0;
  }

  /** The worker has sent a message. */
  heard(): void {
    this.#wasWell = true;
    this.#hadError = false;
    this.#unanswered = 0;
    if (!this.isOver) this.#become('well');
  }

  /** The browser reports an error: of the program while it starts, later perhaps of a single computation. */
  failed(): void {
    if (!this.#wasWell) {
      this.#become('not-loaded');
      return;
    }
    this.#hadError = true;
    this.#unanswered = 0;
    this.await();
    this.#ask();
  }

  #tick(): void {
    this.#unanswered++;
    if (this.#hadError && this.#unanswered >= MOST_AFTER_ERROR) this.#become('broken');
    else if (this.#unanswered >= MOST_UNANSWERED) this.#become('silent');
    if (!this.isOver) this.#ask();
  }

  #become(health: WorkerHealth): void {
    if (health === this.#health) return;
    this.#health = health;
    if (this.isOver) this.rest();
    this.#onChange(health);
  }
}
