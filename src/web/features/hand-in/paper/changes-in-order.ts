import type { ChangeRecord } from '../../../../facts/teacher-schema.ts';

/** The changes of a year as they follow each other: a roster or a form may have them in any order. */
export function changesInOrder(changes: readonly ChangeRecord[]): ChangeRecord[] {
  return changes.toSorted((a, b) => (String(a.from) < String(b.from) ? -1 : String(a.from) > String(b.from) ? 1 : 0));
}
