import type { Context } from 'hono';
import type { Listing } from '../contract/listing.ts';
import { JSON_TYPE } from './body.ts';

/** Results are sent in pieces of about so many characters. */
const PIECE = 64 * 1024;

type AnyListing = Listing<{ readonly results: readonly unknown[]; readonly summary: unknown }>;

/** Answers with a listing, result by result as it is computed, in the bytes that it would have as one JSON text. */
export function answerListing(c: Context, listing: AnyListing): Response {
  return c.body(streamListing(listing), 200, { 'content-type': JSON_TYPE });
}

/** The JSON of `{…head, results: […], summary}`, no more of which is held than a piece; the reader's pace sets that of computing. */
export function streamListing(listing: AnyListing): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const texts = textsOf(listing);
  return new ReadableStream({
    pull(controller) {
      let piece = '';
      while (piece.length < PIECE) {
        const { done, value } = texts.next();
        if (done) {
          controller.enqueue(encoder.encode(piece));
          controller.close();
          return;
        }
        piece += value;
      }
      controller.enqueue(encoder.encode(piece));
    },
    cancel: () => {
      texts.return();
    },
  });
}

function* textsOf({ head, results, summary }: AnyListing): Generator<string, void> {
  const opened = JSON.stringify(head).slice(0, -1);
  yield `${opened}${opened === '{' ? '' : ','}"results":[`;
  let comma = '';
  for (const entry of results) {
    yield `${comma}${JSON.stringify(entry)}`;
    comma = ',';
  }
  yield `],"summary":${JSON.stringify(summary())}}`;
}
