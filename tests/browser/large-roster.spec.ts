import { expect, type Page, test } from '@playwright/test';
import { SLOW } from '../slow.ts';
import { DEEP } from './fixtures/depth.ts';
import { withGate } from './fixtures/gate.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { rosterOf, workbookOf } from './fixtures/roster.ts';

const PEOPLE = 100_000;
/** So few are read and computed at once: what there is to see of their computation is seen at a gate. */
const FEW = 2_000;

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

/** The kinds of messages of an order that was cancelled once it had told how far it was. */
const CANCELLED = ['progress', 'cancelled'];

/** The list of all people: only what is in sight is drawn, the last is a key away, and sorting is of all. */
async function lookThrough(page: Page, people: number): Promise<void> {
  const idOf = (at: number) => `R${String(at).padStart(6, '0')}`;
  await page.getByRole('link', { name: '餐补', exact: true }).click();
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', String(people + 1));
  await expect(page.getByTestId('people-found')).toContainText(`${people.toLocaleString('en')} 人`);
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid.getByRole('link', { name: idOf(people) })).toBeVisible();
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
  await page.getByRole('button', { name: '工号' }).click();
  await page.getByRole('button', { name: '工号' }).click();
  await expect(grid.getByRole('row').nth(1)).toContainText(idOf(people));
  const one = idOf(Math.floor(people / 2) + 321);
  await page.getByRole('textbox', { name: '姓名或工号' }).fill(one.toLowerCase());
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('link', { name: one })).toBeVisible();
  await page.goBack();
}

/** The page answers while the worker computes. */
async function changeLanguage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subsidy budget');
  await page.getByRole('button', { name: '中文' }).click();
}

test('thousands of rows: read, computed, shown, and stopped on demand, while the page goes on answering', async ({ page }) => {
  await watchWorker(page);
  const gate = await withGate(page);
  await page.goto('/budget');
  await openRoster(page, rosterOf(FEW));
  await expect(page.getByText('读入 2,000 人')).toBeVisible();
  await gate.shut();
  await page.getByRole('textbox', { name: '年度' }).fill('2025');
  const bar = page.getByRole('progressbar', { name: '正在计算…' });
  await expect(bar).toBeVisible();
  await expect(page.getByText(/^[\d,]+ \/ 2,000 人，每秒 [\d,]+ 人$/)).toBeVisible();
  await gate.open();
  await expect(page.getByTestId('sum-headcount')).toHaveText('2,000');
  await expect(bar).toHaveCount(0);
  const total = await page.getByTestId('sum-total').innerText();
  await lookThrough(page, FEW);

  await gate.shut();
  await page.getByRole('button', { name: '逐项计价' }).click();
  await expect(bar).toBeVisible();
  await page.locator('summary', { hasText: '标准' }).click();
  await expect(page.getByRole('textbox', { name: '班主任津贴' })).toBeVisible();
  await changeLanguage(page);
  // The language is part of an order, so that the computation began anew; it is the newest that is stopped.
  await expect(bar).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await gate.open();
  await expect(bar).toHaveCount(0);
  await expect(page.getByText('计算已取消')).toBeVisible();
  await expect.poll(() => lastOrder(page)).toEqual(CANCELLED);
  // What was computed before is still there.
  await expect(page.getByTestId('sum-total')).toHaveText(total);
  await page.getByRole('button', { name: '重新计算' }).click();
  await expect(page.getByRole('row', { name: /当年最先应发的十个月/ })).toBeVisible();

  // A workbook of all of them can be stopped as well, and is none then.
  await gate.shut();
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const writing = page.getByRole('progressbar', { name: '正在写出工作簿…' });
  await expect(writing).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await gate.open();
  await expect(writing).toHaveCount(0);
  await expect(page.getByText('已导出')).toHaveCount(0);
  await expect.poll(() => lastOrder(page)).toEqual(CANCELLED);
});

test('the same in Excel: read with progress, and stopped on demand', async ({ page }) => {
  const gate = await withGate(page);
  await page.goto('/budget');
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible();
  const bar = page.getByRole('progressbar');
  const file = workbookOf(FEW);
  await gate.shut();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('progressbar', { name: /正在(打开文件|读取名册)…/ })).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await gate.open();
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible();
  await gate.shut();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(bar).toBeVisible();
  await changeLanguage(page);
  await gate.open();
  await expect(page.getByText('读入 2,000 人')).toBeVisible();
});

test('a hundred thousand rows, in CSV and in Excel', DEEP, async ({ page }) => {
  test.setTimeout(600_000 * SLOW);
  const slow = expect.configure({ timeout: 120_000 * SLOW });
  await page.goto('/budget');
  await openRoster(page, rosterOf(PEOPLE));
  await slow(page.getByText('读入 100,000 人')).toBeVisible();
  await page.getByRole('textbox', { name: '年度' }).fill('2025');
  const bar = page.getByRole('progressbar', { name: '正在计算…' });
  await slow(bar).toBeVisible();
  await slow(page.getByTestId('sum-headcount')).toHaveText('100,000');
  await lookThrough(page, PEOPLE);
  await page.getByRole('button', { name: '逐项计价' }).click();
  await slow(bar).toBeVisible();
  await changeLanguage(page);
  await slow(bar).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(bar).toHaveCount(0);
  await page.getByRole('button', { name: '重新计算' }).click();
  await slow(page.getByRole('row', { name: /当年最先应发的十个月/ })).toBeVisible();

  await page.goto('/budget');
  await page.locator('input[type=file]').setInputFiles(workbookOf(PEOPLE));
  await slow(page.getByRole('progressbar')).toBeVisible();
  await slow(page.getByText('读入 100,000 人')).toBeVisible();
});
