import type { IncomingMessage } from 'node:http';
import { Problem } from '../api/reading/problem.ts';
import type { Body } from './thread-message.ts';

/** A body up to this size is read in full before the computation begins. */
const WHOLE_BYTES = 256 * 1024;
/** How much of an unwanted body is read before answering, and for how long: a client may not listen before it has sent everything. */
const MOST_DRAINED = 64 * 1024 * 1024;
const DRAIN_MS = 5_000;

/** The body of a request: small ones whole, larger ones as they arrive. @throws Problem if it is cut off, by the client or the network */
export async function bodyOf(incoming: IncomingMessage): Promise<Body> {
  const { 'content-length': length, 'transfer-encoding': coding } = incoming.headers;
  if (coding === undefined && (length === undefined || length === '0')) return null;
  if (coding === undefined && Number(length) <= WHOLE_BYTES) return wholeOf(incoming);
  return streamOf(incoming);
}

async function wholeOf(incoming: IncomingMessage): Promise<ArrayBuffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    throw new Problem('malformed-json');
  }
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

/**
 * A body as it arrives, at the pace of its reader. If the reader stops, the rest is left alone: the connection is still needed for the
 * answer.
 */
function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let hand: (chunk: Buffer) => void = () => {};
  const isRead = () => incoming.listeners('data').includes(hand);
  return new ReadableStream(
    {
      start(controller) {
        hand = (chunk) => {
          controller.enqueue(new Uint8Array(chunk));
          if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
        };
        incoming.pause();
        incoming.on('data', hand);
        incoming.on('end', () => isRead() && controller.close());
        incoming.on('close', () => isRead() && !incoming.readableEnded && controller.error(new Error('the body was cut')));
        incoming.on('error', () => {});
      },
      pull: () => void (isRead() && incoming.resume()),
      cancel: () => void (isRead() && incoming.off('data', hand).pause()),
    },
    { highWaterMark: 0 },
  );
}

/** Reads and discards the rest of a body, up to a limit. @returns whether the end was reached */
export function drain(incoming: IncomingMessage): Promise<boolean> {
  if (incoming.readableEnded) return Promise.resolve(true);
  if (Number(incoming.headers['content-length']) > MOST_DRAINED) return Promise.resolve(false);
  return new Promise((resolve) => {
    let size = 0;
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer);
      incoming.off('data', count).off('end', ended).off('close', cut).pause();
      resolve(isWhole);
    };
    const count = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > MOST_DRAINED) finish(false);
    };
    const ended = () => finish(true);
    const cut = () => finish(false);
    const timer = setTimeout(cut, DRAIN_MS);
    // Nobody else may read on or pause it.
    incoming.removeAllListeners('data').on('data', count).on('end', ended).on('close', cut).resume();
  });
}
