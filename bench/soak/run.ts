/**
 * Runs the server on Node under 200 clients, well and badly behaved, for a minute (`--seconds`), lets a thread die meanwhile, stops the
 * server with streams in progress, and kills another one. Reports the outcome of every request, and writes `bench/results/soak.json` and
 * `docs/performance.md`. Exits with 1 if a promise is broken. With `--quick` nothing is written.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MORTAL, type StartedServer, startServer } from '../../tests/node/server.ts';
import { residentBytes } from '../http/process-use.ts';
import { describeMachine } from '../machine.ts';
import { RESULTS, writePerformance } from '../performance.ts';
import { budget, type ClientTask, cutBody, deaf, killed, longStream, type Outcome, one, quickStream, slowStream } from './clients.ts';
import { isKept, type Moment, type SoakResults, soakLines, type Tally } from './results.ts';

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, quick: { type: 'boolean', default: false } },
});
const seconds = options.quick ? 6 : Number(options.seconds);

/** The number of clients that repeat each task. */
const CROWD: readonly (readonly [name: string, clients: number, task: ClientTask])[] = [
  ['one teacher', 110, one],
  ['stream of 2,000 lines', 15, quickStream],
  ['stream of a line at a time', 30, slowStream],
  ['budget', 5, budget],
  ['body cut by its sender', 20, cutBody],
  ['stream that is not read', 10, deaf],
  ['client killed while it waits', 10, killed],
];
const PAUSE_MS = 20;

const momentOf = ({ child: { pid } }: StartedServer): Moment => ({
  bytes: residentBytes(pid as number),
  descriptors: readdirSync(`/proc/${pid}/fd`).length,
});

/** Keeps all clients at work until stopped. */
async function crowd(url: string, isOver: () => boolean): Promise<Record<string, Tally>> {
  const tallies = Object.fromEntries(CROWD.map(([name]): [string, Tally] => [name, { right: 0, refused: 0, cut: 0, left: 0, wrong: 0 }]));
  const client = async (name: string, task: ClientTask) => {
    const tally = tallies[name] as Tally;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!isOver()) {
      tally[await task(url, agent)]++;
      await wait(PAUSE_MS);
    }
    agent.destroy();
  };
  await Promise.all(CROWD.flatMap(([name, clients, task]) => Array.from({ length: clients }, () => client(name, task))));
  return tallies;
}

/** What happens to streams and requests in progress when the server is stopped or killed. */
async function ending(signal: NodeJS.Signals): Promise<{ outcomes: Outcome[]; code: number | null; seconds: number }> {
  const server = await startServer({ JINTIE_GRACE: '5' });
  const agents = Array.from({ length: 5 }, () => new Agent());
  const under = [
    ...Array.from({ length: 20 }, () => longStream(server.url, new Agent())),
    ...agents.map((agent) => budget(server.url, agent)),
  ];
  await wait(500);
  const begun = performance.now();
  const code = await server.stop(signal);
  const lasted = (performance.now() - begun) / 1_000;
  const outcomes = await Promise.all(under);
  // the port is free again at once
  const next = await startServer({ PORT: new URL(server.url).port });
  await next.stop();
  return { outcomes, code, seconds: lasted };
}

const machine = describeMachine();
const server = await startServer({ ...MORTAL, JINTIE_THREADS: '2' });
for (let ask = 0; ask < 200; ask++) await one(server.url, new Agent());
await wait(1_000);
const start = momentOf(server);
const most = { ...start };
const watch = setInterval(() => {
  const now = momentOf(server);
  most.bytes = Math.max(most.bytes, now.bytes);
  most.descriptors = Math.max(most.descriptors, now.descriptors);
}, 100);
const end = performance.now() + seconds * 1_000;
const death = setTimeout(() => server.child.kill('SIGUSR2'), (seconds * 1_000) / 3);
const tallies = await crowd(server.url, () => performance.now() > end);
clearTimeout(death);
await wait(options.quick ? 6_000 : 60_000);
clearInterval(watch);
const after = momentOf(server);
const isWell = (await one(server.url, new Agent())) === 'right';
const deaths = server.lines
  .map((text) => JSON.parse(text) as { event: string; lost?: number })
  .filter(({ event }) => event === 'thread-lost');
const code = await server.stop();

const results: SoakResults = {
  machine,
  seconds,
  clients: CROWD.reduce((sum, [, clients]) => sum + clients, 0),
  tallies,
  start,
  most,
  after,
  isWell,
  lost: deaths.map(({ lost = 0 }) => lost),
  code,
  stopped: await ending('SIGTERM'),
  killed: await ending('SIGKILL'),
};
console.log(soakLines(results).join('\n'));
if (!options.quick) {
  writeFileSync(join(RESULTS, 'soak.json'), `${JSON.stringify(results)}\n`);
  writePerformance();
}
process.exit(isKept(results) ? 0 : 1);
