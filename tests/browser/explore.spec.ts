import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { grouped, people } from './fixtures/amounts.ts';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { budgetOf } from './fixtures/budget-of.ts';
import { DEEP, IS_DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { EN, typeFirstGroup } from './fixtures/group.ts';
import { sampleTeachers } from './fixtures/sample.ts';
import { fenOf } from './fixtures/workbook.ts';

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stage: { kindergarten: '幼儿园', primary: '小学', junior: '初中', senior: '高中', vocational: '职业学校', special: '特殊教育' },
  area: { urban: '城市', rural: '农村' },
  post: { established: '在编', 'special-post': '特岗', temporary: '临聘', 'kindergarten-contract': '幼儿园聘用制' },
};
const TABS = { stage: '按学段', area: '按城乡', post: '按用人形式', month: '按月份' } as const;

/** Of what is looked at one by one, the first two; all of it in the deep run. */
const some = <T>(all: readonly T[]) => (IS_DEEP ? all : all.slice(0, 2));

/** Loads the sample roster. */
async function openSample(page: Page): Promise<void> {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByTestId('sum-total')).toBeVisible();
}

/** The row of a table with a name in its first cell. */
function rowOf(table: Locator, name: string): Locator {
  return table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name, exact: true }) });
}

/** The list of people that is shown has so many, and their part of the budget comes to so much. */
async function expectFound(page: Page, headcount: number, amount: string): Promise<void> {
  await expect(page.getByTestId('people-found')).toHaveText(`${people(headcount)} 人，这一部分的金额合计 ${grouped(amount)} 元`);
}

async function entitlementOf(request: APIRequestContext, id: string): Promise<{ personalTotal: string }> {
  const teacher = sampleTeachers().find((one) => (one as { id: string }).id === id);
  const response = await request.post('/api/v1/policies/jinfeng-2021/entitlements', { data: { year: 2025, teacher } });
  return response.json();
}

test('every breakdown has the figures of the API, and leads to people who come to the same, to the fen', async ({ page, request }) => {
  test.slow();
  await openSample(page);
  const teachers = sampleTeachers();
  for (const [dimension, tab] of Object.entries(TABS)) {
    const { groups } = await budgetOf(request, { teachers, groupBy: [dimension] });
    await page.getByRole('tab', { name: tab }).click();
    const table = page.getByRole('table', { name: tab });
    await expect(table.getByRole('row')).toHaveCount(groups.length + 2);
    for (const { key, headcount, amount } of some(groups)) {
      const value = key[dimension] ?? null;
      const name = value === null ? '（未填）' : (LABELS[dimension]?.[value] ?? value);
      await expect(rowOf(table, name)).toContainText(`${name}${people(headcount)}${grouped(amount)}`);
      await rowOf(table, name).getByRole('link').click();
      await expectFound(page, headcount, amount);
      await page.goBack();
      await expect(rowOf(table, name).getByRole('link')).toBeFocused();
    }
  }
  const { byAllowance } = await budgetOf(request, { teachers });
  await page.getByRole('tab', { name: '按项目' }).click();
  for (const { title, headcount, amount } of some(byAllowance)) {
    await page.getByRole('table', { name: '按项目' }).getByRole('link', { name: title, exact: true }).click();
    await expectFound(page, headcount, amount);
    await page.goBack();
  }
});

test(
  'a part of a part: school and item and month at once, as the API groups them, and where somebody moved each place has its part',
  DEEP,
  async ({ page, request }) => {
    await openSample(page);
    const teachers = sampleTeachers();
    const moved = teachers.find((one) => (one as { changes?: { school?: string }[] }).changes?.[0]?.school) as {
      id: string;
      school: string;
      changes: { school: string }[];
    };
    const { groups } = await budgetOf(request, { teachers, groupBy: ['school', 'allowance', 'month'] });
    await page.getByRole('link', { name: '全部相关人员' }).click();
    await page.getByRole('button', { name: '清除' }).click();
    for (const school of [moved.school, moved.changes[0]?.school as string]) {
      await choose(page, '学校', school);
      await choose(page, '项目', '餐补');
      await choose(page, '月份', '11月');
      const group = groups.find(({ key }) => key.school === school && key.allowance === 'meal' && key.month === '2025-11');
      await expectFound(page, group?.headcount ?? 0, group?.amount ?? '0.00');
      await page.getByRole('search').getByRole('button', { name: '清除' }).nth(2).click();
      await page.getByRole('search').getByRole('button', { name: '清除' }).nth(1).click();
      await type(page, '姓名或工号', moved.id);
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
      await expect(page.getByRole('gridcell', { name: school, exact: true })).toBeVisible();
      await type(page, '姓名或工号', '');
    }
  },
);

test('from a total to the people, the person, the clause, and back to where one was', async ({ page, request }) => {
  await openSample(page);
  await page.getByRole('tab', { name: '按学校' }).click();
  const schools = page.getByRole('table', { name: '按学校' });
  await page.getByRole('navigation', { name: '“按学校”分页' }).getByRole('listitem', { name: '2' }).click();
  const link = schools.getByRole('link').nth(7);
  const school = await link.innerText();
  await link.scrollIntoViewIfNeeded();
  const overview = await page.evaluate(() => scrollY);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: `人员：${school}` })).toBeFocused();
  await expectAccessibleStep(page);

  const grid = page.getByRole('grid');
  await page.getByRole('button', { name: '全年个人' }).click();
  await expect(page.getByRole('columnheader', { name: '全年个人' })).toHaveAttribute('aria-sort', 'descending');
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  const current = grid.locator('[aria-selected=true]');
  const id = await current.getByRole('link').innerText();
  const place = () => page.locator('.virtual-grid').evaluate((frame) => frame.scrollTop);
  const top = await place();
  expect(top).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  const { personalTotal } = await entitlementOf(request, id);
  const person = page.locator('.person');
  await expect(person.getByRole('heading', { level: 1 })).toContainText(`（${id}）`);
  await expect(person.getByTestId('personal-total')).toHaveText(`${grouped(personalTotal)} 元`);
  expect(decodeURIComponent(page.url())).not.toMatch(new RegExp(`${id}|${school}`));
  await expectAccessibleStep(page);

  await person.getByRole('article', { name: '餐补' }).getByRole('link', { name: '餐补' }).click();
  await expect(page.getByRole('article', { name: '餐补' }).filter({ visible: true })).toBeFocused();
  await page.goBack();
  await expect(person.getByRole('article', { name: '餐补' }).getByRole('link', { name: '餐补' })).toBeFocused();
  await page.goBack();
  await expect(grid).toBeFocused();
  await expect.poll(place).toBe(top);
  await expect(current.getByRole('link')).toHaveText(id);
  await page.goBack();
  await expect(schools.getByRole('link', { name: school, exact: true })).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(overview);

  // The trail of names leads back to the same place too.
  await page.goForward();
  await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '预算结果' }).click();
  await expect(schools.getByRole('link', { name: school, exact: true })).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(overview);
});

test(
  'in 万元 what is rounded is marked, the exact figure is at hand, and a total that the rows do not come to says so',
  DEEP,
  async ({ page }) => {
    await openSample(page);
    const exact = (await page.getByTestId('sum-total').innerText()).replace(/[,元\s]/g, '');
    await page.getByRole('radiogroup', { name: '金额单位' }).getByText('万元').click();
    const rounded = (Math.round(Number(exact) / 100) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
    await expect(page.getByTestId('sum-total')).toHaveText(`≈${rounded} 万元${grouped(exact)} 元`);
    await expect(page.getByTestId('sum-total').getByTitle(`${grouped(exact)} 元`)).toBeVisible();
    // 1,500,000.00 is exactly 150.00: nothing to mark.
    await expect(page.getByTestId('sum-envelope')).toHaveText('150.00 万元');
    await expect(page.getByText('带“≈”的金额四舍五入到百元，合计按精确值')).toBeVisible();

    await page.getByRole('tab', { name: '按学校' }).click();
    const table = page.getByRole('table', { name: '按学校' });
    await expect(table.getByRole('columnheader', { name: '金额(万元)' })).toBeVisible();
    const total = table.getByRole('row', { name: /^合计/ });
    await expect(total).toContainText(/各行相加为 [\d,.]+，差额来自四舍五入/);
    await expectAccessibleStep(page);
    await table.getByRole('link').first().click();
    await expect(page.getByTestId('people-found')).toContainText('≈');
  },
);

test('what is missing is a work list: each entry leads to the people, a rate that is awaited to its field', async ({ page, request }) => {
  await openSample(page);
  const budget = await budgetOf(request, { teachers: sampleTeachers() });
  const work = page.getByRole('region', { name: '待办' });
  await expect(work.getByTestId('work-summary')).toContainText(`涉及 ${people(budget.incomplete)} 人`);
  const commute = budget.missing.find(({ fact }) => fact === 'commute');
  await work
    .getByRole('row', { name: /^交通补贴/ })
    .getByRole('link', { name: `${commute?.headcount} 人` })
    .click();
  await expect(page.getByTestId('people-found')).toContainText(`${commute?.headcount} 人`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('人员：交通补贴：资料：距离类别');
  await page.getByRole('grid').getByRole('link').first().click();
  await expect(page.locator('.person').getByText('交通补贴：缺少“距离类别”')).toContainText('请在名册中补上');
  await page.goBack();
  await expect(page.getByRole('grid').getByRole('link').first()).toBeFocused();
  await page.goBack();

  const principal = budget.missing.find(({ allowance }) => allowance === 'principal');
  const row = work.getByRole('row', { name: /^校长津贴/ });
  await expect(row.getByRole('link', { name: `${principal?.headcount} 人` })).toBeVisible();
  await row.getByRole('button', { name: '填写“校长津贴”' }).click();
  await expect(page.getByRole('textbox', { name: '校长津贴' })).toBeFocused();
  await page.keyboard.type('500');
  await expect(row).toHaveCount(0);
  const priced = await budgetOf(request, { teachers: sampleTeachers(), parameters: { 'principal/monthly': '500' } });
  await expect(page.getByTestId('sum-total')).toHaveText(`${grouped(priced.total)} 元`);
});

test('charts have a table behind them and say in words what they show', DEEP, async ({ page, request }) => {
  await openSample(page);
  const { byAllowance, total } = await budgetOf(request, { teachers: sampleTeachers() });
  const largest = byAllowance.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0];
  const chart = page.getByRole('region', { name: '构成' });
  await expect(
    chart.getByRole('img', { name: new RegExp(`最大的是${largest?.title}，占预算总额 \\d+\\.\\d%`) }).locator('svg'),
  ).toBeVisible();
  await chart.getByText('表', { exact: true }).click();
  const table = page.getByRole('table', { name: '构成' });
  await expect(table.getByRole('row').nth(1)).toContainText(`${largest?.title}${grouped(largest?.amount ?? '')}`);
  await expect(table.getByRole('row', { name: /^合计/ })).toContainText(grouped(total));
  // Shares of items are of the whole budget, here and in the table of items, and each says so.
  const permille = (fenOf(largest?.amount as string) * 2000n + fenOf(total)) / (fenOf(total) * 2n);
  const items = page.getByRole('table', { name: '按项目' });
  for (const shares of [table, items]) {
    await expect(shares.getByRole('columnheader', { name: '占预算总额' })).toBeVisible();
    await expect(shares.getByRole('row', { name: new RegExp(`^${largest?.title}`) })).toContainText(`${permille / 10n}.${permille % 10n}%`);
  }
  await expect(items.getByRole('row', { name: /^预算总额/ })).toContainText('100.0%');
  // What is awaited is no share of zero.
  await expect(items.getByRole('row', { name: /^班主任津贴/ })).not.toContainText('%');
  await chart.getByText('学校排名').click();
  const ranking = page.getByRole('table', { name: '学校排名' });
  const { groups } = await budgetOf(request, { teachers: sampleTeachers(), groupBy: ['school'] });
  const first = groups.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0];
  await expect(ranking.getByRole('row').nth(1)).toContainText(`${first?.key.school}${grouped(first?.amount ?? '')}`);
  await page.getByRole('region', { name: '学校排名' }).getByText('图', { exact: true }).click();
  await expect(page.getByRole('img', { name: new RegExp(`最多的是${first?.key.school}`) }).locator('svg')).toBeVisible();
  await expectAccessibleStep(page);
});

test('in English, with headcounts instead of a roster: groups lead to their explanation and back', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await typeFirstGroup(page, EN);
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 yuan');
  await page.getByRole('tab', { name: 'By area' }).click();
  await page.getByRole('table', { name: 'By area' }).getByRole('link', { name: 'Rural' }).click();
  await expect(page.getByTestId('people-found')).toHaveText('120 people; this part comes to 756,000.00 yuan');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toHaveText(/^Group 1.*120756,000\.00756,000\.00—$/);
  await expectAccessibleStep(page);
  await page.getByRole('grid').getByRole('link', { name: 'Group 1' }).click();
  await expect(page.locator('.person').getByTestId('personal-total')).toHaveText('6,300.00 yuan');
  await expect(page.locator('.person')).toContainText('Group 1: 120 people alike; this is one of them');
  await expectAccessibleStep(page);
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'The budget' }).click();
  await page.getByRole('radiogroup', { name: 'Unit of amounts' }).getByText('10,000 yuan').click();
  await expect(page.getByTestId('sum-total')).toHaveText('225.60 × 10,000 yuan');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByTestId('sum-total')).toHaveText('225.60 万元');
});
