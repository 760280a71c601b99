import type { Context } from 'hono';
import type { Listing } from '../contract/listing.ts';
import { JSON_TYPE } from './body.ts';
import { JsonBytes, piece } from './json-bytes.ts';

const COMMA = piece(',');
/** Results are sent in pieces of about so many bytes. */
const PIECE = 64 * 1024;

type AnyListing = Listing<{ readonly results: readonly unknown[]; readonly summary: unknown }>;

/** Answers with a listing, result by result as it is computed, in the bytes that it would have as one JSON text. */
export function answerListing(c: Context, listing: AnyListing): Response {
  return c.body(streamListing(listing), 200, { 'content-type': JSON_TYPE });
}

/**
 * The JSON of `{…head, results: […], summary}`, no more of which is held than a piece; the reader's pace sets that of computing.
 *
 * @param listing results that are bytes are JSON already
 */
export function streamListing(listing: AnyListing): ReadableStream<Uint8Array> {
  const parts = partsOf(listing);
  const json = new JsonBytes();
  return new ReadableStream({
    pull(controller) {
      while (json.size < PIECE) {
        const { done, value } = parts.next();
        if (done) {
          controller.enqueue(json.take());
          controller.close();
          return;
        }
        json.add(value);
      }
      controller.enqueue(json.take());
    },
    cancel: () => {
      parts.return();
    },
  });
}

function* partsOf({ head, results, summary }: AnyListing): Generator<Uint8Array, void> {
  const opened = JSON.stringify(head).slice(0, -1);
  yield piece(`${opened}${opened === '{' ? '' : ','}"results":[`);
  let isFirst = true;
  for (const entry of results) {
    if (!isFirst) yield COMMA;
    isFirst = false;
    yield entry instanceof Uint8Array ? entry : piece(JSON.stringify(entry));
  }
  yield piece(`],"summary":${JSON.stringify(summary())}}`);
}
