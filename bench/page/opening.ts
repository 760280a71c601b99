import type { Browser, Page } from '@playwright/test';
import { openRoster } from '../../tests/browser/fixtures/open-roster.ts';
import { lookAtRenderer } from './renderer.ts';
import type { OpeningRound } from './results.ts';
import type { RosterFile } from './roster-files.ts';

/** Opens a roster on the budget page and waits until its budget is shown. */
export async function measureOpening(page: Page, browser: Browser, { path, people }: RosterFile): Promise<OpeningRound> {
  const count = people.toLocaleString('en');
  const before = await lookAtRenderer(browser);
  const [importedAt, computedAt] = await Promise.all([
    page.evaluate((text) => watch.drawn('.people-now', text), `读入 ${count} 人`),
    page.evaluate((text) => watch.drawn('[data-testid=sum-headcount]', text), count),
    openRoster(page, path),
  ]);
  const restedAt = await page.evaluate(() => watch.rest());
  const after = await lookAtRenderer(browser);
  const inPage = await page.evaluate(
    ({ importedAt, computedAt, restedAt }) => ({
      importMs: importedAt - watch.chosenAt,
      computeMs: computedAt - importedAt,
      importTaskMs: watch.longestTask(watch.chosenAt, importedAt),
      computeTaskMs: watch.longestTask(importedAt, restedAt),
    }),
    { importedAt, computedAt, restedAt },
  );
  return {
    ...inPage,
    mainThreadMs: before && after && after.mainThreadMs - before.mainThreadMs,
    restingBytes: before?.peakBytes ?? null,
    peakBytes: after?.peakBytes ?? null,
  };
}
