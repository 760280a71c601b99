import { expect, type Page, test } from '@playwright/test';
import { openRoster } from './fixtures/open-roster.ts';
import { rosterOf, workbookOf } from './fixtures/roster.ts';

const PEOPLE = 100_000;

/** Notes every message from the worker, so that a test can tell whether a computation went on. */
async function watchWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: object[] = [];
    Object.assign(globalThis, { fromWorker: seen });
    const Plain = Worker;
    globalThis.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) =>
          seen.push(Object.fromEntries(Object.keys(data).map((key) => [key, key === 'id' && data.id]))),
        );
      }
    };
  });
}

/** The kinds of messages that came for the long order that was sent last. */
async function lastOrder(page: Page): Promise<string[]> {
  const seen = (await page.evaluate(() => (globalThis as unknown as { fromWorker: { id: number }[] }).fromWorker)) as { id: number }[];
  const last = Math.max(...seen.filter((message) => 'progress' in message).map(({ id }) => id));
  return [...new Set(seen.filter(({ id }) => id === last).flatMap((message) => Object.keys(message)))].filter((key) => key !== 'id');
}

test('a hundred thousand rows: read, computed, shown, and stopped on demand, while the page goes on answering', async ({ page }) => {
  test.setTimeout(300_000);
  await watchWorker(page);
  await page.goto('/budget');
  await openRoster(page, rosterOf(PEOPLE));
  await expect(page.getByText('读入 100,000 人')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('textbox', { name: '年度' }).fill('2025');

  const bar = page.getByRole('progressbar', { name: '正在计算…' });
  await expect(bar).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^[\d,]+ \/ 100,000 人，每秒 [\d,]+ 人$/)).toBeVisible();
  await expect(page.getByTestId('sum-headcount')).toHaveText('100,000', { timeout: 120_000 });
  await expect(bar).toHaveCount(0);
  const total = await page.getByTestId('sum-total').innerText();

  // The list of all of them: only what is in sight is drawn, the last is a key away, and sorting is of all.
  await page.getByRole('link', { name: '餐补', exact: true }).click();
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '100001');
  await expect(page.getByTestId('people-found')).toContainText('100,000 人');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.getByRole('link', { name: 'R100000' })).toBeVisible();
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
  await page.getByRole('button', { name: '工号' }).click();
  await page.getByRole('button', { name: '工号' }).click();
  await expect(grid.getByRole('row').nth(1)).toContainText('R100000');
  await page.getByRole('textbox', { name: '姓名或工号' }).fill('r054321');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('link', { name: 'R054321' })).toBeVisible();
  await page.goBack();

  // A dozen budgets more: long enough to do something else meanwhile.
  await page.getByRole('button', { name: '逐项计价' }).click();
  await expect(bar).toBeVisible({ timeout: 60_000 });
  await page.locator('summary', { hasText: '标准' }).click();
  await expect(page.getByRole('textbox', { name: '班主任津贴' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subsidy budget');
  await page.getByRole('button', { name: '中文' }).click();
  // The language is part of an order, so that the computation began anew; it is the newest that is stopped.
  await expect(bar).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消' }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.getByText('计算已取消')).toBeVisible();
  await expect.poll(() => lastOrder(page)).toEqual(['progress', 'cancelled']);
  // What was computed before is still there.
  await expect(page.getByTestId('sum-total')).toHaveText(total);
  await page.getByRole('button', { name: '重新计算' }).click();
  await expect(page.getByRole('row', { name: /当年最先应发的十个月/ })).toBeVisible({ timeout: 120_000 });
  expect(await lastOrder(page)).toEqual(['progress', 'answer']);

  // A workbook of all of them can be stopped as well, and is none then.
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const writing = page.getByRole('progressbar', { name: '正在写出工作簿…' });
  await expect(writing).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消' }).click();
  await expect(writing).toHaveCount(0);
  await expect(page.getByText('已导出')).toHaveCount(0);
  await expect.poll(() => lastOrder(page)).toEqual(['progress', 'cancelled']);
});

test('the same in Excel: read with progress, and stopped on demand', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/budget');
  await page.locator('input[type=file]').setInputFiles(workbookOf(PEOPLE));
  await expect(page.getByRole('progressbar', { name: /正在(打开文件|读取名册)…/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(workbookOf(PEOPLE));
  await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 60_000 });
  // The page answers while the worker reads.
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subsidy budget');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText('读入 100,000 人')).toBeVisible({ timeout: 120_000 });
});
