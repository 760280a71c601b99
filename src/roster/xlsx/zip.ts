import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';

/** A packed file in a zip, as the directory at its end lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** In a 32-bit field, this means that the number is in the entry's extra fields. */
const ELSEWHERE = 0xffffffff;

/** Whether the bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Reads the directory of a zip, by the names of its files. Nothing is unpacked.
 *
 * The headers before the packed files are not trusted for this: many writers leave sizes out there.
 *
 * @throws RefusedFileError `damaged`
 */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.parts) throw new RefusedFileError('damaged');
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let read = 0; read < count; read++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw new RefusedFileError('damaged');
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const commentBytes = view.getUint16(at + 32, true);
    if (at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes > end) throw new RefusedFileError('damaged');
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)).replaceAll('\\', '/');
    // With two files of one name, it is unclear which one is meant.
    if (entries.has(name)) throw new RefusedFileError('damaged');
    entries.set(name, readEntry(view, at, name, at + ENTRY_BYTES + nameBytes, extraBytes));
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

/** The packed bytes of an entry, still packed. @throws RefusedFileError `damaged` */
export function packedBytesOf(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new RefusedFileError('damaged');
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedBytes > bytes.length) throw new RefusedFileError('damaged');
  return bytes.subarray(start, start + packedBytes);
}

/** The directory's end stands at the end of the file, but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new RefusedFileError('damaged');
}

function readEntry(view: DataView, at: number, name: string, extraAt: number, extraBytes: number): ZipEntry {
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new RefusedFileError('damaged');
  const large = largeNumbers(view, extraAt, extraAt + extraBytes);
  // The numbers that stand elsewhere stand there in this order.
  const numberAt = (field: number) => {
    const number = view.getUint32(field, true);
    return number === ELSEWHERE ? large() : number;
  };
  const bytes = numberAt(at + 24);
  const packedBytes = numberAt(at + 20);
  const offset = numberAt(at + 42);
  const crc = view.getUint32(at + 16, true);
  return { name, isDeflated: method === 8, isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0, crc, packedBytes, bytes, offset };
}

/** Reads the numbers of 64 bits in an entry's extra fields, one after the other. */
function largeNumbers(view: DataView, from: number, to: number): () => number {
  let at = from;
  while (at + 4 <= to && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return () => {
    if (at + 8 > to) throw new RefusedFileError('damaged');
    const number = view.getBigUint64(at, true);
    at += 8;
    if (number > Number.MAX_SAFE_INTEGER) throw new RefusedFileError('damaged');
    return Number(number);
  };
}
