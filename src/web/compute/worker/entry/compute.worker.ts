import type { Answers, FromWorker, Kind, ToWorker } from '../../protocol/orders.ts';
import { HANDLERS } from '../handlers/all.ts';
import { CancelledError, Pace } from '../pace.ts';
import { WorkerState } from '../worker-state.ts';

let state: WorkerState;
const underWay = new Map<number, Pace>();

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('setup' in data) state = new WorkerState(data.setup);
  if ('setup' in data || 'areYouThere' in data) post({ here: true });
  else if ('cancel' in data) underWay.get(data.cancel)?.cancel();
  else void carryOut(data);
};

async function carryOut({ id, kind, order }: Extract<ToWorker, { id: number }>): Promise<void> {
  const pace = new Pace((progress) => post({ id, progress }));
  underWay.set(id, pace);
  try {
    const answer = await (HANDLERS[kind] as (order: unknown, state: WorkerState, pace: Pace) => Answers[Kind])(order, state, pace);
    // A file is transferred, not copied.
    post({ id, answer }, answer instanceof ArrayBuffer ? [answer] : []);
  } catch (error) {
    if (error instanceof CancelledError) {
      post({ id, cancelled: true });
    } else {
      post({ id, failed: true });
      throw error;
    }
  } finally {
    underWay.delete(id);
  }
}
