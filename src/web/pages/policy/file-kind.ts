/**
 * The kind of a file that is not a policy file: `word` (`.docx`, `.doc`, `.wps`, `.rtf`, `.odt`), `pdf` (also `.ofd`), `picture` (a scan),
 * `sheet` (a
 * workbook, most likely a roster), `page` (a web page), `text` (the words of a document without rules), `other` (packed files).
 */
export type FileKind = 'word' | 'pdf' | 'picture' | 'sheet' | 'page' | 'text' | 'other';

/** The first bytes of files, read as Windows-1252. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, kind: FileKind])[] = [
  [/^[\s\S]{0,1020}%PDF-/, 'pdf'],
  [/^\{\\rtf/, 'word'],
  [/^(?:\u2030PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\0{4}|II\*\0|MM\0\*)/, 'picture'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)/i, 'page'],
];
/** Names inside archives. */
const PACKED: readonly (readonly [name: string, kind: FileKind])[] = [
  ['word/', 'word'],
  ['opendocument.text', 'word'],
  ['OFD.xml', 'pdf'],
  ['xl/', 'sheet'],
  ['opendocument.spreadsheet', 'sheet'],
];
const NAMES: readonly (readonly [name: RegExp, kind: FileKind])[] = [
  [/\.(?:docx?|docm|wps|wpt|rtf|odt|pages)$/i, 'word'],
  [/\.(?:pdf|ofd|caj)$/i, 'pdf'],
  [/\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic)$/i, 'picture'],
  [/\.(?:xlsx?|xlsm|xlsb|et|ods|csv)$/i, 'sheet'],
  [/\.(?:html?|mht|mhtml)$/i, 'page'],
  [/\.(?:txt|md)$/i, 'text'],
  [/\.(?:zip|rar|7z)$/i, 'other'],
];
/** Every policy file has this key, whatever the file is called. */
const RULES = /^id\s*:/m;
/** An archive lists its names at its end, and before each part. */
const LOOKED_AT = 262_144;

/**
 * Recognises a file that cannot be a policy file, by its contents and, if they do not tell, by its name.
 *
 * @returns `null` for anything that may be text
 */
export function kindOfFile(bytes: Uint8Array, name: string): FileKind | null {
  const latin = new TextDecoder('windows-1252');
  const start = latin.decode(bytes.subarray(0, LOOKED_AT));
  const begun = BEGINNINGS.find(([beginning]) => beginning.test(start));
  if (begun) return begun[1];
  const named = NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  if (start.startsWith('PK\x03\x04')) {
    const names = start + latin.decode(bytes.subarray(-LOOKED_AT));
    return PACKED.find(([part]) => names.includes(part))?.[1] ?? named ?? 'other';
  }
  // the old formats of Word and Excel share a container; the application's name is in the stream
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    const streams = start + latin.decode(bytes.subarray(-LOOKED_AT));
    return /W\0o\0r\0k\0b\0o\0o\0k\0/.test(streams) ? 'sheet' : 'word';
  }
  return RULES.test(start) ? null : named;
}
