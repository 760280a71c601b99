import { expect, it, vi } from 'vitest';
import { pacedStream } from '../../src/api/writing/paced-stream.ts';

const ROOM = 100_000;

/** A stream of pieces that stand in the same room one after the other, each full of its number. */
function streamOf(pieces: number, cancel: () => unknown, fails = false) {
  const room = new Uint8Array(ROOM);
  const made = { pieces: 0 };
  const next = async () => {
    if (made.pieces === pieces && fails) throw new Error('it breaks off');
    if (made.pieces === pieces) return null;
    return room.subarray(0, ROOM - made.pieces).fill(++made.pieces);
  };
  return { made, reader: pacedStream(next, cancel).getReader() };
}

const ENDLESS = 1_000_000;
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

/** What holds of a paced stream, in any runtime. */
export function checkPacedStream(): void {
  it('hands on every piece as it was, however slow the reader and whatever comes after', async () => {
    const { reader, made } = streamOf(20, () => expect.unreachable());
    const chunks: Uint8Array[] = [];
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value);
      if (chunks.length % 5 !== 0) continue;
      await settled();
      expect(made.pieces).toBeLessThanOrEqual(chunks.length + 1);
    }
    const bytes = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
    const expected = Array.from({ length: 20 }, (_, at) => new Uint8Array(ROOM - at).fill(at + 1));
    expect(bytes).toEqual(new Uint8Array(await new Blob(expected).arrayBuffer()));
  });

  it('makes no piece long before it is read', async () => {
    const { reader, made } = streamOf(ENDLESS, () => {});
    await reader.read();
    await settled();
    expect(made.pieces).toBeLessThan(4);
    await reader.cancel();
  });

  it('tells that the reader went away, and makes nothing more', async () => {
    const cancel = vi.fn();
    const { reader, made } = streamOf(ENDLESS, cancel);
    await reader.read();
    await reader.cancel();
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
    const { pieces } = made;
    await settled();
    expect(made.pieces).toBe(pieces);
  });

  it('breaks off where a piece cannot be made', async () => {
    const cancel = vi.fn();
    const { reader } = streamOf(2, cancel, true);
    const readAll = async () => {
      for (let read = await reader.read(); !read.done; read = await reader.read());
    };
    await expect(readAll()).rejects.toThrow('it breaks off');
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });
}
