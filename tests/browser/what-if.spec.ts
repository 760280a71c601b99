import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { EN, type GroupWords, typeFirstGroup, ZH } from './fixtures/group.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { sampleTeachers } from './fixtures/sample.ts';

const BUDGET = '/api/v1/policies/jinfeng-2021/budgets';

/** An amount of the wire as the page writes it. */
const grouped = (amount: string) => amount.replace('-', '\u2212').replace(/\B(?=(\d{3})+\.)/g, ',');
/** A difference as the page writes it. */
const signed = (amount: string) => (/[1-9]/.test(amount) && !amount.startsWith('-') ? `+${grouped(amount)}` : grouped(amount));

/** 120 people alike: meals and transport 756,000.00, and 1,500,000.00 of training. */
async function begin(page: Page, words: GroupWords, labels: { type: string; year: string }, address = '/budget'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: labels.type, exact: true }).click();
  await type(page, labels.year, '2025');
  await typeFirstGroup(page, words);
  await expect(page.getByTestId('sum-total')).toContainText('2,256,000.00');
}
const beginZh = (page: Page) => begin(page, ZH, { type: '按人数录入', year: '年度' });

const scenarios = (page: Page): Locator => page.getByRole('region', { name: '对比方案' });
const row = (page: Page, name: string): Locator =>
  scenarios(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** Opens a folded part of the drawer. */
async function unfold(drawer: Locator, name: string): Promise<void> {
  await drawer.locator('summary', { hasText: name }).click();
}

test('five scenarios beside the budget equal the API to the fen, item by item', DEEP, async ({ page, request }) => {
  test.slow();
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByTestId('sum-total')).toContainText('.');
  const drawer = page.getByRole('dialog');
  const add = async (name: string) => {
    await page.getByRole('button', { name: '新建方案' }).click();
    await drawer.getByRole('textbox', { name: '方案名称' }).fill(name);
  };
  const done = () => drawer.getByRole('button', { name: '完成' }).click();

  await add('提高餐补');
  await unfold(drawer, '标准');
  await drawer.getByRole('textbox', { name: '餐补 · 农村', exact: true }).fill('360');
  await expectAccessibleStep(page);
  await done();
  await add('下半年提高');
  await unfold(drawer, '标准');
  await drawer.getByRole('button', { name: '餐补 · 农村：年内分段填写' }).click();
  await drawer.getByRole('textbox', { name: '餐补 · 农村，第 1 段起始月' }).fill('2025-07');
  await drawer.getByRole('textbox', { name: '餐补 · 农村，第 1 段标准' }).fill('360');
  await done();
  await add('校长津贴五百');
  await unfold(drawer, '标准');
  await drawer.getByRole('textbox', { name: '校长津贴', exact: true }).fill('500');
  await done();
  await add('两项就高');
  await unfold(drawer, '口径');
  await drawer
    .getByRole('radio', { name: /取其高|就高/ })
    .first()
    .check();
  await done();
  await add('良田一镇');
  await unfold(drawer, '地域范围');
  await drawer.getByRole('button', { name: '删除第 2 行' }).click();
  await drawer.getByRole('textbox', { name: '第 1 行：村' }).fill('光明村、园子村');
  await expectAccessibleStep(page);
  await done();

  const settings = [
    { id: 'a', parameters: { 'meal/rural': '360' } },
    { id: 'b', parameters: { 'meal/rural': [{ from: '2025-07', value: '360' }] } },
    { id: 'c', parameters: { 'principal/monthly': '500' } },
    { id: 'd', readings: { 'backbone-and-master': 'larger' } },
    { id: 'e', places: { resettlement: [{ town: '良田镇', villages: ['光明村', '园子村'] }] } },
  ];
  const response = await request.post(BUDGET, { data: { year: 2025, teachers: sampleTeachers(), scenarios: settings } });
  expect(response.status()).toBe(200);
  const budget = await response.json();
  await expect(row(page, '预算总额').getByRole('cell')).toHaveText([
    grouped(budget.total),
    ...budget.scenarios.map(({ total, difference }: Record<string, string>) => `${grouped(total ?? '')}${signed(difference ?? '')}`),
  ]);
  expect(new Set(budget.scenarios.map(({ difference }: { difference: string }) => difference)).size).toBe(5);
  for (const [at, { allowance, title, amount }] of budget.byAllowance.entries()) {
    const there = budget.scenarios.map((one: { byAllowance: { amount: string; difference: string }[] }) => one.byAllowance[at]);
    if (amount === '0.00' && there.every((one: { amount: string }) => one.amount === '0.00')) continue;
    expect(there[0]).toMatchObject({ allowance });
    await expect(row(page, title).getByRole('cell')).toHaveText([
      // What is awaited of everybody concerned is no zero.
      amount === '0.00' ? '待定' : grouped(amount),
      ...there.map((one: { amount: string; difference: string }) => `${grouped(one.amount)}${signed(one.difference)}`),
    ]);
  }
  for (const [name, key] of [
    ['个人所得增加（人）', 'gaining'],
    ['个人所得减少（人）', 'losing'],
    ['个人所得不变（人）', 'unchanged'],
  ] as const) {
    const counts = budget.scenarios.map((one: Record<string, number>) => grouped(`${one[key]}.`).slice(0, -1));
    await expect(row(page, name).getByRole('cell')).toHaveText(['', ...counts]);
  }
  await expectAccessibleStep(page);
});

test('the rows of the scenarios come to their totals, envelopes among them', DEEP, async ({ page }) => {
  await beginZh(page);
  await page.getByRole('button', { name: '新建方案' }).click();
  const drawer = page.getByRole('dialog');
  await unfold(drawer, '标准');
  await drawer.getByRole('textbox', { name: '优秀骨干教师专项培训经费', exact: true }).fill('1200000');
  await drawer.getByRole('textbox', { name: '餐补 · 农村', exact: true }).fill('360');
  await drawer.getByRole('button', { name: '完成' }).click();
  const envelope = scenarios(page).getByRole('row', { name: /优秀骨干教师专项培训经费/ });
  await expect(envelope.getByRole('cell')).toHaveText(['1,500,000.00', '1,200,000.00\u2212300,000.00']);
  // The last of what was typed: read before it counts, rows and total would be of two computations.
  await expect(row(page, '餐补').getByRole('cell').last()).toContainText('+');
  const fen = (text: string) => BigInt(text.replace(/[,.+]/g, '').replace('\u2212', '-'));
  const numbers = async (line: Locator) => (await line.innerText()).match(/[+\u2212]?[\d,]+\.\d\d/g)?.map(fen) as bigint[];
  const rows = await Promise.all((await scenarios(page).locator('tbody').getByRole('row').all()).map(numbers));
  const total = await numbers(row(page, '预算总额'));
  expect(total.map((_, at) => rows.reduce((sum, amounts) => sum + (amounts[at] as bigint), 0n))).toEqual(total);
});

test('a scenario is copied, adopted as the budget and removed; its faults are named', DEEP, async ({ page }) => {
  await beginZh(page);
  await page.getByRole('button', { name: '新建方案' }).click();
  const drawer = page.getByRole('dialog');
  await unfold(drawer, '标准');
  await drawer.getByRole('textbox', { name: '交通补贴 · 近' }).fill('四百');
  await expect(drawer.getByText(/金额写法不对/)).toBeVisible();
  await expect(page.getByText('方案 1，交通补贴 · 近：', { exact: false })).toBeAttached();
  await drawer.getByRole('textbox', { name: '交通补贴 · 近' }).fill('400');
  await drawer.getByRole('button', { name: '完成' }).click();
  await expect(row(page, '交通补贴')).toHaveText(/360,000\.00480,000\.00\+120,000\.00$/);
  await page.getByRole('button', { name: '复制：方案 1' }).click();
  await expect(drawer.getByRole('textbox', { name: '方案名称' })).toHaveValue('方案 1（副本）');
  await unfold(drawer, '标准');
  await expect(drawer.getByRole('textbox', { name: '餐补 · 农村', exact: true })).toHaveAttribute('placeholder', /330/);
  await drawer.getByRole('textbox', { name: '餐补 · 农村', exact: true }).fill('330');
  await drawer.getByRole('button', { name: '完成' }).click();
  await expect(scenarios(page).getByRole('columnheader', { name: '方案 1（副本）' })).toBeVisible();
  await page.getByRole('button', { name: '采用为当前预算：方案 1', exact: true }).click();
  await expect(page.getByTestId('sum-total')).toHaveText('2,376,000.00 元');
  await expect(row(page, '预算总额')).toHaveText(/2,376,000\.002,376,000\.000\.002,376,000\.000\.00$/);
  await page.getByRole('button', { name: '移除：方案 1', exact: true }).click();
  await expect(scenarios(page).getByRole('columnheader')).toHaveText(['项目', '当前预算', '方案 1（副本）']);
});

test('from how many gain or lose by a scenario to who they are and by how much, and back', async ({ page }) => {
  const csv =
    '工号,姓名,用人形式,城乡,距离类别,入职年月\nA1,王一,在编,农村,近,2025-10\nA2,李二,在编,农村,近,\nA3,赵三,在编,城市,近,\nA4,钱四,临聘,城市,远,2025-07\n';
  await page.goto('/budget');
  await openRoster(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await type(page, '年度', '2025');
  await page.getByRole('button', { name: '新建方案' }).click();
  const drawer = page.getByRole('dialog');
  await unfold(drawer, '标准');
  await drawer.getByRole('textbox', { name: '餐补 · 农村', exact: true }).fill('360');
  await drawer.getByRole('textbox', { name: '餐补 · 城市', exact: true }).fill('170');
  await drawer.getByRole('textbox', { name: '交通补贴 · 远', exact: true }).fill('610');
  await drawer.getByRole('button', { name: '完成' }).click();
  const gaining = row(page, '个人所得增加（人）').getByRole('link', { name: '2' });
  await expect(row(page, '个人所得减少（人）')).toHaveText(/1$/);
  await expect(row(page, '个人所得不变（人）')).toHaveText(/1$/);
  await gaining.click();

  await expect(page.getByRole('heading', { name: '人员：方案 1：个人所得增加的人' })).toBeFocused();
  await expect(page.getByTestId('people-moved')).toHaveText('个人所得变动合计 +390.00 元');
  const people = page.getByRole('grid').getByRole('row');
  // Who gains most comes first: ten months of 30, and three.
  await expect(people.nth(1)).toHaveText(/^A2李二.*\+300\.00$/);
  await expect(people.nth(2)).toHaveText(/^A1王一.*\+90\.00$/);
  await expect(people).toHaveCount(3);
  await expectAccessibleStep(page);
  await page.getByRole('link', { name: 'A1' }).click();
  await expect(page.getByRole('heading', { name: '王一（A1）' })).toBeVisible();
  await page.goBack();
  await expect(people.nth(2)).toContainText('+90.00');
  await choose(page, '对比方案', '方案 1：个人所得减少的人');
  await expect(people.nth(1)).toHaveText(/^A3赵三.*\u2212100\.00$/);
  await expect(people).toHaveCount(2);
  await page.goBack();
  await expect(gaining).toBeFocused();
});

test('the readings are priced, the one with the most at stake first; one is taken up, one becomes a scenario', async ({
  page,
  request,
}) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await page.getByRole('button', { name: '逐项计价' }).click();
  const response = await request.post(BUDGET, { data: { year: 2025, teachers: sampleTeachers(), sensitivity: true } });
  const budget = await response.json();
  type Price = { reading: string; option: string; total: string; difference: string };
  const stake = ({ difference }: Price) => Math.abs(Number(difference));
  const prices = (budget.sensitivity as Price[]).toSorted((a, b) => stake(b) - stake(a));
  const region = page.getByRole('region', { name: '口径的影响' });
  const body = region.locator('tbody').getByRole('row');
  await expect(body).toHaveCount(prices.length);
  for (const [at, { total, difference }] of prices.entries()) {
    await expect(body.nth(at).getByRole('cell').nth(1)).toHaveText(grouped(total));
    await expect(body.nth(at).getByRole('cell').nth(2)).toHaveText(signed(difference));
  }
  await expect(body.first().locator('blockquote')).not.toBeEmpty();
  await expectAccessibleStep(page);
  const first = prices[0] as Price;
  await body
    .first()
    .getByRole('button', { name: /^建为方案/ })
    .click();
  await expect(row(page, '预算总额').getByRole('cell')).toHaveText([
    grouped(budget.total),
    `${grouped(first.total)}${signed(first.difference)}`,
  ]);
  await body
    .first()
    .getByRole('button', { name: /^改用此口径/ })
    .click();
  await expect(page.getByTestId('sum-total')).toHaveText(`${grouped(first.total)} 元`);
  await expect(page.getByRole('region', { name: '口径与标准' }).getByText('已改 1 项')).toBeVisible();
});

test('what was typed or chosen is undone and done again, by button and by key, but not in a text field', async ({ page }) => {
  await beginZh(page);
  const said = page.locator('.undo-bar').getByRole('status');
  const settings = page.getByRole('region', { name: '口径与标准' });
  await settings.locator('summary', { hasText: '标准' }).click();
  const near = page.getByRole('textbox', { name: '交通补贴 · 近' });
  await near.pressSequentially('400');
  await expect(page.getByTestId('sum-total')).toHaveText('2,376,000.00 元');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(near).toHaveValue('');
  await expect(said).toHaveText('已撤销：标准');
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
  await page.getByRole('button', { name: '重做' }).click();
  await expect(near).toHaveValue('400');
  await expect(said).toHaveText('已重做：标准');

  await settings.locator('summary', { hasText: '口径' }).click();
  const both = settings.getByRole('radio', { name: /就高|取其高/ }).first();
  await both.check();
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  await expect(scenarios(page).getByRole('columnheader', { name: '方案 1' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(said).toHaveText('已撤销：对比方案');
  await expect(scenarios(page).getByRole('columnheader', { name: '方案 1' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(both).not.toBeChecked();
  await page.keyboard.press('Control+Shift+z');
  await expect(both).toBeChecked();
  // In a text field the key belongs to the field.
  await page.getByRole('textbox', { name: '年度' }).focus();
  await page.keyboard.press('Control+z');
  await expect(both).toBeChecked();
  await expect(said).toHaveText('已重做：口径');
  await expectAccessibleStep(page);
});

test('in English: a scenario, a priced reading taken up, and undone', DEEP, async ({ page }) => {
  await begin(page, EN, { type: 'Type headcounts', year: 'Year' }, '/budget?lang=en');
  await page.getByRole('button', { name: 'Add a scenario' }).click();
  const drawer = page.getByRole('dialog');
  await unfold(drawer, 'Rates');
  await drawer.getByRole('textbox', { name: 'Transport subsidy · Near' }).fill('400');
  await expectAccessibleStep(page);
  await drawer.getByRole('button', { name: 'Done' }).click();
  const region = page.getByRole('region', { name: 'Scenarios' });
  await expect(region.getByRole('row', { name: /^Budget total/ })).toHaveText(/2,256,000\.002,376,000\.00\+120,000\.00$/);
  await expect(region.getByRole('row', { name: /^People who gain/ })).toHaveText(/120$/);
  await page.getByRole('button', { name: 'Price the readings' }).click();
  await page.getByRole('button', { name: /^Use this reading: .*first ten/ }).click();
  await expect(page.getByText('1 changed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.undo-bar').getByRole('status')).toHaveText('Undone: readings');
  await expect(page.getByText('1 changed')).toHaveCount(0);
  await expectAccessibleStep(page);
});
