/** How far a long piece of work has come. */
export interface Progress {
  /** `open` and `read` count the bytes of a file, `check` and `write` count rows. */
  readonly step: 'open' | 'read' | 'check' | 'write';
  readonly done: number;
  readonly total: number;
}

/**
 * Work that stops now and then to say how far it is. Whoever drives it decides whether it goes on, and what may happen in between; nothing
 * in this room waits for a clock or an event.
 */
export type Work<T> = Generator<Progress, T, void>;

/** Does the work in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
