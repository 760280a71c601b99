import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
const RESULTS: PageResults = {
  machine: { measuredAt: '2026-01-02T03:04:05.678Z', cores: 2, cpu: 'Example', memoryBytes: 8 * 2 ** 30, node: 'v24.0.0', load: 0.5 },
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

it('a section says where memory cannot be known', () => {
  const rounds = [{ ...ROUND, mainThreadMs: null, restingBytes: null, peakBytes: null }];
  const section = pageSection({ ...RESULTS, openings: [{ people: 5_000, format: 'csv', fileBytes: 340_000, rounds }] });
  expect(section).toContain('| under 50 ms | not known | not known |');
});
