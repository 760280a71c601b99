import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import { foldText } from '../../../roster/cells/meaning.ts';

/** What is typed to find somebody, in the form in which it is compared: full-width or not, with spaces or without, in any case. */
export function searchTerm(typed: string): string {
  return foldText(typed);
}

/** What a person can be found by, in the same form: the staff number and the name. */
export function searchText({ id, name }: TeacherRecord): string {
  return `${foldText(String(id))}|${foldText(String(name ?? ''))}`;
}
