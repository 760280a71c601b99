import { expect, type Page, test } from '@playwright/test';
import { DEEP } from './fixtures/depth.ts';
import { expectPersonalTotal } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';

const CSV = '工号,姓名,用人形式,城乡,距离类别\nA1,王一,在编,农村,近\n';
const FILE = { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };

/** Reloads the page; whether the browser asked first. */
async function asksOnReload(page: Page): Promise<boolean> {
  let asked = false;
  page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload';
    return dialog.accept();
  });
  await page.reload();
  page.removeAllListeners('dialog');
  return asked;
}

test('whoever would lose a roster, headcounts or a form by a reload is asked first', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).click();
  expect(await asksOnReload(page)).toBe(false);
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByTestId('sum-total')).toContainText('.');
  expect(await asksOnReload(page)).toBe(false);

  await openRoster(page, FILE);
  await expect(page.getByTestId('sum-total')).toContainText('.');
  expect(await asksOnReload(page)).toBe(true);
  await expect(page.getByRole('button', { name: '载入示例名册' })).toBeVisible();

  await page.getByRole('button', { name: '按人数录入', exact: true }).click();
  expect(await asksOnReload(page)).toBe(false);
  await page.getByRole('button', { name: '按人数录入', exact: true }).click();
  await page.getByRole('textbox', { name: /人数/ }).first().fill('12');
  expect(await asksOnReload(page)).toBe(true);

  await page.getByRole('link', { name: '查一位教师' }).click();
  await page.getByRole('button', { name: '填入示例' }).click();
  await expectPersonalTotal(page, '9,624.00');
  expect(await asksOnReload(page)).toBe(false);
  await page.locator('summary', { hasText: '口径' }).click();
  await page.getByRole('radio', { name: '二、八月不发' }).check();
  expect(await asksOnReload(page)).toBe(true);
});

test('what is stored in this browser is not asked about, nor what is forgotten on purpose', DEEP, async ({ page, context }) => {
  await page.goto('/budget');
  await openRoster(page, FILE);
  await expect(page.getByTestId('sum-total')).toContainText('.');
  await page.getByRole('button', { name: '本机保存：关' }).click();
  const dialog = page.getByRole('dialog', { name: '本机资料' });
  await dialog.getByRole('checkbox', { name: '在本浏览器保存' }).check();
  await expect(dialog.getByRole('status')).toContainText('名册 1 份');
  expect(await asksOnReload(page)).toBe(false);
  await expect(page.getByTestId('sum-total')).toContainText('.');
  // Switched off, it would be lost again.
  await page.getByRole('button', { name: '本机保存：开' }).click();
  await dialog.getByRole('checkbox', { name: '在本浏览器保存' }).uncheck();
  await expect(dialog.getByRole('status')).toHaveText('现在没有保存任何资料。');

  const other = await context.newPage();
  await other.goto('/budget');
  await openRoster(other, FILE);
  await expect(other.getByTestId('sum-total')).toContainText('.');
  const asked: string[] = [];
  for (const one of [page, other]) {
    one.on('dialog', (question) => {
      asked.push(question.type());
      return question.dismiss();
    });
  }
  await dialog.getByRole('button', { name: '全部清除' }).click();
  await dialog.getByRole('button', { name: '确定，全部清除' }).click();
  for (const one of [page, other]) await expect(one.getByRole('button', { name: '载入示例名册' })).toBeVisible();
  expect(asked).toEqual([]);
});
