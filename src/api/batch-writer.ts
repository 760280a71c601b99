import type { Batch } from '../contract/batch.ts';
import { type EntryFaults, entryName, idOf, OnlyOnce } from '../contract/entries.ts';
import type { Issue } from '../facts/issue.ts';
import { EntryWriter } from './entry-writer.ts';

/** For no more teachers than these are tables worth their making. */
const FEW = 256;

/** Writes the entries of a batch as JSON in bytes, each of which is good until the next: by tables where they tell all, else by the engine. */
export class BatchWriter {
  readonly #batch: Batch;
  readonly #encoder = new TextEncoder();
  #left: number;
  #entries: EntryWriter | null = null;

  /** @param months whether lines carry their months, which tables do not have */
  constructor(batch: Batch, months: boolean) {
    this.#batch = batch;
    this.#left = months ? Number.POSITIVE_INFINITY : FEW;
  }

  /** The entries of the teachers of a request: one that is not good, or whose id occurred before, is a failure. @param lost what the text of some lost */
  *list(teachers: readonly unknown[], lost: EntryFaults): Generator<Uint8Array, void> {
    const once = new OnlyOnce();
    for (let index = 0; index < teachers.length; index++) {
      const record = teachers[index];
      const path = ['teachers', index];
      const id = this.#read(record) ?? idOf(record);
      const spoiled = once.spoils(id, lost.size > 0 ? lost.get(entryName('teachers', index)) : undefined, path);
      yield spoiled ? this.fail(spoiled, [], id) : this.#write(record, path);
    }
  }

  /** Computes the next teacher, as {@link Batch.next}. */
  next(record: unknown, base: readonly (string | number)[] = []): Uint8Array {
    this.#read(record);
    return this.#write(record, base);
  }

  /** Counts an entry that cannot be computed, as {@link Batch.fail}. */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): Uint8Array {
    return this.#encode(this.#batch.fail(issues, base, teacherId));
  }

  /** Takes the next teacher in hand. @returns the id, where tables may do */
  #read(record: unknown): string | null {
    if (this.#left-- === 0) this.#entries = EntryWriter.of(this.#batch);
    return this.#entries === null ? null : this.#entries.read(record);
  }

  #write(record: unknown, base: readonly (string | number)[]): Uint8Array {
    return this.#entries?.write() ?? this.#encode(this.#batch.next(record, base));
  }

  #encode(entry: object): Uint8Array {
    return this.#encoder.encode(JSON.stringify(entry));
  }
}
