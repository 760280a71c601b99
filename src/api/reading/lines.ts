import type { Issue } from '../../facts/issue.ts';
import { ChunkReader } from './chunks.ts';
import { countColons, parseStrict } from './strict-json.ts';

/** The most bytes of a line of a stream. */
export const MOST_LINE_BYTES = 64 * 1024;

/** A line that is not blank: its JSON, or its faults. */
export type Line = { readonly value: unknown; readonly issues: readonly Issue[] };

const NEWLINE = 10;
const BRACE = 123;
const tooLong = (maximum: number): Line => ({ value: undefined, issues: [{ path: [], code: 'line-too-long', params: { maximum } }] });
const MALFORMED: Line = { value: undefined, issues: [{ path: [], code: 'malformed-json' }] };

/** Consumes lines in order. */
export interface LineConsumer {
  /** Tries to consume a line from its bytes. @returns whether the line is done */
  scan(bytes: Uint8Array, from: number, to: number): boolean;
  /** Consumes a line that {@link scan} did not. */
  take(line: Line): void;
}

/**
 * Splits a byte stream into lines of JSON and holds at most one line. CRLF, a missing last newline and a BOM are accepted; blank lines are
 * skipped.
 */
export class LineReader {
  readonly #mostFirst: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #first = true;

  /** @param mostFirst the most bytes of the first line, which may contain a policy */
  constructor(mostFirst = MOST_LINE_BYTES) {
    this.#mostFirst = mostFirst;
  }

  get #most(): number {
    return this.#first ? this.#mostFirst : MOST_LINE_BYTES;
  }

  /** Hands on the lines that a chunk completes. @returns their number */
  push(chunk: Uint8Array, consumer: LineConsumer): number {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    let count = 0;
    let from = 0;
    if (end > 0 && (this.#heldBytes > 0 || this.#first)) {
      const at = chunk.indexOf(NEWLINE);
      this.#hold(chunk.subarray(0, at));
      count += this.#release(consumer);
      from = at + 1;
    }
    if (from < end) count += this.#cut(chunk.subarray(from, end), consumer);
    this.#hold(chunk.subarray(end));
    return count;
  }

  /** Hands on whole lines, each with its newline. Lines that scanning did not consume are decoded together. */
  #cut(bytes: Uint8Array, consumer: LineConsumer): number {
    let count = 0;
    let text: string | null | undefined;
    let begin = 0;
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      const isDone = at - from <= MOST_LINE_BYTES && consumer.scan(bytes, from, at);
      // If one of them is not UTF-8 they are decoded one by one, so that the others survive.
      if (!isDone && text === undefined) text = this.#decode(bytes.subarray(from));
      const end = text ? text.indexOf('\n', begin) : 0;
      if (isDone) {
        count++;
      } else {
        const alone = text ? text.slice(begin, end) : this.#decode(bytes.subarray(from, at));
        count += hand(alone === null ? MALFORMED : this.#read(alone, at - from, MOST_LINE_BYTES, countColons(bytes, from, at)), consumer);
      }
      from = at + 1;
      if (text) begin = end + 1;
    }
    return count;
  }

  /** Hands on the last line if it has no newline. @returns the number of lines */
  end(consumer: LineConsumer): number {
    return this.#heldBytes > 0 ? this.#release(consumer) : 0;
  }

  /** Keeps the beginning of a line, or only its length if it is too long. */
  #hold(part: Uint8Array): void {
    if (part.byteLength === 0) return;
    this.#heldBytes += part.byteLength;
    // A copy, because the next chunk reuses the buffer of this one.
    if (this.#heldBytes <= this.#most + 1) this.#held.push(part.slice());
    else this.#held = [];
  }

  #release(consumer: LineConsumer): number {
    const [only] = this.#held;
    const bytes = this.#held.length === 1 && only ? only : joined(this.#held, this.#heldBytes);
    const size = this.#heldBytes;
    this.#held = [];
    this.#heldBytes = 0;
    const most = this.#most;
    const first = this.#first;
    this.#first = false;
    if (size > most + 1) return hand(tooLong(most), consumer);
    if (!first && size <= most && consumer.scan(bytes, 0, size)) return 1;
    const text = this.#decode(bytes);
    if (text === null) return hand(MALFORMED, consumer);
    return hand(this.#read(first && text.startsWith('\uFEFF') ? text.slice(1) : text, size, most, countColons(bytes)), consumer);
  }

  #decode(bytes: Uint8Array): string | null {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return null;
    }
  }

  /** @param size of the line in bytes @returns `null` if the line is blank */
  #read(text: string, size: number, most: number, colons: number): Line | null {
    if (size > most + 1) return tooLong(most);
    if (text.charCodeAt(0) !== BRACE && text.trim() === '') return null;
    if (size > most && !text.endsWith('\r')) return tooLong(most);
    const json = parseStrict(text, colons);
    return 'malformed' in json ? MALFORMED : json;
  }
}

/** @param line `null` if it is blank @returns the number of lines */
function hand(line: Line | null, consumer: LineConsumer): number {
  if (line === null) return 0;
  consumer.take(line);
  return 1;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(parts.length === 0 ? 0 : size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** Reads lines from a body, chunk by chunk. */
export class LineSource {
  readonly #chunks: ChunkReader;
  readonly #lines: LineReader;
  #done = false;

  /** @param mostFirst as {@link LineReader} takes it */
  constructor(body: ReadableStream<Uint8Array> | null, mostFirst?: number) {
    this.#chunks = new ChunkReader(body);
    this.#lines = new LineReader(mostFirst);
  }

  /** The next lines, at least one; `null` at the end. @throws Problem if the body is cut off */
  async next(): Promise<Line[] | null> {
    const lines: Line[] = [];
    return (await this.hand({ scan: () => false, take: (line) => lines.push(line) })) ? lines : null;
  }

  /** Hands on the next lines, at least one; `false` at the end. @throws Problem if the body is cut off */
  async hand(consumer: LineConsumer): Promise<boolean> {
    while (!this.#done) {
      const chunk = await this.#chunks.next();
      this.#done = chunk === null;
      const count = chunk ? this.#lines.push(chunk, consumer) : this.#lines.end(consumer);
      if (count > 0) return true;
    }
    return false;
  }

  /** Stops reading. */
  async cancel(): Promise<void> {
    await this.#chunks.cancel();
  }
}
