import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { RefusedFileError } from '../../../src/roster/sheet/refusal.ts';
import { crc32 } from '../../../src/roster/xlsx/crc32.ts';
import { unpack } from '../../../src/roster/xlsx/unpack.ts';
import { readZipDirectory, type ZipEntry } from '../../../src/roster/xlsx/zip.ts';

const text = new TextEncoder();
const TEXT = text.encode('名册'.repeat(100_000));

function unpackOnly(zip: Uint8Array): Uint8Array {
  const [entry] = readZipDirectory(zip).values();
  return Buffer.concat([...unpack(zip, entry as ZipEntry)].map(({ bytes }) => bytes));
}

/** The zip with some bytes changed, counted from the end where `at` is negative. */
function changed(zip: Uint8Array, at: number, ...bytes: number[]): Uint8Array {
  const copy = zip.slice();
  copy.set(bytes, at < 0 ? zip.length + at : at);
  return copy;
}

const zip = zipSync({ 'a.txt': TEXT });
const DIRECTORY = zip.length - 22 - 46 - 'a.txt'.length;

describe('a zip', () => {
  it('has the checksum that zips have', () => {
    expect(crc32(crc32(0, text.encode('1234')), text.encode('56789'))).toBe(0xcbf43926);
  });

  it.each([0, 6])('gives back what was packed, at level %d', (level) => {
    const packed = zipSync({ 'a.txt': [TEXT, { level: level as 0 | 6 }] });
    expect(Buffer.compare(unpackOnly(packed), TEXT)).toBe(0);
  });

  it('has its directory found before a comment', () => {
    const commented = changed(Buffer.concat([zip, text.encode('hello')]), -5 - 2, 5, 0);
    expect([...readZipDirectory(commented).keys()]).toEqual(['a.txt']);
  });

  it('may have its numbers in 64 bits', () => {
    const extra = Buffer.alloc(4 + 16);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(TEXT.length), 4);
    extra.writeBigUInt64LE(BigInt(DIRECTORY - 30 - 5), 12);
    const directory = Buffer.from(zip.subarray(DIRECTORY, DIRECTORY + 46 + 5));
    directory.writeUInt32LE(0xffffffff, 20);
    directory.writeUInt32LE(0xffffffff, 24);
    directory.writeUInt16LE(extra.length, 30);
    const large = Buffer.concat([zip.subarray(0, DIRECTORY), directory, extra, zip.subarray(-22)]);
    expect(Buffer.compare(unpackOnly(large), TEXT)).toBe(0);
  });

  it.each([
    ['cut off', zip.subarray(0, -1)],
    ['nothing but its mark', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['a changed byte inside', changed(zip, 100, (zip[100] ?? 0) ^ 1)],
    ['another checksum', changed(zip, DIRECTORY + 16, 0, 0, 0, 0)],
    ['a smaller size', changed(zip, DIRECTORY + 24, 10, 0, 0, 0)],
    ['a larger size', changed(zip, DIRECTORY + 24, 0xff, 0xff, 0xff, 0)],
    ['a place outside', changed(zip, DIRECTORY + 42, 0xff, 0xff, 0xff, 0)],
    ['an unknown packing', changed(zip, DIRECTORY + 10, 9, 0)],
    ['more entries than there are', changed(zip, -12, 2, 0)],
  ])('is refused as damaged with %s', (_, bytes) => {
    expect(() => unpackOnly(bytes)).toThrow(expect.objectContaining({ refusal: { refused: 'damaged', params: {} } }));
  });

  it('is refused where two of its files have one name', () => {
    const twice = zipSync({ 'a.txt': TEXT, 'b.txt': TEXT });
    const at = Buffer.from(twice).lastIndexOf('b.txt');
    expect(() => readZipDirectory(changed(twice, at, 'a'.charCodeAt(0)))).toThrow(RefusedFileError);
  });

  it('is refused where it asks for a password', () => {
    expect(() => unpackOnly(changed(zip, DIRECTORY + 8, 1, 0))).toThrow(
      expect.objectContaining({ refusal: { refused: 'encrypted', params: {} } }),
    );
  });

  it('is refused as a bomb by what it says, before anything is unpacked', () => {
    const bomb = changed(zip, DIRECTORY + 24, 0, 0, 0, 0x20);
    expect(() => unpackOnly(bomb)).toThrow(expect.objectContaining({ refusal: { refused: 'bomb', params: {} } }));
  });
});
