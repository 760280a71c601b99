import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../tests/browser/fixtures/chromium.ts';
import { watchPage } from './watch.ts';

/** Opens the budget page in a fresh browser, hands it over when it is at rest, and closes the browser. @param url of the server */
export async function visitBudget<Result>(url: string, measure: (page: Page, browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 800 },
      // It would store the program in the background while something is measured.
      serviceWorkers: 'block',
    });
    page.setDefaultTimeout(120_000);
    await page.addInitScript(watchPage);
    await page.goto(`${url}/budget`);
    await page.locator('.ways input[type=file]').waitFor({ state: 'attached' });
    await page.evaluate(() => watch.rest());
    return await measure(page, browser);
  } finally {
    await browser.close();
  }
}
