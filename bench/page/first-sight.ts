import { chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../tests/browser/fixtures/chromium.ts';
import { openRoster } from '../../tests/browser/fixtures/open-roster.ts';
import type { FirstSightRound } from './results.ts';
import type { RosterFile } from './roster-files.ts';
import { type Line, startSlowLine } from './slow-line.ts';

/** A line of a county office. */
export const OFFICE_LINE: Line = { bitsPerSecond: 1_600_000, roundTripMs: 150 };

/** The first visit of a browser that has nothing of the page yet, over a slow line: when something is seen, when a file can be opened, when its total is there. */
export async function measureFirstSight(url: string, { path, people }: RosterFile): Promise<FirstSightRound> {
  const line = await startSlowLine(url, OFFICE_LINE);
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 } });
    const counted = countRequests(page);
    const begun = performance.now();
    await page.goto(`${line.url}/budget`, { waitUntil: 'commit' });
    await page.locator('.ways input[type=file]').waitFor({ state: 'attached' });
    const fileMs = performance.now() - begun;
    await openRoster(page, path);
    await page
      .getByTestId('sum-headcount')
      .filter({ hasText: people.toLocaleString('en') })
      .waitFor();
    const totalMs = performance.now() - begun;
    const firstMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
    return { firstMs, fileMs, totalMs, requests: counted() };
  } finally {
    await browser.close();
    line.stop();
  }
}

function countRequests(page: Page): () => number {
  let count = 0;
  page.on('requestfinished', () => count++);
  return () => count;
}
