import { useState } from 'react';
import type { Progress } from '../protocol/orders.ts';

/**
 * The progress of a long order. It changes many times a second, so it is no state of a page: only the component that shows it is rendered
 * again, not the whole page.
 */
export class LiveProgress {
  #now: Progress | null = null;
  readonly #listeners = new Set<() => void>();

  /** `null` until something has been going on for longer than a moment. */
  readonly now = (): Progress | null => this.#now;

  readonly tell = (progress: Progress | null): void => {
    this.#now = progress;
    for (const listener of this.#listeners) listener();
  };

  /** @returns a function that unsubscribes */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** The progress of a component's computation, the same object for as long as it is mounted. */
export function useLiveProgress(): LiveProgress {
  return useState(() => new LiveProgress())[0];
}
