import type { Answers, FromWorker, Kind, Orders, Setup, ToWorker } from './compute.ts';

/** Computes in a Web Worker, so that the page never stands still. */
export interface Computer {
  /** Rejects where the computation breaks down; what is wrong with a request is an answer. */
  ask<K extends Kind>(kind: K, order: Orders[K], transfer?: Transferable[]): Promise<Answers[K]>;
}

/** Starts the worker. */
export function startComputer(setup: Setup): Computer {
  const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve(answer: never): void; reject(reason: Error): void }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failed' in data) caller?.reject(new Error('the computation failed'));
    else caller?.resolve(data.answer as never);
  };
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker failed'));
    waiting.clear();
  };
  worker.postMessage({ setup } satisfies ToWorker);
  return {
    ask(kind, order, transfer = []) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, kind, order }, transfer);
      });
    },
  };
}
