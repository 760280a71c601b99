import { Client } from './client.ts';
import { startNodeProduct, startNodeYardstick } from './node.ts';
import { PRODUCT, startWorker, type WorkerServer, yardstick } from './workerd.ts';

/** Where the product runs, and beside it a yardstick: the Workers runtime, or Node. */
export type Home = 'workerd' | 'node';
export type YardstickName = Parameters<typeof yardstick>[0];

/** A server that runs, and a client of it. */
export interface Running {
  readonly server: WorkerServer;
  readonly client: Client;
}

/** Runs the product beside a yardstick, each in a fresh process, for as long as something is done with them. */
export async function withPair<Result>(
  home: Home,
  name: YardstickName,
  use: (ours: Running, limit: Running) => Promise<Result>,
): Promise<Result> {
  return withServer(startProduct(home), (ours) => withYardstick(home, name, (limit) => use(ours, limit)));
}

/** Starts the product, as it was built. */
export function startProduct(home: Home): Promise<WorkerServer> {
  return home === 'node' ? startNodeProduct() : startWorker(PRODUCT);
}

/** Runs a yardstick in a fresh process. */
export async function withYardstick<Result>(home: Home, name: YardstickName, use: (running: Running) => Promise<Result>): Promise<Result> {
  return withServer(home === 'node' ? startNodeYardstick(name) : startWorker(yardstick(name)), use);
}

/** Uses a server that is being started, and stops it. */
export async function withServer<Result>(starting: Promise<WorkerServer>, use: (running: Running) => Promise<Result>): Promise<Result> {
  const server = await starting;
  const client = new Client(server.port);
  try {
    return await use({ server, client });
  } finally {
    client.close();
    await server.stop();
  }
}
