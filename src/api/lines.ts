import type { Issue } from '../facts/issue.ts';
import { readChunk } from './body.ts';
import { countColons, parseStrict } from './strict-json.ts';

/** A line of a stream may be this long. */
export const MOST_LINE_BYTES = 64 * 1024;

/** One line that is not blank: its JSON, or what is wrong with it. */
export type Line = { readonly value: unknown; readonly issues: readonly Issue[] };

const NEWLINE = 10;
const BRACE = 123;
const tooLong = (maximum: number): Line => ({ value: undefined, issues: [{ path: [], code: 'line-too-long', params: { maximum } }] });
const MALFORMED: Line = { value: undefined, issues: [{ path: [], code: 'malformed-json' }] };

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

  /** The lines that a chunk completes. */
  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    let from = 0;
    if (end > 0 && (this.#heldBytes > 0 || this.#first)) {
      const at = chunk.indexOf(NEWLINE);
      this.#hold(chunk.subarray(0, at));
      this.#release(lines);
      from = at + 1;
    }
    if (from < end) this.#cut(chunk.subarray(from, end), lines);
    this.#hold(chunk.subarray(end));
    return lines;
  }

  /** Takes whole lines, each of which ends with a newline, decoding them all at once. */
  #cut(bytes: Uint8Array, lines: Line[]): void {
    const text = this.#decode(bytes);
    let begin = 0;
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      const end = text === null ? 0 : text.indexOf('\n', begin);
      // One that is not UTF-8 spoils no other: then they are decoded one by one.
      const alone = text === null ? this.#decode(bytes.subarray(from, at)) : text.slice(begin, end);
      const line = alone === null ? MALFORMED : this.#read(alone, at - from, MOST_LINE_BYTES, countColons(bytes, from, at));
      if (line) lines.push(line);
      from = at + 1;
      begin = end + 1;
    }
  }

  /** The last line, where it has no newline. */
  end(): Line[] {
    const lines: Line[] = [];
    if (this.#heldBytes > 0) this.#release(lines);
    return lines;
  }

  /** Keeps the beginning of a line; of one that is too long only its length. */
  #hold(part: Uint8Array): void {
    if (part.byteLength === 0) return;
    this.#heldBytes += part.byteLength;
    if (this.#heldBytes <= this.#most + 1) this.#held.push(part);
    else this.#held = [];
  }

  #release(lines: Line[]): void {
    const line = this.#take();
    if (line) lines.push(line);
  }

  #take(): Line | null {
    const [only] = this.#held;
    const bytes = this.#held.length === 1 && only ? only : joined(this.#held, this.#heldBytes);
    const size = this.#heldBytes;
    this.#held = [];
    this.#heldBytes = 0;
    const most = this.#most;
    const first = this.#first;
    this.#first = false;
    if (size > most + 1) return tooLong(most);
    const text = this.#decode(bytes);
    if (text === null) return MALFORMED;
    return this.#read(first && text.startsWith('\uFEFF') ? text.slice(1) : text, size, most, countColons(bytes));
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
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #lines: LineReader;
  #done = false;

  /** @param mostFirst as {@link LineReader} takes it */
  constructor(body: ReadableStream<Uint8Array> | null, mostFirst?: number) {
    this.#reader = body?.getReader();
    this.#lines = new LineReader(mostFirst);
  }

  /** The next lines, at least one; `null` at the end. @throws Problem where the body is cut */
  async next(): Promise<Line[] | null> {
    while (!this.#done) {
      const chunk = await readChunk(this.#reader);
      this.#done = chunk === null;
      const lines = chunk ? this.#lines.push(chunk) : this.#lines.end();
      if (lines.length > 0) return lines;
    }
    return null;
  }

  /** Stops reading. */
  async cancel(): Promise<void> {
    await this.#reader?.cancel();
  }
}
