import type { Work } from '../sheet/progress.ts';
import { RefusedFileError } from '../sheet/refusal.ts';
import { unpack } from './unpack.ts';
import { type XmlListener, XmlReader } from './xml.ts';
import { readZipDirectory, type ZipEntry } from './zip.ts';

/** A workbook's file: packed parts, most of them XML. */
export interface Package {
  readonly bytes: Uint8Array;
  /** By name, without regard to case. */
  readonly parts: ReadonlyMap<string, ZipEntry>;
}

/** Opens the package. @throws RefusedFileError `damaged` */
export function openPackage(bytes: Uint8Array): Package {
  const parts = new Map<string, ZipEntry>();
  for (const [name, entry] of readZipDirectory(bytes)) parts.set(name.toLowerCase(), entry);
  return { bytes, parts };
}

/** The part of this path, which may begin with a slash. */
export function partOf({ parts }: Package, path: string): ZipEntry | undefined {
  return parts.get(path.replace(/^\//, '').toLowerCase());
}

/**
 * Reads an XML part to its end.
 *
 * @param isEnough called after every piece: whether the rest can be skipped
 * @throws RefusedFileError as `unpack` does; `damaged` if it is not XML
 */
export function* readXmlPart(
  { bytes }: Package,
  entry: ZipEntry,
  listener: XmlListener,
  step: 'open' | 'read' = 'open',
  isEnough: () => boolean = () => false,
): Work<void> {
  const reader = new XmlReader(listener);
  let decoder: TextDecoder | null = null;
  for (const piece of unpack(bytes, entry)) {
    decoder ??= new TextDecoder(encodingOf(piece.bytes), { fatal: true });
    reader.push(decode(decoder, piece.bytes));
    if (isEnough()) return;
    yield { step, done: piece.packedDone, total: entry.packedBytes };
  }
  if (decoder) reader.push(decode(decoder, null));
  reader.end();
}

/** XML is UTF-8 unless it begins with the mark of another. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, bytes: Uint8Array | null): string {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) throw new RefusedFileError('damaged');
    throw error;
  }
}
