import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { DEEP } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';

/**
 * Pictures of the pages. `npm run pictures` puts them into the docs; an ordinary run draws those of the three main pages among its reports, leaves
 * the tree alone, and leaves out the views that other tests open anyway.
 */
const isForDocs = process.env.JINTIE_PICTURES !== undefined;
const PICTURES = join(import.meta.dirname, '../..', process.env.JINTIE_PICTURES ?? '.reports/pictures');

test.use({ viewport: { width: 1280, height: 1000 } });
mkdirSync(PICTURES, { recursive: true });

for (const [language, words] of [
  [
    'zh',
    {
      classTeacher: '班主任',
      yes: '是',
      sample: '载入示例名册',
      backbone: '骨干教师奖励',
      year: '年度',
      price: '逐项计价',
      scenario: '新建方案',
      figures: '标准',
      meal: '餐补 · 农村',
      done: '完成',
      person: '填入示例',
      arrears: '算补发',
      due: '应发（现在）',
    },
  ],
  [
    'en',
    {
      classTeacher: 'Class teacher',
      yes: 'Yes',
      sample: 'Load the sample roster',
      backbone: 'Backbone-teacher award',
      year: 'Year',
      price: 'Price the readings',
      scenario: 'Add a scenario',
      figures: 'Rates',
      meal: 'Meal subsidy · Rural',
      done: 'Done',
      person: 'Fill in an example',
      arrears: 'Arrears',
      due: 'Due (now)',
    },
  ],
] as const) {
  /** Draws a part of a page, as wide as the page. */
  const draw = (part: Locator, name: string) => part.screenshot({ path: join(PICTURES, `${name}.${language}.png`) });

  test(`a picture of one teacher, ${language}`, DEEP, async ({ page }) => {
    await page.goto(`/check?lang=${language}`);
    await page.locator('.page-head').getByRole('button').first().click();
    await choose(page, words.classTeacher, words.yes);
    await expectPersonalTotal(page, '9,624.00');
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(PICTURES, `check.${language}.png`) });
  });

  test(`a picture of a budget, ${language}`, DEEP, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    await page.goto(`/budget?lang=${language}`);
    await page.getByRole('button', { name: words.sample }).click();
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(PICTURES, `budget.${language}.png`) });
  });

  test(`a picture of a policy, ${language}`, DEEP, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    await page.goto(`/policy?policy=jinfeng-2021&lang=${language}#allowance-backbone`);
    await expect(page.getByRole('article', { name: words.backbone, exact: true })).toBeFocused();
    await page.screenshot({ path: join(PICTURES, `policy.${language}.png`) });
  });

  if (!isForDocs) continue;

  test(`a picture of a file that was read, ${language}`, async ({ page }) => {
    await page.goto(`/budget?lang=${language}`);
    const roster = [
      '2025年在岗教师花名册（虚构）',
      '工号,姓名,学校,人员性质,城乡,距离,备注',
      'JF1,甲,一小,在编,农村,近,',
      'JF2,乙,一小,特岗,农 村,远,新来',
      'JF3,丙,二小,在编,城郊,近,',
      '合计,3人,,,,,',
    ];
    await openRoster(page, { name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster.join('\r\n')) });
    await type(page, words.year, '2025');
    await expect(page.getByTestId('sum-total')).toBeVisible();
    await draw(page.locator('section[aria-labelledby=budget-people]'), 'import');
  });

  test(`pictures from a total to a person, and of what if, ${language}`, async ({ page }) => {
    test.slow();
    await page.goto(`/budget?lang=${language}`);
    await page.getByRole('button', { name: words.sample }).click();
    await page.getByRole('region').getByRole('link', { name: words.backbone, exact: true }).first().click();
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(PICTURES, `people.${language}.png`) });
    await page.getByRole('grid').getByRole('row').nth(1).getByRole('link').click();
    await expect(page.locator('.person').getByTestId('personal-total')).toBeVisible();
    await page.screenshot({ path: join(PICTURES, `person.${language}.png`) });
    await page.goBack();
    await page.goBack();

    await page.getByRole('button', { name: words.scenario }).click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('summary', { hasText: words.figures }).click();
    await drawer.getByRole('textbox', { name: words.meal, exact: true }).fill('360');
    await drawer.getByRole('button', { name: words.done }).click();
    await expect(page.locator('section[aria-labelledby=budget-scenario]').getByRole('row').nth(1)).toBeVisible();
    await page.getByRole('button', { name: words.price }).click();
    const readings = page.locator('section[aria-labelledby=budget-sensitivity]');
    await expect(readings.getByRole('row').nth(1)).toBeVisible();
    await draw(page.locator('section[aria-labelledby=budget-scenario]'), 'scenario');
    await draw(readings, 'readings');
  });

  test(`a picture of arrears, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    await page.goto(`/check?lang=${language}`);
    await page.getByRole('button', { name: words.person }).click();
    await expectPersonalTotal(page, '9,624.00');
    await page.getByRole('link', { name: words.arrears, exact: true }).click();
    await type(page, words.year, '2025');
    await page.getByRole('radio', { name: /T1/ }).check();
    const due = page.getByRole('region', { name: words.due });
    await due.locator('summary', { hasText: words.figures }).click();
    await due.getByRole('textbox', { name: words.meal, exact: true }).fill('360');
    await expect(page.getByTestId('arrears-difference')).toContainText('+300.00');
    await expect(page.locator('#arrears-people')).toContainText('+300.00');
    await due.locator('summary', { hasText: words.figures }).click();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(PICTURES, `arrears.${language}.png`) });
  });

  test(`a picture of the documentation of the interface, ${language}`, async ({ page }) => {
    await page.goto(`/docs?lang=${language}`);
    await expect(page.locator('.opblock').first()).toBeVisible();
    await page.screenshot({ path: join(PICTURES, `docs.${language}.png`) });
  });
}
