/** The progress of a long piece of work. */
export interface Progress {
  /** `open` and `read` count the bytes of a file, `check` and `write` count rows. */
  readonly step: 'open' | 'read' | 'check' | 'write';
  readonly done: number;
  readonly total: number;
}

/**
 * Work that pauses from time to time to report its progress. The caller decides whether it goes on and what happens in between; nothing in
 * this room waits for a clock or an event.
 */
export type Work<T> = Generator<Progress, T, void>;

/** Does the work in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
