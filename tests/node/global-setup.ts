import type { TestProject } from 'vitest/node';
import { type StartedServer, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    homeUrl: string;
  }
}

let server: StartedServer;

/** Starts the home on Node as it was built (`npm run build`): the tests of the edge ask it the same over HTTP. */
export async function setup(project: TestProject): Promise<void> {
  server = await startServer();
  project.provide('homeUrl', server.url);
}

export async function teardown(): Promise<void> {
  await server.stop();
}
