import type { Batch } from '../../contract/batch/batch.ts';
import type { BatchOfPeriod } from '../../contract/batch/batch-years.ts';
import { idOf } from '../../contract/wire/entries.ts';
import { headOf } from '../../contract/wire/head.ts';
import type { Line, LineConsumer } from '../reading/lines.ts';
import { BatchWriter } from '../writing/batch-writer.ts';
import { type JsonBytes, piece } from '../writing/json-bytes.ts';

const NEWLINE = piece('\n');

/** Turns the teachers of a stream into lines of results, with a summary at the end. */
export interface StreamConsumer extends LineConsumer {
  /** Writes the summary, after the last line. */
  close(): void;
}

/** Writes the results of a year. */
export class YearConsumer implements StreamConsumer {
  readonly #batch: Batch;
  readonly #json: JsonBytes;
  readonly #writer: BatchWriter;

  constructor(batch: Batch, json: JsonBytes, months: boolean) {
    this.#batch = batch;
    this.#json = json;
    this.#writer = new BatchWriter(batch, json, months);
  }

  scan(bytes: Uint8Array, from: number, to: number): boolean {
    const isWritten = this.#writer.scanLine(bytes, from, to);
    if (isWritten) this.#json.add(NEWLINE);
    return isWritten;
  }

  take({ value, issues }: Line): void {
    if (issues.length > 0) this.#writer.fail(issues, [], idOf(value));
    else this.#writer.next(value);
    this.#json.add(NEWLINE);
  }

  close(): void {
    addLine(this.#json, { summary: { ...headOf(this.#batch.plan), ...this.#batch.summary() } });
  }
}

/** Writes the results of a period, each teacher with all years. */
export class PeriodConsumer implements StreamConsumer {
  readonly #batch: BatchOfPeriod;
  readonly #json: JsonBytes;

  constructor(batch: BatchOfPeriod, json: JsonBytes) {
    this.#batch = batch;
    this.#json = json;
  }

  scan(): boolean {
    return false;
  }

  take({ value, issues }: Line): void {
    addLine(this.#json, issues.length > 0 ? this.#batch.fail(issues, idOf(value)) : this.#batch.next(value));
  }

  close(): void {
    addLine(this.#json, this.#batch.summaryLine());
  }
}

function addLine(json: JsonBytes, value: object): void {
  json.add(piece(`${JSON.stringify(value)}\n`));
}
