import { Problem } from './problem.ts';

/** Room for a chunk. */
const ROOM = 64 * 1024;

/** Reads a body chunk by chunk, each in the room of the one before where the body can do so: many chunks then leave nothing behind. */
export class ChunkReader {
  readonly #own: ReadableStreamBYOBReader | null;
  readonly #other: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #room = new ArrayBuffer(ROOM);

  constructor(body: ReadableStream<Uint8Array> | null) {
    this.#own = ownReader(body);
    this.#other = this.#own === null ? body?.getReader() : undefined;
  }

  /** The next chunk, good until the one after it; `null` at the end. @throws Problem where the body is cut: that is its sender's fault or the line's */
  async next(): Promise<Uint8Array | null> {
    try {
      if (this.#own === null) return (await this.#other?.read())?.value ?? null;
      const { done, value } = await this.#own.read(new Uint8Array(this.#room));
      if (value) this.#room = value.buffer as ArrayBuffer;
      return done || !value ? null : value;
    } catch {
      throw new Problem('malformed-json');
    }
  }

  /** Stops reading. */
  async cancel(): Promise<void> {
    await (this.#own ?? this.#other)?.cancel();
  }
}

/** A reader into room of one's own; `null` where the body has none. */
function ownReader(body: ReadableStream<Uint8Array> | null): ReadableStreamBYOBReader | null {
  try {
    return body?.getReader({ mode: 'byob' }) ?? null;
  } catch {
    return null;
  }
}
