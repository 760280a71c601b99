import { Inflate } from 'fflate';
import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';
import { crc32 } from './crc32.ts';
import { packedBytesOf, type ZipEntry } from './zip.ts';

/** Packed bytes that are unpacked at a time; at the highest compression ratio they yield a thousand times as many. */
const SLICE_BYTES = 16 * 1024;

/** Unpacked bytes, and how many packed bytes were consumed so far. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly packedDone: number;
}

/**
 * Unpacks one file of a zip piece by piece, so that a zip bomb is noticed before it is fully unpacked.
 *
 * @throws RefusedFileError `encrypted`; `bomb`, by the size in the directory or the actual size; `damaged` if the bytes are not those that
 *   were packed
 */
export function* unpack(zip: Uint8Array, entry: ZipEntry): Generator<Unpacked> {
  if (entry.isEncrypted) throw new RefusedFileError('encrypted');
  const { bytes, packedBytes } = entry;
  if (bytes > LIMITS.partBytes) throw new RefusedFileError('bomb');
  if (bytes > LIMITS.suspectBytes && bytes > LIMITS.suspectRatio * packedBytes) throw new RefusedFileError('bomb');
  const packed = packedBytesOf(zip, entry);
  let total = 0;
  let crc = 0;
  for (const piece of entry.isDeflated ? inflate(packed) : stored(packed)) {
    total += piece.bytes.length;
    if (total > bytes) throw new RefusedFileError('damaged');
    crc = crc32(crc, piece.bytes);
    yield piece;
  }
  if (total !== bytes || crc !== entry.crc) throw new RefusedFileError('damaged');
}

function* stored(packed: Uint8Array): Generator<Unpacked> {
  for (let at = 0; at < packed.length; at += SLICE_BYTES) {
    const bytes = packed.subarray(at, at + SLICE_BYTES);
    yield { bytes, packedDone: at + bytes.length };
  }
}

function* inflate(packed: Uint8Array): Generator<Unpacked> {
  let pieces: Uint8Array[] = [];
  const inflater = new Inflate((bytes) => pieces.push(bytes));
  for (let at = 0; at < packed.length; at += SLICE_BYTES) {
    const slice = packed.subarray(at, at + SLICE_BYTES);
    const packedDone = at + slice.length;
    try {
      inflater.push(slice, packedDone === packed.length);
    } catch {
      // The library throws its own error for anything that is not deflated data.
      throw new RefusedFileError('damaged');
    }
    for (const bytes of pieces) yield { bytes, packedDone };
    pieces = [];
  }
}
