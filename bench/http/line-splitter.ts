/** Cuts pieces of text into lines. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new TextDecoder();
  #rest = '';

  /** @param onLine gets every line, without its end */
  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(piece: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  /** @throws where the last line has no end */
  end(): void {
    if (this.#rest !== '') throw new Error('the last line is cut');
  }
}
