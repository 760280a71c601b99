import type { Context, Hono } from 'hono';
import type { Period } from '../../calendar/period.ts';
import { Batch, readBatchRequest } from '../../contract/batch/batch.ts';
import { BatchOfPeriod } from '../../contract/batch/batch-years.ts';
import { batchLine } from '../../contract/batch/schemas.ts';
import { headOf } from '../../contract/wire/head.ts';
import { policyOfRun } from '../../contract/wire/run-facts.ts';
import { readSpanRequest } from '../../contract/wire/span.ts';
import { RemainingIssues } from '../../contract/wire/wording.ts';
import type { RunSettings } from '../../engine/plan.ts';
import type { Policy } from '../../policy/policy.ts';
import { JSON_TYPE, MOST_BYTES_MANY, MOST_BYTES_POLICY, mediaTypeOf, NDJSON_TYPE, parseEntries, readBytes } from '../reading/body.ts';
import { wordingOf } from '../reading/language.ts';
import { type Line, LineSource } from '../reading/lines.ts';
import { plainList } from '../reading/plain-list.ts';
import { accepted, Problem } from '../reading/problem.ts';
import { inQuery, readQuery, settingsOf, wantsMonths } from '../reading/query.ts';
import { answerBytes } from '../writing/answer-headers.ts';
import { BatchWriter } from '../writing/batch-writer.ts';
import { JsonBytes } from '../writing/json-bytes.ts';
import { pacedStream } from '../writing/paced-stream.ts';
import { answerListing, answerPeriod, closeListing, openListing } from './listing.ts';
import { namedPolicy, takePolicy } from './policy-source.ts';
import { isRequestLine, readRequestLine, requestLine } from './request-line.ts';
import { PeriodConsumer, type StreamConsumer, YearConsumer } from './stream-consumers.ts';

const TEACHERS = 'teachers';

/** Computes many teachers: as JSON, or streamed while the request is still arriving. The request may contain its own policy. */
export function batches(app: Hono): void {
  app.post('/api/v1/policies/:id/entitlements/batch', answer);
  app.post('/api/v1/entitlements/batch', answer);
}

async function answer(c: Context): Promise<Response> {
  const named = namedPolicy(c);
  return mediaTypeOf(c, [JSON_TYPE, NDJSON_TYPE]) === JSON_TYPE ? answerWhole(c, named) : answerStream(c, named);
}

async function answerWhole(c: Context, named: Policy | null): Promise<Response> {
  const months = wantsMonths(readQuery(c, ['detail']));
  const bytes = await readBytes(c, MOST_BYTES_MANY);
  const plain = named && !months ? answerPlain(c, named, bytes) : null;
  if (plain) return plain;
  const { value, faults, lost } = parseEntries(bytes, [TEACHERS]);
  const { policy, body } = await takePolicy(c, named, value);
  const { settings, teachers, period } = accepted(readBatchRequest(policy, body), faults);
  const options = () => ({ months, room: new RemainingIssues() });
  if (period) return answerPeriod(c, new BatchOfPeriod(policy, settings, period, wordingOf(c), options).list(teachers, lost));
  const batch = new Batch(policy, settings, wordingOf(c), options());
  const json = new JsonBytes();
  const results = new BatchWriter(batch, json, months).list(teachers, lost);
  return answerListing(c, { head: headOf(batch.plan), results, json, summary: () => batch.summary() });
}

/** The same directly from the bytes, without parsing what is plain; `null` if the body has to be parsed. */
function answerPlain(c: Context, named: Policy, bytes: Uint8Array): Response | null {
  const list = plainList(bytes, TEACHERS);
  if (!list) return null;
  const policy = policyOfRun(named, list.rest);
  const request = readBatchRequest(policy, list.rest).value;
  if (!request || request.period) return null;
  const wording = wordingOf(c);
  const batch = new Batch(policy, request.settings, wording, { months: false, room: new RemainingIssues() });
  const json = new JsonBytes();
  openListing(headOf(batch.plan), json);
  if (!new BatchWriter(batch, json, false).scan(list)) return null;
  closeListing(batch.summary(), json);
  return answerBytes(c, json.take(), wording);
}

async function answerStream(c: Context, named: Policy | null): Promise<Response> {
  const query = readQuery(c, ['detail', 'year', 'from', 'to', 'asIfInForce', 'reading.*', 'parameter.*']);
  const months = wantsMonths(query);
  const source = new LineSource(c.req.raw.body, named ? undefined : MOST_BYTES_POLICY);
  const { policy, settings, period, lines } = await firstLines(c, named, query, source);
  const json = new JsonBytes();
  const consumer = period
    ? new PeriodConsumer(new BatchOfPeriod(policy, settings, period, wordingOf(c), () => ({ months })), json)
    : new YearConsumer(new Batch(policy, settings, wordingOf(c), { months }), json, months);
  return c.body(stream(consumer, json, lines, source), 200, { 'content-type': NDJSON_TYPE });
}

/** The start of a stream: the policy, the settings, and the lines already read beyond them. */
interface Beginning {
  readonly policy: Policy;
  readonly settings: RunSettings;
  readonly period: Period | null;
  readonly lines: Line[];
}

/** Settings come in the query or in a first line, not in both. A policy in the request needs the first line. */
async function firstLines(c: Context, named: Policy | null, query: ReadonlyMap<string, string>, source: LineSource): Promise<Beginning> {
  const asked = [...query.keys()].filter((name) => name !== 'detail');
  const [first, ...rest] = (await source.next()) ?? [];
  if (named === null || (first && isRequestLine(first))) {
    if (asked.length > 0) {
      throw new Problem('invalid-request', { issues: asked.map((name) => ({ path: [name], code: 'duplicate-key' })), inQuery: true });
    }
    const { policy, line } = await requestLine(c, named, first);
    const { settings, period } = readRequestLine(line, (body) => readSpanRequest(policy, batchLine, body));
    return { policy, settings, period, lines: rest };
  }
  if (first && first.value === undefined && asked.length === 0) throw new Problem('invalid-request', { issues: first.issues });
  const read = readSpanRequest(named, batchLine, settingsOf(query));
  if (read.value === null) throw new Problem('invalid-request', { issues: inQuery(read.issues), inQuery: true });
  const { settings, period } = read.value;
  return { policy: named, settings, period, lines: first ? [first, ...rest] : [] };
}

/** One result a line, in order, and a summary at the end, computed at the pace at which the client reads. */
function stream(consumer: StreamConsumer, json: JsonBytes, first: Line[], source: LineSource): ReadableStream<Uint8Array> {
  let waiting = first;
  let isMore = true;
  const next = async () => {
    if (!isMore) return null;
    for (const line of waiting) consumer.take(line);
    isMore = waiting.length > 0 || (await source.hand(consumer));
    waiting = [];
    if (!isMore) consumer.close();
    return json.take();
  };
  return pacedStream(next, () => source.cancel());
}
