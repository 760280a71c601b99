import { expect, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';

const OURS = ['经济分类功能分类金额(元)', '30102 津贴补贴—30,000.00', '30106 伙食补助费—33,000.00', '合计63,000.00'];

test('an officer sets another budget code: the table follows, a code that is none is named, and one button brings ours back', async ({
  page,
}) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await type(page, '第 1 组：人数', '10');
  for (const [fact, value] of [
    ['用人形式', '在编'],
    ['城乡', '农村'],
    ['学段', '特殊教育'],
    ['距离类别', '近'],
  ]) {
    await choose(page, `第 1 组：${fact}`, value as string);
  }
  const codes = page.getByRole('region', { name: '按预算科目' });
  await expect(codes.getByText('须经财政部门确认')).toBeVisible();
  const rows = codes.getByRole('table').getByRole('row');
  await expect(rows).toHaveText(OURS);

  await codes.locator('summary').click();
  await codes.getByRole('textbox', { name: '交通补贴' }).fill('30199');
  await codes.getByRole('textbox', { name: '特殊教育' }).fill('2050701');
  await expect(rows).toHaveText([
    '经济分类功能分类金额(元)',
    '30106 伙食补助费205070133,000.00',
    '30199 其他工资福利支出205070130,000.00',
    '合计63,000.00',
  ]);
  await expect(codes.locator('summary')).toContainText('已改 2 项');
  await expect(page.getByTestId('sum-personal')).toHaveText('63,000.00 元');

  await codes.getByRole('textbox', { name: '餐补' }).fill('3010');
  await expect(page.getByText('科目 · 餐补：科目代码不对')).toBeVisible();
  await expect(codes.getByRole('textbox', { name: '餐补' })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleStep(page);

  await codes.getByRole('button', { name: '恢复默认科目' }).click();
  await expect(rows).toHaveText(OURS);
  await expect(codes.locator('summary')).not.toContainText('已改');
});

test('in English', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Load the sample roster' }).click();
  const codes = page.getByRole('region', { name: 'By budget code' });
  await codes.locator('summary').click();
  await codes.getByRole('textbox', { name: 'Whatever is paid to temporary staff' }).fill('30305');
  await expect(codes.getByRole('row', { name: /^30305/ }).first()).toBeVisible();
  await expect(codes.getByRole('row', { name: /^30199/ })).toHaveCount(0);
  await expectAccessibleStep(page);
});
