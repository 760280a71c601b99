import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { EN, typeFirstGroup, ZH } from './fixtures/group.ts';
import { foldPdfText, type PdfPage, readPdf } from './fixtures/pdf.ts';
import { sampleTeachers } from './fixtures/sample.ts';
import { exported, readDownload } from './fixtures/workbook.ts';

const POLICY = '/api/v1/policies/jinfeng-2021';
const A4 = { short: 595, long: 842 };

/** An amount of the wire as paper has it. */
function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',');
}

async function openPaper(page: Page, menu: string | RegExp, paper: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: paper }).click();
  await expect(page.locator('main.sheet')).toHaveAttribute('aria-busy', 'false');
}

/** Prints what the page shows to A4, as a person would. */
async function printed(page: Page): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

/** Every page is A4, lies as it should, and says which of how many it is. */
function expectPages(pages: readonly PdfPage[], landscape: boolean, numbered: (page: number, of: number) => string): void {
  for (const [at, { width, height, text }] of pages.entries()) {
    expect([Math.round(width), Math.round(height)]).toEqual(landscape ? [A4.long, A4.short] : [A4.short, A4.long]);
    expect(text).toContain(foldPdfText(numbered(at + 1, pages.length)));
  }
}

async function budgetOf(request: APIRequestContext, body: object) {
  const response = await request.post(`${POLICY}/budgets`, { data: { year: 2025, ...body } });
  expect(response.status()).toBe(200);
  return response.json();
}

const wholeText = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join('');

test('the summary of typed groups: every figure, the capitals, what it rests on, who signs', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await typeFirstGroup(page, ZH);
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
  await page.locator('summary', { hasText: '口径' }).click();
  await page.getByRole('radio', { name: '当年最先应发的十个月' }).check();
  await page.locator('summary', { hasText: '标准' }).click();
  await type(page, '餐补 · 农村', '330.50');
  const codes = page.getByRole('region', { name: '按预算科目' });
  await codes.locator('summary').click();
  await codes.getByRole('textbox', { name: '餐补' }).fill('30199');
  // 120 × (10 × 330.50 + 10 × 300), and 1,500,000 of training.
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,600.00 元');

  await openPaper(page, /打\s*印/, '预算汇总表');
  await expect(page).toHaveTitle('2025年教师津贴预算汇总表');
  await page.getByRole('textbox', { name: '编制单位' }).fill('金凤区教育局"财务"科');
  await expectAccessibleStep(page);
  const pages = await printed(page);
  expectPages(pages, false, (at, of) => `第 ${at} 页，共 ${of} 页`);
  expect(pages.length).toBeLessThanOrEqual(3);
  const text = wholeText(pages);
  for (const part of [
    '2025年教师津贴预算汇总表',
    '编制单位：金凤区教育局"财务"科',
    `打印日期：${new Date().getFullYear()}年`,
    '发给个人拨给单位专项经费预算总额计入人数756,600.000.001,500,000.002,256,600.00120',
    '合计（大写）：人民币贰佰贰拾伍万陆仟陆佰元整',
    '6餐补个人120396,600.00',
    '7交通补贴个人120360,000.00',
    '预算总额1202,256,600.00',
    '30102津贴补贴2050202小学教育360,000.00',
    '30199其他工资福利支出2050202小学教育396,600.00',
    '须经财政部门确认',
    '依据文件金凤区基础教育质量提升行动实施方案（银金党办发〔2021〕60号）',
    '「每年按10个月计」是哪十个月？当年最先应发的十个月（改选）',
    '既是骨干教师又是名师的，两项奖励如何发放？两项都发（默认）',
    '标准：餐补 · 农村330.50元/月（文件：330元/月）',
    '科目 · 餐补30199',
    '按人数录入1 组',
    '编制人：审核人：单位负责人：',
  ]) {
    expect(text).toContain(foldPdfText(part));
  }
  expect(text).not.toContain('合成示例');
  const version = /规则版本([0-9a-f]{16})/.exec(text)?.[1];
  expect(pages.every((one) => one.text.includes(`银金党办发〔2021〕60号·规则版本${version}`))).toBe(true);

  // The way back of the browser closes the paper, and the budget is as it was.
  await page.goBack();
  await expect(page.locator('main.sheet')).toHaveCount(0);
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,600.00 元');
  await expect(page.getByRole('button', { name: /打\s*印/ })).toBeVisible();
});

test('the button prints, and only when the paper is there', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await openPaper(page, /打\s*印/, '学校与项目明细表');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await expect(page.getByRole('toolbar').getByRole('button', { name: /打\s*印/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
});

test(
  'schools by item, of the sample: what the API gives for each school and item, to the fen, the header on every page',
  DEEP,
  async ({ page, request }) => {
    await page.goto('/budget');
    await page.getByRole('button', { name: '载入示例名册' }).click();
    await openPaper(page, /打\s*印/, '学校与项目明细表');
    await expectAccessibleStep(page);
    const pages = await printed(page);
    const teachers = sampleTeachers();
    const whole = await budgetOf(request, { teachers, groupBy: ['school'] });
    const cells = await budgetOf(request, { teachers, groupBy: ['school', 'allowance'] });
    const items: { allowance: string; title: string; amount: string }[] = whole.byAllowance.filter(
      ({ amount }: { amount: string }) => amount !== '0.00',
    );
    const amountOf = (school: string, allowance: string) =>
      cells.groups.find(({ key }: { key: Record<string, string> }) => key.school === school && key.allowance === allowance)?.amount;

    expect(pages.length).toBeGreaterThan(2);
    expectPages(pages, true, (at, of) => `第 ${at} 页，共 ${of} 页`);
    const header = foldPdfText(`序号学校人数${items.map(({ title }) => title).join('')}合计`);
    for (const { text } of pages) expect(text).toContain(header);
    const text = wholeText(pages);
    // Schools stand as in the roster.
    const roster = [...new Set((teachers as { school?: string }[]).flatMap(({ school }) => school ?? []))];
    type Group = { key: { school: string }; headcount: number; amount: string };
    const schools = (whole.groups as Group[]).toSorted((a, b) => roster.indexOf(a.key.school) - roster.indexOf(b.key.school));
    expect(schools.map(({ key }) => key.school)).toEqual(roster);
    for (const [at, { key, headcount, amount }] of schools.entries()) {
      const own = items.map(({ allowance }) => amountOf(key.school, allowance)).map((one) => (one === undefined ? '—' : grouped(one)));
      expect(text).toContain(foldPdfText(`${at + 1}${key.school}${headcount}${own.join('')}${grouped(amount)}`));
    }
    const people = (Number(whole.personalTotal.replace('.', '')) + Number(whole.institutionTotal.replace('.', ''))) / 100;
    expect(text).toContain(
      `合计${grouped(`${whole.headcount}.`).slice(0, -1)}${items.map(({ amount }) => grouped(amount)).join('')}${grouped(people.toFixed(2))}`,
    );
    expect(text.split('合成示例').length).toBeGreaterThan(1);

    // Nobody may mistake these people for real ones in a workbook either.
    await page.getByRole('button', { name: '返回' }).click();
    const { sheets } = await readDownload(await exported(page, '导出 Excel'));
    expect(sheets[1]?.rows.slice(1, roster.length + 1).map(([school]) => school)).toEqual(roster);
    expect(sheets.find(({ name }) => name === '假设与口径')?.rows.flat()).toContain('合成示例');
  },
);

test('the payroll of a school in a month: every person with every item, to the fen, and a place to sign', async ({ page, request }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await openPaper(page, /打\s*印/, '月度发放表');
  const school = '良田镇示例第一小学';
  await page.getByRole('combobox', { name: '学校' }).fill(school);
  await page.keyboard.press('Enter');
  await choose(page, '月份', '3月');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${school} 2025年3月教师津贴发放表`);
  await expect(page.locator('main.sheet')).toHaveAttribute('aria-busy', 'false');
  await expectAccessibleStep(page);
  const pages = await printed(page);
  expectPages(pages, true, (at, of) => `第 ${at} 页，共 ${of} 页`);
  const text = wholeText(pages);

  const at = { year: 2025, teachers: sampleTeachers(), groupBy: ['school', 'month', 'allowance'] };
  const { groups } = await budgetOf(request, at);
  const items = groups.filter(({ key }: { key: Record<string, string> }) => key.school === school && key.month === '2025-03');
  const personal = items.filter(({ key }: { key: Record<string, string> }) => key.allowance !== 'studio-running');
  const totalFen = personal.reduce((sum: number, { amount }: { amount: string }) => sum + Number(amount.replace('.', '')), 0);
  expect(text).toContain(
    `${personal.map(({ amount }: { amount: string }) => grouped(amount)).join('')}${grouped((totalFen / 100).toFixed(2))}`,
  );

  // Whoever is there all year is paid there what the API says for that month, name by name.
  const there = (sampleTeachers() as Record<string, unknown>[]).filter((teacher) => teacher.school === school && !teacher.changes);
  const response = await request.post(`${POLICY}/entitlements/batch?detail=months`, { data: { year: 2025, teachers: there } });
  const { results } = await response.json();
  expect(results.length).toBeGreaterThan(20);
  const columns = personal.map(({ key }: { key: Record<string, string> }) => key.allowance);
  for (const { teacherId, lines, missing } of results) {
    const fen = columns.map((allowance: string) => {
      const line = lines.find((one: { allowance: string }) => one.allowance === allowance);
      const month = line?.byMonth.find((one: { month: string }) => one.month === '2025-03');
      return month ? Number(month.amount.replace('.', '')) : 0;
    });
    const own = fen.reduce((sum: number, one: number) => sum + one, 0);
    if (own === 0) continue;
    const yuan = (one: number) => grouped((one / 100).toFixed(2));
    const name = there.find(({ id }) => id === teacherId)?.name;
    const cells = fen.map((one: number) => (one === 0 ? '—' : yuan(one))).join('');
    expect(text).toContain(foldPdfText(`${teacherId}${name}${missing.length > 0 ? '*' : ''}${cells}${yuan(own)}`));
  }
  for (const part of ['签名', '合计（大写）：人民币', '编制人：审核人：单位负责人：', '采用的口径', '合成示例']) {
    expect(text).toContain(foldPdfText(part));
  }
});

test('the account of a teacher whom a form describes', DEEP, async ({ page }) => {
  await page.goto('/check');
  await page.getByRole('button', { name: '填入示例' }).click();
  await type(page, '年度', '2025');
  await page.getByRole('button', { name: '打印核算单' }).click();
  await type(page, '编制单位', '示例学校');
  await expectAccessibleStep(page);
  const pages = await printed(page);
  expectPages(pages, false, (at, of) => `第 ${at} 页，共 ${of} 页`);
  expect(pages.length).toBeLessThanOrEqual(2);
  const months = (amount: string, ofHolidays: string) =>
    [...Array(6).fill(amount), ofHolidays, ofHolidays, ...Array(4).fill(amount)].join('');
  const text = wholeText(pages);
  for (const part of [
    '编制单位：示例学校',
    `骨干教师奖励${months('300', '—')}3,000.00`,
    `餐补${months('330', '—')}3,300.00`,
    `交通补贴${months('300', '—')}3,000.00`,
    `移民地区工资上浮一档${months('27', '27')}324.00`,
    `个人合计${months('957', '27')}9,624.00`,
    '合计（大写）：人民币玖仟陆佰贰拾肆元整',
    '原文第 19 条',
    '本人：编制人：审核人：单位负责人：',
  ]) {
    expect(text).toContain(foldPdfText(part));
  }
  await page.goBack();
  await expect(page.getByRole('button', { name: '打印核算单' })).toBeFocused();
});

test('in English: summary and payroll', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await typeFirstGroup(page, EN);
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 yuan');
  await openPaper(page, 'Print', 'Budget summary');
  await expectAccessibleStep(page);
  const pages = await printed(page);
  expectPages(pages, false, (at, of) => `Page ${at} of ${of}`);
  const text = wholeText(pages);
  for (const part of [
    'Budget of Teacher Subsidies 2025: Summary',
    'Total in capitals (RMB): 人民币贰佰贰拾伍万陆仟元整',
    'Meal subsidy teacher 120 396,000.00',
    'To be confirmed by the finance bureau',
    'Readings chosen',
    'Prepared by: Checked by: Head of the unit:',
  ]) {
    expect(text).toContain(foldPdfText(part));
  }
  await page.getByRole('button', { name: 'Back' }).click();
  await openPaper(page, 'Print', 'Payroll of a month');
  const [first] = await printed(page);
  expect(first?.text).toContain(foldPdfText('Nothing is paid in this month.'));
  expect(first?.text).toContain(foldPdfText('Groups that were typed are nobody in particular'));
});
