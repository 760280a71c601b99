import type { FromWorker, ToWorker } from '../../../src/web/compute/protocol/orders.ts';

type Take = (event: { data: ToWorker }) => void;

/** The program of the worker in the process of the test, behind as much of a `Worker` as the page uses: what is said goes as copies, and later. */
export class WorkerInProcess {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  readonly #program = this.#load();

  postMessage(message: ToWorker): void {
    const data = structuredClone(message);
    void this.#program.then((take) => take({ data }));
  }

  async #load(): Promise<Take> {
    // It takes itself for alone in its scope, which is the window of the page here.
    const scope = globalThis as unknown as { onmessage: Take; postMessage: (message: FromWorker) => void };
    const ofWindow = scope.onmessage;
    await import('../../../src/web/compute/worker/entry/compute.worker.ts');
    const take = scope.onmessage;
    scope.onmessage = ofWindow;
    scope.postMessage = (message) => {
      const data = structuredClone(message);
      setTimeout(() => this.onmessage?.({ data }));
    };
    return take;
  }
}
