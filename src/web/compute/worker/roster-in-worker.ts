import type { FoundPerson } from '../protocol/orders.ts';
import type { RosterTeacher } from '../protocol/people.ts';
import type { RosterFile } from './roster-file.ts';
import { searchTerm, searchText } from './search.ts';

/** The people of a roster. They stay with the worker, because copying so many to the page and back for every computation would be slow. */
export class RosterInWorker {
  readonly number: number;
  readonly teachers: readonly RosterTeacher[];
  /** The file they were read from; `null` if they were restored from an earlier visit. */
  readonly file: RosterFile | null;
  #texts: readonly string[] | null = null;

  constructor(number: number, teachers: readonly RosterTeacher[], file: RosterFile | null = null) {
    this.number = number;
    this.teachers = teachers;
    this.file = file;
  }

  /** The search text of each teacher. */
  get texts(): readonly string[] {
    this.#texts ??= this.teachers.map(({ record }) => searchText(record));
    return this.#texts;
  }

  /**
   * Finds people by a part of their staff number or name, in the order of the roster.
   *
   * @returns the first matches, and the number of all
   */
  find(search: string, limit: number): { readonly found: readonly FoundPerson[]; readonly total: number } {
    const term = searchTerm(search);
    const places = this.texts.flatMap((text, teacher) => (text.includes(term) ? [teacher] : []));
    const found = places.slice(0, limit).map((teacher): FoundPerson => {
      const { id, name = null, school = null } = this.teachers[teacher]?.record ?? {};
      return { teacher, id: String(id), name: name as string | null, school: school as string | null };
    });
    return { found, total: places.length };
  }
}
