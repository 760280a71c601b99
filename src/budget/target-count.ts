import { type Choice, resolve } from '../words/grammar/choice.ts';

/** How many people a target is about; a reading may decide it. */
export function countOf(count: number | Choice<number>, readings: Readonly<Record<string, string>>): number {
  return resolve<number>(count, { chosen: (id) => readings[id] as string }).value;
}
