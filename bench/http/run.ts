/**
 * Measures the API over HTTP on both homes (`--home node`, `--home workerd`: on one) against minimal workers, and writes
 * `bench/results/http.json`, `http-node.json` and `docs/performance.md`. With `--million` a million teachers are streamed as well; with
 * `--quick` everything is done once, only for correctness, and nothing is written. Named rows
 * (`batch`, `stream`, `one`) are measured alone and nothing is written; so are they with `--rounds` or `--processes`. With `--profile`
 * the named rows are profiled instead.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isEqual } from '../engine/agreement.ts';
import { describeMachine } from '../machine.ts';
import { RESULTS, writePerformance } from '../performance.ts';
import { measureBatch } from './batch.ts';
import { measureOne } from './one.ts';
import type { Home } from './pair.ts';
import { profileRow, ROWS } from './profile.ts';
import type { BatchRun, HttpResults, StreamRun } from './results.ts';
import { measureStartup } from './startup.ts';
import { measureStream } from './stream.ts';
import { tellRow } from './tell.ts';
import { RUNTIME_VERSION } from './workerd.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    processes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    home: { type: 'string' },
    million: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  },
});
const { quick } = options;
const HOMES: readonly Home[] = ['workerd', 'node'];
const wanted = (row: string) => positionals.length === 0 || positionals.includes(row);
const processes = Number(options.processes ?? (quick ? 1 : 3));
const roundsOf = (usual: number) => Number(options.rounds ?? (quick ? 1 : usual));

async function measure<Run extends BatchRun>(name: string, run: () => Promise<Run>): Promise<Run[]> {
  const runs: Run[] = [];
  for (let turn = 1; turn <= processes; turn++) {
    console.log(`${turn}/${processes}: ${name}`);
    runs.push(await run());
  }
  console.log(tellRow(name, runs));
  return runs;
}

if (options.profile) {
  for (const row of ROWS.filter(wanted)) console.log(`${row}: ${await profileRow(row)}`);
  process.exit();
}
const homes = HOMES.filter((home) => options.home === undefined || options.home === home);
const isWritten = !quick && positionals.length === 0 && options.rounds === undefined && options.processes === undefined;

/** Measures everything on one home. */
async function measureHome(home: Home): Promise<HttpResults> {
  const machine = describeMachine();
  const batch = wanted('batch') ? await measure(`${home}: batch`, () => measureBatch(home, quick ? 2_000 : 10_000, roundsOf(15))) : [];
  const streams: { teachers: number; runs: StreamRun[] }[] = [];
  if (wanted('stream')) {
    for (const teachers of quick ? [2_000] : options.million ? [100_000, 1_000_000] : [100_000]) {
      const rounds = roundsOf(teachers > 200_000 ? 3 : 9);
      const name = `${home}: stream of ${teachers.toLocaleString('en')}`;
      streams.push({ teachers, runs: await measure(name, () => measureStream(home, teachers, rounds)) });
    }
  }
  const one = wanted('one') ? await measure(`${home}: one teacher`, () => measureOne(home, roundsOf(30))) : [];
  return { machine, runtime: RUNTIME_VERSION, batch, streams, one };
}

function write(file: string, results: object): void {
  mkdirSync(RESULTS, { recursive: true });
  const text = JSON.stringify(results, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value));
  writeFileSync(join(RESULTS, file), `${text}\n`);
}

const all: HttpResults[] = [];
for (const home of homes) {
  const results = await measureHome(home);
  all.push(results);
  if (!isWritten) continue;
  write(home === 'node' ? 'http-node.json' : 'http.json', home === 'node' ? { ...results, startup: await measureStartup(9) } : results);
  writePerformance();
}
const runs = all.flatMap(({ batch, streams, one }) => [...batch, ...streams.flatMap(({ runs }) => runs), ...one]);
if (runs.some(({ agreement }) => !isEqual(agreement))) throw new Error('the API and the yardstick differ');
