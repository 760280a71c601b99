import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOVED, POLICY } from '../edge/good.table.ts';
import { open, raw, textOf } from './raw.ts';
import { MORTAL, type StartedServer, startServer } from './server.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ ...MORTAL, JINTIE_LOG: 'requests', JINTIE_THREADS: '2' });
});
afterAll(() => server?.stop());

const lines = (event: string) => server.lines.map((line) => JSON.parse(line)).filter((line) => line.event === event);
const send = (text: string) => raw(Number(new URL(server.url).port), text);
const ID = /^[0-9a-f-]{36}$/;

describe('every answer', () => {
  it.each([
    ['GET', '/', 200],
    ['HEAD', '/budget', 200],
    ['GET', '/nothing', 404],
    ['POST', '/budget', 405],
    ['GET', '/healthz', 200],
    ['POST', '/healthz', 405],
    ['GET', '/metrics', 200],
    ['GET', '/api/v1/policies', 200],
    ['GET', '/api/v1/nothing', 404],
    ['DELETE', '/api/v1/policies', 405],
  ])('%s %s has an id, the one in the log, and says how it may be kept', async (method, path, status) => {
    const given = `of-${method}-${path.replaceAll('/', '-')}`;
    for (const id of [given, undefined]) {
      const { headers, status: answered } = await fetch(`${server.url}${path}`, { method, headers: id ? { 'x-request-id': id } : {} });
      const told = headers.get('x-request-id') as string;
      expect([answered, told]).toEqual([status, id ?? expect.stringMatching(ID)]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toMatch(/^(?:no-store|no-cache|public, max-age=0, must-revalidate)$/);
      const logged = () => lines('request').filter(({ requestId }) => requestId === told);
      await expect.poll(logged).toMatchObject([{ method: expect.any(String), status }]);
    }
  });

  it('to what is no request has them too', async () => {
    for (const [text, status] of [
      ['GARBAGE\r\n\r\n', 400],
      ['GET /healthz HTTP/1.1\r\n\r\n', 400],
      ['GET /healthz HTTP/1.1\r\nHost: a@b\r\n\r\n', 400],
      ['POST /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
      ['POST /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n', 400],
      ['POST /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n', 501],
      [`GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
      ['GET /healthz HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n', 421],
    ] as const) {
      const [head = '', body = ''] = (await send(text)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(head).toMatch(/\r\nx-request-id: [0-9a-f-]{36}(?:\r\n|$)/i);
      expect(head).toMatch(/\r\ncache-control: no-store(?:\r\n|$)/i);
      expect(head).toMatch(/\r\nconnection: close(?:\r\n|$)/i);
      expect(JSON.parse(body)).toMatchObject({ status, code: expect.any(String) });
    }
  });

  it('comes before what cannot be read behind it, and both are in the log', async () => {
    const body = JSON.stringify({ year: 2025, teacher: MOVED });
    const good = `POST ${POLICY}/entitlements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    for (const behind of ['GARBAGE\r\n\r\n', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`]) {
      const answers = await send(good + behind);
      expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', expect.stringMatching(/ 4(?:00|31)$/)]);
      const ids = [...answers.matchAll(/^x-request-id: (\S+)/gim)].map(([, id]) => id);
      await expect.poll(() => lines('request').filter(({ requestId }) => ids.includes(requestId))).toHaveLength(2);
    }
  });

  it('to a request for two servers is that it is none', async () => {
    expect(await send('GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    );
  });

  it('to HEAD has the headers of GET', async () => {
    for (const path of [
      '/',
      '/nothing',
      '/healthz',
      '/api/v1/policies',
      '/api/v1/policies/jinfeng-2021',
      '/api/v1/nothing',
      '/openapi.json',
    ])
      for (const coding of ['identity', 'gzip']) {
        const ask = async (method: string) => {
          const { sent, answered } = open(server.url, path, { method, headers: { 'accept-encoding': coding, 'x-request-id': 'same' } });
          sent.end();
          const answer = await answered;
          const text = await textOf(answer);
          const { date: _, connection: __, 'transfer-encoding': ___, ...headers } = answer.headers;
          return { headers, text, status: answer.statusCode };
        };
        const [head, get] = [await ask('HEAD'), await ask('GET')];
        expect(head).toEqual({ ...get, text: '' });
        if (coding === 'identity') expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.text)));
      }
  });
});

describe('a thread that dies', () => {
  const headers = { 'content-type': 'application/x-ndjson' };
  const stream = () => {
    const { sent, answered } = open(server.url, `${POLICY}/entitlements/batch?year=2025`, { method: 'POST', headers });
    sent.on('error', () => {});
    sent.write(`${JSON.stringify(MOVED)}\n`);
    return answered;
  };

  it('cuts its streams, fails its requests, and is replaced, and the log tells which', async () => {
    // both threads have a stream, the first one an answer that is yet to begin besides
    const streams = [await stream(), await stream()];
    const ends = streams.map(
      (answer) =>
        new Promise((resolve) =>
          answer
            .on('error', () => {})
            .on('close', () => resolve(answer.complete))
            .resume(),
        ),
    );
    const half = open(server.url, `${POLICY}/entitlements/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 1_000_000, 'x-request-id': 'half' },
    });
    half.sent.on('error', () => {});
    half.sent.write('{"year": 2025, "teachers": [');
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGUSR2');
    expect(await Promise.race(ends)).toBe(false);
    // its sender is told once it has sent all
    half.sent.end(' '.repeat(1_000_000 - 28));
    const answer = await half.answered;
    expect([answer.statusCode, answer.headers['x-request-id']]).toEqual([500, 'half']);
    const route = '/api/v1/policies/:id/entitlements/batch';
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    await expect.poll(() => lines('thread-lost')).toMatchObject([{ time, level: 'error', error: 'RangeError', lost: 2 }]);
    await expect
      .poll(() => lines('cut'))
      .toMatchObject([{ time, level: 'error', route, requestId: streams[0]?.headers['x-request-id'], error: 'ThreadLostError' }]);
    await expect.poll(() => lines('failed')).toMatchObject([{ time, level: 'error', route, requestId: 'half', error: 'ThreadLostError' }]);
    expect(server.lines.join()).not.toContain('SECRET');
    for (let ask = 0; ask < 10; ask++) expect((await fetch(`${server.url}/api/v1/policies`)).status).toBe(200);
    await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
    for (const one of streams) one.destroy();
  });
});

it('computes no further for a client that is gone', async () => {
  const other = await startServer({ JINTIE_THREADS: '1' });
  const teachers = Array.from({ length: 10_000 }, (_, at) => ({ ...MOVED, id: `T${at}` }));
  const body = JSON.stringify({ year: 2025, sensitivity: true, projection: { years: 5 }, teachers });
  const underWay = async () => Number(/jintie_requests_under_way (\d+)/.exec(await (await fetch(`${other.url}/metrics`)).text())?.[1]);
  const leave = async () => {
    const { sent } = open(other.url, `${POLICY}/budgets`, { method: 'POST', headers: { 'content-type': 'application/json' } });
    sent.on('error', () => {});
    await new Promise((resolve) => sent.end(body, () => setTimeout(resolve, 300)));
    sent.destroy();
  };
  await Promise.all(Array.from({ length: 20 }, leave));
  const begun = performance.now();
  await expect.poll(underWay, { timeout: 30_000 }).toBe(0);
  const waited = performance.now() - begun;
  const alone = performance.now();
  await (
    await fetch(`${other.url}${POLICY}/budgets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  ).arrayBuffer();
  // twenty of them to their end would take twenty times as long
  expect(waited).toBeLessThan(10 * (performance.now() - alone));
  expect(other.lines).toEqual([]);
  await other.stop();
});
