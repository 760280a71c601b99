/**
 * Measures the engine against the yardstick, and writes `engine.json` and `policies.json` in `bench/results/` and `docs/performance.md`. With `--quick` it computes
 * 2,000 teachers once, only for correctness, and writes nothing; with `--million` it also measures a million teachers.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '../machine.ts';
import { RESULTS, writePerformance } from '../performance.ts';
import { isEqual } from './agreement.ts';
import { agreementLines } from './agreement-lines.ts';
import { policiesSection, policyTable } from './policies-section.ts';
import { runFresh } from './processes.ts';
import type { EngineResults, EngineRun, PeerRun, PoliciesResults, PolicyRun, ReadingsRun } from './results.ts';
import { engineSection } from './section.ts';
import { together } from './together.ts';

/** The keys of `PEERS` in `bench/peers/measure.ts`. */
const PEERS = ['decimal', 'cel', 'zen', 'json-rules', 'publicodes'];

const quick = process.argv.includes('--quick');
const sizes = quick ? [2_000] : [10_000, 20_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])];
const processes = quick ? 1 : 3;
const budgetTeachers = quick ? 2_000 : 10_000;

const machine = describeMachine();
const engineRuns = new Map<number, EngineRun[]>(sizes.map((teachers) => [teachers, []]));
const readingsRuns: ReadingsRun[] = [];
for (let turn = 1; turn <= processes; turn++) {
  for (const [teachers, runs] of engineRuns) {
    console.log(`${turn}/${processes}: ${teachers.toLocaleString('en')} teachers`);
    runs.push(runFresh('engine', ['engine', teachers, quick ? 1 : teachers > 200_000 ? 9 : 15]));
  }
  console.log(`${turn}/${processes}: the price of all readings`);
  readingsRuns.push(runFresh('engine', ['readings', budgetTeachers, quick ? 1 : 9]));
}
console.log('every policy');
const policies: PoliciesResults = {
  machine,
  teachers: budgetTeachers,
  runs: runFresh<PolicyRun[]>('engine', ['policies', budgetTeachers, quick ? 1 : 9]),
};
const peers = PEERS.map((peer) => {
  console.log(peer);
  return together(Array.from({ length: processes }, () => runFresh<PeerRun>('peers', [peer, quick ? 200 : 0, quick ? 1 : 9])));
});
const results: EngineResults = {
  machine,
  sizes: [...engineRuns].map(([teachers, runs]) => ({ teachers, runs })),
  readings: { teachers: budgetTeachers, runs: readingsRuns },
  peers,
};
if (!quick) {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'engine.json'), `${JSON.stringify(results)}\n`);
  writeFileSync(join(RESULTS, 'policies.json'), `${JSON.stringify(policies)}\n`);
  writePerformance();
}
console.log(
  `\n${quick ? [...agreementLines(results), policyTable(policies)].join('\n') : [engineSection(results), policiesSection(policies)].join('\n')}`,
);
if (results.sizes.some(({ runs }) => runs.some(({ agreement }) => !isEqual(agreement))))
  throw new Error('the engine and the yardstick differ');
