import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { EngineResults, EngineRun, PeerRun } from '../../bench/engine/results.ts';
import { engineSection } from '../../bench/engine/section.ts';
import { together } from '../../bench/engine/together.ts';
import { firstSightSection } from '../../bench/page/first-sight.ts';
import type { OpeningRound, PageResults } from '../../bench/page/results.ts';
import { pageSection } from '../../bench/page/section.ts';
import { performancePage } from '../../bench/performance.ts';

it('the figures in docs/performance.md are those that were measured last', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/performance.md'), 'utf8')).toBe(performancePage());
});

const ROUND: OpeningRound = {
  importMs: 1_234,
  computeMs: 2_000,
  importTaskMs: null,
  computeTaskMs: null,
  mainThreadMs: 300,
  restingBytes: 150e6,
  peakBytes: 400e6,
};
const FRAMES = { rows: 1_800, count: 240, medianMs: 16.7, percentile95Ms: 33.3, worstMs: 50, longestTaskMs: null };
const MACHINE = { measuredAt: '2026-01-02T03:04:05.678Z', cores: 2, cpu: 'Example', memoryBytes: 8 * 2 ** 30, node: 'v24.0.0', load: 0.5 };
const RESULTS: PageResults = {
  machine: MACHINE,
  chromium: '1.2',
  openings: [
    { people: 5_000, format: 'csv', fileBytes: 340_000, rounds: [ROUND] },
    {
      people: 100_000,
      format: 'xlsx',
      fileBytes: 3_700_000,
      rounds: [{ ...ROUND, importMs: 9_000, computeTaskMs: 120 }, { ...ROUND, computeTaskMs: 80, peakBytes: 500e6 }, ROUND],
    },
  ],
  scrolling: { people: 100_000, rounds: [{ wheel: FRAMES, pageDown: { ...FRAMES, longestTaskMs: 77.4 }, endMs: 60 }] },
};

it('a section tells the median with the least and the most, and no task where none was long', () => {
  const section = pageSection(RESULTS);
  expect(section).toContain('Measured on 2026-01-02: 2 cores (Example), 8 GiB, Node 24.0.0, Chromium 1.2; load average at the start 0.50.');
  expect(section).toContain('| 5,000 | CSV, 0.3 MB | 1.23 s | 2.00 s | under 50 ms | under 50 ms | 0.30 s | 400 MB |');
  expect(section).toContain(
    '| 100,000 | Excel, 3.7 MB | 1.23 (1.23–9.00) s | 2.00 s | under 50 ms | 80 (under 50–120) ms | 0.30 s | 400 (400–500) MB |',
  );
  expect(section).toContain('| PageDown | 1,800 | 16.7 ms | 33.3 ms | 50.0 ms | 77 ms |');
});

it('a first visit is told in seconds', () => {
  const visits = [1, 3, 2].map((at) => ({ firstMs: at * 750, fileMs: 3_300, totalMs: 4_900, requests: 12 }));
  expect(firstSightSection({ machine: MACHINE, chromium: '1.2', visits })).toContain('| 1.50 (0.75–2.25) s | 3.30 s | 4.90 s | 12 |');
});

it('a section says where memory cannot be known', () => {
  const rounds = [{ ...ROUND, mainThreadMs: null, restingBytes: null, peakBytes: null }];
  const section = pageSection({ ...RESULTS, openings: [{ people: 5_000, format: 'csv', fileBytes: 340_000, rounds }] });
  expect(section).toContain('| under 50 ms | not known | not known |');
});

const EQUAL = { otherAmount: 0, otherMissing: 0, otherTotals: 0 };

function engineRun(teachers: number, ourRows: number): EngineRun {
  const checks = { ourChecks: [8], writtenOutChecks: [7] };
  const times = { limitColumns: [2], ourColumns: [3], limitEncode: [5], ourEncode: [6], limitRows: [4], ourRows: [ourRows], ...checks };
  return { agreement: { teachers, ...EQUAL }, times };
}

const ENGINE: EngineResults = {
  machine: MACHINE,
  sizes: [
    { teachers: 10_000, runs: [4, 4, 4].map((time) => engineRun(10_000, time)) },
    { teachers: 100_000, runs: [engineRun(100_000, 10), engineRun(100_000, 16), engineRun(100_000, 5)] },
  ],
  readings: { teachers: 10_000, runs: [{ options: 10, times: { one: [100], all: [310] } }] },
  peers: [
    {
      name: 'CEL',
      version: 'cel 1.0.0',
      how: 'one expression',
      agreement: { teachers: 1_000, otherAmount: 0, otherMissing: 0, otherTotals: 0 },
      times: { limit: [1], ours: [1], peer: [40] },
    },
  ],
};

it('the section of the engine tells whether what was asked is met, or that it is not', () => {
  const section = engineSection(ENGINE);
  expect(section).toContain(
    '| totals over encoded columns, 100,000 teachers | the hand-written columns, both without encoding | at least 0.5 | 0.67 of its rate | yes |',
  );
  expect(section).toContain('| at least 0.5 | 0.40 (0.25–0.80) of its rate | **no** |');
  expect(section).toContain(
    '| budget with the price of all readings (10 options), 10,000 teachers | one run | at most 3 | 3.10 times its time | **no** |',
  );
  expect(section).toContain('| CEL | at least 3 | 40 times its rate | yes |');
  expect(section).toContain('| 100,000 | 1.75 | 2.00 | 2.50 (1.25–4.00) |');
  expect(section).toContain('All of them agree with the yardstick to the fen.');
});

it('several processes with a peer are told as one, with the worst that was found', () => {
  const [peer] = ENGINE.peers as [PeerRun];
  const agreement = { teachers: 1_000, otherAmount: 54, otherMissing: 0, otherTotals: 2 };
  const other = { ...peer, agreement, times: { limit: [2], ours: [3], peer: [50] } };
  expect(together([peer, other])).toEqual({ ...peer, agreement, times: { limit: [1, 2], ours: [1, 3], peer: [40, 50] } });
});

it('the section of the engine hides no difference', () => {
  const [first, ...sizes] = ENGINE.sizes as [EngineResults['sizes'][number], ...EngineResults['sizes']];
  const [run, ...runs] = first.runs as [EngineRun, ...EngineRun[]];
  const apart = { teachers: 10_000, otherAmount: 3, otherMissing: 2, otherTotals: 1 };
  const peers = ENGINE.peers.map((peer) => ({ ...peer, agreement: { ...peer.agreement, otherAmount: 54 } }));
  const section = engineSection({ ...ENGINE, sizes: [{ ...first, runs: [{ ...run, agreement: apart }, ...runs] }, ...sizes], peers });
  expect(section).toContain('Of 10,000 teachers 3 come to another sum, of 2 something else is missing; 1 totals differ.');
  expect(section).toContain('| cel 1.0.0 | one expression | 1,000 | 54 | 0 |');
  expect(section).toContain('Not equal to the yardstick, so that their rates are those of another result: CEL.');
});
