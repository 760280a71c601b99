/**
 * Measures the built page in Chromium, writes `bench/results/page.json` and `docs/performance.md`. With `--quick` it opens 500 people once, to
 * see that everything works, and writes nothing. With `--first-sight` it measures a first visit over a slow line alone, and writes
 * `first-sight.json`. The port of its server is `BENCH_PORT`, 8790 if not set.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS, writePerformance } from '../performance.ts';
import { firstSightSection, measureFirstSight } from './first-sight.ts';
import { measurePage } from './measure.ts';
import { pageSection } from './section.ts';
import { startServer } from './server.ts';

const quick = process.argv.includes('--quick');
const size = quick ? { sizes: [500], rounds: 1, scrollingTurns: 20 } : { sizes: [5_000, 50_000, 100_000], rounds: 3, scrollingTurns: 200 };

/** No clock here is better than that. */
function toHundredths(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}

function write(file: string, results: object): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, file), `${JSON.stringify(results, (_, value) => toHundredths(value), 2)}\n`);
  writePerformance();
}

const server = await startServer(Number(process.env.BENCH_PORT ?? '8790'));
try {
  if (process.argv.includes('--first-sight')) {
    const seen = await measureFirstSight(server.url, 5);
    write('first-sight.json', seen);
    console.log(`\n${firstSightSection(seen)}`);
  } else {
    const results = await measurePage(server.url, { ...size, onStep: console.log });
    if (!quick) write('page.json', results);
    console.log(`\n${pageSection(results)}`);
  }
} finally {
  await server.stop();
}
