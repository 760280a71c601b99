import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BATCH_PATH, batchBody } from './batch.ts';
import { heaviestOf } from './heaviest.ts';
import { recordProfile } from './inspector.ts';
import { ONE_PATH, oneBody } from './one.ts';
import { type Running, withServer } from './pair.ts';
import { linesOf, peopleOf } from './people.ts';
import { STREAM_PATH } from './stream.ts';
import { PRODUCT, startWorker } from './workerd.ts';

const REPORTS = join(import.meta.dirname, '../../.reports');
const HEAVIEST = 25;

export const ROWS = ['batch', 'stream', 'one'] as const;
export type Row = (typeof ROWS)[number];

/** How often the work of a row is done, after as often to warm up. */
const REPEATS: Readonly<Record<Row, number>> = { batch: 20, stream: 3, one: 20 };

/** Records a profile of the product's worker at the work of a row into `.reports/`. @returns the file, and the heaviest functions by their own time */
export async function profileRow(row: Row): Promise<string> {
  const work = workOf(row);
  return withServer(startWorker(PRODUCT, true), async ({ client, server }) => {
    const repeat = async () => {
      for (let time = 0; time < REPEATS[row]; time++) await work(client);
    };
    await repeat();
    const profile = await recordProfile(server.inspectorPort as number, repeat);
    const file = join(REPORTS, `http-${row}.cpuprofile`);
    mkdirSync(REPORTS, { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
    return [file, ...heaviestOf(profile, HEAVIEST)].join('\n');
  });
}

function workOf(row: Row): (client: Running['client']) => Promise<unknown> {
  if (row === 'batch') {
    const body = batchBody(peopleOf(10_000).people);
    return (client) => client.send('POST', BATCH_PATH, body);
  }
  if (row === 'stream') {
    const pieces = linesOf(peopleOf(100_000).people);
    return (client) => client.stream(STREAM_PATH, pieces);
  }
  const bodies = peopleOf(200).people.map(oneBody);
  return async (client) => {
    for (const body of bodies) await client.send('POST', ONE_PATH, body);
  };
}
