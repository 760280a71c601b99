/**
 * Starts an unpacked release with nothing around it, asks it for one thing of each kind, ends it, and prints what came of it as JSON:
 * `visit-release.ts PROGRAM [UID]`. A process of its own, so that it can be put where there is no network.
 */
import { spawn } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { BACKBONE, POLICY } from '../edge/good.table.ts';
import { watchServer } from './server.ts';

const [program = '', uid] = process.argv.slice(2);
const account = uid ? { uid: Number(uid), gid: Number(uid) } : {};
const server = await watchServer(spawn(program, { cwd: '/', env: { PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'], ...account }));
// Where this is killed with the tests, or left alone by them, the server goes with it.
process.stdin.on('close', () => server.child.kill('SIGKILL')).resume();
process.stdin.unref?.();
const health = await (await fetch(`${server.url}/healthz`)).json();
const page = await (await fetch(server.url)).text();
const [script = ''] = /\/assets\/first-[^"]+\.js/.exec(page) ?? [];
const code = await fetch(`${server.url}${script}`);
const entitlement = await fetch(`${server.url}${POLICY}/entitlements`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ year: 2025, teacher: BACKBONE }),
});
const { personalTotal } = (await entitlement.json()) as { personalTotal: string };
console.log(
  JSON.stringify({
    networks: Object.keys(networkInterfaces()),
    health,
    script: [code.status, code.headers.get('content-type')],
    personalTotal,
    exit: await server.stop(),
    lines: server.lines,
  }),
);
