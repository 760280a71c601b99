import type { Context } from 'hono';
import type { PeriodListing } from '../../contract/batch/listing-years.ts';
import type { Listing } from '../../contract/wire/listing.ts';
import { JSON_TYPE } from '../reading/body.ts';
import { JsonBytes, piece } from '../writing/json-bytes.ts';
import { pacedStream } from '../writing/paced-stream.ts';

const COMMA = piece(',');
/** Results are sent in pieces of about this many bytes. */
const PIECE = 64 * 1024;

type AnyListing = Listing<AnyResult>;
type AnyPeriod = PeriodListing<{ readonly years: readonly AnyResult[]; readonly results: readonly unknown[]; readonly summary: unknown }>;

interface AnyResult {
  readonly results: readonly unknown[];
  readonly summary: unknown;
}

/** Results written one by one, so that they are never held all at once. */
export interface WrittenListing {
  /** The fields before the results. */
  readonly head: object;
  /** Writes the results to `json` as JSON with commas between them, a few at each step. */
  readonly results: Iterator<unknown, unknown>;
  readonly json: JsonBytes;
  /** The summary after them; call it after the last result. */
  summary(): object;
}

/** Answers with a listing, result by result as they are computed; the bytes are those of one JSON text. */
export function answerListing(c: Context, listing: WrittenListing): Response {
  return c.body(streamListing(listing), 200, { 'content-type': JSON_TYPE });
}

/** A listing whose results are objects. */
export function writeListing({ head, results, summary }: AnyListing): WrittenListing {
  const json = new JsonBytes();
  return { head, results: writeResults(results, json), json, summary: () => summary() as object };
}

function* writeResults(results: Iterable<unknown>, json: JsonBytes): Generator<void, void> {
  let isFirst = true;
  for (const entry of results) {
    if (!isFirst) json.add(COMMA);
    isFirst = false;
    json.add(piece(JSON.stringify(entry)));
    yield;
  }
}

/** Writes the fields before the results. */
export function openListing(head: object, json: JsonBytes): void {
  const opened = JSON.stringify(head).slice(0, -1);
  json.add(piece(`${opened}${opened === '{' ? '' : ','}"results":[`));
}

/** Writes the summary after them. */
export function closeListing(summary: object, json: JsonBytes): void {
  json.add(piece(`],"summary":${JSON.stringify(summary)}}`));
}

/** Answers with a listing of years, result by result as they are computed. */
export function answerPeriod(c: Context, listing: AnyPeriod): Response {
  const json = new JsonBytes();
  return c.body(streamSteps(writePeriod(listing, json), json), 200, { 'content-type': JSON_TYPE });
}

/** Writes `{…head, years: [{…head, results: […], summary}, …], results: […], summary}`, a few at each step. */
function* writePeriod({ head, years, results, summary }: AnyPeriod, json: JsonBytes): Generator<void, void> {
  json.add(piece(`${JSON.stringify(head).slice(0, -1)},"years":[`));
  let isFirst = true;
  for (const year of years) {
    if (!isFirst) json.add(COMMA);
    isFirst = false;
    openListing(year.head, json);
    yield* writeResults(year.results, json);
    closeListing(year.summary() as object, json);
  }
  json.add(piece('],"results":['));
  yield* writeResults(results(), json);
  closeListing(summary() as object, json);
}

/** The JSON of `{…head, results: […], summary}`. Only one piece is held at a time, and it is computed at the pace of the reader. */
export function streamListing({ head, results, json, summary }: WrittenListing): ReadableStream<Uint8Array> {
  openListing(head, json);
  return streamSteps(results, json, () => closeListing(summary(), json));
}

/** Streams what is written to `json` step by step. @param close writes the end */
function streamSteps(steps: Iterator<unknown, unknown>, json: JsonBytes, close = () => {}): ReadableStream<Uint8Array> {
  let isMore = true;
  const next = async () => {
    if (!isMore) return null;
    while (isMore && json.size < PIECE) isMore = !steps.next().done;
    if (!isMore) close();
    return json.take();
  };
  return pacedStream(next, () => steps.return?.());
}
