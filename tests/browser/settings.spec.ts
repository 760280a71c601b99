import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { DEEP } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';

/** A class teacher, whose allowance the document does not put a figure to: 12 months of 120 with it. */
const ROSTER = ['工号,姓名,学校,人员性质,城乡,班主任', 'C1,甲,一小,在编,城区,是'].join('\r\n');

const item = (page: Page) => page.getByRole('article', { name: '班主任津贴' });

test('what is set for the budget holds for one teacher and for arrears; where one departs it says so', async ({ page }) => {
  test.slow();
  await page.goto('/budget');
  await openRoster(page, { name: '2025年名册.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) });
  const settings = page.getByRole('region', { name: '口径、标准' }).or(page.locator('section.settings'));
  await settings.locator('summary', { hasText: '标准' }).click();
  await type(page, '班主任津贴', '120');
  await expect(page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /^班主任津贴/ })).toContainText('1,440.00');

  await page.getByRole('link', { name: '查一位教师', exact: true }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toHaveValue('2025');
  await page.getByRole('searchbox').fill('甲');
  await page.getByRole('button', { name: /^甲 · C1/ }).click();
  await expect(item(page)).toContainText('1,440.00');
  await expect(page.locator('.departure')).toHaveCount(0);

  await page.getByRole('link', { name: '算补发', exact: true }).click();
  // 1,440 and a meal subsidy of 150 × 12.
  await expect(page.getByTestId('arrears-due')).toContainText('3,240.00');
  await expect(page.getByTestId('arrears-difference')).toContainText('0.00');
  const due = page.getByRole('region', { name: '应发（现在）' });
  await expect(due).toContainText('各页共用的设置已计入：班主任津贴。');
  await due.locator('summary', { hasText: '标准' }).click();
  await due.getByRole('textbox', { name: '班主任津贴', exact: true }).fill('150');
  await expect(due.locator('.departure')).toContainText('这里与各页共用的设置不同：班主任津贴');
  await expect(page.getByTestId('arrears-difference')).toContainText('+360.00');

  await page.getByRole('link', { name: '查一位教师', exact: true }).click();
  await expect(item(page)).toContainText('1,440.00');
  await type(page, '年度', '2024');
  await expect(page.locator('.check .departure')).toContainText('年度（这里 2024，各页 2025）');
  await page.locator('.check .departure').getByRole('button', { name: '改回共用的设置' }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toHaveValue('2025');

  await page.getByRole('link', { name: '算补发', exact: true }).click();
  await due.getByRole('button', { name: '各页都这样' }).click();
  await expect(due.locator('.departure')).toHaveCount(0);
  await page.getByRole('link', { name: '查一位教师', exact: true }).click();
  await expect(item(page)).toContainText('1,800.00');
  await page.getByRole('link', { name: '做预算', exact: true }).click();
  await expect(page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /^班主任津贴/ })).toContainText('1,800.00');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /^班主任津贴/ })).toContainText('1,440.00');
});

test('somebody who only looks up one teacher is told that a rate typed there is not of the other pages', async ({ page }) => {
  await page.goto('/check');
  await page.getByRole('button', { name: '填入示例' }).click();
  await choose(page, '班主任', '是');
  await expectPersonalTotal(page, '9,624.00');
  await page.locator('.folds summary', { hasText: '标准' }).click();
  await type(page, '班主任津贴', '120');
  await expectPersonalTotal(page, '11,064.00');
  await expect(page.locator('.departure')).toContainText('班主任津贴');
});

test(
  'of two windows that keep, each says where the other has something else, and which is kept can be chosen',
  DEEP,
  async ({ page, context }) => {
    await page.goto('/check');
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.getByRole('button', { name: '本机保存：关' }).click();
    await page.getByRole('checkbox', { name: '在本浏览器保存' }).check();
    await page.keyboard.press('Escape');
    const other = await context.newPage();
    await other.goto('/check');
    await expectPersonalTotal(other, '9,624.00');
    const notice = (window: Page) => window.locator('.notice', { hasText: '另一个窗口里改动了' });
    // To look at the same things is no difference.
    for (const window of [page, other]) await expect(notice(window)).toHaveCount(0);

    await choose(other, '班主任', '是');
    await other.locator('.folds summary', { hasText: '标准' }).click();
    await type(other, '班主任津贴', '120');
    await expectPersonalTotal(other, '11,064.00');
    await expect(notice(page)).toContainText('另一个窗口里改动了查一位教师');
    await expectPersonalTotal(page, '9,624.00');
    await notice(page).getByRole('button', { name: '保存这个窗口的' }).click();
    await expect(notice(page)).toHaveCount(0);
    await notice(other)
      .getByRole('button', { name: /^改用那个窗口的/ })
      .click();
    await expectPersonalTotal(other, '9,624.00');
    await expect(notice(other)).toHaveCount(0);
  },
);

test('a policy file that is opened again, changed, keeps the roster of its budget', DEEP, async ({ page }) => {
  const text = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url), 'utf8');
  const open = (policy: string) =>
    page
      .locator('.policy > .page-head input[type=file]')
      .setInputFiles({ name: 'policy.yaml', mimeType: 'text/yaml', buffer: Buffer.from(policy) });
  await page.goto('/policy');
  await open(text);
  await expect(page).toHaveURL(/policy=local/);
  await page.getByRole('link', { name: '做预算', exact: true }).click();
  const roster = ['工号,姓名,学校类别', 'R1,甲,一类', 'R2,乙,三类'].join('\n');
  await openRoster(page, { name: '2025年名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
  await expect(page.getByTestId('sum-total')).toContainText('4,800.00');
  // The file is read while the user is already on another page, which then shows the file's.
  await page.evaluate(() => {
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = async function (this: File) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return read.call(this);
    };
  });
  for (const [changed, total] of [
    [text, '4,800.00'],
    [text.replaceAll('300', '400'), '6,000.00'],
    [text.replaceAll('third', 'fourth').replace('zh: 三类', 'zh: 四类'), '3,600.00'],
  ] as const) {
    await page.getByRole('link', { name: '看条文', exact: true }).click();
    await open(changed);
    await page.getByRole('link', { name: '做预算', exact: true }).click();
    await expect(page.getByTestId('sum-total')).toContainText(total);
  }
  await expect(page.locator('.people-bar')).toContainText('1 处有误');

  // A file that cannot be opened is said, wherever the user has gone.
  await page.getByRole('link', { name: '看条文', exact: true }).click();
  await open(text.replace('allowances:', 'allowance:'));
  await page.getByRole('link', { name: '做预算', exact: true }).click();
  await expect(page.getByRole('heading', { name: /处需要更正，没有打开/ })).toBeVisible();
});
