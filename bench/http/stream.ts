import { YEAR } from '../limit/population.mjs';
import { Comparison, type WireEntry, type WireSummary } from './agreement.ts';
import { BATCH_PATH } from './batch.ts';
import { LineSplitter } from './line-splitter.ts';
import { type Home, type Running, withPair } from './pair.ts';
import { type Expected, linesOf, peopleOf } from './people.ts';
import { MemoryWatch } from './process-use.ts';
import type { StreamRun } from './results.ts';
import { HELD_LINES } from './stream-lines.ts';
import { timeInTurns } from './turns.ts';

export const STREAM_PATH = `${BATCH_PATH}?year=${YEAR}`;

/** So many teachers are streamed through both before anything counts, at least. */
const WARM_UP_TEACHERS = 200_000;

/** Streams of lines: of the product, and of a worker that only parses each line and serialises one about as long. */
export async function measureStream(home: Home, teachers: number, rounds: number): Promise<StreamRun> {
  const { pieces, expected } = requestOf(teachers);
  const few = pieces.slice(0, Math.ceil((pieces.length * HELD_LINES) / teachers) + 1);
  return withPair(home, 'stream', async (ours, limit) => {
    await limit.client.send('PUT', '/', Buffer.from(JSON.stringify(await firstEntries(ours, few))));
    await limit.client.stream('/', few);
    const memory = { ours: new MemoryWatch(ours.server.pid), limit: new MemoryWatch(limit.server.pid) };
    const agreement = await compareStream(ours, pieces, expected);
    const answerBytes = { ours: 0, limit: 0 };
    const job = ({ server, client }: Running, path: string, name: 'ours' | 'limit') => ({
      pid: server.pid,
      run: async () => {
        const { bytes, milliseconds } = await client.stream(path, pieces);
        if (answerBytes[name] !== 0 && answerBytes[name] !== bytes) throw new Error('the answer is longer or shorter than before');
        answerBytes[name] = bytes;
        return milliseconds;
      },
    });
    const warmUp = rounds > 1 ? Math.ceil(WARM_UP_TEACHERS / teachers) : 1;
    const jobs = { ours: job(ours, STREAM_PATH, 'ours'), limit: job(limit, '/', 'limit') };
    const times = await timeInTurns(jobs, warmUp, rounds, () => {
      memory.ours.markWarm();
      memory.limit.markWarm();
    });
    const requestBytes = pieces.reduce((sum, { length }) => sum + length, 0);
    return { agreement, requestBytes, answerBytes, times, memory: { ours: memory.ours.stop(), limit: memory.limit.stop() } };
  });
}

/** What is kept of the many teachers: not the objects. */
function requestOf(teachers: number): { pieces: readonly Buffer[]; expected: Expected } {
  const { people, expected } = peopleOf(teachers);
  return { pieces: linesOf(people), expected };
}

type StreamedLine = WireEntry | { readonly summary: WireSummary };

async function firstEntries({ client }: Running, pieces: readonly Buffer[]): Promise<StreamedLine[]> {
  const entries: StreamedLine[] = [];
  const lines = new LineSplitter((line) => entries.push(JSON.parse(line) as StreamedLine));
  await client.stream(STREAM_PATH, pieces, (piece) => lines.push(piece));
  return entries.slice(0, HELD_LINES);
}

/** Streams once and compares every line. */
async function compareStream({ client }: Running, pieces: readonly Buffer[], expected: Expected) {
  const comparison = new Comparison(expected);
  const lines = new LineSplitter((line) => {
    const entry = JSON.parse(line) as StreamedLine;
    if ('summary' in entry) comparison.close(entry.summary);
    else comparison.add(entry);
  });
  await client.stream(STREAM_PATH, pieces, (piece) => lines.push(piece));
  lines.end();
  return comparison.result();
}
