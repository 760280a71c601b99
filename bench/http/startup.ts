import { startProduct } from './pair.ts';
import { residentBytes } from './process-use.ts';
import type { Startup } from './results.ts';

const HOMES = ['node', 'workerd'] as const;
const READY = '/api/v1/policies';

/** Starts the product in turns on Node and in the Workers runtime, until it answers its first request of the API. */
export async function measureStartup(rounds: number): Promise<Startup[]> {
  const runs: Startup[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = { node: { milliseconds: 0, bytes: 0 }, workerd: { milliseconds: 0, bytes: 0 } };
    for (const home of round % 2 === 0 ? HOMES : HOMES.toReversed()) {
      const begun = performance.now();
      const server = await startProduct(home);
      const answer = await fetch(`http://127.0.0.1:${server.port}${READY}`);
      if (!answer.ok) throw new Error(`${READY} answered with ${answer.status}`);
      await answer.arrayBuffer();
      run[home] = { milliseconds: performance.now() - begun, bytes: residentBytes(server.pid) };
      await server.stop();
    }
    runs.push(run);
  }
  return runs;
}
