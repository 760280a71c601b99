import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { expectPersonalTotal, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { rosterOf } from './fixtures/roster.ts';

/** The states of the page, each looked at for what keeps people out: a walk a page. What else is on the way of a task is looked at in the deep run. */

/** Opens every fold that is in sight. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

test('the budget: empty, with its figures, in all its folds and drawers', async ({ page }) => {
  await page.goto('/budget');
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible();
  await page.getByRole('button', { name: '本机保存：关' }).click();
  await expect(page.getByRole('dialog', { name: '本机资料' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const csv = '工号,用人形式,城乡,距离类别,骨干级别,备注\nT1,在编,农村,近,区级,\nT2,在编,月球,近,,\nT3,在编,城市,,,\n';
  await openRoster(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await type(page, '年度', '2025');
  await expect(page.getByTestId('sum-headcount')).toHaveText('2');
  await page.getByRole('button', { name: '推算今后三年' }).click();
  await page.getByRole('button', { name: '逐项计价' }).click();
  await expect(page.getByRole('region', { name: '口径的影响' }).locator('tbody').getByRole('row').first()).toBeVisible();
  await page.getByRole('button', { name: '新建方案' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await unfoldAll(page);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  await page.getByRole('button', { name: '设置链接' }).click();
  await expect(page.getByRole('textbox', { name: '带设置的链接' })).toHaveValue(/#settings=1\./);
  await unfoldAll(page);
  await expectAccessible(page);
});

test('the people of a budget, one of them, and on paper', DEEP, async ({ page }) => {
  await page.goto('/budget');
  await openRoster(page, rosterOf(40));
  await type(page, '年度', '2025');
  await page.getByRole('link', { name: '餐补', exact: true }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('grid').getByRole('link').first().click();
  await expect(page.locator('.person').getByTestId('personal-total')).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: /^打\s*印$/ }).click();
  await page.getByRole('menuitem', { name: '预算汇总表' }).click();
  await expect(page.locator('main.sheet')).toHaveAttribute('aria-busy', 'false');
  await expectAccessible(page);
});

test('one teacher and arrears, with faults and without, in English and on a phone', DEEP, async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/check?lang=en');
  await type(page, 'Year', '20');
  await expect(page.getByRole('textbox', { name: 'Year' })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await expectPersonalTotal(page, '9,624.00');
  await unfoldAll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Arrears' }).click();
  await page
    .getByRole('radio', { name: /teacher/i })
    .first()
    .check();
  await expect(page.getByTestId('arrears-difference')).toBeVisible();
  await unfoldAll(page);
  await expectAccessible(page);
});

test('a policy, two of them side by side, and one with faults', DEEP, async ({ page }) => {
  await page.goto('/policy?policy=jinfeng-2021');
  await expect(page.getByRole('article', { name: '餐补' })).toBeVisible();
  await expectAccessible(page);
  const text = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url), 'utf8').replace('months: every', 'months: never');
  await page
    .locator('.policy > .page-head input[type=file]')
    .setInputFiles({ name: 'faulty.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await expect(page.getByRole('region', { name: /^“faulty.yaml”有 \d+ 处需要更正/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/policy?policy=licheng-2021&with=jinfeng-2021');
  await expect(page.getByRole('table', { name: '津贴', exact: true })).toBeVisible();
  await expectAccessible(page);
});
