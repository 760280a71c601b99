import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { openRoster } from './fixtures/open-roster.ts';

const PEOPLE = '工号,姓名,用人形式,城乡,距离类别\nA1,王一,在编,农村,近\n';
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const year = (page: Page) => page.getByRole('textbox', { name: '年度' });
/** Years that the page takes when nothing else is said; the browser has the clock of the test. */
const NOW = new Date('2026-11-30T08:00:00+08:00');

test('the year of the sample does not stay for another file: it is the one the file names, or is told and changed with a click', async ({
  page,
}) => {
  await page.clock.setFixedTime(NOW);
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByText('按 2025 年计算：示例名册是这一年的。')).toBeVisible();
  await expect(year(page)).toHaveValue('2025');

  await openRoster(page, csv('名册.csv', PEOPLE));
  await expect(page.getByText('名册没有写明年度，先按今年（2026 年）计算。')).toBeVisible();
  await expect(year(page)).toHaveValue('2026');
  await expectAccessibleStep(page);
  await openRoster(page, csv('名册.csv', `2027年某县教师名册,,,,\n${PEOPLE}`));
  await expect(page.getByText('按 2027 年计算：名册标题写着“2027年某县教师名册”。')).toBeVisible();
  await expect(year(page)).toHaveValue('2027');
  await page.getByRole('button', { name: '改按 2026 年' }).click();
  await expect(page.getByText('按选定的 2026 年计算；名册写着“2027年某县教师名册”，是 2027 年的。')).toBeVisible();
  await expect(year(page)).toHaveValue('2026');
  // A year that she has set is not taken from her by the next file.
  await page.getByRole('button', { name: '改按 2027 年' }).click();
  await year(page).fill('2025');
  await openRoster(page, csv('2026年名册.csv', PEOPLE));
  await expect(page.getByText('按选定的 2025 年计算；名册写着“2026年名册.csv”，是 2026 年的。')).toBeVisible();
});
