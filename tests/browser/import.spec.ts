import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { makeWorkbook } from '../../scripts/roster-fixtures/workbook.ts';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { inLanguage } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';

/** A sheet as schools send it: a title, a column that nobody could guess, a value that means nothing, a total and a signature. */
const SHEET = [
  ['某中心小学教师花名册（合成数据）'],
  ['个人代码', '姓名', '任教学校', '人员类别', '城乡类别', '距离', '备注'],
  ['A01', '张三', '中心小学', '在编', '农村', '近', ''],
  ['A02', '李四', '中心小学', '特岗', '乡村', '远', ''],
  ['A03', '王五', '中心小学', '在编', '郊区', '近', '新调入'],
  ['合计', '3 人'],
  ['制表人：赵六'],
];
const MENDED = '个人代码,姓名,任教学校,人员类别,城乡类别,距离,备注,问题\nA03,王五,中心小学,在编,城区,近,新调入,改好了\n';
const TEACHERS = [
  { id: 'A01', name: '张三', school: '中心小学', post: 'established', area: 'rural', commute: 'near' },
  { id: 'A02', name: '李四', school: '中心小学', post: 'special-post', area: 'rural', commute: 'far' },
  { id: 'A03', name: '王五', school: '中心小学', post: 'established', area: 'urban', commute: 'near' },
];

const WORDS = {
  zh: {
    path: '/budget?lang=zh',
    code: '“个人代码”列当作',
    id: '工号',
    distance: '“距离”列当作',
    commute: '距离类别',
    download: '下载有误的行',
    merged: '已并入 1 份改好的行',
    bad: '不认识的取值',
    two: '读入 2 人',
    three: '读入 3 人',
    chosen: '您选定',
    skipped: /没有当作人员的行：标题（第 1 行）.*合计、签字、说明等（第 6—7 行）/,
    year: '年度',
  },
  en: {
    path: '/budget?lang=en',
    code: '“个人代码” is read as',
    id: 'Staff number',
    distance: '“距离” is read as',
    commute: 'Commuting distance',
    download: 'Download the rows with faults',
    merged: 'with 1 file of mended rows',
    bad: 'Not a known value',
    two: '2 people read',
    three: '3 people read',
    chosen: 'by you',
    skipped: /Rows not taken for people: titles \(row 1\).*totals, signatures, remarks \(row 6–7\)/,
    year: 'Year',
  },
} as const;

async function workbook(): Promise<Buffer> {
  const rows = SHEET.map((row) => row.map((value) => ({ value, type: String as StringConstructor })));
  return writeXlsxFile(rows).toBuffer();
}

const open = (page: Page, name: string, buffer: Buffer) => openRoster(page, { name, mimeType: '', buffer });

for (const [language, words] of Object.entries(WORDS)) {
  test(
    `from the sheet of a school to its budget: columns put right, faulty rows corrected and read again (${language})`,
    inLanguage(language),
    async ({ page, request }) => {
      await page.goto(words.path);
      await open(page, '花名册.xlsx', await workbook());
      // no column of staff numbers was recognised, so nobody is read yet, and the page asks
      const columns = page.getByRole('table').filter({ has: page.getByLabel(words.code) });
      await expect(columns).toBeVisible();
      await expectAccessibleStep(page);
      await choose(page, words.code, words.id);
      await choose(page, words.distance, words.commute);
      await expect(page.getByText(words.two)).toBeVisible();
      await expect(columns.getByRole('row').filter({ hasText: '个人代码' })).toContainText(words.chosen);
      await expect(page.getByText(words.skipped)).toBeVisible();

      const faults = page.locator('details.roster-faults');
      await faults.locator('summary').click();
      const bad = faults.getByRole('row').filter({ hasText: 'E5' });
      await expect(bad).toContainText('城乡类别');
      await expect(bad).toContainText(words.bad);
      // the bad rows come as a workbook; brought back as they are, they still have their faults, and nobody is lost
      const [download] = await Promise.all([page.waitForEvent('download'), faults.getByRole('button', { name: words.download }).click()]);
      const unmended = readFileSync(await download.path());
      await faults.locator('input[type=file]').setInputFiles({ name: download.suggestedFilename(), mimeType: '', buffer: unmended });
      await expect(page.getByText(words.merged)).toBeVisible();
      await expect(faults.getByRole('row').filter({ hasText: words.bad })).toHaveCount(1);
      await expect(page.getByText(words.two)).toBeVisible();

      await faults.locator('input[type=file]').setInputFiles({ name: '改好.csv', mimeType: '', buffer: Buffer.from(MENDED) });
      await expect(page.getByText(words.three)).toBeVisible();
      await expect(faults).toHaveCount(0);

      await type(page, words.year, '2025');
      const response = await request.post('/api/v1/policies/jinfeng-2021/budgets', { data: { year: 2025, teachers: TEACHERS } });
      const { total } = (await response.json()) as { total: string };
      await expect(page.getByTestId('sum-total')).toContainText(total.replace(/\B(?=(\d{3})+\.)/g, ','));

      // what was chosen is remembered for the next file with these headers
      await open(page, '再来.xlsx', await workbook());
      await expect(page.getByText(words.two)).toBeVisible();
    },
  );
}

test('another sheet, another header row; a file that is dropped; a file that is no sheet', async ({ page }) => {
  await page.goto('/budget');
  const csv = '工号,姓名\n工号,用人形式,城乡,距离类别\nB01,在编,城市,近\n';
  const handle = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '拖来的.csv', { type: 'text/csv' }));
    return transfer;
  }, csv);
  await page.getByRole('button', { name: '打开名册文件' }).dispatchEvent('drop', { dataTransfer: handle });
  await expect(page.getByText('拖来的.csv')).toBeVisible();
  const row = page.getByLabel('表头在第几行');
  if (!(await row.isVisible())) await page.locator('details.import-layout > summary').click();
  await row.fill('2');
  await row.press('Enter');
  await expect(page.getByText('读入 1 人')).toBeVisible();
  await open(page, '扫描件.pdf', Buffer.from('%PDF-1.7 nothing to read'));
  await expect(page.getByText('这个文件不是表格')).toBeVisible();
  await expect(page.getByText('读入 1 人')).toBeVisible();
});

test('the template has the columns that the policy asks for, and is a roster as soon as somebody is in it', async ({ page }) => {
  await page.goto('/budget');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载名册模板' }).click()]);
  expect(download.suggestedFilename()).toBe('名册模板.xlsx');
  await open(page, '空.xlsx', readFileSync(await download.path()));
  await expect(page.getByText('读入 0 人')).toBeVisible();
  for (const header of ['工号', '姓名', '用人形式', '城乡', '身份证号', '变动起始月']) {
    await expect(page.getByRole('rowheader', { name: header, exact: true })).toBeVisible();
  }

  // What nobody has is said once, and by name.
  await open(page, '缺列.csv', Buffer.from('工号,姓名,用人形式,距离类别\nA1,张三,在编,近\nA2,李四,特岗,远\n'));
  await expect(page.getByText('表中没有“城乡”这样的列')).toBeVisible();
  await expect(page.getByText('名册中没有能计入的人员')).toBeVisible();
});

test('what was converted, taken from above, skipped or not read is said, and can be changed', async ({ page }) => {
  const header = ['学校', '工号', '姓名', '用人形式', '城乡', '距离类别', '月工资总额（万元）', '参加教学工作日期', '到岗时间'];
  const person = (at: number, school: string, day = '2025-03-01') => [school, `T${at}`, '王一', '在编', '农村', '近', 0.55, '1985.07', day];
  const sheets = [
    { name: '甲小学', rows: [header, ...[1, 2, 3, 4, 5, 6].map((at) => person(at, at === 1 ? '甲小学' : '同上')), ['过次页'], ['会计：']] },
    { name: '乙小学', rows: [header, person(7, '乙小学')] },
  ];
  await page.goto('/budget');
  await open(page, '名册.xlsx', Buffer.from(makeWorkbook({ sheets })));
  const said = page.locator('.people-now');
  await expect(said).toContainText('读入 6 人');
  await expect(said).toContainText('版式相同的还有 乙小学（1 人）');
  await expect(said).toContainText('“月工资总额（万元）”按万元读，已换算成元（如 0.55 读作 5500.00 元）');
  await expect(said).toContainText('“学校”中的“同上”按上面一格读');
  await expect(said).toContainText('“参加教学工作日期”有读不出的内容（H2、H3、H4、H5、H6 等 6 格）');
  // said once: what could not be read there, and that no clause uses it
  await expect(said).not.toContainText('“参加教学工作日期”已读');
  await expect(said).toContainText('合计、签字、说明等（第 8—9 行）');
  await expect(said).toContainText('“到岗时间”有 6 人填写');
  await expectAccessibleStep(page);
  await page.getByRole('button', { name: '不读“到岗时间”' }).click();
  await expect(said).not.toContainText('“到岗时间”有 6 人填写');
  await expect(said).toContainText('未使用的列：到岗时间');
  // the unit can be put right where the sheet is wrong about it
  await choose(page, '“月工资总额（万元）”列的单位', '元');
  await expect(said).not.toContainText('已换算成元');
});

test('amounts that nobody is paid in a month are told, and their unit can be said', async ({ page }) => {
  await page.goto('/budget');
  await open(page, '名册.csv', Buffer.from('工号,姓名,用人形式,城乡,距离类别,月工资总额\nT1,王一,在编,农村,近,0.55\n'));
  const said = page.locator('.people-now');
  await expect(said).toContainText('“月工资总额”按元读，有 1 人不到 10 元（如 0.55 元）');
  await page.locator('details.import-layout > summary').click();
  await choose(page, '“月工资总额”列的单位', '万元');
  await expect(said).toContainText('“月工资总额”按万元读，已换算成元（如 0.55 读作 5500.00 元）');
  await expect(said).not.toContainText('不到 10 元');
});

test('a column is named the staff number from the fault itself; faults alike are told once', async ({ page }) => {
  const rows = Array.from({ length: 8 }, (_, at) => `甲${at},王一,在编,镇区-镇中心区,近`);
  await page.goto('/budget');
  await open(page, '名册.csv', Buffer.from(`个人代码,姓名,用人形式,城乡分类,距离类别\n${rows.join('\n')}\n`));
  const faults = page.locator('details.roster-faults');
  await expect(faults).toContainText('缺少“工号”这一列');
  await faults.getByLabel('哪一列是“工号”').click();
  await page.getByTitle(/A 个人代码/).click();
  const group = faults.getByRole('row').filter({ hasText: '城乡分类' });
  await expect(group).toHaveCount(1);
  await expect(group).toContainText('等，共 8 处');
  await expect(group).toContainText('表中写的是：镇区-镇中心区');
});
