import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKBONE, MOVED, POLICY } from '../edge/good.table.ts';
import { open, raw, textOf } from './raw.ts';
import { type StartedServer, startServer } from './server.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ JINTIE_ORIGINS: 'https://payroll.example', JINTIE_LOG: 'requests', JINTIE_GRACE: '1' });
});
afterAll(() => server?.stop());

const JSON_BODY = { 'content-type': 'application/json' };
const one = JSON.stringify({ year: 2025, teacher: BACKBONE });

const post = (path: string, body: string, headers: Record<string, string> = JSON_BODY) =>
  fetch(`${server.url}${path}`, { method: 'POST', headers, body });
const good = async () => {
  const response = await post(`${POLICY}/entitlements`, one);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ personalTotal: '9624.00' });
};

describe('the home on Node', () => {
  it('tells whoever sends all before reading anything that it was too much', async () => {
    const { sent, answered } = open(server.url, `${POLICY}/entitlements/batch`, {
      method: 'POST',
      headers: { ...JSON_BODY, 'content-length': 20_000_000 },
    });
    sent.end('x'.repeat(20_000_000));
    const answer = await answered;
    expect(answer.statusCode).toBe(413);
    expect(JSON.parse(await textOf(answer))).toMatchObject({ code: 'payload-too-large' });
    await good();
  });

  it('goes on after bodies that are cut', async () => {
    for (let index = 0; index < 20; index++) {
      const { sent } = open(server.url, `${POLICY}/entitlements/batch`, {
        method: 'POST',
        headers: { ...JSON_BODY, 'content-length': 1_000_000 },
      });
      sent.on('error', () => {});
      sent.write('{"year": 2025, "teachers": [');
      await new Promise((resolve) => setTimeout(resolve, 5));
      sent.destroy();
    }
    await good();
  });

  it('answers a stream line by line while it is sent', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const { sent, answered } = open(server.url, `${POLICY}/entitlements/batch?year=2025`, { method: 'POST', headers });
    sent.write(`${JSON.stringify({ ...MOVED, id: 'T0' })}\n`);
    const lines = (await answered).setEncoding('utf8')[Symbol.asyncIterator]();
    for (let index = 0; index < 10; index++) {
      expect(JSON.parse((await lines.next()).value)).toMatchObject({ index, teacherId: `T${index}`, status: 'ok' });
      sent.write(`${JSON.stringify({ ...MOVED, id: `T${index + 1}` })}\n`);
    }
    await lines.next();
    sent.end();
    expect(JSON.parse((await lines.next()).value)).toMatchObject({ summary: { teachers: 11 } });
  });

  it('reads no further from a sender who reads nothing, and holds little', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const { sent, answered } = open(server.url, `${POLICY}/entitlements/batch?year=2025`, { method: 'POST', headers });
    sent.on('error', () => {});
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) * 1024;
    const before = memory();
    const lines = `${JSON.stringify({ ...MOVED })}\n`.repeat(500);
    let isFull = false;
    (await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 500))])) as unknown;
    for (let piece = 0; piece < 2_000 && !isFull; piece++) {
      if (sent.write(lines)) continue;
      isFull = await Promise.race([
        new Promise<boolean>((resolve) => sent.once('drain', () => resolve(false))),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 2_000)),
      ]);
    }
    expect(isFull).toBe(true);
    expect(memory() - before).toBeLessThan(300_000_000);
    sent.destroy();
    await good();
  });

  it('says that it is up beside the largest request', async () => {
    const teachers = Array.from({ length: 10_000 }, (_, at) => ({ ...MOVED, id: `T${at}` }));
    let isDone = false;
    const large = post(`${POLICY}/budgets`, JSON.stringify({ year: 2025, sensitivity: true, teachers })).then(async (response) => {
      await response.arrayBuffer();
      isDone = true;
      return response.status;
    });
    let slowest = 0;
    while (!isDone) {
      const begun = performance.now();
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - begun);
    }
    expect(await large).toBe(200);
    expect(slowest).toBeLessThan(1_000);
  });

  it('has the page at its addresses, and with a 404 at others, each with the policy of what it may load', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/budget', 200],
      ['/policy', 200],
      ['/docs', 200],
      ['/nothing', 404],
      ['/index.html', 404],
      ['/a/../etc', 404],
      ['///', 404],
    ] as const) {
      const response = await fetch(`${server.url}${path}`);
      expect([path, response.status]).toEqual([path, status]);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      await response.arrayBuffer();
    }
  });

  it('compresses, and lets files with a hash be kept for good', async () => {
    const page = await (await fetch(`${server.url}/`)).text();
    const [script] = /\/assets\/first-[\w-]+\.js/.exec(page) ?? [];
    const response = await fetch(`${server.url}${script}`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    const etag = response.headers.get('etag') as string;
    expect((await fetch(`${server.url}${script}`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const lines = Array.from({ length: 50 }, (_, at) => `${JSON.stringify({ ...MOVED, id: `T${at}` })}\n`).join('');
    const stream = await post(`${POLICY}/entitlements/batch?year=2025`, lines, { 'content-type': 'application/x-ndjson' });
    expect(stream.headers.get('content-encoding')).toBeNull();
    await stream.arrayBuffer();
    const list = await fetch(`${server.url}/api/v1/policies/jinfeng-2021`);
    expect(list.headers.get('content-encoding')).toBe('gzip');
    expect(await list.json()).toMatchObject({ id: 'jinfeng-2021' });
  });

  it('answers under its own names only', async () => {
    const { sent, answered } = open(server.url, '/healthz', { headers: { host: 'evil.example' } });
    sent.end();
    expect((await answered).statusCode).toBe(421);
    const named = open(server.url, '/healthz', { headers: { host: 'localhost:9' } });
    named.sent.end();
    expect((await named.answered).statusCode).toBe(200);
  });

  it('lets pages of the origins that it was told of call it, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${server.url}${POLICY}/entitlements`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const known = await preflight('https://payroll.example');
    expect(known.status).toBe(204);
    expect(known.headers.get('access-control-allow-origin')).toBe('https://payroll.example');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await post(`${POLICY}/entitlements`, one, { ...JSON_BODY, origin: 'https://payroll.example' });
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-Id');
  });

  it('counts and logs by route, with nothing that a caller has written', async () => {
    await fetch(`${server.url}/api/v1/policies/SECRET?q=SECRET`, { headers: { 'x-request-id': 'abc-1' } });
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('route="/api/v1/policies/:id",method="GET",status="422"');
    expect(server.lines.some((line) => line.includes('"requestId":"abc-1"') && line.includes('"status":422'))).toBe(true);
    expect(server.lines.join('\n')).not.toContain('SECRET');
  });

  it('loses nobody to a request that cannot be made', async () => {
    const { hostname, port } = new URL(server.url);
    for (const line of ['TRACE /healthz', `TRACE ${POLICY}/budgets`, 'GET http://u:p@localhost/api/v1/policies']) {
      const text = await raw(Number(port), `${line} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
      expect(text).toMatch(line.startsWith('TRACE') ? /^HTTP\/1.1 405 / : /^HTTP\/1.1 200 /);
    }
    expect(server.lines.filter((one) => one.includes('thread-lost'))).toEqual([]);
  });
});
