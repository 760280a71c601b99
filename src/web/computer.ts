import type { Answers, FromWorker, Kind, Orders, Progress, Setup, ToWorker } from './compute.ts';

/** How an order is to be carried out. */
export interface AskOptions {
  /** What is handed over to the worker instead of being copied. */
  readonly transfer?: Transferable[];
  /** Ends the computation; the promise then rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** Told now and then how far a long order has come; what is done in a moment says nothing. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Computes in a Web Worker, so that the page never stands still. */
export interface Computer {
  /** Rejects where the computation breaks down or is cancelled; what is wrong with a request is an answer. */
  ask<K extends Kind>(kind: K, order: Orders[K], options?: AskOptions): Promise<Answers[K]>;
}

interface Caller {
  resolve(answer: never): void;
  reject(reason: unknown): void;
  readonly onProgress: AskOptions['onProgress'];
}

/** Starts the worker. */
export function startComputer(setup: Setup): Computer {
  const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Caller>();
  let last = 0;
  const send = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const caller = waiting.get(data.id);
    if ('progress' in data) {
      caller?.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('answer' in data) caller?.resolve(data.answer as never);
    else caller?.reject(new Error('the computation failed'));
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker failed'));
    waiting.clear();
  };
  send({ setup });
  return {
    async ask(kind, order, { transfer, signal, onProgress } = {}) {
      signal?.throwIfAborted();
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
          send({ id, kind, order } as ToWorker, transfer);
        });
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}
