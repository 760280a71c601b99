import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Files } from './files.ts';
import { createHome } from './home.ts';
import { readServerSettings, type ServerSettings, unknownSettings } from './settings.ts';
import { Threads } from './threads.ts';

/** A connection on which nothing has moved for so long is given up: its client reads and sends nothing. */
const IDLE_MS = 120_000;
/** So often a server that is stopping looks for connections that nothing more is sent on. */
const SWEEP_MS = 100;

for (const name of unknownSettings(process.env)) console.error(`${name} is no setting and was not read.`);
const settings = readServerSettings(process.env);
if ('faults' in settings) {
  for (const fault of settings.faults) console.error(fault);
  process.exit(2);
}
run(settings);

function log(line: object): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), ...line }));
}

function run({ host, port, origins, threads: count, grace, ...rest }: ServerSettings): void {
  const files = new Files(join(import.meta.dirname, '..', 'client'));
  const threads = new Threads(new URL('./thread.js', import.meta.url), count, { JINTIE_ORIGINS: origins });
  const home = createHome({ settings: rest, threads, files, log });
  const server = serve({ fetch: home.fetch, hostname: host, port }, (address) => {
    const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    console.log(`津贴 Jintie: http://${shown}:${address.port}`);
  }) as Server;
  // A stream of many teachers may take longer to send than any request that is read whole.
  server.requestTimeout = 0;
  server.timeout = IDLE_MS;
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. To use another port, set PORT.` : error.message);
    process.exit(1);
  });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void end(server, grace)
      .then(() => threads.stop())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Takes no more requests, and ends when those under way are answered, or the time is over. */
function end(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace * 1_000);
    // A client that keeps its connection once it has its answer is not waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
