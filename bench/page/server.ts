import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The built page, served by the home on Node. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves what was built before. @throws where the port is taken or nothing was built */
export async function startServer(port: number): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/node/main.js')], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit');
  while (!(await answers(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await pause(100);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}
