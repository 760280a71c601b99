import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type WorkerServer, yardstick } from './workerd.ts';

/** Starts the product on Node, as it was built, with the threads that it has by itself. */
export function startNodeProduct(): Promise<WorkerServer> {
  return startNode([join(import.meta.dirname, '../../dist/node/main.js')]);
}

/** Starts a yardstick on Node: the same worker, in a server of the same kind. */
export function startNodeYardstick(name: Parameters<typeof yardstick>[0]): Promise<WorkerServer> {
  return startNode([join(import.meta.dirname, 'node-yardstick.ts'), yardstick(name)]);
}

/** @throws where it ends before it says where it listens */
async function startNode(args: readonly string[]): Promise<WorkerServer> {
  const child = spawn(process.execPath, args, { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let port: number | undefined;
  for await (const line of createInterface(child.stdout)) {
    port = Number(/http:\/\/\S+:(\d+)$/.exec(line)?.[1]);
    break;
  }
  if (!port || child.pid === undefined) throw new Error('the server ended before it listened');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid, port, inspectorPort: null, stop };
}
