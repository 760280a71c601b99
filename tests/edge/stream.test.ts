import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { BACKBONE, MOVED, POLICY } from './good.table.ts';
import { IS_DEEP } from './is-deep.ts';

const encoder = new TextEncoder();
const line = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`);

function send(path: string, body: ReadableStream<Uint8Array>): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body };
  return exports.default.fetch(`https://jintie.test${POLICY}${path}`, init);
}

/** Lines as they arrive. */
async function* linesOf(response: Response): AsyncGenerator<Record<string, unknown>> {
  let held = '';
  for await (const text of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    const parts = (held + text).split('\n');
    held = parts.pop() as string;
    for (const part of parts) yield JSON.parse(part);
  }
  expect(held).toBe('');
}

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

async function nextRequestIsFine(): Promise<void> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const written = writer.write(line(BACKBONE)).then(() => writer.close());
  const all = await collect(linesOf(await send('/entitlements/batch?year=2025', readable)));
  await written;
  expect(all).toMatchObject([{ personalTotal: '9624.00' }, { summary: { teachers: 1 } }]);
}

describe('a stream is answered while it is sent', () => {
  test.each([
    ['with a query', '?year=2025', []],
    ['with a request line', '', [{ request: { year: 2025 } }]],
  ])('%s: each result comes before the next teacher is sent', async (_, query, first) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    for (const one of first) void writer.write(line(one));
    void writer.write(line({ ...MOVED, id: 'T0' }));
    const results = linesOf(await send(`/entitlements/batch${query}`, readable));
    for (let index = 0; index < 20; index++) {
      expect((await results.next()).value).toMatchObject({ index, teacherId: `T${index}`, status: 'ok', personalTotal: '5400.00' });
      await writer.write(line({ ...MOVED, id: `T${index + 1}` }));
    }
    expect((await results.next()).value).toMatchObject({ index: 20 });
    await writer.close();
    expect((await results.next()).value).toMatchObject({ summary: { teachers: 21, year: 2025, personalTotal: '113400.00' } });
    expect((await results.next()).done).toBe(true);
  });

  test('with a request line alone the answer begins before any teacher is sent', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    void writer.write(line({ request: { year: 2025 } }));
    const response = await send('/entitlements/batch', readable);
    expect(response.status).toBe(200);
    await writer.close();
    expect(await collect(linesOf(response))).toMatchObject([{ summary: { teachers: 0 } }]);
  });

  test('a line in pieces, cut within a character', async () => {
    const bytes = line({ ...BACKBONE, name: '张三' });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const written = (async () => {
      for (const byte of bytes) await writer.write(Uint8Array.of(byte));
      await writer.close();
    })();
    const all = await collect(linesOf(await send('/entitlements/batch?year=2025', readable)));
    await written;
    expect(all).toMatchObject([{ personalTotal: '9624.00' }, { summary: { teachers: 1, failed: 0 } }]);
  });
});

test('a client that stops reading stops the worker reading, and the next request is fine', async () => {
  let sent = 0;
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(line({ ...MOVED, id: `T${sent++}` })),
    cancel: () => {
      stopped = true;
    },
  });
  const results = linesOf(await send('/entitlements/batch?year=2025', body));
  expect((await results.next()).value).toMatchObject({ index: 0 });
  await results.return(undefined);
  await expect.poll(() => stopped).toBe(true);
  const then = sent;
  await nextRequestIsFine();
  expect(sent).toBe(then);
});
describe('a long stream', () => {
  const COUNT = IS_DEEP ? 200_000 : 50_000;
  const PIECE = 500;

  /** So many teachers, made when they are asked for; every thousandth is bad. */
  function teachers(count: number, onSent: (sent: number) => void): ReadableStream<Uint8Array> {
    let sent = 0;
    return new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const texts: string[] = [];
          for (const end = Math.min(count, sent + PIECE); sent < end; sent++) {
            const bad = sent % 1000 === 999;
            texts.push(`{"id":"T${sent}","area":"${sent % 2 ? 'rural' : 'urban'}","post":"temporary","commute":"${bad ? 'x' : 'near'}"}\n`);
          }
          if (texts.length > 0) controller.enqueue(encoder.encode(texts.join('')));
          onSent(sent);
          if (sent === count) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  }

  test(`of ${COUNT} teachers comes back in order, and never runs far ahead of its reader`, async () => {
    let sent = 0;
    let furthest = 0;
    let read = 0;
    let failed = 0;
    let summary: unknown = null;
    const body = teachers(COUNT, (now) => {
      sent = now;
      furthest = Math.max(furthest, sent - read);
    });
    for await (const result of linesOf(await send('/entitlements/batch?year=2025', body))) {
      if ('summary' in result) {
        summary = result.summary;
        continue;
      }
      if (result.index !== read || (result.status === 'ok' && result.teacherId !== `T${read}`))
        expect(result).toMatchObject({ index: read });
      if (result.status === 'error') failed++;
      read++;
    }
    expect(read).toBe(COUNT);
    expect(failed).toBe(COUNT / 1000);
    // Even indices are urban: 1800.00 + 3000.00; odd ones rural: 3300.00 + 3000.00; the bad ones are odd.
    const total = (COUNT / 2) * 4800 + (COUNT / 2 - failed) * 6300;
    expect(summary).toMatchObject({ teachers: COUNT, failed, incomplete: 0, personalTotal: `${total}.00`, policy: { id: 'jinfeng-2021' } });
    expect(furthest).toBeLessThan(COUNT / 10);
  });

  test(`of ${COUNT} teachers makes a budget`, async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const written = (async () => {
      const writer = writable.getWriter();
      await writer.write(line({ request: { year: 2025, groupBy: ['area'] } }));
      writer.releaseLock();
      await teachers(COUNT, () => undefined).pipeTo(writable);
    })();
    const result = await (await send('/budgets', readable)).json();
    await written;
    const failed = COUNT / 1000;
    const [urban, rural] = [COUNT / 2, COUNT / 2 - failed];
    expect(result).toMatchObject({
      headcount: COUNT - failed,
      failed,
      personalTotal: `${urban * 4800 + rural * 6300}.00`,
      groups: [
        { key: { area: 'urban' }, headcount: urban, amount: `${urban * 4800}.00` },
        { key: { area: 'rural' }, headcount: rural, amount: `${rural * 6300}.00` },
      ],
    });
  });
});
