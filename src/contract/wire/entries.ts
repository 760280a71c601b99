import * as z from 'zod';
import { absentOr, type Issue } from '../../facts/issue.ts';
import { isLongerThan } from '../../facts/text.ts';
import { TextSet } from './text-set.ts';

/** The most teachers, or cohorts, in one JSON request; a stream may hold any number. */
export const MOST_TEACHERS = 10_000;

/** A list whose entries are validated separately, so that one invalid teacher does not fail the whole request. */
export const entryList = (description: string, most = MOST_TEACHERS) =>
  z.array(z.unknown(), { error: absentOr() }).max(most).meta({ description });

/** What entries lost when their text was parsed (duplicate keys, excessive depth), by {@link entryName}; paths begin at the root. */
export type EntryFaults = ReadonlyMap<string, readonly Issue[]>;

/** @example entryName('teachers', 3) // "teachers/3" */
export function entryName(list: string, index: number): string {
  return `${list}/${index}`;
}

/** The id of a record that may be faulty, if it has a usable one. */
export function idOf(record: unknown): string | undefined {
  const id = typeof record === 'object' && record !== null && Object.hasOwn(record, 'id') ? (record as { id: unknown }).id : undefined;
  return typeof id === 'string' && id.trim() !== '' && !isLongerThan(id, 64) ? id : undefined;
}

/** The ids so far, to find one that comes a second time. */
export class SeenIds {
  readonly #seen = new TextSet();

  /**
   * The faults that rule an entry out before it is validated: faults of its JSON, or an id that occurred before, even in a faulty entry.
   *
   * @param faults the faults of its JSON, if any
   * @param path of the entry
   */
  check(id: string | undefined, faults: readonly Issue[] | undefined, path: readonly (string | number)[]): readonly Issue[] | null {
    const repeated = id !== undefined && !this.#seen.add(id);
    if (faults && faults.length > 0) return faults;
    return repeated ? [{ path: [...path, 'id'], code: 'duplicate-id' }] : null;
  }
}
