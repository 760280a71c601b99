import { Worker } from 'node:worker_threads';
import { log, traceOf } from '../api/log.ts';
import { type Body, handedOver, READY, type ThreadAnswer, type ThreadCancel, type ThreadRequest } from './thread-message.ts';

/** Thrown if the thread that should have answered has died. */
export class ThreadLostError extends Error {
  constructor() {
    super('the computing thread is gone');
    this.name = 'ThreadLostError';
  }
}

/** The delay before replacing a thread that died before it was ready: the next one may fail for the same reason. */
const PAUSE_MS = 1_000;

/** Called once if a body breaks off; ends it for its reader. */
export type OnCut = (error: unknown) => void;

/** The computing threads. The next request goes to the least busy one. */
export class Threads {
  readonly #program: URL;
  readonly #bindings: Readonly<Record<string, string>>;
  readonly #threads: Thread[];
  #isStopping = false;

  /** @param program the entry of a thread @param bindings passed to its app */
  constructor(program: URL, count: number, bindings: Readonly<Record<string, string>>) {
    this.#program = program;
    this.#bindings = bindings;
    this.#threads = Array.from({ length: count }, (_, at) => this.#start(at));
  }

  /** Whether every thread is ready. */
  get isReady(): boolean {
    return this.#threads.every((thread) => thread.isReady);
  }

  /** The number of answers in progress. */
  get underWay(): number {
    return this.#threads.reduce((sum, { load }) => sum + load, 0);
  }

  /**
   * Has a thread answer a request.
   *
   * @param gone aborted when the client has gone away
   * @param onCut called if a streamed body breaks off
   * @throws ThreadLostError if its thread dies before the answer has begun, or there is no thread
   */
  fetch(request: Omit<ThreadRequest, 'id'>, gone: AbortSignal, onCut: OnCut): Promise<Response> {
    const living = this.#threads.filter(({ isGone }) => !isGone);
    const ready = living.filter(({ isReady }) => isReady);
    const [first, ...others] = ready.length > 0 ? ready : living;
    if (!first) return Promise.reject(new ThreadLostError());
    return others.reduce((least, one) => (one.load < least.load ? one : least), first).fetch(request, gone, onCut);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  #start(at: number): Thread {
    const start = () => {
      if (!this.#isStopping) this.#threads[at] = this.#start(at);
    };
    return new Thread(new Worker(this.#program, { workerData: this.#bindings }), (wasReady, trace, lost) => {
      if (this.#isStopping) return;
      log({ level: 'error', event: 'thread-lost', lost, ...trace });
      if (wasReady) start();
      else setTimeout(start, PAUSE_MS);
    });
  }
}

/** An answer that is awaited or being read. */
interface Waiting {
  readonly take: (answer: ThreadAnswer) => void;
  readonly lose: () => void;
}

class Thread {
  isReady = false;
  isGone = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** @param onExit called with whether it was ready, the cause of death, and the number of answers lost with it */
  constructor(worker: Worker, onExit: (wasReady: boolean, trace: object, lost: number) => void) {
    this.#worker = worker;
    worker.on('message', (message: ThreadAnswer | typeof READY) => {
      if (message === READY) this.isReady = true;
      else this.#waiting.get(message.id)?.take(message);
    });
    // The error is reported once, with the exit event that follows.
    let trace = {};
    worker.on('error', (error) => {
      trace = traceOf(error);
    });
    worker.on('exit', () => {
      const [wasReady, lost] = [this.isReady, this.#waiting.size];
      this.isReady = false;
      this.isGone = true;
      onExit(wasReady, trace, lost);
      for (const { lose } of this.#waiting.values()) lose();
      this.#waiting.clear();
    });
  }

  get load(): number {
    return this.#waiting.size;
  }

  fetch(request: Omit<ThreadRequest, 'id'>, gone: AbortSignal, onCut: OnCut): Promise<Response> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const take = ({ status, headers, body }: ThreadAnswer): void => {
        const init = { status, headers: headers as [string, string][] };
        if (body instanceof ReadableStream) resolve(new Response(this.#watch(id, body, onCut), init));
        else {
          this.#waiting.delete(id);
          resolve(new Response(body, init));
        }
      };
      this.#waiting.set(id, { take, lose: () => reject(new ThreadLostError()) });
      gone.addEventListener('abort', () => this.#worker.postMessage({ cancelled: id } satisfies ThreadCancel));
      this.#worker.postMessage({ ...request, id } satisfies ThreadRequest, handedOver(request.body) as never);
    });
  }

  /** A body as it arrives; if it breaks off, that is reported and nothing more follows. */
  #watch(id: number, body: ReadableStream<Uint8Array>, onCut: OnCut): Body {
    const reader = body.getReader();
    const end = () => this.#waiting.delete(id);
    let lose: () => void = () => {};
    const lost = new Promise<never>((_, reject) => {
      lose = () => reject(new ThreadLostError());
    });
    lost.catch(() => {});
    this.#waiting.set(id, { take: () => {}, lose });
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const { value } = await Promise.race([reader.read(), lost]);
          if (value !== undefined) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          onCut(error);
        }
      },
      async cancel(reason) {
        end();
        await reader.cancel(reason);
      },
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
