import type { Issue } from '../../facts/issue.ts';
import { type EntryFaults, entryName, idOf, SeenIds } from './entries.ts';

/** A result over many teachers. */
interface Listed {
  readonly results: readonly unknown[];
  readonly summary: unknown;
}

/** A result over many teachers that is told one by one, so that nobody need hold it whole. */
export interface Listing<Result extends Listed> {
  /** What stands before the results. */
  readonly head: Omit<Result, 'results' | 'summary'>;
  /** Each is computed when it is asked for, and they can be gone through once. */
  readonly results: Iterable<Result['results'][number]>;
  /** What stands after them, to be asked for after the last. */
  summary(): Result['summary'];
}

/** What computes one teacher after the other. */
interface Run<Entry> {
  next(record: unknown, base: readonly (string | number)[]): Entry;
  fail(issues: readonly Issue[], base: readonly (string | number)[], teacherId?: string): Entry;
}

/** The entries of the teachers of a request: one that is not good, or whose id occurred before, is a failure. @param lost what the text of some lost */
export function* listEntries<Entry>(run: Run<Entry>, teachers: readonly unknown[], lost: EntryFaults): Generator<Entry, void> {
  const seen = new SeenIds();
  for (const [index, record] of teachers.entries()) {
    const path = ['teachers', index];
    const id = idOf(record);
    const refused = seen.check(id, lost.get(entryName('teachers', index)), path);
    yield refused ? run.fail(refused, [], id) : run.next(record, path);
  }
}
