const ENCODER = new TextEncoder();
const ZERO = 48;
const POINT = 46;
const QUOTE = 34;
const BACKSLASH = 92;
/** The most digits of an amount in fen. */
const MOST_DIGITS = 16;
/** Up to this many bytes, copying one by one is faster. */
const SHORT = 64;
const BILLION = 1_000_000_000;

/** JSON as bytes of UTF-8, written piece by piece into a reused buffer. */
export class JsonBytes {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(4096);
  #size = 0;

  /** The number of bytes written since the last {@link take}. */
  get size(): number {
    return this.#size;
  }

  /** Discards what was written. */
  clear(): void {
    this.#size = 0;
  }

  /** Returns what was written, without a copy, and clears it: the bytes are valid until the next write. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(0, this.#size);
    this.#size = 0;
    return bytes;
  }

  /** Writes a piece of JSON prepared by {@link piece}. */
  add(piece: Uint8Array): void {
    this.#makeRoom(piece.length);
    const bytes = this.#bytes;
    const size = this.#size;
    if (piece.length > SHORT) bytes.set(piece, size);
    else for (let at = 0; at < piece.length; at++) bytes[size + at] = piece[at] as number;
    this.#size = size + piece.length;
  }

  /** Writes a non-negative integer. */
  integer(value: number): void {
    this.#makeRoom(MOST_DIGITS);
    this.#digits(value, 1);
  }

  /** Writes fen, a non-negative safe integer, as yuan with two decimals, without quotes. */
  fen(value: number): void {
    this.#makeRoom(MOST_DIGITS + 1);
    const end = this.#digits(value, 3);
    const bytes = this.#bytes;
    bytes[end] = bytes[end - 1] as number;
    bytes[end - 1] = bytes[end - 2] as number;
    bytes[end - 2] = POINT;
    this.#size = end + 1;
  }

  /** Writes a text, with its quotes. */
  text(text: string): void {
    const { length } = text;
    this.#makeRoom(length + 2);
    const bytes = this.#bytes;
    let at = this.#size;
    bytes[at++] = QUOTE;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x20 || unit > 0x7e || unit === QUOTE || unit === BACKSLASH) {
        this.add(ENCODER.encode(JSON.stringify(text)));
        return;
      }
      bytes[at++] = unit;
    }
    bytes[at++] = QUOTE;
    this.#size = at;
  }

  /** Writes at least the given number of digits. @returns their end */
  #digits(value: number, least: number): number {
    const bytes = this.#bytes;
    const high = value < BILLION ? 0 : Math.floor(value / BILLION);
    let low = (value - high * BILLION) | 0;
    const end = this.#size + (high === 0 ? Math.max(least, countDigits(low)) : countDigits(high | 0) + 9);
    const middle = high === 0 ? this.#size : end - 9;
    let at = end;
    while (at > middle) {
      const rest = (low / 10) | 0;
      bytes[--at] = ZERO + low - Math.imul(rest, 10);
      low = rest;
    }
    low = high | 0;
    while (at > this.#size) {
      const rest = (low / 10) | 0;
      bytes[--at] = ZERO + low - Math.imul(rest, 10);
      low = rest;
    }
    this.#size = end;
    return end;
  }

  #makeRoom(more: number): void {
    if (this.#size + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * this.#bytes.length + more);
    bytes.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = bytes;
  }
}

/** A piece of JSON for {@link JsonBytes.add}. */
export function piece(json: string): Uint8Array {
  return ENCODER.encode(json);
}

/** @param value less than 2^31 */
function countDigits(value: number): number {
  if (value < 100_000) return value < 100 ? (value < 10 ? 1 : 2) : value < 1_000 ? 3 : value < 10_000 ? 4 : 5;
  return value < 10_000_000 ? (value < 1_000_000 ? 6 : 7) : value < 100_000_000 ? 8 : value < BILLION ? 9 : 10;
}
