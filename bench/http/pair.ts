import { Client } from './client.ts';
import { PRODUCT, startWorker, type WorkerServer, yardstick } from './workerd.ts';

/** A server that runs, and a client of it. */
export interface Running {
  readonly server: WorkerServer;
  readonly client: Client;
}

/** Runs the product beside a yardstick, each in a fresh process, for as long as something is done with them. */
export async function withPair<Result>(
  name: 'batch' | 'stream' | 'echo',
  use: (ours: Running, limit: Running) => Promise<Result>,
): Promise<Result> {
  return withWorker(PRODUCT, false, (ours) => withWorker(yardstick(name), false, (limit) => use(ours, limit)));
}

/** Runs one worker in a fresh process. */
export async function withWorker<Result>(script: string, inspected: boolean, use: (running: Running) => Promise<Result>): Promise<Result> {
  const server = await startWorker(script, inspected);
  const client = new Client(server.port);
  try {
    return await use({ server, client });
  } finally {
    client.close();
    await server.stop();
  }
}
