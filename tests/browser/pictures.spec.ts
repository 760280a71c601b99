import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { choose, expectPersonalTotal } from './fixtures/form.ts';

/** Pictures of the pages. `npm run pictures` puts them into the docs; an ordinary run draws them among its reports and leaves the tree alone. */
const PICTURES = join(import.meta.dirname, '../..', process.env.JINTIE_PICTURES ?? '.reports/pictures');

test.use({ viewport: { width: 1280, height: 1000 } });
mkdirSync(PICTURES, { recursive: true });

for (const [language, words] of [
  ['zh', { classTeacher: '班主任', yes: '是', sample: '载入示例名册', backbone: '骨干教师奖励' }],
  ['en', { classTeacher: 'Class teacher', yes: 'Yes', sample: 'Load the sample roster', backbone: 'Backbone-teacher award' }],
] as const) {
  test(`a picture of one teacher, ${language}`, async ({ page }) => {
    await page.goto(`/check?lang=${language}`);
    await page.locator('.page-head').getByRole('button').first().click();
    await choose(page, words.classTeacher, words.yes);
    await expectPersonalTotal(page, '9,624.00');
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(PICTURES, `check.${language}.png`) });
  });

  test(`a picture of a budget, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    await page.goto(`/budget?lang=${language}`);
    await page.getByRole('button', { name: words.sample }).click();
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(PICTURES, `budget.${language}.png`) });
  });

  test(`a picture of a policy, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    await page.goto(`/policy?policy=jinfeng-2021&lang=${language}#allowance-backbone`);
    await expect(page.getByRole('article', { name: words.backbone, exact: true })).toBeFocused();
    await page.screenshot({ path: join(PICTURES, `policy.${language}.png`) });
  });
}
