import { Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BACKBONE, POLICY } from '../edge/good.table.ts';
import { open, raw, textOf } from './raw.ts';
import { type StartedServer, startServer } from './server.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const CLIENTS = 8;
const GOOD = 400;
const JSON_BODY = { 'content-type': 'application/json' };
const one = JSON.stringify({ year: 2025, teacher: BACKBONE });

/** How a client asks, over the one connection that it keeps. */
type Ask = (method: string, path: string, body?: string | Buffer, headers?: RequestOptions['headers']) => Promise<IncomingMessage>;

/** A bad request, over the connection of its client or one of its own, and the status that it has to have; 0 where nobody waits for one. */
type Bad = readonly [status: number, ask: (ask: Ask) => Promise<number | undefined>];

const bad = (status: number, method: string, path: string, body?: string | Buffer, headers?: RequestOptions['headers']): Bad => [
  status,
  async (ask) => {
    const answer = await ask(method, path, body, headers);
    await textOf(answer);
    return answer.statusCode;
  },
];
const badText = (status: number, text: string): Bad => [
  status,
  async () => Number((await raw(Number(new URL(server.url).port), text)).split(' ')[1]),
];
/** Goes away in the midst of what it sends. */
const leaving = (text: string): Bad => [
  0,
  () =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
        socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 5));
      });
      socket.on('close', () => resolve(0)).on('error', () => {});
    }),
];

const HEAD = `POST ${POLICY}/entitlements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
const BAD: readonly Bad[] = [
  bad(404, 'POST', '/api/v1/nothing', 'x'.repeat(100_000)),
  bad(404, 'POST', '/api/v1/policies/none/entitlements', one),
  bad(404, 'GET', '///'),
  bad(404, 'GET', '/%ff%00'),
  bad(405, 'POST', '/api/v1/policies', 'x'.repeat(100_000)),
  bad(405, 'POST', '/budget', 'x'.repeat(1_000)),
  bad(405, 'GET', `${POLICY}/entitlements`),
  bad(405, 'TRACE', '/healthz'),
  bad(405, 'TRACE', `${POLICY}/entitlements`),
  bad(415, 'POST', `${POLICY}/entitlements`, one, { 'content-type': 'text/plain' }),
  bad(415, 'POST', `${POLICY}/entitlements`, one, { ...JSON_BODY, 'content-encoding': 'gzip' }),
  bad(421, 'POST', `${POLICY}/entitlements`, one, { ...JSON_BODY, host: 'elsewhere.example' }),
  bad(422, 'POST', `${POLICY}/entitlements?none=1`, one),
  bad(422, 'POST', `${POLICY}/entitlements`, '{}'),
  bad(422, 'POST', `${POLICY}/entitlements`, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  bad(413, 'POST', `${POLICY}/entitlements`, 'x'.repeat(1024 * 1024)),
  bad(413, 'POST', `${POLICY}/entitlements/batch`, 'x'.repeat(9 * 1024 * 1024)),
  bad(400, 'POST', `${POLICY}/entitlements`, '{'),
  bad(400, 'POST', `${POLICY}/entitlements`, Buffer.from([0x22, 0xff, 0x22])),
  badText(400, 'GARBAGE\r\n\r\n'),
  badText(400, `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`),
  badText(400, `${HEAD}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`),
  badText(400, `GET / HTTP/1.1\r\n\r\n`),
  badText(413, `${HEAD}Content-Length: 99999999999999\r\n\r\n{`),
  badText(431, `${HEAD}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`),
  badText(501, `${HEAD}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`),
  leaving(`${HEAD}Content-Length: 1000\r\n\r\n{`),
  leaving(`${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{`),
  leaving(`${HEAD}Content-Length: ${one.length}\r\n\r\n${one}`),
  leaving('GET / HT'),
];

it('answers 400 good requests between bad ones of every kind, from several clients at once, and each bad one with its own status', {
  timeout: 240_000,
}, async () => {
  const statuses = BAD.map(() => new Set<number | undefined>());
  const answers = new Map<string, number>();
  const client = async (from: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask: Ask = (method, path, body, headers = JSON_BODY) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const { sent, answered } = open(server.url, path, { agent, method, headers: { ...headers, ...length } });
      sent.end(body);
      return answered;
    };
    for (let turn = 0; turn < GOOD / CLIENTS; turn++) {
      const at = (from * 7 + turn) % BAD.length;
      statuses[at]?.add(await (BAD[at] as Bad)[1](ask));
      const answer = await ask('POST', `${POLICY}/entitlements`, one);
      const text = `${answer.statusCode} ${await textOf(answer)}`;
      answers.set(text, (answers.get(text) ?? 0) + 1);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, at) => client(at)));
  expect(statuses.map((found) => [...found])).toEqual(BAD.map(([status]) => [status]));
  // all are alike, to the byte
  expect([...answers.values()]).toEqual([GOOD]);
  const [text = ''] = answers.keys();
  expect(JSON.parse(text.slice(4))).toMatchObject({ personalTotal: '9624.00', complete: true });
  expect(text.slice(0, 4)).toBe('200 ');
  expect(server.lines).toEqual([]);
});
