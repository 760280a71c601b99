import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { EN, typeFirstGroup, ZH } from './fixtures/group.ts';
import { expectWholeTables } from './fixtures/whole-tables.ts';

const BUDGET = '/api/v1/policies/jinfeng-2021/budgets';
const grouped = (amount: string) => amount.replace('-', '\u2212').replace(/\B(?=(\d{3})+\.)/g, ',');

interface Year {
  readonly year: number;
  readonly headcount: number;
  readonly total: string;
  readonly envelopeTotal: string;
  readonly byAllowance: readonly { readonly title: string; readonly amount: string }[];
}

const region = (page: Page) => page.getByRole('region', { name: '今后三年' });
const cells = (page: Page, name: string) =>
  region(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell');

test('the next three years by growth of headcount and rates are those of the API, to the fen', async ({ page, request }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await typeFirstGroup(page, ZH);
  await page.getByRole('button', { name: '添加一组' }).click();
  await type(page, '第 2 组：人数', '33');
  for (const [fact, value] of [
    ['用人形式', '在编'],
    ['城乡', '城市'],
    ['学段', '初中'],
    ['距离类别', '远'],
  ] as const)
    await choose(page, `第 2 组：${fact}`, value);
  await page.getByRole('button', { name: '推算今后三年' }).click();
  // Without growth every year is as this one.
  await expect(cells(page, '预算总额')).toHaveText(new Array(4).fill('2,513,400.00'));
  await expect(page.getByTestId('outlook-basis')).toHaveText('推算依据：人数每年 0%；标准每年 0%。');

  await type(page, '人数每年增长', '－1.5%');
  await region(page).locator('summary', { hasText: '个别学段另行填写' }).click();
  await region(page).getByRole('textbox', { name: '初中' }).fill('4');
  await type(page, '标准每年增长', '2');
  await region(page).locator('summary', { hasText: '个别标准另行填写' }).click();
  await region(page).getByRole('textbox', { name: '餐补', exact: true }).fill('3.25');
  await expect(page.getByTestId('outlook-basis')).toHaveText('推算依据：人数每年 \u22121.5%（初中 +4%）；标准每年 +2%（餐补 +3.25%）。');

  const alike = { post: 'established', commute: 'near', area: 'rural', stage: 'primary' };
  const cohorts = [
    { count: 120, facts: alike },
    { count: 33, facts: { ...alike, area: 'urban', stage: 'junior', commute: 'far' } },
  ];
  const projection = {
    headcountGrowth: '-1.5',
    headcountGrowthByStage: { junior: '4' },
    rateGrowth: '2',
    rateGrowthByParameter: { meal: '3.25' },
  };
  const response = await request.post(BUDGET, { data: { year: 2025, cohorts, projection } });
  expect(response.status()).toBe(200);
  const budget = await response.json();
  const years = budget.projection.byYear as Year[];
  expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028]);
  await expect(cells(page, '预算总额')).toHaveText([budget.total, ...years.map(({ total }) => total)].map(grouped));
  await expect(cells(page, '专项经费')).toHaveText([budget.envelopeTotal, ...years.map(({ envelopeTotal }) => envelopeTotal)].map(grouped));
  await expect(cells(page, '计入人数')).toHaveText(['153', ...years.map(({ headcount }) => String(headcount))]);
  for (const title of ['餐补', '交通补贴']) {
    const amounts = [budget, ...years].map(
      ({ byAllowance }: Pick<Year, 'byAllowance'>) => byAllowance.find((one) => one.title === title)?.amount ?? '',
    );
    await expect(cells(page, title)).toHaveText(amounts.map(grouped));
  }
  await expect(
    region(page)
      .getByRole('img', { name: /柱形图/ })
      .locator('svg'),
  ).toBeVisible();
  await region(page).getByText('怎样推算').click();
  await expect(region(page).getByText(/最大余数法/)).toBeVisible();
  await expectAccessibleStep(page);

  await type(page, '标准每年增长', '二');
  await expect(region(page).getByText(/百分比写法不对：须为 -100 到 100/)).toBeVisible();
  await expect(page.getByText('标准每年增长：百分比写法不对', { exact: false })).toBeVisible();
  await type(page, '标准每年增长', '');
  await expect(page.getByTestId('outlook-basis')).toContainText('标准每年 0%（餐补 +3.25%）');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.undo-bar').getByRole('status')).toHaveText('已撤销：今后三年');
});

test('in English: the next three years', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await typeFirstGroup(page, EN);
  await page.getByRole('button', { name: 'Project three years' }).click();
  await type(page, 'Headcount grows a year by', '3');
  await type(page, 'Rates grow a year by', '2');
  const outlook = page.getByRole('region', { name: 'The next three years' });
  // 124 people at 10 × 336.60 + 10 × 306.00, and 1,530,000 of training.
  await expect(outlook.getByRole('row', { name: /^Budget total/ })).toHaveText(/2,256,000\.002,326,824\.002,393,021\.50/);
  await expect(page.getByTestId('outlook-basis')).toHaveText('Reckoned with: headcount +3% a year; rates +2% a year.');
  await expectWholeTables(page);
  await page.getByRole('radiogroup', { name: 'Unit of amounts' }).getByText('10,000 yuan').click();
  await expect(page.getByTestId('sum-total')).toContainText('10,000 yuan');
  await expectWholeTables(page);
  await expectAccessibleStep(page);
});
