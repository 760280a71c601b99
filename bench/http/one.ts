import { YEAR } from '../limit/population.mjs';
import { Comparison, type WireEntry } from './agreement.ts';
import { type Home, type Running, withPair, withYardstick } from './pair.ts';
import { peopleOf } from './people.ts';
import type { OneRun } from './results.ts';
import { timeInTurns } from './turns.ts';

export const ONE_PATH = '/api/v1/policies/jinfeng-2021/entitlements';

/** The number of teachers requested in a row before the other server has its turn. */
const BLOCK = 200;
/** The number of blocks before measuring: the compiler does not settle sooner. */
const WARM_UP = 50;
/** Where the yardstick sends an answer as long as ours. */
const LEAST_PATH = '/as-long';

/**
 * Single teachers, one request after the other: of the product, of Hono that sends the same back, and of Hono that sends as much as we
 * do.
 */
export async function measureOne(home: Home, rounds: number): Promise<OneRun> {
  return withPair(home, 'echo', (ours, limit) => withYardstick(home, 'echo', (least) => measure(rounds, ours, limit, least)));
}

async function measure(rounds: number, ours: Running, limit: Running, least: Running): Promise<OneRun> {
  const { people, expected } = peopleOf(BLOCK);
  const requests = people.map(oneBody);
  const comparison = new Comparison(expected);
  const answerBytes = { ours: 0, limit: 0, least: 0 };
  for (const request of requests) {
    const { body } = await ours.client.send('POST', ONE_PATH, request);
    comparison.add(JSON.parse(body.toString()) as WireEntry);
    answerBytes.ours += body.length;
    answerBytes.limit += (await limit.client.send('POST', '/', request)).bytes;
    answerBytes.least += (await least.client.send('POST', LEAST_PATH, request)).bytes;
  }
  const job = ({ server, client }: Running, path: string, bytes: number) => ({
    pid: server.pid,
    run: async () => {
      const begun = performance.now();
      let answered = 0;
      for (const request of requests) answered += (await client.send('POST', path, request)).bytes;
      const milliseconds = performance.now() - begun;
      if (answered !== bytes) throw new Error('the answers are longer or shorter than before');
      return milliseconds;
    },
  });
  const jobs = {
    ours: job(ours, ONE_PATH, answerBytes.ours),
    limit: job(limit, '/', answerBytes.limit),
    least: job(least, LEAST_PATH, answerBytes.least),
  };
  const { least: leastTimes, ...times } = await timeInTurns(jobs, rounds > 1 ? WARM_UP : 1, rounds);
  const requestBytes = requests.reduce((sum, { length }) => sum + length, 0);
  return { agreement: comparison.result(), requestBytes, answerBytes, times, block: BLOCK, least: leastTimes };
}

/** The body of a request for one teacher. */
export function oneBody(teacher: unknown): Buffer {
  return Buffer.from(JSON.stringify({ year: YEAR, teacher }));
}
