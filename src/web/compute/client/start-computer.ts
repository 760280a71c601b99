import { LACKS_BUILT_INS } from '../../platform/browser/browser.ts';
import type { Answers, FromWorker, Kind, Orders, Progress, Setup, ToWorker } from '../protocol/orders.ts';
import { type WorkerHealth, WorkerWatch } from './worker-watch.ts';

/** How an order is to be carried out. */
export interface AskOptions {
  /** What is transferred to the worker instead of being copied. */
  readonly transfer?: Transferable[];
  /** Ends the computation; the promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** Called now and then with the progress of a long order; never for a short one. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Computes in a Web Worker, so that the page stays responsive. */
export interface Computer {
  /** Rejects if the computation fails or is cancelled, or the worker is dead; a faulty request is an answer, not a rejection. */
  ask<K extends Kind>(kind: K, order: Orders[K], options?: AskOptions): Promise<Answers[K]>;
  /** The health of the worker. */
  health(): WorkerHealth;
  /** @param listener called on every change @returns a function that unsubscribes */
  listen(listener: () => void): () => void;
}

interface Caller {
  resolve(answer: never): void;
  reject(reason: unknown): void;
  readonly onProgress: AskOptions['onProgress'];
}

/** Starts the worker. If it cannot be started, it is reported like one that died. */
export function startComputer(setup: Setup): Computer {
  const worker = startWorker();
  const waiting = new Map<number, Caller>();
  const listeners = new Set<() => void>();
  let last = 0;
  const send = (message: ToWorker, transfer: Transferable[] = []) => worker?.postMessage(message, transfer);
  const rejectAll = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker failed'));
    waiting.clear();
  };
  const watch = new WorkerWatch(
    () => send({ areYouThere: true }),
    () => {
      if (watch.isOver) rejectAll();
      for (const listener of listeners) listener();
    },
  );

  const take = (data: FromWorker) => {
    watch.heard();
    if ('here' in data) return;
    const caller = waiting.get(data.id);
    if ('progress' in data) {
      caller?.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('answer' in data) caller?.resolve(data.answer as never);
    else caller?.reject(new Error('the computation failed'));
  };
  if (worker) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      take(data);
      if (waiting.size === 0) watch.rest();
    };
    worker.onerror = () => {
      rejectAll();
      watch.failed();
    };
    send({ setup });
  } else {
    watch.failed();
  }
  return {
    async ask(kind, order, { transfer, signal, onProgress } = {}) {
      signal?.throwIfAborted();
      if (watch.isOver) throw new Error('there is no worker');
      const id = ++last;
      const cancel = () => {
        send({ cancel: id });
        waiting.get(id)?.reject(signal?.reason);
        waiting.delete(id);
      };
      signal?.addEventListener('abort', cancel);
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject, onProgress });
          watch.await();
          send({ id, kind, order } as ToWorker, transfer);
        });
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    health: () => watch.health,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** An older browser may not support module workers, and another may refuse them. */
function startWorker(): Worker | null {
  try {
    return LACKS_BUILT_INS
      ? new Worker(new URL('../worker/entry/compute.older.worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('../worker/entry/compute.worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
