import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { chromiumLaunchOptions } from './fixtures/chromium.ts';
import { expectPersonalTotal, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { rosterOf } from './fixtures/roster.ts';

/** A county's server is often reached by plain HTTP: browsers then have no clipboard, no `crypto.subtle`, no `randomUUID` and no service worker. */
test.use({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  launchOptions: async ({}, use) => {
    const { args = [], ...rest } = await chromiumLaunchOptions();
    await use({ ...rest, args: [...args, '--host-resolver-rules=MAP office.test 127.0.0.1'] });
  },
  baseURL: `http://office.test:${process.env.BROWSER_TEST_PORT}`,
  serviceWorkers: 'allow',
});

test('over plain HTTP every page works, and only use without a network says what it needs', async ({ page }) => {
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  await page.goto('/budget');
  expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'serviceWorker' in navigator])).toEqual([false, false, false]);
  await openRoster(page, rosterOf(50));
  await expect(page.getByTestId('sum-headcount')).toHaveText('50');
  await page.getByRole('button', { name: '设置链接' }).click();
  await expect(page.getByRole('textbox', { name: '带设置的链接' })).toHaveValue(/#settings=1\./);
  await page.getByRole('button', { name: /^复\s*制$/ }).click();
  await expect(page.getByText('已复制。')).toBeVisible();

  await page.getByRole('link', { name: '查一位教师' }).click();
  await page.getByRole('button', { name: '填入示例' }).click();
  await expectPersonalTotal(page, '9,624.00 元');

  await page.getByRole('link', { name: '算补发' }).click();
  await type(page, '年度', '2025');
  await page.getByRole('radio', { name: '按实发数' }).check();
  const paid = { name: '实发.csv', mimeType: 'text/csv', buffer: Buffer.from('工号,项目,月份,金额\r\nR000001,餐补,2025-01,100\r\n') };
  const before = page.getByRole('region', { name: '已发（当时）' });
  await before.locator('input[type=file]').setInputFiles(paid);
  await expect(before.getByText('实发.csv：读入 1 笔')).toBeVisible();

  await page.getByRole('link', { name: '看条文' }).click();
  const sixth = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url));
  await page
    .locator('.policy > .page-head input[type=file]')
    .setInputFiles({ name: 'sixth.yaml', mimeType: 'application/octet-stream', buffer: sixth });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('偏远学校岗位补贴办法');

  await page.getByRole('button', { name: '本机保存：关' }).click();
  await expect(page.getByRole('dialog')).toContainText('未加密的 http://');
  await page.getByRole('checkbox', { name: '在本浏览器保存' }).check();
  await expect(page.getByRole('dialog')).toContainText('现在保存着');
  expect(thrown).toEqual([]);
});
