import type { Work } from '../../../roster/sheet/progress.ts';
import type { Pace } from './pace.ts';

/** Runs a long step of the roster reader in slices. @throws CancelledError if it was cancelled */
export async function finishAtPace<T>(work: Work<T>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const isOpening = value.step === 'open' || value.step === 'read';
    const rest = isOpening
      ? pace.step('open', Math.round(value.done / 1024), Math.round(value.total / 1024))
      : pace.step(value.step === 'check' ? 'read' : 'write', value.done, value.total);
    if (rest) await rest;
  }
}
