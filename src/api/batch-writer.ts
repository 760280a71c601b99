import type { Batch } from '../contract/batch.ts';
import type { Issue } from '../facts/issue.ts';
import { EntryWriter } from './entry-writer.ts';

/** For no more teachers than these are tables worth their making. */
const FEW = 256;

/** Writes the entries of a batch as JSON in bytes. */
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

  /** Computes the next teacher, as {@link Batch.next}. @returns its JSON, good until the next */
  next(record: unknown, base: readonly (string | number)[] = []): Uint8Array {
    if (this.#left-- === 0) this.#entries = EntryWriter.of(this.#batch);
    return this.#entries?.write(record) ?? this.#encode(this.#batch.next(record, base));
  }

  /** Counts an entry that cannot be computed, as {@link Batch.fail}. @returns its JSON */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): Uint8Array {
    return this.#encode(this.#batch.fail(issues, base, teacherId));
  }

  #encode(entry: object): Uint8Array {
    return this.#encoder.encode(JSON.stringify(entry));
  }
}
