import { teacherSchema } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Work } from '../../roster/progress.ts';
import type { Refusal } from '../../roster/refusal.ts';
import { type RosterFile, readRosterFile as read } from '../../roster/roster-file.ts';
import type { Pace } from './pace.ts';

/** Reads the file of a roster, Excel or CSV. @throws CancelledError where it was cancelled */
export function readRosterFile(bytes: ArrayBuffer, { dictionary, document }: Policy, pace: Pace): Promise<RosterFile | Refusal> {
  return finishAtPace(read(new Uint8Array(bytes), dictionary, teacherSchema(dictionary, document.requires)), pace);
}

/** Does long work of the roster's own in slices. */
async function finishAtPace<T>(work: Work<T>, pace: Pace): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const rest =
      value.step === 'check'
        ? pace.step('read', value.done, value.total)
        : pace.step('open', Math.round(value.done / 1024), Math.round(value.total / 1024));
    if (rest) await rest;
  }
}
