/** A file of an archive. */
export interface ArchiveFile {
  /** Its path from the top, with `/`; at most a hundred bytes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isProgram?: boolean;
}

const BLOCK = 512;
const MOST_PATH = 100;

/**
 * A tar archive (ustar) that is the same to the byte whatever machine makes it: sorted, everything root's and of one time.
 *
 * @param time of every file, in seconds since 1970
 * @throws Error where a path is too long
 */
export function tarOf(files: readonly ArchiveFile[], time: number): Buffer {
  const folders = new Set(files.flatMap(({ path }) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))));
  const entries = [...files, ...[...folders].map((path): ArchiveFile => ({ path, bytes: new Uint8Array(), isProgram: true }))];
  const parts = entries
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((entry) => [headerOf(entry, time), entry.bytes, Buffer.alloc(-entry.bytes.length & (BLOCK - 1))]);
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

function headerOf({ path, bytes, isProgram }: ArchiveFile, time: number): Buffer {
  if (Buffer.byteLength(path) > MOST_PATH) throw new Error(`the path is too long for an archive: ${path}`);
  const header = Buffer.alloc(BLOCK);
  const put = (at: number, text: string) => header.write(text, at);
  const octal = (at: number, width: number, value: number) => put(at, value.toString(8).padStart(width - 1, '0'));
  put(0, path);
  octal(100, 8, isProgram ? 0o755 : 0o644);
  octal(108, 8, 0);
  octal(116, 8, 0);
  octal(124, 12, bytes.length);
  octal(136, 12, time);
  put(148, ' '.repeat(8));
  put(156, path.endsWith('/') ? '5' : '0');
  put(257, 'ustar\0');
  put(263, '00');
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return header;
}
