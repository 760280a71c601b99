import { foldName } from '../facts/place.ts';
import type { RosterFault } from './reading.ts';
import type { PersonRow } from './rows.ts';

/** A person of a roster: his own row and his changes, in the order of the sheet. */
export interface Person {
  readonly base: PersonRow;
  readonly changes: PersonRow[];
}

/** The people of a sheet, and what is wrong with rows that are nobody's. */
export interface People {
  readonly people: readonly Person[];
  readonly faults: readonly Omit<RosterFault, 'column'>[];
}

/**
 * Brings the rows of a person together by his staff number. Numbers match after trimming and compatibility folding: `１２` is `12`.
 *
 * Of two rows of the same number, neither one of changes, the first holds and the later is refused: it may be somebody else's. A
 * row without a number stays a person of its own, for the schema to refuse.
 */
export function gatherPeople(rows: readonly PersonRow[]): People {
  const byId = new Map<string, Person>();
  const people: Person[] = [];
  const faults: Omit<RosterFault, 'column'>[] = [];
  for (const base of rows) {
    if (base.isChange) continue;
    const id = idOf(base);
    const first = id === null ? undefined : byId.get(id);
    if (first) {
      faults.push(...base.faults, { row: base.row, fact: 'id', code: 'duplicate-id', params: { firstRow: first.base.row } });
      continue;
    }
    const person: Person = { base, changes: [] };
    people.push(person);
    if (id !== null) byId.set(id, person);
  }
  for (const change of rows) {
    if (!change.isChange) continue;
    const id = idOf(change);
    const person = id === null ? undefined : byId.get(id);
    if (person) person.changes.push(change);
    else faults.push(...change.faults, { row: change.row, fact: 'id', code: id === null ? 'required' : 'no-such-person' });
  }
  return { people, faults };
}

function idOf(row: PersonRow): string | null {
  const id = row.values.get('id');
  return typeof id === 'string' ? foldName(id) : null;
}
