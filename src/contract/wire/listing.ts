import type { Issue } from '../../facts/issue.ts';
import { type EntryFaults, entryName, idOf, SeenIds } from './entries.ts';

/** A result over many teachers. */
interface Listed {
  readonly results: readonly unknown[];
  readonly summary: unknown;
}

/** A result over many teachers, produced one by one so that it is never held whole. */
export interface Listing<Result extends Listed> {
  /** The fields before the results. */
  readonly head: Omit<Result, 'results' | 'summary'>;
  /** Computed lazily; can be iterated once only. */
  readonly results: Iterable<Result['results'][number]>;
  /** The summary after them; call it after the last result. */
  summary(): Result['summary'];
}

/** A run that computes one teacher after the other. */
interface Run<Entry> {
  next(record: unknown, base: readonly (string | number)[]): Entry;
  fail(issues: readonly Issue[], base: readonly (string | number)[], teacherId?: string): Entry;
}

/**
 * The entries of the teachers of a request. A faulty one, or one whose id occurred before, is a failure.
 *
 * @param lost the faults of their JSON text
 */
export function* listEntries<Entry>(run: Run<Entry>, teachers: readonly unknown[], lost: EntryFaults): Generator<Entry, void> {
  const seen = new SeenIds();
  for (const [index, record] of teachers.entries()) {
    const path = ['teachers', index];
    const id = idOf(record);
    const refused = seen.check(id, lost.get(entryName('teachers', index)), path);
    yield refused ? run.fail(refused, [], id) : run.next(record, path);
  }
}
