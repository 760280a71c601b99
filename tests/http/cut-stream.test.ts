import { expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { BACKBONE, POLICY } from '../edge/good.table.ts';

const app = createApp();
const encoder = new TextEncoder();
const teacher = `${JSON.stringify(BACKBONE)}\n`;

/** Sends these texts, then fails as a connection does that is cut. */
function cutAfter(...texts: string[]): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const text = texts[sent++];
        if (text === undefined) controller.error(new Error('SECRET-REASON'));
        else controller.enqueue(encoder.encode(text));
      },
    },
    { highWaterMark: 0 },
  );
}

async function send(path: string, type: string, body: ReadableStream<Uint8Array> | string): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
  return app.fetch(new Request(`https://jintie.test${POLICY}${path}`, init as RequestInit));
}

/** What could be read of a body, and whether it came to its end. */
async function readAll(response: Response): Promise<{ text: string; ended: boolean }> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text, ended: true };
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return { text, ended: false };
  }
}

const LINES = 'application/x-ndjson';

test.each([
  ['between lines', [teacher, teacher], 2],
  ['within a line', [teacher, teacher, '{"id":"T2","area":'], 2],
  ['after a line without its newline', [teacher, teacher.trimEnd()], 1],
])('a batch stream that is cut %s has no summary', async (_, texts, results) => {
  const { text, ended } = await readAll(await send('/entitlements/batch?year=2025', LINES, cutAfter(...texts)));
  expect(ended).toBe(false);
  expect(text.trimEnd().split('\n')).toHaveLength(results);
  expect(text).not.toContain('summary');
  const next = await readAll(await send('/entitlements/batch?year=2025', LINES, teacher));
  expect(next.ended).toBe(true);
  expect(next.text).toContain('"summary"');
});

test.each([
  ['a batch stream before its first line', '/entitlements/batch', LINES, []],
  ['a budget stream', '/budgets', LINES, ['{"request":{"year":2025}}\n', teacher]],
  ['a budget', '/budgets', 'application/json', ['{"year":2025,']],
  ['one teacher', '/entitlements', 'application/json', ['{"year":2025,']],
])('%s that is cut has no answer but a problem', async (_, path, type, texts) => {
  const { text } = await readAll(await send(path, type, cutAfter(...texts)));
  expect(text).not.toContain('SECRET');
  expect(text).not.toContain('headcount');
  expect(JSON.parse(text)).toMatchObject({ status: 400, code: 'malformed-json' });
});
