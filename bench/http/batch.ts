import { YEAR } from '../limit/population.mjs';
import { Comparison, type WireEntry, type WireSummary } from './agreement.ts';
import { type Home, withPair } from './pair.ts';
import { peopleOf } from './people.ts';
import type { BatchRun } from './results.ts';
import { timeInTurns } from './turns.ts';

export const BATCH_PATH = '/api/v1/policies/jinfeng-2021/entitlements/batch';

/** The number of batches that both process before measuring. */
const WARM_UP = 20;

interface BatchAnswer {
  readonly results: readonly WireEntry[];
  readonly summary: WireSummary;
}

/** Batches as JSON: of the product, and of a worker that only parses the same and serialises the same. */
export async function measureBatch(home: Home, teachers: number, rounds: number): Promise<BatchRun> {
  const { people, expected } = peopleOf(teachers);
  const request = batchBody(people);
  return withPair(home, 'batch', async (ours, limit) => {
    const answer = (await ours.client.send('POST', BATCH_PATH, request)).body;
    const comparison = new Comparison(expected);
    const { results, summary } = JSON.parse(answer.toString()) as BatchAnswer;
    for (const entry of results) comparison.add(entry);
    comparison.close(summary);
    await limit.client.send('PUT', '/', answer);
    const job = ({ server, client }: typeof ours, path: string) => ({
      pid: server.pid,
      run: async () => {
        const { body, milliseconds } = await client.send('POST', path, request);
        if (!body.equals(answer)) throw new Error('the answer is another than before');
        return milliseconds;
      },
    });
    const times = await timeInTurns({ ours: job(ours, BATCH_PATH), limit: job(limit, '/') }, rounds > 1 ? WARM_UP : 1, rounds);
    const answerBytes = { ours: answer.length, limit: answer.length };
    return { agreement: comparison.result(), requestBytes: request.length, answerBytes, times };
  });
}

/** The body of a batch. */
export function batchBody(people: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify({ year: YEAR, teachers: people }));
}
