import { expect, test } from '@playwright/test';
import { DEEP } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';

test('a year that the document does not cover is asked about, and computed as if on a click', async ({ page }) => {
  await page.goto('/check');
  await type(page, '年度', '2021');
  await choose(page, '用人形式', '在编');
  await choose(page, '城乡', '农村');
  await choose(page, '距离类别', '远');
  // in force from August, which is none of the ten months: 4 × 330 + 4 × 600
  await expectPersonalTotal(page, '3,720.00');
  const notice = page.getByTestId('in-force');
  await expect(notice).toContainText('1月–7月文件没有施行');
  await expect(notice).toContainText('9,300.00');
  await notice.getByRole('button', { name: '按继续施行计算' }).click();
  await expectPersonalTotal(page, '9,300.00');
  await notice.getByRole('button', { name: '不再按施行计算' }).click();
  await expectPersonalTotal(page, '3,720.00');
});

test('whoever left is paid until then, and a recruitment before the employment is to be corrected', DEEP, async ({ page }) => {
  await page.goto('/check');
  await type(page, '年度', '2025');
  await choose(page, '用人形式', '在编');
  await choose(page, '城乡', '农村');
  await choose(page, '距离类别', '远');
  await type(page, '离岗日期', '2025-03-31');
  await expectPersonalTotal(page, '2,790.00');
  await type(page, '离岗日期', '');
  await type(page, '入职年月', '2025-09');
  await type(page, '人才引进日期', '2025-03-15');
  await choose(page, '学历', '博士');
  await expect(page.getByRole('region', { name: '还缺什么' })).toContainText('落在任职时间之外');
});
