import type { Context, Hono } from 'hono';
import { Batch, computeBatch, idOf, readBatchRequest } from '../contract/batch.ts';
import { headOf } from '../contract/head.ts';
import { schemasOf } from '../contract/schemas.ts';
import { type Read, readRequest } from '../contract/settings.ts';
import type { RunSettings } from '../engine/plan.ts';
import type { Issue } from '../facts/issue.ts';
import type { Policy } from '../policy/policy.ts';
import { JSON_TYPE, MOST_BYTES_MANY, mediaTypeOf, NDJSON_TYPE, readEntries } from './body.ts';
import { wordingOf } from './language.ts';
import { type Line, LineSource } from './lines.ts';
import { policyOf } from './policies.ts';
import { Problem } from './problem.ts';
import { inQuery, readQuery, settingsOf, wantsMonths } from './query.ts';

/** Computes many teachers: as JSON, or streamed while the request is still coming in. */
export function batches(app: Hono): void {
  app.post('/api/v1/policies/:id/entitlements/batch', async (c) => {
    const policy = policyOf(c);
    return mediaTypeOf(c, [JSON_TYPE, NDJSON_TYPE]) === JSON_TYPE ? answerWhole(c, policy) : answerStream(c, policy);
  });
}

async function answerWhole(c: Context, policy: Policy): Promise<Response> {
  const months = wantsMonths(readQuery(c, ['detail']));
  const { value, lost } = await readEntries(c, MOST_BYTES_MANY, ['teachers']);
  const read = readBatchRequest(policy, value);
  if (read.value === null) throw new Problem('invalid-request', { issues: read.issues });
  return c.json(computeBatch(policy, read.value.settings, read.value.teachers, wordingOf(c), { months }, lost));
}

async function answerStream(c: Context, policy: Policy): Promise<Response> {
  const query = readQuery(c, ['detail', 'year', 'reading.*', 'parameter.*']);
  const months = wantsMonths(query);
  const source = new LineSource(c.req.raw.body);
  const { settings, lines } = await firstLines(policy, query, source);
  const batch = new Batch(policy, settings, wordingOf(c), { months });
  return c.body(stream(batch, lines, source), 200, { 'content-type': NDJSON_TYPE });
}

/** Settings come in the query or in a first line, not in both; what was read beyond them is handed on. */
async function firstLines(
  policy: Policy,
  query: ReadonlyMap<string, string>,
  source: LineSource,
): Promise<{ settings: RunSettings; lines: Line[] }> {
  const asked = [...query.keys()].filter((name) => name !== 'detail');
  const [first, ...rest] = (await source.next()) ?? [];
  const schema = schemasOf(policy).batchLine;
  if (first && isRequestLine(first)) {
    if (asked.length > 0) {
      throw new Problem('invalid-request', { issues: asked.map((name) => ({ path: [name], code: 'duplicate-key' })), inQuery: true });
    }
    return { settings: readRequestLine(first, (body) => readRequest(policy, schema, body)).settings, lines: rest };
  }
  if (first && first.value === undefined && asked.length === 0) throw new Problem('invalid-request', { issues: first.issues });
  const read = readRequest(policy, schema, settingsOf(query));
  if (read.value === null) throw new Problem('invalid-request', { issues: inQuery(read.issues), inQuery: true });
  return { settings: read.value.settings, lines: first ? [first, ...rest] : [] };
}

/** Whether a line holds the request and not a teacher. */
export function isRequestLine({ value }: Line): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'request');
}

/** Reads the request of a first line. @throws Problem with pointers into the line */
export function readRequestLine<T extends object>(line: Line, read: (body: unknown) => Read<T>): T {
  if (line.issues.length > 0) throw new Problem('invalid-request', { issues: line.issues });
  const { request, ...others } = line.value as { request: unknown };
  const result = read(request);
  const issues: Issue[] = Object.keys(others).map((key) => ({ path: [key], code: 'unknown-field' }));
  issues.push(...result.issues.map((issue) => ({ ...issue, path: ['request', ...issue.path] })));
  if (result.value === null || issues.length > 0) throw new Problem('invalid-request', { issues });
  return result.value;
}

/** One result a line, in order, and a summary at the end; the client's pace of reading sets ours. */
function stream(batch: Batch, first: Line[], source: LineSource): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let lines: Line[] | null = first;
  return new ReadableStream({
    async pull(controller) {
      if (lines?.length === 0) lines = await source.next();
      if (lines === null) {
        const summary = { ...headOf(batch.plan), ...batch.summary() };
        controller.enqueue(encoder.encode(`${JSON.stringify({ summary })}\n`));
        controller.close();
        return;
      }
      const results = lines.map(({ value, issues }) => (issues.length > 0 ? batch.fail(issues, [], idOf(value)) : batch.next(value)));
      lines = [];
      controller.enqueue(encoder.encode(results.map((result) => `${JSON.stringify(result)}\n`).join('')));
    },
    cancel: () => source.cancel(),
  });
}
