import type { Refusal } from './refusal.ts';

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** A text with some invalid bytes. */
interface BrokenText {
  /** The encoding of the rest. */
  readonly encoding: 'UTF-8' | 'GB18030';
  /** The first line (1-based) with bytes that are invalid in it. */
  readonly line: number;
  /** Whether the bytes are zeros, which no text contains. */
  readonly isZero: boolean;
}

/** Thrown if the bytes are not text in any encoding used for rosters. */
export class UndecodableTextError extends Error {
  override name = 'UndecodableTextError';
  /** The reason: a damaged text comes with the place of the damage; anything else is not text at all. */
  readonly refusal: Refusal;

  constructor(broken: BrokenText | null) {
    super('neither UTF-8, UTF-16 nor GB18030');
    const { encoding, line, isZero } = broken ?? {};
    this.refusal =
      encoding === undefined || line === undefined
        ? { refused: 'not-a-sheet', params: {} }
        : { refused: isZero ? 'zero-bytes' : 'broken-text', params: { encoding, line } };
  }
}

/**
 * Decodes the bytes of a text file: by its byte order mark; otherwise as UTF-16, if every other byte of its commas and line ends is zero;
 * otherwise as UTF-8, if valid; otherwise as GB18030, which Chinese spreadsheets write.
 *
 * Nothing is replaced by U+FFFD, so that an unreadable name is never read as another one. Nor is UTF-8 with a damaged character taken for
 * GB18030, in which nearly any bytes form some character.
 *
 * @throws UndecodableTextError if none of them fits
 * @example decodeText(Uint8Array.of(0xb9, 0xa4, 0xba, 0xc5)) // "工号"
 */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    if (encoding === 'gb18030' && isMostlyUtf8(bytes)) break;
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && !text.includes('\0')) return text;
  }
  throw new UndecodableTextError(findBreak(bytes));
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return [marked[1]];
  const zero = bytes.indexOf(0);
  if (zero < 0) return ['utf-8', 'gb18030'];
  return [zero % 2 === 0 ? 'utf-16be' : 'utf-16le'];
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** A line of a text, with any kind of line end. */
interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
}

const isTold = ({ bytes }: Line) => bytes.some((byte) => byte >= 0x80);

/** Whether most of the telling lines are valid UTF-8. Lines in GB18030 hardly ever are. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const lines = linesOf(bytes, LINES_LOOKED_AT).filter(isTold);
  return lines.filter((line) => decodeStrictly(line.bytes, 'utf-8') !== null).length * 2 > lines.length;
}

/** Where a text is damaged: the first line that is not in the encoding of most lines. */
function findBreak(bytes: Uint8Array): BrokenText | null {
  const lines = linesOf(bytes);
  if (lines.length < 2 || bytes.filter(isControl).length * MOST_CONTROLS > bytes.length) return null;
  for (const encoding of ['UTF-8', 'GB18030'] as const) {
    const broken = lines.filter((line) => line.bytes.includes(0) || decodeStrictly(line.bytes, encoding) === null);
    const [first] = broken;
    if (first && broken.length * 2 <= lines.length) return { encoding, line: first.number, isZero: first.bytes.includes(0) };
  }
  return null;
}

/** At most one byte in this many may be a control character; pictures have more. */
const MOST_CONTROLS = 20;
const isControl = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== LF && byte !== CR;
const LF = 0x0a;
const CR = 0x0d;

/** The number of lines from which the encoding is judged. */
const LINES_LOOKED_AT = 1_000;

function linesOf(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= bytes.length && lines.length < most; at++) {
    if (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) continue;
    lines.push({ number: lines.length + 1, bytes: bytes.subarray(start, at) });
    if (bytes[at] === CR && bytes[at + 1] === LF) at++;
    start = at + 1;
  }
  return lines.at(-1)?.bytes.length === 0 ? lines.slice(0, -1) : lines;
}
