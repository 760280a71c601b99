import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Answers, Kind, Orders } from '../protocol/orders.ts';
import { computer } from './computer.ts';
import { type LiveProgress, useLiveProgress } from './live-progress.ts';

/** The answer to an order, or its progress. */
export interface Computed<K extends Kind> {
  /** The newest answer; it stays while the next is being computed, and if that was cancelled. */
  readonly answer: Answers[K] | null;
  readonly busy: boolean;
  readonly failed: boolean;
  /** Whether the newest order was cancelled, so that the answer belongs to an earlier one. */
  readonly cancelled: boolean;
}

/** {@link Computed}, and what the user can do about it. */
export interface Computation<K extends Kind> extends Computed<K> {
  /** The progress of the newest order; only meaningful while it is busy. */
  readonly progress: LiveProgress;
  cancel(): void;
  /** Retries what was cancelled or failed. */
  retry(): void;
}

const PAUSE_MS = 150;
const NOTHING = { answer: null, busy: false, failed: false, cancelled: false };

/**
 * Computes whenever the order changes, after a pause in typing. A computation still under way is cancelled.
 *
 * @param order plain data; `null` while there is nothing to compute
 */
export function useComputed<K extends Kind>(kind: K, order: Orders[K] | null): Computation<K> {
  const [state, setState] = useState<Computed<K>>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const progress = useLiveProgress();
  const running = useRef<AbortController>(null);
  const key = JSON.stringify(order);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt at the same order
  useEffect(() => {
    const asked = JSON.parse(key) as Orders[K] | null;
    if (asked === null) {
      setState(NOTHING);
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    progress.tell(null);
    setState((before) => ({ ...before, busy: true, cancelled: false, failed: false }));
    const timer = setTimeout(() => {
      computer.ask(kind, asked, { signal, onProgress: progress.tell }).then(
        // An answer may render a lot: a transition keeps the page responsive to input.
        (answer) => startTransition(() => setState({ ...NOTHING, answer })),
        () => signal.aborted || setState({ ...NOTHING, failed: true }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [kind, key, attempt, progress]);
  const cancel = useCallback(() => {
    running.current?.abort();
    setState(({ answer }) => ({ ...NOTHING, answer, cancelled: true }));
  }, []);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...state, progress, cancel, retry };
}
