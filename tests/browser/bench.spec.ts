import { expect, test } from '@playwright/test';
import { measurePage } from '../../bench/page/measure.ts';
import { pageSection } from '../../bench/page/section.ts';
import { DEEP } from './fixtures/depth.ts';

test('the benchmark of the page measures what it says it does, here a small roster once', DEEP, async ({ baseURL }) => {
  const results = await measurePage(baseURL as string, { sizes: [500], rounds: 1, scrollingTurns: 20 });
  expect(results.openings.map(({ people, format }) => [people, format])).toEqual([
    [500, 'csv'],
    [500, 'xlsx'],
  ]);
  for (const { fileBytes, rounds } of results.openings) {
    expect(fileBytes).toBeGreaterThan(0);
    expect(rounds).toHaveLength(1);
    for (const { importMs, computeMs, mainThreadMs, restingBytes, peakBytes } of rounds) {
      expect(importMs).toBeGreaterThan(0);
      expect(computeMs).toBeGreaterThan(0);
      if (process.platform !== 'linux') continue;
      expect(mainThreadMs).toBeGreaterThan(0);
      expect(peakBytes).toBeGreaterThanOrEqual(restingBytes as number);
    }
  }
  const [scrolled] = results.scrolling.rounds;
  expect(scrolled?.wheel.rows).toBeGreaterThan(0);
  expect(scrolled?.pageDown.rows).toBeGreaterThan(0);
  expect(scrolled?.endMs).toBeGreaterThan(0);
  expect(pageSection(results)).toContain('\n| 500 | CSV, ');
});
