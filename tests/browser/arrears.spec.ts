import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { sampleTeachers } from './fixtures/sample.ts';

/** An amount of the wire as the page writes it, with a sign where it is a difference. */
function grouped(amount: string, sign = ''): string {
  return `${sign}${amount.replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

const ROSTER = ['工号,姓名,用人形式,城乡,距离类别,特教岗位', 'A1,甲,在编,农村,近,是', 'A2,乙,在编,城市,远,否', 'A3,丙,临聘,城市,,否'].join(
  '\r\n',
);

/** The page of arrears, with a roster of three people read on the page of the budget before. */
async function withRoster(page: Page): Promise<void> {
  await page.goto('/budget');
  await openRoster(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) });
  await expect(page.getByText('名册.csv：读入 3 人')).toBeVisible();
  await page.getByRole('link', { name: '算补发' }).click();
  await type(page, '年度', '2025');
}

/** Opens a folded section of one side. */
async function unfold(page: Page, side: string, name: string): Promise<void> {
  await page.getByRole('region', { name: side }).locator('summary', { hasText: name }).click();
}

test('one teacher, a rate raised from July on: owed month by month, and each item leads to its clause', async ({ page }) => {
  await page.goto('/arrears');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('补发测算');
  await expect(page.getByText('选好人员，说明已发多少，结果随即显示在这里。')).toBeVisible();
  await page.getByRole('link', { name: '到“查一位教师”填写' }).click();
  await page.getByRole('button', { name: '填入示例' }).click();
  await expectPersonalTotal(page, '9,624.00 元');
  await page.getByRole('link', { name: '算补发' }).click();
  await type(page, '年度', '2025');
  await page.getByRole('radio', { name: '“查一位教师”中填写的教师 工号 T1' }).check();
  await expect(page.getByText('两边的规则相同，差额都是零。')).toBeVisible();
  await expect(page.getByTestId('arrears-difference')).toHaveText('0.00 元');

  await unfold(page, '应发（现在）', '标准');
  const now = page.getByRole('region', { name: '应发（现在）' });
  await now.getByRole('button', { name: '餐补 · 农村：年内分段填写' }).click();
  await now.getByRole('textbox', { name: '餐补 · 农村，第 1 段起始月' }).fill('2025-07');
  await now.getByRole('textbox', { name: '餐补 · 农村，第 1 段标准' }).fill('360');
  // September to December: 4 × 30.
  await expect(page.getByTestId('arrears-difference')).toHaveText('+120.00 元');
  await expect(page.getByTestId('arrears-owed')).toHaveText('120.00 元 1 人');
  await expect(page.getByTestId('arrears-overpaid')).toHaveText('0.00 元 0 人');
  await expect(page.getByText('两边的规则相同')).toHaveCount(0);
  const items = page.getByRole('region', { name: '按项目' });
  await expect(items.getByRole('row', { name: /^餐补/ })).toHaveText('餐补3,300.003,420.00+120.00');
  await expect(items.getByRole('row', { name: /^合计/ })).toHaveText('合计9,624.009,744.00+120.00');
  await expect(page.getByRole('region', { name: '按月' }).getByRole('row', { name: /^2025-09/ })).toHaveText(/930\.00\+30\.00$|\+30\.00$/);
  const months = page.getByRole('table', { name: 'T1：餐补各月' });
  await expect(months.getByRole('row', { name: /^差额/ }).getByRole('cell')).toHaveText([
    ...['0', '0', '0', '0', '0', '0', '—', '—', '+30', '+30', '+30', '+30'],
  ]);
  await expectAccessibleStep(page);

  await now.getByRole('textbox', { name: '餐补 · 农村，第 1 段标准' }).fill('三百六');
  await expect(now.getByText(/^餐补 · 农村：金额写法不对/).first()).toBeVisible();
  await expect(page.getByTestId('arrears-difference')).toHaveText('+120.00 元');
  await now.getByRole('textbox', { name: '餐补 · 农村，第 1 段标准' }).fill('300');
  await expect(page.getByTestId('arrears-overpaid')).toHaveText('120.00 元 1 人');
  await expect(page.getByTestId('arrears-difference')).toHaveText('\u2212120.00 元');

  await items.getByRole('link', { name: '餐补' }).click();
  await expect(page).toHaveURL(/#allowance-meal$/);
  await expect(page.getByRole('article', { name: '餐补' })).toBeFocused();
  await page.goBack();
  await expect(page.getByTestId('arrears-difference')).toHaveText('\u2212120.00 元');
});

test('a roster against what was paid: pasted, from a file, with faults that have their rows', async ({ page }) => {
  await withRoster(page);
  await expect(page.getByText('名册.csv，3 人')).toBeVisible();
  await page.getByRole('radio', { name: '按实发数' }).check();
  const before = page.getByRole('region', { name: '已发（当时）' });
  await before
    .getByRole('textbox', { name: '或从表格粘贴' })
    .fill(
      '工号\t项目\t月份\t金额\nA1\t餐补\t2025-01\t330\nA9\t餐补\t2025-01\t330\nA1\t车补\t2025-01\t1\nA2\t餐补\t2024-12\t180\nA1\t餐补\t2025年1月\t1',
    );
  const faults = page.getByRole('region', { name: '实发表中有误的行（3 处）' });
  await expect(faults.getByRole('row')).toHaveText([
    '行列原因',
    /^3工号所选人员中没有这个工号：/,
    /^4项目没有这个项目，可填：骨干教师奖励、名师奖励、/,
    '5月份不在所选时间内：须为 2025-01 至 2025-12。',
  ]);
  await expectAccessibleStep(page);
  await before.getByRole('textbox', { name: '或从表格粘贴' }).fill('工号,项目,金额\nA1,餐补,330');
  await expect(page.getByRole('region', { name: '实发表中有误的行（1 处）' })).toContainText('缺少“月份”这一列：请在表头中加上。');

  const waiting = page.waitForEvent('download');
  await before.getByRole('button', { name: '下载模板' }).click();
  const template = readFileSync((await (await waiting).path()) as string, 'utf8');
  expect(template).toContain('\r\n,餐补,,\r\n');
  const table = template.replace('\r\n,餐补,,\r\n', '\r\nA1,餐补,2025-01,330\r\nA2,餐补,2025-01,"1,180"\r\n,,,\r\n合计,,,1510\r\n');
  await before.locator('input[type=file]').setInputFiles({ name: '实发.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(before.getByText('实发.csv：读入 2 笔')).toBeVisible();
  // A1: 3300 + 3000 less 330; A2: 1800 + 6000 less 1180, of which January is 1000 too much; A3: 1800, and a distance that is not known.
  await expect(page.getByTestId('arrears-paid')).toHaveText('1,510.00 元');
  await expect(page.getByTestId('arrears-due')).toHaveText('15,900.00 元');
  await expect(page.getByTestId('arrears-owed')).toHaveText('14,390.00 元 3 人');
  await expect(page.getByText('1 人缺少资料或标准，部分月份没有比较。')).toBeVisible();

  const people = page.getByRole('region', { name: '逐人逐月' });
  await expect(people.getByText('3 人', { exact: true })).toBeVisible();
  await people.getByRole('searchbox', { name: '查找工号或姓名' }).fill('乙');
  await expect(people.getByRole('row', { name: /^A2 各月/ })).toHaveText('A2乙1,180.007,800.00+6,620.00');
  const months = page.getByRole('table', { name: 'A2：餐补各月' });
  await expect(months.getByRole('row', { name: /^差额/ }).getByRole('cell').first()).toHaveText('\u22121,000');
  await people.getByRole('searchbox', { name: '查找工号或姓名' }).fill('');
  await page.getByRole('button', { name: '看是哪些人' }).click();
  await expect(people.getByText('1 人', { exact: true })).toBeVisible();
  await expect(people.getByRole('row', { name: /^A3 各月/ })).toContainText('部分月份没有比较');
  await expect(people).toContainText('现在缺少：交通补贴的“距离类别”');
  await expect(page.getByRole('table', { name: 'A3：交通补贴各月' }).getByRole('row', { name: /^应发/ })).toContainText('未知');
  await expectAccessibleStep(page);

  // Another roster read since takes the place of this one.
  await before.getByRole('button', { name: '移除实发表' }).click();
  await expect(page.getByRole('region', { name: '实发表中有误的行（1 处）' })).toBeVisible();
});

test('what was paid in parts and taken back: added up, and said so', DEEP, async ({ page }) => {
  await withRoster(page);
  await page.getByRole('radio', { name: '按实发数' }).check();
  const before = page.getByRole('region', { name: '已发（当时）' });
  const rows = [
    'A1\t餐补\t2025-01\t200',
    'A1\t餐补\t2025年1月\t130',
    'A2\t餐补\t2025-01\t180',
    'A2\t餐补\t2025-01\t－80',
    'A2\t餐补\t2025-02\t-1,080.50',
  ];
  await before.getByRole('textbox', { name: '或从表格粘贴' }).fill(['工号\t项目\t月份\t金额', ...rows].join('\n'));
  await expect(before.getByText('读入 5 笔')).toBeVisible();
  await expect(before.getByText('其中 2 笔与前面的同一人、同一项目、同一月份，已经相加。请核对没有录重。')).toBeVisible();
  await expect(before.getByText('其中 2 笔为负数，按追回计。')).toBeVisible();
  // 330 less 650.50 taken back
  await expect(page.getByTestId('arrears-paid')).toHaveText('\u2212650.50 元');
  const people = page.getByRole('region', { name: '逐人逐月' });
  await people.getByRole('searchbox', { name: '查找工号或姓名' }).fill('乙');
  const months = page.getByRole('table', { name: 'A2：餐补各月' });
  await expect(months.getByRole('row', { name: /^已发/ }).getByRole('cell')).toHaveText([
    ...['100', '\u22121,080.50', '0', '0', '0', '0', '—', '—', '0', '0', '0', '0'],
  ]);
  await people.getByRole('searchbox', { name: '查找工号或姓名' }).fill('');
  await expectAccessibleStep(page);
});

test('a raise of July 2024 found in May 2025: the months of both years, and sums over them', DEEP, async ({ page }) => {
  await withRoster(page);
  await page.getByRole('radio', { name: '若干月份（可跨年）' }).check();
  await type(page, '从', '2024-07');
  await type(page, '到', '2025-05');
  await unfold(page, '应发（现在）', '标准');
  const now = page.getByRole('region', { name: '应发（现在）' });
  await now.getByRole('textbox', { name: '餐补 · 农村' }).fill('360');
  // A1: four paid months of 2024 and five of 2025, 30 each.
  await expect(page.getByTestId('arrears-difference')).toHaveText('+270.00 元');
  await expect(page.getByTestId('arrears-owed')).toHaveText('270.00 元 1 人');
  const years = page.getByRole('region', { name: '按年' });
  await expect(years.getByRole('row', { name: /^2024 年（7–12 月）/ })).toContainText('+120.00');
  await expect(years.getByRole('row', { name: /^2025 年（1–5 月）/ })).toContainText('+150.00');
  await expect(years.getByRole('row', { name: /^合计/ })).toContainText('+270.00');
  await expect(page.getByRole('region', { name: '按月' }).getByRole('row', { name: /^2024-09/ })).toContainText('+30.00');
  const months = page.getByRole('table', { name: 'A1：餐补各月' });
  await expect(months).toHaveCount(2);
  await expect(months.first().getByRole('row', { name: /^差额/ }).getByRole('cell')).toHaveText([
    ...['—', '—', '—', '—', '—', '—', '—', '—', '+30', '+30', '+30', '+30'],
  ]);
  await expectAccessibleStep(page);

  await type(page, '到', '2024-05');
  await expect(page.getByText(/^结束早于开始/)).toBeVisible();
  await type(page, '到', '2034-07');
  await expect(page.getByText('不在范围内：须为 2024-07 至 2034-06。')).toBeVisible();
  await type(page, '到', '');
  await expect(page.getByText('必填：请提供该项的值。')).toBeVisible();
  await page.getByRole('radio', { name: '一个年度' }).check();
  await expect(page.getByTestId('arrears-difference')).toHaveText('+300.00 元');
  await expect(page.getByRole('region', { name: '按年' })).toHaveCount(0);
});

test('another document known then: its own readings and rates, and its items lead to its clauses', DEEP, async ({ page }) => {
  await withRoster(page);
  const before = page.getByRole('region', { name: '已发（当时）' });
  await choose(page, '当时依据的文件', '鲤城区推进义务教育优质均衡发展工作规划（政策解读）');
  await expect(page.getByText('2 人缺少资料或标准，部分月份没有比较。')).toBeVisible();
  await unfold(page, '已发（当时）', '标准');
  await before.getByRole('textbox', { name: '特殊教育教师待遇' }).fill('600');
  await expect(page.getByTestId('arrears-paid')).toHaveText('7,200.00 元');
  const items = page.getByRole('region', { name: '按项目' });
  await expect(items.getByRole('row', { name: /^特殊教育教师待遇/ })).toHaveText('特殊教育教师待遇7,200.000.00\u22127,200.00');
  await page.getByRole('radio', { name: '全部', exact: true }).check();
  await page.getByRole('button', { name: 'A1 各月' }).click();
  await expect(page.getByRole('table', { name: 'A1：特殊教育教师待遇各月' }).getByRole('row', { name: /^差额/ })).toContainText(
    '\u2212600',
  );
  await items.getByRole('link', { name: '特殊教育教师待遇' }).click();
  await expect(page).toHaveURL(/policy=licheng-2021#allowance-special-education$/);
  await expect(page.getByRole('article', { name: '特殊教育教师待遇' })).toBeFocused();
  await page.goBack();
  await expect(page.getByTestId('arrears-paid')).toHaveText('7,200.00 元');

  await unfold(page, '已发（当时）', '标准');
  await before.getByRole('textbox', { name: '特殊教育教师待遇' }).fill('-1');
  await expect(before.getByText('特殊教育教师待遇：金额不能为负数。').first()).toBeVisible();
});

test('a policy of one\u2019s own known then, and the sample roster: the sums are those of the API', DEEP, async ({ page, request }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByText(/^示例名册（合成数据）：读入/)).toBeVisible();
  await page.getByRole('link', { name: '看条文' }).click();
  const text = readFileSync(new URL('../../rules/jinfeng-2021/policy.yaml', import.meta.url), 'utf8');
  const earlier = text
    .replace('id: jinfeng-2021', 'id: earlier')
    .replace('values: {urban: "180", rural: "330"}', 'values: {urban: "150", rural: "300"}');
  expect(earlier).toContain('"150"');
  await page
    .locator('.policy > .page-head input[type=file]')
    .setInputFiles({ name: 'earlier.yaml', mimeType: 'application/yaml', buffer: Buffer.from(earlier) });
  await expect(page).toHaveURL(/local%3Aearlier/);
  await choose(page, '依据文件', '金凤区基础教育质量提升行动实施方案（银金党办发〔2021〕60号）');
  await page.getByRole('link', { name: '算补发' }).click();
  await type(page, '年度', '2025');
  await page.getByRole('combobox', { name: '当时依据的文件' }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(/· 本机文件$/)
    .click();

  const teachers = sampleTeachers();
  const response = await request.post('/api/v1/policies/jinfeng-2021/arrears', {
    data: { year: 2025, teachers, known: { parameters: { 'meal/urban': '150', 'meal/rural': '300' } } },
  });
  expect(response.status()).toBe(200);
  const { summary } = await response.json();
  await expect(page.getByTestId('arrears-difference')).toHaveText(`${grouped(summary.difference, '+')} 元`);
  await expect(page.getByTestId('arrears-paid')).toHaveText(`${grouped(summary.paid)} 元`);
  await expect(page.getByTestId('arrears-due')).toHaveText(`${grouped(summary.due)} 元`);
  // What is awaited was so then as well: that keeps nothing from being compared.
  expect(summary.incomplete).toBe(0);
  await expect(page.getByText(/人缺少资料或标准/)).toHaveCount(0);
  await expect(page.getByText(`${grouped(`${summary.undetermined}.`).slice(0, -1)} 人有当时和现在都没有定的项目`)).toBeVisible();
  for (const { month, paid, due, difference } of summary.byMonth as Record<string, string>[]) {
    const row = page.getByRole('region', { name: '按月' }).getByRole('row', { name: new RegExp(`^${month}`) });
    await expect(row).toHaveText(
      `${month}${grouped(paid ?? '')}${grouped(due ?? '')}${grouped(difference ?? '', difference === '0.00' ? '' : '+')}`,
    );
  }
  const people = page.getByRole('region', { name: '逐人逐月' });
  await people.getByRole('listitem', { name: '2', exact: true }).click();
  await expect(people.getByRole('row')).toHaveCount(16);
});

test('in English: a teacher, another reading then, and the months', DEEP, async ({ page }) => {
  await page.goto('/check?lang=en');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await expectPersonalTotal(page, '9,624.00 yuan');
  await page.getByRole('link', { name: 'Arrears' }).click();
  await type(page, 'Year', '2025');
  await page.getByRole('radio', { name: /^The teacher of "Check one teacher"/ }).check();
  await unfold(page, 'Paid (then)', 'Readings');
  await page.getByRole('region', { name: 'Paid (then)' }).getByRole('radio', { name: 'Not in February and August' }).check();
  await expect(page.getByTestId('arrears-difference')).toHaveText('0.00 yuan');
  const months = page.getByRole('table', { name: 'T1: Meal subsidy by month' });
  await page.getByRole('radio', { name: 'with a difference' }).check();
  await expect(months.getByRole('row', { name: /^Difference/ }).getByRole('cell')).toHaveText([
    ...['0', '+330', '0', '0', '0', '0', '\u2212330', '—', '0', '0', '0', '0'],
  ]);
  await expectAccessibleStep(page);
  // The title of a document is long in English: it stays in its panel, on a phone too.
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const inside = page.locator('.then-and-now .panel').first().locator('.ant-select').first();
    const overflow = await inside.evaluate(
      (one) => one.getBoundingClientRect().right - (one.closest('.panel') as Element).getBoundingClientRect().right,
    );
    expect(overflow).toBeLessThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('radio', { name: 'from a table of payments' }).check();
  await page
    .getByRole('textbox', { name: 'or paste from a spreadsheet' })
    .fill('staff number,item,month,amount\nT1,Meal subsidy,2025-01,100\nT1,Bus,2025-01,1');
  await expect(page.getByRole('region', { name: 'Rows of the table with faults (1)' })).toContainText(
    'There is no such item; one of: Backbone-teacher award,',
  );
  await page
    .getByRole('textbox', { name: 'or paste from a spreadsheet' })
    .fill('staff number,item,month,amount\nT1,Meal subsidy,2025-01,100');
  await expect(page.getByText('1 payment read')).toBeVisible();
  await expect(page.getByTestId('arrears-owed')).toHaveText('9,524.00 yuan 1 person');
  await expectAccessibleStep(page);
});
