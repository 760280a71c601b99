import type { Issue } from '../../facts/issue.ts';
import { ChunkReader } from './chunks.ts';
import { countColons, parseStrict } from './strict-json.ts';

/** A line of a stream may be this long. */
export const MOST_LINE_BYTES = 64 * 1024;

/** One line that is not blank: its JSON, or what is wrong with it. */
export type Line = { readonly value: unknown; readonly issues: readonly Issue[] };

const NEWLINE = 10;
const BRACE = 123;
const tooLong = (maximum: number): Line => ({ value: undefined, issues: [{ path: [], code: 'line-too-long', params: { maximum } }] });
const MALFORMED: Line = { value: undefined, issues: [{ path: [], code: 'malformed-json' }] };

/** What becomes of lines, in their order. */
export interface LineConsumer {
  /** Looks at a line as it stands in some bytes. @returns whether nothing more is to be done with it */
  scan(bytes: Uint8Array, from: number, to: number): boolean;
  /** Takes a line that is not done with yet. */
  take(line: Line): void;
}

/**
 * Cuts a byte stream into lines of JSON, holding no more than one line: CRLF, a missing last newline and a BOM are fine, blank lines are
 * skipped.
 */
export class LineReader {
  readonly #mostFirst: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #first = true;

  /** @param mostFirst how long the first line may be: it may bring a policy along */
  constructor(mostFirst = MOST_LINE_BYTES) {
    this.#mostFirst = mostFirst;
  }

  get #most(): number {
    return this.#first ? this.#mostFirst : MOST_LINE_BYTES;
  }

  /** Hands on the lines that a chunk completes. @returns how many they are */
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

  /** Hands on whole lines, each of which ends with a newline; those that nobody is done with are decoded together. */
  #cut(bytes: Uint8Array, consumer: LineConsumer): number {
    let count = 0;
    let text: string | null | undefined;
    let begin = 0;
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      const isDone = at - from <= MOST_LINE_BYTES && consumer.scan(bytes, from, at);
      // One that is not UTF-8 spoils no other: then they are decoded one by one.
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

  /** Hands on the last line, where it has no newline. @returns how many they are */
  end(consumer: LineConsumer): number {
    return this.#heldBytes > 0 ? this.#release(consumer) : 0;
  }

  /** Keeps the beginning of a line; of one that is too long only its length. */
  #hold(part: Uint8Array): void {
    if (part.byteLength === 0) return;
    this.#heldBytes += part.byteLength;
    // a copy, for the next chunk comes in the room of this one
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

  /** @param size of the line in bytes. `null` where the line is blank */
  #read(text: string, size: number, most: number, colons: number): Line | null {
    if (size > most + 1) return tooLong(most);
    if (text.charCodeAt(0) !== BRACE && text.trim() === '') return null;
    if (size > most && !text.endsWith('\r')) return tooLong(most);
    const json = parseStrict(text, colons);
    return 'malformed' in json ? MALFORMED : json;
  }
}

/** @param line `null` where it is blank @returns how many lines that are */
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

  /** The next lines, at least one; `null` at the end. @throws Problem where the body is cut */
  async next(): Promise<Line[] | null> {
    const lines: Line[] = [];
    return (await this.hand({ scan: () => false, take: (line) => lines.push(line) })) ? lines : null;
  }

  /** Hands on the next lines, at least one; `false` at the end. @throws Problem where the body is cut */
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
