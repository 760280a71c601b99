const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Thrown where the bytes are text in no encoding that a roster comes in: most likely the file is no CSV at all. */
export class UndecodableTextError extends Error {
  override name = 'UndecodableTextError';
}

/**
 * Decodes the bytes of a text file: by its byte order mark; else as UTF-16, where every other byte of its commas and line ends is zero; else
 * as UTF-8, if it is; else as GB18030, which Chinese spreadsheets write.
 *
 * Nothing is replaced by U+FFFD: a name that cannot be read is not read as another.
 *
 * @throws UndecodableTextError where the bytes fit none of them
 * @example decodeText(Uint8Array.of(0xb9, 0xa4, 0xba, 0xc5)) // "工号"
 */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && !text.includes('\0')) return text;
  }
  throw new UndecodableTextError('neither UTF-8, UTF-16 nor GB18030');
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
