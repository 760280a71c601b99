import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A fixed date, so that the same files give the same bytes. */
const TIME = new Date(2025, 0, 1);

/** A zip that is compressed while it is written: only the packed bytes are kept. */
export class OutZip {
  readonly #zip: Zip;
  readonly #chunks: Uint8Array[] = [];

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
  }

  /** Begins a file. The one before it must have ended. @returns takes the text of the file, piece by piece, and its end */
  begin(name: string): { write(text: string): void; end(): void } {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = TIME;
    this.#zip.add(file);
    return {
      write: (text) => file.push(strToU8(text)),
      end: () => file.push(new Uint8Array(0), true),
    };
  }

  /** The whole zip. */
  end(): Uint8Array<ArrayBuffer> {
    this.#zip.end();
    const whole = new Uint8Array(this.#chunks.reduce((bytes, chunk) => bytes + chunk.length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}
