import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { people as counted, grouped } from './fixtures/amounts.ts';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP, inLanguage } from './fixtures/depth.ts';
import { type ApiFigures, byHeader, expectWorkbook } from './fixtures/expect-workbook.ts';
import { type } from './fixtures/form.ts';
import { EN, typeFirstGroup } from './fixtures/group.ts';
import { EN_WORDS, type HandInWords, ZH_WORDS } from './fixtures/hand-in-words.ts';
import { ODD_NAMES, officeWorkbook } from './fixtures/office-workbook.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { foldPdfText, type PdfPage, readPdf } from './fixtures/pdf.ts';
import { exported, readDownload, type SheetInFile, wrongSums } from './fixtures/workbook.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Prints what the page shows: every page is A4 upright and says which of how many it is. */
async function printed(page: Page, { pageOf }: HandInWords): Promise<PdfPage[]> {
  await expect(page.locator('main.sheet')).toHaveAttribute('aria-busy', 'false');
  const pages = readPdf(await page.pdf({ preferCSSPageSize: true }));
  for (const [at, { width, height, text }] of pages.entries()) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect(text).toContain(foldPdfText(pageOf(at + 1, pages.length)));
  }
  return pages;
}

function expectText(pages: readonly PdfPage[], parts: readonly string[]): void {
  const text = pages.map((page) => page.text).join('');
  for (const part of parts) expect(text).toContain(foldPdfText(part));
}

async function askApi(request: APIRequestContext, language: string, teachers: readonly unknown[]): Promise<ApiFigures> {
  const ask = async (path: string, body: object) => {
    const url = `/api/v1/policies/jinfeng-2021${path}`;
    const response = await request.post(url, { data: { year: 2025, teachers, ...body }, headers: { 'Accept-Language': language } });
    expect(response.status()).toBe(200);
    return response.json();
  };
  return {
    whole: await ask('/budgets', { groupBy: ['school'] }),
    bySchool: await ask('/budgets', { groupBy: ['school', 'allowance'] }),
    byMonth: await ask('/budgets', { groupBy: ['month', 'allowance'] }),
    people: (await ask('/entitlements/batch?detail=months', {})).results,
  };
}

for (const [language, words] of [
  ['zh', ZH_WORDS],
  ['en', EN_WORDS],
] as const) {
  test(`from a file to paper and a workbook that is a roster again (${language})`, inLanguage(language), async ({ page, request }) => {
    const { file, teachers } = await officeWorkbook();
    const figures = await askApi(request, language, teachers);
    const { whole, people } = figures;
    await page.goto(words.address);
    await openRoster(page, file);
    await type(page, words.year, '2025');
    await expect(page.getByTestId('sum-headcount')).toHaveText(counted(teachers.length));
    await expect(page.getByTestId('sum-total')).toHaveText(words.total(grouped(whole.total)));

    await page.getByRole('button', { name: words.print, exact: true }).click();
    await page.getByRole('menuitem', { name: words.summary }).click();
    const summary = await printed(page, words);
    expect(summary.length).toBeLessThanOrEqual(3);
    expectText(summary, [
      ...words.onSummary,
      ...whole.byAllowance
        .filter(({ amount }) => amount !== '0.00')
        .map(({ headcount, amount }) => `${counted(headcount)}${grouped(amount)}`),
      `${whole.headcount}${grouped(whole.total)}`,
    ]);
    await page.getByRole('button', { name: words.back }).click();

    // One of them: the account of whoever has the most items.
    const most = people.toSorted((a, b) => b.lines.length - a.lines.length)[0] as (typeof people)[number];
    const [item] = whole.byAllowance.filter(({ allowance }) => allowance === 'meal');
    await page.getByRole('link', { name: item?.title as string, exact: true }).click();
    await page.getByRole('textbox', { name: words.find }).fill(most.teacherId);
    await page.getByRole('grid').getByRole('link', { name: most.teacherId }).click();
    await page.getByRole('button', { name: words.person }).click();
    await expectAccessibleStep(page);
    const account = await printed(page, words);
    expect(account.length).toBeLessThanOrEqual(2);
    expectText(account, [
      words.personTitle,
      most.teacherId,
      ...words.onPerson,
      ...most.lines.map(({ allowance, byMonth, amount }) => {
        const title = whole.byAllowance.find((one) => one.allowance === allowance)?.title;
        const cells = whole.byMonth.map(({ month }) => byMonth.find((one) => one.month === month)?.amount ?? '—');
        return `${title}${cells.map((cell) => grouped(cell).replace(/\.00$/, '')).join('')}${grouped(amount)}`;
      }),
      grouped(most.personalTotal),
    ]);
    await page.getByRole('button', { name: words.back }).click();
    await page.goBack();
    await page.goBack();

    const download = await exported(page, words.export);
    await expect(page.getByText(words.exported(download.suggestedFilename()))).toBeVisible();
    await expectAccessibleStep(page);
    const { name, bytes, sheets } = await readDownload(download);
    expect(name).toMatch(words.fileName);
    expectWorkbook(sheets, figures, words);
    const [, , , staff, basis, faults] = sheets as [SheetInFile, SheetInFile, SheetInFile, SheetInFile, SheetInFile, SheetInFile];
    const names = [...staff.cells].filter(([place, { value }]) => place.startsWith('B') && ODD_NAMES.includes(value));
    expect(names.map(([, { value, isText, formula }]) => [value, isText, formula])).toEqual(ODD_NAMES.map((one) => [one, true, null]));
    const said = byHeader(basis);
    expect(said.get(words.version)?.[words.how]).toBe((whole as unknown as { policy: { version: string } }).policy.version);
    expect(said.get(words.reading[0])?.[words.how]).toBe(words.reading[1]);
    expect(faults.rows.flat()).toContain(words.fault);

    // What was exported is a roster: the same people, the same budget.
    await openRoster(page, { name, mimeType: EXCEL, buffer: bytes });
    await expect(page.getByText(words.read(name, teachers.length))).toBeVisible();
    await expect(page.getByTestId('sum-total')).toHaveText(words.total(grouped(whole.total)));
    const again = await readDownload(await exported(page, words.export));
    expect(again.sheets[3]?.rows).toEqual(staff.rows);
    expect(again.sheets[5]?.rows[1]).toEqual([words.noFaults]);
  });
}
test('groups without anybody, an amount beyond what Excel can hold, a setting of our own: in English', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await typeFirstGroup(page, EN);
  await type(page, 'Group 1: Headcount', '1000000000');
  await page.locator('summary', { hasText: 'Rates' }).click();
  await page.getByRole('textbox', { name: 'Meal subsidy · Rural' }).fill('12345678.91');
  // 10^9 × (10 × 12345678.91 + 10 × 300), and 1,500,000.
  await expect(page.getByTestId('sum-total')).toHaveText('123,459,789,101,500,000.00 yuan');
  const { name, sheets } = await readDownload(await exported(page, 'Export to Excel'));
  expect(name).toMatch(/^teacher-subsidies-2025-\d{8}\.xlsx$/);
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Summary', 'Schools', 'Months', 'People', 'Assumptions and readings', 'Bad rows']);
  for (const sheet of sheets) expect(wrongSums(sheet)).toEqual([]);
  const [summary, , , people, basis] = sheets as [SheetInFile, SheetInFile, SheetInFile, SheetInFile, SheetInFile];
  const meal = [...summary.cells].find(([, { value }]) => value === '123456789100000000.00');
  expect(meal?.[1]).toMatchObject({ isText: true, formula: null });
  expect(summary.rows.flat()).toContain('123459789101500000.00');
  expect(summary.rows.flat()).toContain(
    'Amounts of more than the 15 digits that Excel keeps are written as text with all of them, and are in no formula.',
  );
  expect(byHeader(basis).get('Rates: Meal subsidy · Rural')?.How).toBe('12345678.91 yuan a month (document: 330 yuan a month)');
  expect(people.rows).toEqual([['Groups that were typed are nobody in particular and not in the sheet of people.']]);
});
