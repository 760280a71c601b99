import type { Issue } from '../facts/issue.ts';
import { readChunk } from './body.ts';
import { parseStrict } from './strict-json.ts';

/** A line of a stream may be this long. */
export const MOST_LINE_BYTES = 64 * 1024;

/** One line that is not blank: its JSON, or what is wrong with it. */
export type Line = { readonly value: unknown; readonly issues: readonly Issue[] };

const NEWLINE = 10;
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
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#hold(chunk.subarray(from, at));
      this.#release(lines);
      from = at + 1;
    }
    this.#hold(chunk.subarray(from));
    return lines;
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
    let text: string;
    try {
      text = this.#decoder.decode(bytes);
    } catch {
      return MALFORMED;
    }
    if (first && text.startsWith('\uFEFF')) text = text.slice(1);
    if (text.trim() === '') return null;
    if (size > most && !text.endsWith('\r')) return tooLong(most);
    const json = parseStrict(text);
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
