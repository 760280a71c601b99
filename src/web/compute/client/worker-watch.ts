/**
 * How the worker of the page is: `starting` until its program runs, `silent` while it owes an answer for long, which may pass; `not-loaded` and
 * `broken` are for good.
 */
export type WorkerHealth = 'starting' | 'well' | 'silent' | 'not-loaded' | 'broken';

/** So often a worker that is waited for is asked for a sign of life. */
const ASK_EVERY_MS = 5_000;
/** So many signs of life may fail to come before it is told: a slow computer is no fault. */
const MOST_UNANSWERED = 12;
/** After an error there is less to wait for. */
const MOST_AFTER_ERROR = 2;

/**
 * Notices a worker that died. A browser says so if the program cannot be fetched or run; if it ran out of memory, nothing may be said at all, so a
 * worker that is waited for is asked for a sign of life now and then. Signs are counted, not seconds: a computer that slept has not been waiting.
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
   * @param ask asks the worker for a sign of life
   * @param onChange told of every other health
   */
  constructor(ask: () => void, onChange: (health: WorkerHealth) => void) {
    this.#ask = ask;
    this.#onChange = onChange;
    this.await();
  }

  get health(): WorkerHealth {
    return this.#health;
  }

  /** Whether nothing will come of the worker any more. */
  get isOver(): boolean {
    return this.#health === 'not-loaded' || this.#health === 'broken';
  }

  /** Somebody waits for the worker. */
  await(): void {
    this.#timer ??= this.isOver ? null : setInterval(() => this.#tick(), ASK_EVERY_MS);
  }

  /** Nobody waits for it any more. */
  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#unanswered = 0;
  }

  /** The worker has said something. */
  heard(): void {
    this.#wasWell = true;
    this.#hadError = false;
    this.#unanswered = 0;
    if (!this.isOver) this.#become('well');
  }

  /** The browser says that something is wrong: with the program while it starts, else perhaps with one computation alone. */
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
