import { startTransition, useRef, useState } from 'react';
import { type LiveProgress, useLiveProgress } from './live-progress.ts';
import type { AskOptions } from './start-computer.ts';

/** The reading of files, one at a time. */
export interface Reading<Problem> {
  readonly busy: boolean;
  /** The progress of reading; only meaningful while it is busy. */
  readonly progress: LiveProgress;
  /** Why the last file could not be read. */
  readonly problem: Problem | 'crashed' | null;
  /** Reads a file. @param work has the worker read it, and answers why it could not, or `null` */
  read(work: (options: AskOptions) => Promise<Problem | null>): Promise<void>;
  /** Reports a problem without reading. */
  report(problem: Problem): void;
  /** Stops reading; what was read before stays. */
  cancel(): void;
}

/** Reads files with the worker, with their progress. */
export function useReading<Problem>(): Reading<Problem> {
  const [busy, setBusy] = useState(false);
  const progress = useLiveProgress();
  const [problem, setProblem] = useState<Reading<Problem>['problem']>(null);
  const running = useRef<AbortController>(null);
  return {
    busy,
    progress,
    problem,
    async read(work) {
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      progress.tell(null);
      setBusy(true);
      setProblem(null);
      try {
        const why = await work({ signal, onProgress: progress.tell });
        if (why !== null) setProblem(() => why);
      } catch {
        if (!signal.aborted) setProblem('crashed');
      } finally {
        startTransition(() => setBusy(false));
      }
    },
    report: (why) => setProblem(() => why),
    cancel: () => running.current?.abort(),
  };
}
