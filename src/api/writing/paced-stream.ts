/** Gives the next bytes, which are consumed before the next call and may then be overwritten; `null` at the end. */
export type Pieces = () => Promise<Uint8Array<ArrayBuffer> | null>;

/** The Workers runtime has a stream that copies nothing and lets a writer wait until its bytes are sent. */
const { IdentityTransformStream } = globalThis as { IdentityTransformStream?: new () => TransformStream<Uint8Array, Uint8Array> };

/**
 * Pieces of bytes as a stream. At most one piece is made ahead of the reader. If an error is thrown, the stream breaks off.
 *
 * @param cancel called if the reader goes away, at the latest after the current piece, or if the stream breaks off
 */
export function pacedStream(next: Pieces, cancel: () => unknown): ReadableStream<Uint8Array> {
  if (!IdentityTransformStream) return copiedStream(next, cancel);
  const { readable, writable } = new IdentityTransformStream();
  // By then it is known that nobody reads on, and there is nobody to report further errors to.
  send(next, writable.getWriter())
    .catch(() => cancel())
    .catch(() => {});
  return readable;
}

async function send(next: Pieces, to: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
  try {
    for (let bytes = await next(); bytes !== null; bytes = await next()) await to.write(bytes);
    await to.close();
  } catch (error) {
    await to.abort(error);
    throw error;
  }
}

/** The same for other runtimes, where a reader may keep its chunks for as long as it likes. */
function copiedStream(next: Pieces, cancel: () => unknown): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const bytes = await next().catch(async (error) => {
        await cancel();
        throw error;
      });
      if (bytes === null) controller.close();
      else controller.enqueue(bytes.slice());
    },
    cancel: async () => {
      await cancel();
    },
  });
}
