import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from 'older-playwright-core';
import { SLOW } from '../slow.ts';
import { DEEP } from './fixtures/depth.ts';
import { type OldestChromium, startOldestChromium } from './fixtures/oldest-chromium.ts';
import { rosterOf, workbookOf } from './fixtures/roster.ts';

/** The main tasks in the oldest browser that is served: in county offices it is not rare. */
test.describe.configure({ mode: 'default' });

let browser: OldestChromium;
test.beforeAll(async () => {
  test.skip(process.platform !== 'linux' || process.arch !== 'x64', 'the package has no browser for this machine');
  browser = await startOldestChromium();
  expect(browser.version).toMatch(/^86\./);
});
test.afterAll(() => browser?.close());

/** Opens a page of ours; whatever its program throws fails the test. */
async function opened(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.context.newPage();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error.stack ?? error)));
  page.setDefaultTimeout(60_000 * SLOW);
  try {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${test.info().project.use.baseURL}${address}`);
    await work(page);
    expect(thrown).toEqual([]);
  } finally {
    await page.close();
  }
}

const textOf = async (page: Page, id: string) => (await page.getByTestId(id).textContent()) ?? '';

test('the sample roster becomes a budget, with its chart', async () => {
  await opened('/budget', async (page) => {
    await page.getByRole('button', { name: '载入示例名册' }).click();
    await page.getByTestId('sum-headcount').filter({ hasText: '4,988' }).waitFor();
    expect(await textOf(page, 'sum-total')).toContain('35,964,978.07');
    await page.locator('.chart svg').first().waitFor();
    await page.screenshot({ path: test.info().outputPath('budget.png') });
  });
});

for (const file of [rosterOf(300), workbookOf(300)]) {
  test(`a roster of one's own is read, looked into and handed in: ${file.name}`, DEEP, async () => {
    await opened('/budget', async (page) => {
      await page.locator('.ways input[type=file]').setInputFiles(file);
      await page.getByTestId('sum-headcount').filter({ hasText: '300' }).waitFor();
      await page.getByRole('link', { name: '餐补', exact: true }).click();
      await page
        .getByRole('row', { name: /R000002/ })
        .first()
        .waitFor();
      await page.goBack();
      await page.getByRole('button', { name: '导出 Excel' }).click();
      await page.getByText(/^已导出 .*\.xlsx。$/).waitFor();
    });
  });
}

test('one teacher is checked, and arrears of that teacher are computed', DEEP, async () => {
  await opened('/check', async (page) => {
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.getByTestId('personal-total').filter({ hasText: '9,624.00' }).waitFor();
    await page.screenshot({ path: test.info().outputPath('check.png') });
    await page.getByRole('link', { name: '算补发' }).click();
    await page.getByRole('textbox', { name: '年度', exact: true }).fill('2025');
    await page.getByRole('radio', { name: /“查一位教师”中填写的教师/ }).check();
    const now = page.getByRole('region', { name: '应发（现在）' });
    await now.locator('summary', { hasText: '标准' }).click();
    await now.getByRole('button', { name: '餐补 · 农村：年内分段填写' }).click();
    await now.getByRole('textbox', { name: '餐补 · 农村，第 1 段起始月' }).fill('2025-07');
    await now.getByRole('textbox', { name: '餐补 · 农村，第 1 段标准' }).fill('360');
    await page.getByTestId('arrears-difference').filter({ hasText: '+120.00 元' }).waitFor();
    await page.screenshot({ path: test.info().outputPath('arrears.png') });
  });
});

test("a policy is read, one of one's own too, and settings go through a link", DEEP, async () => {
  const sixth = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url));
  await opened('/policy', async (page) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.screenshot({ path: test.info().outputPath('policy.png') });
    const file = { name: 'sixth.yaml', mimeType: 'application/octet-stream', buffer: sixth };
    await page.locator('.policy > .page-head input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { level: 1, name: '偏远学校岗位补贴办法' }).waitFor();
  });
  let link = '';
  await opened('/budget', async (page) => {
    await page.getByRole('button', { name: '设置链接' }).click();
    const field = page.getByRole('textbox', { name: '带设置的链接' });
    await field.waitFor();
    link = await field.inputValue();
    expect(link).toMatch(/#settings=1\./);
  });
  await opened(new URL(link).href.slice(new URL(link).origin.length), (page) => page.getByText('这个链接带有设置').waitFor());
});

test('what is kept comes back, and the page opens without a network', DEEP, async () => {
  await opened('/budget', async (page) => {
    await page.getByRole('button', { name: '本机保存：关' }).click();
    await page.getByRole('checkbox', { name: '在本浏览器保存' }).check();
    await page.getByRole('button', { name: '关闭' }).click();
    await page.locator('.ways input[type=file]').setInputFiles(rosterOf(20));
    await page.getByTestId('sum-headcount').filter({ hasText: '20' }).waitFor();
    await page.getByRole('button', { name: '本机保存：开' }).click();
    await page.getByText('没有网络也能打开').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();
    await page.waitForFunction('indexedDB.databases().then((all) => all.length > 0)');
    await browser.context.setOffline(true);
    await page.reload();
    await page.getByTestId('sum-headcount').filter({ hasText: '20' }).waitFor();
    await browser.context.setOffline(false);
  });
});

test('the reference of the API opens', DEEP, async () => {
  await opened('/docs', (page) => page.getByText('/api/v1/policies/{id}/entitlements').first().waitFor());
});
