import { foldName } from '../../facts/place.ts';
import { IDENTITY } from '../cells/meaning.ts';
import type { FaultInRow, PersonRow } from './rows.ts';

/** A person of a roster: his own row and his changes, in the order of the sheets. */
export interface Person {
  readonly base: PersonRow;
  readonly changes: PersonRow[];
  /** The faults that concern him in relation to others. */
  readonly faults: (FaultInRow & { readonly part: number })[];
}

/** The people of the sheets, and rows of changes without a person. */
export interface People {
  readonly people: readonly Person[];
  readonly strays: readonly PersonRow[];
}

/** How the rows of other people are named in a fault. */
export type NameRow = (row: PersonRow, seenFrom: PersonRow) => string;

/** More of them need not be named. */
const MOST_NAMED = 5;

/**
 * Brings the rows of a person together by his staff number; by his identity card where a change has no staff number. Numbers match after
 * trimming and compatibility folding: `１２` is `12`.
 *
 * Of several rows with one number, none of them one of changes, each is refused and names the others: which of them is right, or whether
 * they are two people, is for a person to say.
 */
export function gatherPeople(rows: readonly PersonRow[], nameRow: NameRow): People {
  const people = rows.filter(({ isChange }) => !isChange).map((base): Person => ({ base, changes: [], faults: [] }));
  const byId = groupBy(people, ({ base }) => idOf(base));
  const byIdentity = groupBy(people, ({ base }) => base.identity);
  refuseDuplicates(byId, 'id', 'duplicate-id', nameRow);
  refuseDuplicates(byIdentity, IDENTITY, 'duplicate-identity', nameRow);
  const strays: PersonRow[] = [];
  for (const change of rows) {
    if (!change.isChange) continue;
    const id = change.hasOwnId ? idOf(change) : null;
    const person = id === null ? byIdentity.get(change.identity ?? '')?.[0] : byId.get(id)?.[0];
    if (!person) {
      strays.push(change);
      continue;
    }
    person.changes.push(change);
    if (change.identity !== null && person.base.identity !== null && change.identity !== person.base.identity) {
      person.faults.push({ part: change.part, row: change.row, fact: IDENTITY, code: 'identity-differs' });
    }
  }
  return { people, strays };
}

/** The staff number of a row, in the form in which numbers are compared. */
export function idOf({ values }: PersonRow): string | null {
  return typeof values.id === 'string' ? foldName(values.id) : null;
}

function groupBy(people: readonly Person[], keyOf: (person: Person) => string | null): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return groups;
}

function refuseDuplicates(
  groups: ReadonlyMap<string, readonly Person[]>,
  fact: string,
  code: 'duplicate-id' | 'duplicate-identity',
  nameRow: NameRow,
): void {
  for (const group of groups.values()) {
    // Rows that share both numbers are reported once.
    const isTold = code === 'duplicate-identity' && new Set(group.map(({ base }) => idOf(base) ?? base)).size === 1;
    if (group.length === 1 || isTold) continue;
    for (const person of group) {
      const others = group.filter((other) => other !== person).slice(0, MOST_NAMED);
      const rows = others.map(({ base }) => nameRow(base, person.base));
      person.faults.push({ part: person.base.part, row: person.base.row, fact, code, params: { rows } });
    }
  }
}
