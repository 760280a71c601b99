import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { readDownload, type SheetInFile } from './fixtures/workbook.ts';

const ROSTER = [
  '2025年教师花名册,,,,,,,,,',
  '序号,任教学校,工号,姓名,身份证号,学历,用人形式,城乡,距离类别,工资卡号',
  '1,一小,T1,王一,990101198001010014,大专,在编,乡村,近,6217000010001234567',
  '2,二小,T2,李二,,本科,临聘,城区,远,',
].join('\n');

async function exported(page: Page): Promise<{ people: SheetInFile; basis: SheetInFile }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
  const { sheets } = await readDownload(download);
  return { people: sheets[3] as SheetInFile, basis: sheets[4] as SheetInFile };
}

test('the sheet of people is in the words of the office; identity and account numbers only if she says so, and never from storage', async ({
  page,
}) => {
  await page.goto('/budget');
  await openRoster(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) });
  await expect(page.getByTestId('sum-total')).toContainText('.');
  const own = await exported(page);
  expect(own.people.rows[0]?.slice(0, 8)).toEqual(['序号', '任教学校', '工号', '姓名', '学历', '用人形式', '城乡', '距离类别']);
  expect(own.people.rows[1]?.slice(0, 8)).toEqual(['1', '一小', 'T1', '王一', '大专', '在编', '乡村', '近']);
  expect(JSON.stringify(own)).not.toMatch(/9901011980|6217/);
  expect(own.basis.rows.flat()).toContain('没有写出的列：“身份证号”、“工资卡号”。身份证号、银行账号默认不写出，需要时在导出前勾选。');

  await page.getByRole('checkbox', { name: '导出时带上“身份证号”、“工资卡号”列' }).check();
  await expectAccessibleStep(page);
  const whole = await exported(page);
  expect(whole.people.rows[1]?.slice(0, 10)).toEqual([
    '1',
    '一小',
    'T1',
    '王一',
    '990101198001010014',
    '大专',
    '在编',
    '乡村',
    '近',
    '6217000010001234567',
  ]);

  await page.getByRole('button', { name: '本机保存：关' }).click();
  const dialog = page.getByRole('dialog', { name: '本机资料' });
  await dialog.getByRole('checkbox', { name: '在本浏览器保存' }).check();
  await expect(dialog.getByRole('status')).toContainText('名册 1 份');
  await page.reload();
  await expect(page.getByTestId('sum-total')).toContainText('.');
  await expect(page.getByRole('checkbox', { name: /导出时带上/ })).toHaveCount(0);
  const kept = await exported(page);
  expect(kept.people.rows[0]?.slice(0, 4)).toEqual(['工号', '姓名', '学校', '用人形式']);
  expect(JSON.stringify(kept)).not.toMatch(/9901011980|6217/);
  expect(kept.basis.rows.flat()).toContain(
    '名册来自本机保存，原表不在：人员表按规范的列序和写法写出。要原来的写法，请重新打开名册文件再导出。',
  );
});
