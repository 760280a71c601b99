import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOVED, POLICY } from '../edge/good.table.ts';
import { open } from './raw.ts';
import { MORTAL, startServer } from './server.ts';

/** Why a server does not start, with its exit code. */
const refusal = async (env: Record<string, string>): Promise<string> =>
  startServer(env).then(
    async (server) => `it runs and ended with ${await server.stop()}`,
    ({ message }: Error) => message,
  );

describe('the start', () => {
  it.each([
    ['0.0.0.0', 'http://127.0.0.1:'],
    ['::', 'http://[::1]:'],
    ['[::1]', 'http://[::1]:'],
    ['localhost', 'http://localhost:'],
  ])('on %s shows an address that answers', async (HOST, shown) => {
    const server = await startServer({ HOST });
    expect(server.url).toContain(shown);
    expect((await fetch(`${server.url}/`)).status).toBe(200);
    expect(server.lines.filter((line) => line.includes('JINTIE_HOSTS'))).toHaveLength(HOST === '0.0.0.0' || HOST === '::' ? 1 : 0);
    await server.stop();
  });

  it('says nothing of names where it was told some', async () => {
    const server = await startServer({ HOST: '0.0.0.0', JINTIE_HOSTS: 'jintie.county.example' });
    expect(server.lines.join()).not.toContain('421');
    await server.stop();
  });

  it('tells of a name that looks like a setting and is none', async () => {
    const server = await startServer({ JINTIE_HOST: 'jintie.example' });
    expect(server.lines).toContain('JINTIE_HOST is no setting and was not read.');
    await server.stop();
  });

  it.each([
    ['PORT', '70000'],
    ['HOST', 'http://x'],
    ['HOST', '203.0.113.7'],
    ['HOST', 'nowhere.invalid'],
    ['JINTIE_ORIGINS', 'payroll.example'],
    ['JINTIE_HOSTS', 'http://x'],
    ['JINTIE_LOG', 'all'],
  ])('ends with 2 where %s is %s, and says so', async (name, value) => {
    const said = await refusal({ [name]: value });
    expect(said).toMatch(new RegExp(`^the server ended with 2: ${name} must `));
    expect(said).not.toContain(' at ');
  });

  it('ends with 1 where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.on('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toBe(`the server ended with 1: Port ${port} is in use. To use another port, set PORT.`);
    other.close();
  });

  it('ends with 2 and one sentence under a Node that is too old', () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '22.11.0' });";
    const program = join(import.meta.dirname, '../../dist/node/main.js');
    const besides = ['--import', `data:text/javascript,${encodeURIComponent(old)}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...besides, program], { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([2, '', 'Jintie needs Node 22.12 or newer; this is 22.11.0.\n']);
  });
});

describe('the end', () => {
  it('comes with 0 when told to, once what is under way is over or the time is', async () => {
    const server = await startServer({ JINTIE_GRACE: '1' });
    const { sent, answered } = open(server.url, `${POLICY}/entitlements/batch?year=2025`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    sent.on('error', () => {});
    sent.write(`${JSON.stringify(MOVED)}\n`);
    const answer = await answered;
    const cut = new Promise((resolve) => answer.on('close', () => resolve(answer.complete)).resume());
    expect(await server.stop()).toBe(0);
    // without its summary: whoever reads it can tell
    expect(await cut).toBe(false);
    expect(server.lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', event: 'stopped-early', lost: 1 }]);
  });

  it('comes at once, with 1, when told a second time', async () => {
    const server = await startServer({ JINTIE_GRACE: '600' });
    const { sent, answered } = open(server.url, `${POLICY}/entitlements/batch?year=2025`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    sent.on('error', () => {});
    sent.write(`${JSON.stringify(MOVED)}\n`);
    (await answered).on('error', () => {}).resume();
    const ended = server.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    expect(await ended).toBe(1);
  });

  it('comes with 1 and a line of the log where the server itself fails, and with nothing left behind', async () => {
    const server = await startServer(MORTAL);
    const port = Number(new URL(server.url).port);
    expect(await server.stop('SIGHUP')).toBe(1);
    expect(server.lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', event: 'uncaught', error: 'RangeError' }]);
    expect(server.lines.join()).not.toContain('SECRET');
    await expect(new Promise((resolve, reject) => connect(port, '127.0.0.1', resolve as () => void).on('error', reject))).rejects.toThrow();
  });
});
