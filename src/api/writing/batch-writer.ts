import type { Batch } from '../../contract/batch/batch.ts';
import { type EntryFaults, idOf, MOST_TEACHERS, SeenIds } from '../../contract/wire/entries.ts';
import { listEntries } from '../../contract/wire/listing.ts';
import { FEW } from '../../engine/columns/tables.ts';
import type { Issue } from '../../facts/issue.ts';
import { COMMA as COMMA_BYTE, NOT_PLAIN, skipSpaces } from '../../facts/plain-json.ts';
import { type PlainList, plainEntry, scannedEntry } from '../reading/plain-list.ts';
import { EntryWriter } from './entry-writer.ts';
import { type JsonBytes, piece } from './json-bytes.ts';

const COMMA = piece(',');
const CARRIAGE_RETURN = 13;

/** Writes the entries of a batch as bytes of JSON: by tables if they suffice, otherwise by the engine. */
export class BatchWriter {
  readonly #batch: Batch;
  readonly #json: JsonBytes;
  #left: number;
  #entries: EntryWriter | null;

  /** @param months whether line items carry their months, which tables do not have */
  constructor(batch: Batch, json: JsonBytes, months: boolean) {
    this.#batch = batch;
    this.#json = json;
    const isReady = !months && EntryWriter.isReady(batch.plan);
    this.#entries = isReady ? EntryWriter.of(batch.plan) : null;
    this.#left = months || isReady ? Number.POSITIVE_INFINITY : FEW;
  }

  /** Writes the entries of the teachers of a request, as {@link listEntries} lists them, with commas between them, one at each step. */
  *list(teachers: readonly unknown[], lost: EntryFaults): Generator<void, void> {
    const entries = listEntries(this, teachers, lost);
    for (let left = teachers.length; left > 0; left--) {
      entries.next();
      if (left > 1) this.#json.add(COMMA);
      yield;
    }
  }

  /**
   * Writes the entries of teachers directly from the bytes of a request, as {@link list} does for parsed teachers.
   *
   * @returns `false` if that is not possible; the output must then be discarded with the batch
   */
  scan({ bytes, from, to }: PlainList): boolean {
    const seen = new SeenIds();
    let at = skipSpaces(bytes, from);
    for (let index = 0; at !== to; index++) {
      if (index > 0) {
        if (bytes[at] !== COMMA_BYTE) return false;
        this.#json.add(COMMA);
        at = skipSpaces(bytes, at + 1);
      }
      if (index === MOST_TEACHERS) return false;
      const scanned = this.#scan(bytes, at);
      const entry = scanned === NOT_PLAIN ? plainEntry(bytes, at) : { value: undefined, end: scanned };
      if (entry === null) return false;
      if (scanned === NOT_PLAIN) this.#read(entry.value);
      const path = ['teachers', index];
      const id = this.#entries?.id ?? idOf(entry.value);
      const refused = seen.check(id, undefined, path);
      if (refused) this.fail(refused, [], id);
      else if (!this.#entries?.write(this.#batch, this.#json)) this.#explain(entry.value ?? scannedEntry(bytes, at, entry.end), path);
      at = skipSpaces(bytes, entry.end);
    }
    return true;
  }

  /** Writes the entry of the teacher in the bytes from `from` to `to`. @returns `false` if they have to be parsed */
  scanLine(bytes: Uint8Array, from: number, to: number): boolean {
    const end = this.#scan(bytes, skipSpaces(bytes, from));
    if (end === NOT_PLAIN) return false;
    const rest = skipSpaces(bytes, end);
    const isAlone = rest === to || (rest === to - 1 && bytes[rest] === CARRIAGE_RETURN);
    return isAlone && this.#entries?.write(this.#batch, this.#json) === true;
  }

  /** Computes the next teacher like {@link Batch.next} and writes the entry. */
  next(record: unknown, base: readonly (string | number)[] = []): void {
    this.#read(record);
    if (!this.#entries?.write(this.#batch, this.#json)) this.#explain(record, base);
  }

  /** Records an entry that cannot be computed like {@link Batch.fail} and writes it. */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): void {
    this.#json.add(piece(JSON.stringify(this.#batch.fail(issues, base, teacherId))));
  }

  /** Makes the next teacher the current one, once there are tables. */
  #read(record: unknown): void {
    if (this.#left-- === 0) this.#entries = EntryWriter.of(this.#batch.plan);
    this.#entries?.read(record);
  }

  #scan(bytes: Uint8Array, from: number): number {
    return this.#entries === null ? NOT_PLAIN : this.#entries.scan(bytes, from);
  }

  /** Uses the engine, or the schema to explain what is wrong. */
  #explain(record: unknown, base: readonly (string | number)[]): void {
    this.#json.add(piece(JSON.stringify(this.#batch.next(record, base))));
  }
}
