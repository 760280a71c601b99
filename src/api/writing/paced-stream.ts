/** Gives the next bytes, which are taken before it is asked again and may then be overwritten; `null` at the end. */
export type Pieces = () => Promise<Uint8Array<ArrayBuffer> | null>;

/** The Workers runtime has a stream that copies nothing and lets a writer wait until its bytes are sent. */
const { IdentityTransformStream } = globalThis as { IdentityTransformStream?: new () => TransformStream<Uint8Array, Uint8Array> };

/**
 * Pieces of bytes as a stream, of which one at most is made before the reader wants it. Where an error is thrown the stream breaks off.
 *
 * @param cancel is called where the reader goes away, at the latest when the piece in hand is made, or the stream breaks off
 */
export function pacedStream(next: Pieces, cancel: () => unknown): ReadableStream<Uint8Array> {
  if (!IdentityTransformStream) return copiedStream(next, cancel);
  const { readable, writable } = new IdentityTransformStream();
  // That nobody reads on is known by then, and there is nobody left to tell what else goes wrong.
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

/** The same elsewhere: a reader may hold what it is given for as long as it likes. */
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
