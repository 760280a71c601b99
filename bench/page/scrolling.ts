import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { quantile } from '../statistics.ts';
import type { Frames, ScrollingRound } from './results.ts';

/** A wheel that is turned fast, in pixels and turns. */
const NOTCH_PX = 240;
const NOTCH_MS = 16;
/** A key that is held down. */
const REPEAT_MS = 33;

/**
 * Scrolls through the list of all people of a budget that is shown: by the wheel, by holding PageDown, and to the end.
 *
 * @param people of whom all get the meal subsidy
 * @param turns how many of the wheel and how many of the key
 */
export async function measureScrolling(page: Page, people: number, turns: number): Promise<ScrollingRound> {
  await page.getByRole('link', { name: '餐补', exact: true }).click();
  const grid = page.getByRole('grid');
  const toBegin = async () => {
    await grid.getByRole('link', { name: idOf(1) }).waitFor();
    await page.evaluate(() => watch.rest());
  };
  await toBegin();
  await grid.getByRole('row').nth(3).hover();
  const wheel = await measureFrames(page, turns, NOTCH_MS, () => page.mouse.wheel(0, NOTCH_PX));
  await grid.focus();
  await page.keyboard.press('Home');
  await toBegin();
  const pageDown = await measureFrames(page, turns, REPEAT_MS, () => page.keyboard.down('PageDown'));
  await page.keyboard.up('PageDown');
  await page.keyboard.press('Home');
  await toBegin();
  const [endAt] = await Promise.all([page.evaluate((id) => watch.drawn('[role=grid] a', id), idOf(people)), page.keyboard.press('End')]);
  const endMs = endAt - (await page.evaluate(() => watch.pressedAt));
  return { wheel, pageDown, endMs };
}

/** The staff number that the made-up roster gives to somebody, counted from one. */
function idOf(person: number): string {
  return `R${String(person).padStart(6, '0')}`;
}

/** Runs in the page. */
function firstDrawnRow(): number {
  return Number(document.querySelector('[role=grid] tbody [aria-rowindex]')?.getAttribute('aria-rowindex'));
}

async function measureFrames(page: Page, turns: number, everyMs: number, act: () => Promise<void>): Promise<Frames> {
  const firstRow = await page.evaluate(firstDrawnRow);
  const begunAt = await page.evaluate(() => performance.now());
  const noted = await page.evaluateHandle(() => watch.frames());
  const begun = performance.now();
  for (let turn = 0; turn < turns; turn++) {
    await pause(Math.max(0, begun + turn * everyMs - performance.now()));
    await act();
  }
  const times = await noted.evaluate((stop) => stop());
  await noted.dispose();
  const restedAt = await page.evaluate(() => watch.rest());
  const longestTaskMs = await page.evaluate(([from, to]) => watch.longestTask(from, to), [begunAt, restedAt] as const);
  const deltasMs = times.slice(1).map((time, at) => time - (times[at] as number));
  return {
    rows: (await page.evaluate(firstDrawnRow)) - firstRow,
    count: deltasMs.length,
    medianMs: quantile(deltasMs, 0.5),
    percentile95Ms: quantile(deltasMs, 0.95),
    worstMs: Math.max(...deltasMs),
    longestTaskMs,
  };
}
