import { Worker } from 'node:worker_threads';
import { type Body, handedOver, READY, type ThreadAnswer, type ThreadRequest } from './thread-message.ts';

/** Thrown where the thread that should have answered is gone. */
export class ThreadLostError extends Error {
  constructor() {
    super('the computing thread is gone');
    this.name = 'ThreadLostError';
  }
}

/** The threads that compute; whichever has least to do is given the next request. */
export class Threads {
  readonly #program: URL;
  readonly #bindings: Readonly<Record<string, string>>;
  readonly #threads: Thread[];
  #isStopping = false;

  /** @param program the entry of a thread @param bindings what its app is given */
  constructor(program: URL, count: number, bindings: Readonly<Record<string, string>>) {
    this.#program = program;
    this.#bindings = bindings;
    this.#threads = Array.from({ length: count }, (_, at) => this.#start(at));
  }

  /** Whether every thread can answer. */
  get isReady(): boolean {
    return this.#threads.every((thread) => thread.isReady);
  }

  /** How many answers are under way. */
  get underWay(): number {
    return this.#threads.reduce((sum, { load }) => sum + load, 0);
  }

  /** Has a request answered. @throws ThreadLostError where its thread is gone before the answer has begun */
  fetch(request: Omit<ThreadRequest, 'id'>): Promise<Response> {
    const [first, ...others] = this.#threads;
    const idlest = others.reduce((least, one) => (one.load < least.load ? one : least), first as Thread);
    return idlest.fetch(request);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  #start(at: number): Thread {
    return new Thread(new Worker(this.#program, { workerData: this.#bindings }), () => {
      if (!this.#isStopping) this.#threads[at] = this.#start(at);
    });
  }
}

/** An answer that is waited for, or is being read. */
interface Waiting {
  readonly take: (answer: ThreadAnswer) => void;
  readonly lose: () => void;
}

class Thread {
  isReady = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(worker: Worker, onExit: () => void) {
    this.#worker = worker;
    worker.on('message', (message: ThreadAnswer | typeof READY) => {
      if (message === READY) this.isReady = true;
      else this.#waiting.get(message.id)?.take(message);
    });
    // What went wrong follows as the exit.
    worker.on('error', ({ name }) => console.error(JSON.stringify({ level: 'error', event: 'thread-lost', error: name })));
    worker.on('exit', () => {
      for (const { lose } of this.#waiting.values()) lose();
      this.#waiting.clear();
      onExit();
    });
  }

  get load(): number {
    return this.#waiting.size;
  }

  fetch(request: Omit<ThreadRequest, 'id'>): Promise<Response> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const take = ({ status, headers, body }: ThreadAnswer): void => {
        const init = { status, headers: headers as [string, string][] };
        if (body instanceof ReadableStream) resolve(new Response(this.#watch(id, body), init));
        else {
          this.#waiting.delete(id);
          resolve(new Response(body, init));
        }
      };
      this.#waiting.set(id, { take, lose: () => reject(new ThreadLostError()) });
      this.#worker.postMessage({ ...request, id } satisfies ThreadRequest, handedOver(request.body) as never);
    });
  }

  /** A body as it comes; it breaks off where its thread is gone. */
  #watch(id: number, body: ReadableStream<Uint8Array>): Body {
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
        const { value } = await Promise.race([reader.read(), lost]).catch((error) => {
          end();
          throw error;
        });
        if (value !== undefined) return controller.enqueue(value);
        end();
        controller.close();
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
