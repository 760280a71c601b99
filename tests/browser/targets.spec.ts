import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { type } from './fixtures/form.ts';
import { EN, typeFirstGroup, ZH } from './fixtures/group.ts';
import { sampleTeachers } from './fixtures/sample.ts';

const BUDGET = '/api/v1/policies/jinfeng-2021/budgets';
const grouped = (amount: string) => amount.replace('-', '\u2212').replace(/\B(?=(\d{3})+\.)/g, ',');
const signed = (amount: string) => (/[1-9]/.test(amount) && !amount.startsWith('-') ? `+${grouped(amount)}` : grouped(amount));

const cells = (page: Page, region: string, name: string) =>
  page
    .getByRole('region', { name: region })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell');

test('500 backbone teachers, split as those of the roster are, come to what the API says', async ({ page, request }) => {
  test.slow();
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await page.getByRole('button', { name: '建为方案：各级骨干教师' }).click();
  const response = await request.post(BUDGET, {
    data: { year: 2025, teachers: sampleTeachers(), scenarios: [{ id: 's', targets: { backbone: 'present' } }] },
  });
  expect(response.status()).toBe(200);
  const budget = await response.json();
  const [there] = budget.scenarios;
  const [item] = there.byAllowance;
  expect(item.allowance).toBe('backbone');
  await expect(cells(page, '对比方案', '骨干教师奖励')).toHaveText([
    grouped(budget.byAllowance[0].amount),
    `${grouped(item.amount)}${signed(item.difference)}`,
  ]);
  await expect(cells(page, '对比方案', '预算总额')).toHaveText([
    grouped(budget.total),
    `${grouped(there.total)}${signed(there.difference)}`,
  ]);
  await expect(page.getByText('培养目标 1 项')).toBeVisible();

  await page.getByRole('button', { name: '修改：各级骨干教师 500' }).click();
  const drawer = page.getByRole('dialog');
  const [met] = there.targets as { split: { facts: Record<string, string>; count: number }[] }[];
  const rows = drawer.getByRole('table', { name: '各级骨干教师' }).locator('tbody').getByRole('row');
  const district = met?.split.find(({ facts }) => facts.backboneLevel === 'district' && facts.area === 'rural');
  await expect(rows.filter({ hasText: '区(县)级 农村' }).getByRole('cell').last()).toHaveText(String(district?.count));
  await expectAccessibleStep(page);

  // Going on by hand begins with the split of today.
  await drawer
    .getByRole('group', { name: /各级骨干教师/ })
    .getByRole('radio', { name: '自行拆分' })
    .check();
  const field = drawer.getByRole('textbox', { name: '各级骨干教师，区(县)级 农村：目标人数' });
  await expect(field).toHaveValue(String(district?.count));
  await field.fill(String((district?.count ?? 0) - 20));
  await expect(drawer.getByText('共 500，还差 20；填满后计入方案')).toBeVisible();
  const national = drawer.getByRole('textbox', { name: '各级骨干教师，国家级 农村：目标人数' });
  await national.fill(String(Number(await national.inputValue()) + 20));
  await expect(drawer.getByText(/填满后计入/)).toHaveCount(0);
  await drawer.getByRole('button', { name: '完成' }).click();
  // Twenty at 8000 a year instead of 3000.
  const moved = (Number(item.amount) + 20 * 5000).toFixed(2);
  await expect(cells(page, '对比方案', '骨干教师奖励').last()).toContainText(grouped(moved));
});

test('where nobody is paid today the split is asked for; what is awaited says so', DEEP, async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await typeFirstGroup(page, ZH);
  await expect(page.getByRole('region', { name: '培养目标的年度成本' }).getByRole('row', { name: /^各级骨干教师/ })).toContainText(
    '1,000,000.00 至 4,000,000.00',
  );
  await page.getByRole('button', { name: '全部建为一个方案' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('现在没有人享受这一项，不能按比例拆分，请自行拆分。')).toHaveCount(2);
  const people = (title: string, kind: string) => drawer.getByRole('textbox', { name: `${title}，${kind}：目标人数` });
  await people('各级骨干教师', '区(县)级 农村').fill('400');
  await people('各级骨干教师', '市级 城市').fill('一百');
  await expect(drawer.getByText('人数须为整数')).toBeVisible();
  await people('各级骨干教师', '市级 城市').fill('101');
  await expect(drawer.getByText('共 500，多出 1；改正后计入方案')).toBeVisible();
  await people('各级骨干教师', '市级 城市').fill('100');
  await people('各级名师', '区(县)级 城市').fill('99');
  await people('各级名师', '市级 城市').fill('1');
  await drawer.getByRole('button', { name: '完成' }).click();
  // 400 × 3000 + 100 × 3000; of masters one has no rate.
  await expect(cells(page, '对比方案', '骨干教师奖励')).toHaveText(['0.00', '1,500,000.00+1,500,000.00']);
  await expect(cells(page, '对比方案', '名师奖励').last()).toContainText('目标成本待定，未计入');
  await expect(cells(page, '对比方案', '个人所得增加（人）').last()).toHaveText('0');
  await expect(page.getByText('培养目标只改变所对应的项目')).toBeVisible();
  await expectAccessibleStep(page);
});

test('in English: a target taken as met', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await typeFirstGroup(page, EN);
  await page.getByRole('button', { name: 'As a scenario: Backbone teachers of all levels' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: /National.* Urban: people of the target/ }).fill('500');
  await expectAccessibleStep(page);
  await drawer.getByRole('button', { name: 'Done' }).click();
  await expect(cells(page, 'Scenarios', 'Backbone-teacher award').last()).toHaveText('3,000,000.00+3,000,000.00');
});
