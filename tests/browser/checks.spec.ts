import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';

/** A budget of ten people under the policy with both kinds of checks. */
async function budget(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.goto(`/budget?policy=xiji-2025&lang=${language}`);
  const zh = language === 'zh';
  await page.getByRole('button', { name: zh ? '按人数录入' : 'Type headcounts' }).click();
  await type(page, zh ? '年度' : 'Year', '2025');
  await type(page, zh ? '第 1 组：人数' : 'Group 1: Headcount', '10');
  await choose(page, zh ? '第 1 组：用人形式' : 'Group 1: Kind of employment', zh ? '在编' : 'Established staff');
}

test('pay parity: not compared, not met with its cost, met; a wrong amount is named where it stands', async ({ page }) => {
  await budget(page, 'zh');
  const parity = page.getByRole('article', { name: '义务教育教师与公务员平均工资收入比较' });
  const outcome = parity.getByRole('status');
  await expect(outcome).toHaveText('未核对 还需填写：教师平均工资收入(元/年)、公务员平均工资收入(元/年)、人数');
  await expect(parity).toContainText('本预算计入 10 人');
  await parity.getByRole('textbox', { name: '教师平均工资收入(元/年)' }).fill('85000.50');
  await parity.getByRole('textbox', { name: '公务员平均工资收入(元/年)' }).fill('91234.75');
  await expect(outcome).toHaveText('未核对 还需填写：人数');
  await parity.getByRole('textbox', { name: '人数' }).fill('3000');
  // 6234.25 each.
  await expect(outcome).toHaveText('未达到 人均每年差 6,234.25 元，补足每年需 18,702,750.00 元。');
  await expectAccessibleStep(page);
  await parity.getByRole('textbox', { name: '公务员平均工资收入(元/年)' }).fill('85000.50');
  await expect(outcome).toHaveText('已达到 教师平均不低于公务员平均，无需补足。');

  await parity.getByRole('textbox', { name: '人数' }).fill('很多');
  await expect(page.getByText(/^义务教育教师与公务员平均工资收入比较 · 人数：/)).toBeVisible();
  await expect(parity.getByRole('textbox', { name: '人数' })).toHaveAttribute('aria-invalid', 'true');
  await expect(outcome).toHaveText('');
  await parity.getByRole('textbox', { name: '人数' }).fill('');
  await expect(outcome).toHaveText('未核对 还需填写：人数');
  await parity.getByRole('link').click();
  await expect(page.getByRole('article', { name: '义务教育教师与公务员平均工资收入比较' }).last()).toBeFocused();
});

test('a multiple of a line: awaited until the line is filled in, then the target and what is lacking', DEEP, async ({ page }) => {
  await budget(page, 'zh');
  const multiple = page.getByRole('article', { name: '职业学校绩效工资达到调控线的2.5倍' });
  const outcome = multiple.getByRole('status');
  await multiple.getByRole('textbox', { name: '现有总额(元/年)' }).fill('3000000');
  await multiple.getByRole('textbox', { name: '人数' }).fill('120');
  await expect(outcome).toContainText('待定 文件没有写明');
  await outcome.getByRole('button', { name: '去填写' }).click();
  await page.keyboard.type('20000');
  // 2.5 × 20000 × 120 = 6,000,000.
  await expect(outcome).toHaveText('未达到 目标总额为每年 6,000,000.00 元，补足每年需 3,000,000.00 元。');
  await multiple.getByRole('textbox', { name: '现有总额(元/年)' }).fill('6000000');
  await expect(outcome).toHaveText('已达到 目标总额为每年 6,000,000.00 元，已经达到。');
  // What was typed is still there after a look at another page.
  await page.getByRole('link', { name: '查一位教师' }).click();
  await page.getByRole('link', { name: '做预算' }).click();
  await expect(outcome).toContainText('已经达到');
});

test('in English: both checks; a policy without any has no such section', DEEP, async ({ page }) => {
  await budget(page, 'en');
  const parity = page.getByRole('article', { name: 'Average pay of compulsory-education teachers against civil servants' });
  await parity.getByRole('textbox', { name: 'Average pay of teachers (yuan a year)' }).fill('80000');
  await parity.getByRole('textbox', { name: 'Average pay of civil servants (yuan a year)' }).fill('80000.01');
  await parity.getByRole('textbox', { name: 'Headcount' }).fill('100');
  await expect(parity.getByRole('status')).toHaveText(
    'not met Each person lacks 0.01 yuan a year on average; closing the gap costs 1.00 yuan a year.',
  );
  const multiple = page.getByRole('article', { name: 'Performance pay of vocational schools at 2.5 times the line' });
  await expect(multiple.getByRole('status')).toHaveText('not compared Still to fill in: Total today (yuan a year), Headcount');
  await expectAccessibleStep(page);

  await page.goto('/budget?policy=licheng-2021&lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await type(page, 'Group 1: Headcount', '10');
  await choose(page, 'Group 1: Kind of employment', 'Established staff');
  await expect(page.getByRole('region', { name: 'The budget' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Promises to hold figures against' })).toHaveCount(0);
});
