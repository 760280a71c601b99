import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import { foldText } from '../../../roster/cells/meaning.ts';

/** Normalises a search term for comparison: full-width characters, spaces and case do not matter. */
export function searchTerm(typed: string): string {
  return foldText(typed);
}

/** What a person can be found by, normalised the same way: the staff number and the name. */
export function searchText({ id, name }: TeacherRecord): string {
  return `${foldText(String(id))}|${foldText(String(name ?? ''))}`;
}
