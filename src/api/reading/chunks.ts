import { Problem } from './problem.ts';

/** The size of the buffer for a chunk. */
const ROOM = 64 * 1024;

/** Reads a body chunk by chunk, all into one buffer if the body supports it, so that many chunks leave no garbage. */
export class ChunkReader {
  readonly #own: ReadableStreamBYOBReader | null;
  readonly #other: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #room = new ArrayBuffer(ROOM);

  constructor(body: ReadableStream<Uint8Array> | null) {
    this.#own = ownReader(body);
    this.#other = this.#own === null ? body?.getReader() : undefined;
  }

  /**
   * The next chunk, valid until the one after it; `null` at the end.
   *
   * @throws Problem if the body is cut off, by the client or the network
   */
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

/** A reader into a buffer of ours; `null` if the body has none. */
function ownReader(body: ReadableStream<Uint8Array> | null): ReadableStreamBYOBReader | null {
  try {
    return body?.getReader({ mode: 'byob' }) ?? null;
  } catch {
    return null;
  }
}
