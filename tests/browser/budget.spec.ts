import { expect, test } from '@playwright/test';
import { grouped } from './fixtures/amounts.ts';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { budgetOf } from './fixtures/budget-of.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { EN, typeFirstGroup, ZH } from './fixtures/group.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { sampleTeachers } from './fixtures/sample.ts';

test('the sample roster gives the figures that the API gives for the same people', async ({ page, request }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  const teachers = sampleTeachers();
  const budget = await budgetOf(request, { teachers, groupBy: ['school'] });
  await expect(page.getByTestId('sum-total')).toHaveText(`${grouped(budget.total)} 元`);
  await expect(page.getByTestId('sum-personal')).toHaveText(`${grouped(budget.personalTotal)} 元`);
  await expect(page.getByTestId('sum-institution')).toHaveText(`${grouped(budget.institutionTotal)} 元`);
  await expect(page.getByTestId('sum-envelope')).toHaveText('1,500,000.00 元');
  await expect(page.getByText(`读入 ${grouped(`${teachers.length}.`).slice(0, -1)} 人`)).toBeVisible();

  const items = page.getByRole('table', { name: '按项目' });
  for (const { title, amount } of budget.byAllowance) {
    const row = items.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title, exact: true }) });
    await expect(row).toContainText(amount === '0.00' ? '待定' : grouped(amount));
  }
  const cashFlow = page.getByRole('region', { name: '各月现金流' });
  await expect(cashFlow.getByRole('img', { name: /柱形图/ }).locator('svg')).toBeVisible();
  await cashFlow.getByText('表', { exact: true }).click();
  for (const [index, { amount }] of budget.byMonth.entries()) {
    await expect(cashFlow.getByRole('row', { name: new RegExp(`^${index + 1}月`) })).toContainText(grouped(amount));
  }

  await page.getByRole('tab', { name: '按学校' }).click();
  const schools = page.getByRole('table', { name: '按学校' });
  const most = budget.groups.toSorted((a, b) => Number(b.amount) - Number(a.amount))[0];
  await schools.getByRole('button', { name: '金额(元)' }).click();
  await schools.getByRole('button', { name: '金额(元)' }).click();
  await expect(schools.getByRole('row').nth(1)).toContainText(`${most?.key.school}`);
  await expect(schools.getByRole('columnheader', { name: '金额(元)' })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('navigation', { name: '“按学校”分页' }).getByRole('listitem', { name: '2' }).click();
  await expectAccessibleStep(page);
});

test('what shows a budget is fetched before there is one', async ({ page }) => {
  const fetched = page.waitForResponse(/\/result-[^/]*\.js$/);
  await page.goto('/');
  expect((await fetched).status()).toBe(200);
  await expect(page.getByRole('heading', { name: '从哪里开始？' })).toBeVisible();
});

test('rows of the sample with faults are listed with row, column and reason, and the work that is left with headcounts', async ({
  page,
}) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await page.locator('summary', { hasText: '名册中有误的行' }).click();
  await expect(page.getByRole('row', { name: /^566 [A-Z]566 城乡 不认识的取值，可填：城市、农村。$/ })).toBeVisible();
  const work = page.getByRole('region', { name: '待办' });
  await expect(work.getByRole('row', { name: /^校长津贴 标准：校长津贴 \d+ 人 填写“校长津贴”/ })).toBeVisible();
  await expect(work.getByRole('row', { name: /^交通补贴 资料：距离类别 \d+ 人 在名册或分组中填写/ })).toBeVisible();
});

test('headcounts typed by hand', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await expect(page.getByText('第 1 组还需填写：人数、用人形式、城乡')).toBeVisible();
  await typeFirstGroup(page, ZH);
  // 120 × (10 × 330 + 10 × 300), and 1,500,000 of training.
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
  await page.getByRole('button', { name: '添加一组' }).click();
  await type(page, '第 2 组：人数', '10');
  await choose(page, '第 2 组：用人形式', '临聘');
  await choose(page, '第 2 组：城乡', '城市');
  await choose(page, '第 2 组：距离类别', '远');
  // and 10 × (10 × 180 + 10 × 600).
  await expect(page.getByTestId('sum-personal')).toHaveText('834,000.00 元');
  await expect(page.getByTestId('sum-total')).toHaveText('2,334,000.00 元');

  await type(page, '第 2 组：人数', '-3');
  await expect(page.getByText('第 2 组，人数：')).toBeVisible();
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
});

test('a rate that is wrong is named; an awaited one that is filled in is counted', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await typeFirstGroup(page, ZH);
  await page.getByRole('combobox', { name: '更多列' }).fill('班主任');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await choose(page, '第 1 组：班主任', '是');
  const item = page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /^班主任津贴/ });
  await expect(item).toContainText('待定，涉及 120 人');
  await expect(page.getByText('已能确定的预算总额')).toBeVisible();
  await page.locator('summary', { hasText: '标准' }).click();
  await type(page, '班主任津贴', '三百');
  await expect(page.getByText(/^班主任津贴：金额写法不对/)).toBeVisible();
  await type(page, '班主任津贴', '300');
  await expect(item).toContainText('432,000.00');
  await expect(page.getByText('已能确定的预算总额')).toHaveCount(0);
  await expect(page.getByTestId('sum-total')).toHaveText('2,688,000.00 元');
});

test("a roster of one's own: in GB18030, with good rows and bad ones", DEEP, async ({ page }) => {
  await page.goto('/budget');
  const lines = ['工号,姓名,用人形式,城乡,距离类别', 'A1,甲,在编,农村,近', 'A2,乙,在编,郊区,近', 'A3,丙,临聘,城市,中'];
  const utf8 = { name: '本校名册.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
  await openRoster(page, utf8);
  await type(page, '年度', '2025');
  await expect(page.getByText('本校名册.csv：读入 1 人')).toBeVisible();
  await expect(page.getByText('2 处有误，相关人员未计入')).toBeVisible();
  await page.locator('summary', { hasText: '名册中有误的行' }).click();
  await expect(page.getByRole('row', { name: '3 D3 城乡 不认识的取值，可填：城市、农村。' })).toBeVisible();
  await expect(page.getByRole('row', { name: '4 E4 距离类别 不认识的取值，可填：近、远。' })).toBeVisible();
  await expect(page.getByTestId('sum-personal')).toHaveText('6,300.00 元');
  await expectAccessibleStep(page);

  // 工号,城乡,用人形式 / 1,农村,在编 in the encoding of Chinese Excel.
  const gb = Buffer.from('b9a4bac52cb3c7cfe72cd3c3c8cbd0cecabd0d0a312cc5a9b4e52cd4dab1e00d0a', 'hex');
  await openRoster(page, { name: 'gb.csv', mimeType: 'text/csv', buffer: gb });
  await expect(page.getByText('gb.csv：读入 1 人')).toBeVisible();
  await expect(page.getByTestId('sum-personal')).toHaveText('3,300.00 元');

  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff, 0xff, 0x80, 0x00]);
  await openRoster(page, { name: '名册.xlsx', mimeType: 'application/zip', buffer: zip });
  await expect(page.getByText('文件已损坏或不完整')).toBeVisible();
});

test('a roster in Excel: the sheet with a header is read, others are named, bad cells are told', async ({ page }) => {
  await page.goto('/budget');
  for (const [file, people, told] of [
    ['sheets-by-school.xlsx', '1', '只读了工作表“一小”。版式相同的还有 二小（1 人），都没有读，也没有计入'],
    ['macros.xlsm', '1', '文件含有宏，没有读取，也没有运行。'],
    ['formulas-with-errors.xlsx', '1', '2 处有误，相关人员未计入'],
    ['identity-only.xlsx', '2', '没有“工号”列，已用行号作编号（如 row-12）。'],
  ] as const) {
    await openRoster(page, `tests/roster/fixtures/${file}`);
    await expect(page.getByText(`${file}：读入 ${people} 人`)).toBeVisible();
    await expect(page.getByText(told)).toBeVisible();
  }
  await type(page, '年度', '2025');
  // One in the country until August, one in town: 6 × 330 + 4 × 180 and 10 × 180; nobody's commute is known.
  await expect(page.getByTestId('sum-personal')).toHaveText('4,500.00 元');
  for (const [file, told] of [
    ['old.xls', '这是旧版 Excel（.xls）或 WPS（.et）文件'],
    ['password.xlsx', '文件设有密码'],
    ['bomb.xlsx', '文件解压后大得异常'],
  ] as const) {
    await openRoster(page, `tests/roster/fixtures/${file}`);
    await expect(page.getByText(told)).toBeVisible();
  }
});

test('in English: the sample, a typed group, and a switch of language that loses nothing', DEEP, async ({ page }) => {
  await page.goto('/?lang=en');
  await expectAccessibleStep(page);
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await typeFirstGroup(page, EN);
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 yuan');
  await expect(page.getByRole('table', { name: 'By item' }).getByRole('row', { name: /^Meal subsidy/ })).toContainText('396,000.00');
  await expectAccessibleStep(page);
  await page.getByRole('link', { name: 'Check one teacher' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check one teacher');
  await page.goBack();
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 yuan');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
  await expect(page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /^餐补/ })).toContainText('396,000.00');
});
