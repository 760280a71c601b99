import * as z from 'zod';
import { absentOr, type Issue } from '../../facts/issue.ts';
import { isLongerThan } from '../../facts/text.ts';
import { TextSet } from './text-set.ts';

/** How many teachers, or cohorts, one JSON request may hold; a stream may hold any number. */
export const MOST_TEACHERS = 10_000;

/** One bad teacher must not spoil the rest, so a request only holds a list; each entry is checked by itself. */
export const entryList = (description: string, most = MOST_TEACHERS) =>
  z.array(z.unknown(), { error: absentOr() }).max(most).meta({ description });

/** What the text of an entry lost on its way to a value (a key twice, depth), by {@link entryName}; paths begin at the root. */
export type EntryFaults = ReadonlyMap<string, readonly Issue[]>;

/** @example entryName('teachers', 3) // "teachers/3" */
export function entryName(list: string, index: number): string {
  return `${list}/${index}`;
}

/** The id of a record that may be faulty, if it has one that can be told. */
export function idOf(record: unknown): string | undefined {
  const id = typeof record === 'object' && record !== null && Object.hasOwn(record, 'id') ? (record as { id: unknown }).id : undefined;
  return typeof id === 'string' && id.trim() !== '' && !isLongerThan(id, 64) ? id : undefined;
}

/** The ids so far, to find one that comes a second time. */
export class SeenIds {
  readonly #seen = new TextSet();

  /**
   * What keeps an entry from being computed before it is looked at: faults of its JSON, or an id that occurred before, be it with a fault.
   *
   * @param faults those of its JSON, if any
   * @param path where the entry stands
   */
  check(id: string | undefined, faults: readonly Issue[] | undefined, path: readonly (string | number)[]): readonly Issue[] | null {
    const repeated = id !== undefined && !this.#seen.add(id);
    if (faults && faults.length > 0) return faults;
    return repeated ? [{ path: [...path, 'id'], code: 'duplicate-id' }] : null;
  }
}
