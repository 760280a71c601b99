import { useState } from 'react';
import type { Progress } from '../protocol/orders.ts';

/**
 * How far something long has come. It changes many times a second, so it is no state of a page: only what shows it is drawn anew, and not the
 * whole page with it.
 */
export class LiveProgress {
  #now: Progress | null = null;
  readonly #listeners = new Set<() => void>();

  /** `null` until something has gone on for longer than a moment. */
  readonly now = (): Progress | null => this.#now;

  readonly tell = (progress: Progress | null): void => {
    this.#now = progress;
    for (const listener of this.#listeners) listener();
  };

  /** @returns how to stop listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** The progress of what a component lets compute, the same as long as it is there. */
export function useLiveProgress(): LiveProgress {
  return useState(() => new LiveProgress())[0];
}
