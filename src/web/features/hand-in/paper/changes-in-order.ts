import type { ChangeRecord } from '../../../../facts/teacher-schema.ts';

/** The changes of a year in order of time: a roster or a form may list them in any order. */
export function changesInOrder(changes: readonly ChangeRecord[]): ChangeRecord[] {
  return changes.toSorted((a, b) => (String(a.from) < String(b.from) ? -1 : String(a.from) > String(b.from) ? 1 : 0));
}
