import { useEffect, useRef, useState } from 'react';
import type { Answers, Kind, Orders } from '../compute.ts';
import { computer } from './policies.ts';

export interface Computed<K extends Kind> {
  /** The newest answer; it stays while the next is being computed. */
  readonly answer: Answers[K] | null;
  readonly busy: boolean;
  readonly failed: boolean;
}

const PAUSE_MS = 150;

/**
 * Computes whenever the order changes, after a pause in typing. Answers that come too late are dropped.
 *
 * @param order plain data; `null` while there is nothing to compute
 */
export function useComputed<K extends Kind>(kind: K, order: Orders[K] | null): Computed<K> {
  const [state, setState] = useState<Computed<K>>({ answer: null, busy: false, failed: false });
  const run = useRef(0);
  const key = JSON.stringify(order);
  useEffect(() => {
    const number = ++run.current;
    const asked = JSON.parse(key) as Orders[K] | null;
    if (asked === null) {
      setState({ answer: null, busy: false, failed: false });
      return;
    }
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      computer.ask(kind, asked).then(
        (answer) => number === run.current && setState({ answer, busy: false, failed: false }),
        () => number === run.current && setState({ answer: null, busy: false, failed: true }),
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [kind, key]);
  return state;
}
