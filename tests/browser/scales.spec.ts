import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';

const SCALE = '薪级,标准(元/月)\r\n13,503\r\n14,530.50\r\n15,558\r\n';

function csv(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** A teacher of a resettlement area, at the thirteenth pay step, whose increment nobody has worked out. */
async function teacher(page: Page): Promise<void> {
  await page.goto('/check');
  await type(page, '年度', '2025');
  await choose(page, '用人形式', '在编');
  await choose(page, '城乡', '农村');
  await type(page, '乡镇(街道)', '良田镇');
  await choose(page, '距离类别', '近');
  // Without a scale the step is not asked for.
  await page.getByRole('checkbox', { name: '显示全部项目' }).check();
  await type(page, '薪级', '13');
}

test('a pay scale from a file: the increment follows from it in its months, and only there', async ({ page }) => {
  await teacher(page);
  const missing = page.getByRole('region', { name: '还缺什么' });
  await expect(missing).toContainText('移民地区工资上浮一档：缺少“上浮一档月增资额”');
  await page.locator('summary', { hasText: '薪级工资表' }).click();
  await expect(page.getByText('所选年度施行的薪级表：2025-01 至 2025-12：没有，须逐人填写增资额。')).toBeVisible();
  await expect(page.getByText('附带的旧表只用于当时的月份（2006-07 至 2014-09、2016-07 至 2018-06），不会用于以后的年度。')).toBeVisible();
  await page.getByRole('button', { name: '添加薪级工资表' }).click();
  const scale = page.getByRole('group', { name: '薪级工资表 1' });
  await scale.locator('input[type=file]').setInputFiles(csv('薪级.csv', SCALE));
  await expect(scale).toContainText('读入 3 级，13 至 15');
  await expect(page.getByText('还需填写：')).toBeVisible();
  await page.getByRole('button', { name: '薪级工资表 1 · 起始年月' }).click();
  await page.keyboard.type('2024-10');
  // 12 × 27.50 beside 3300 and 3000.
  await expectPersonalTotal(page, '6,630.00');
  await expect(page.getByText('所选年度施行的薪级表：2025-01 至 2025-12：薪级工资表 1。')).toBeVisible();
  await expect(page.getByText('已填 1 张')).toBeVisible();
  await expectAccessibleStep(page);

  await type(page, '终止年月', '2025-06');
  await expectPersonalTotal(page, '6,465.00');
  await expect(page.getByText('2025-01 至 2025-06：薪级工资表 1；2025-07 至 2025-12：没有，须逐人填写增资额。')).toBeVisible();
  await expect(page.getByRole('article', { name: '移民地区工资上浮一档' })).toContainText('部分月份待补');
  await type(page, '薪级', '15');
  await expect(page.getByText('已是薪级表的最高一档')).toBeVisible();

  // The old scale holds for its own months, and wins nowhere else.
  await type(page, '薪级', '13');
  await type(page, '年度', '2014');
  await expect(page.getByText('2014-01 至 2014-09：2006-07 起的旧表；2014-10 至 2014-12：没有，须逐人填写增资额。')).toBeVisible();
  // The document took effect in 2021: an earlier year is computed only as if it had been in force.
  await page.getByRole('button', { name: '按继续施行计算' }).click();
  await expect(page.getByRole('article', { name: '移民地区工资上浮一档' })).toContainText('每月 20.00 元，1月至9月计发 9 个月');
});

test(
  'faults of a pay scale have their rows and the fix; two of them may not overlap; the template is one to fill in',
  DEEP,
  async ({ page }) => {
    await teacher(page);
    await page.locator('summary', { hasText: '薪级工资表' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载模板' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('薪级工资表模板.csv');
    const template = readFileSync((await download.path()) as string, 'utf8');
    expect(template.split('\r\n')).toHaveLength(67);

    await page.getByRole('button', { name: '添加薪级工资表' }).click();
    const scale = page.getByRole('group', { name: '薪级工资表 1' });
    await type(page, '起始年月', '2024-10');
    await type(page, '薪级和标准(元/月)', '薪级\t标准\n13\t503\n14\t五百\n15\t400\n66\t900\n13\t504\n\t1000\n16\t-1');
    const faults = page.getByRole('table', { name: '薪级工资表 1 中有误的行' });
    await expect(faults.getByRole('row')).toHaveText([
      '行薪级原因',
      /^314金额写法不对/,
      '415标准低于前面的薪级：请核对这一行和它上面的行。',
      '566没有这个薪级：须为 1 至 65 的整数，请更正。',
      '6—这一级出现了两次：请核对后只保留一行。',
      '7—这一行没有写薪级：请补上。',
      '816金额不能为负数。',
    ]);
    await expect(page.getByText('有 1 处需要更正：')).toBeVisible();
    await page.getByRole('button', { name: '薪级工资表 1 · 薪级和标准(元/月)：有 6 行需要更正，见下表。' }).click();
    await expect(page.getByRole('textbox', { name: '薪级和标准(元/月)' })).toBeFocused();
    await expectAccessibleStep(page);
    await scale.locator('input[type=file]').setInputFiles({ ...csv('图片.png', ''), buffer: Buffer.from([0x89, 0x50, 0xff, 0xfe, 0x80]) });
    await expect(scale).toContainText('这个文件不是表格');
    await type(page, '薪级和标准(元/月)', '13 503\n14 530.5');
    await expect(faults).toHaveCount(0);
    await expectPersonalTotal(page, '6,630.00');

    await page.getByRole('button', { name: '添加薪级工资表' }).click();
    const second = page.getByRole('group', { name: '薪级工资表 2' });
    await second.getByRole('textbox', { name: '薪级和标准(元/月)' }).fill('13 500\n14 540');
    await second.getByRole('textbox', { name: '起始年月' }).fill('2025-07');
    await expect(second.getByRole('textbox', { name: '起始年月' })).toHaveAccessibleDescription(/与前面一项的期间重叠/);
    await scale.getByRole('textbox', { name: '终止年月' }).fill('2025-06');
    // 6 × 27.50 and 6 × 40.
    await expectPersonalTotal(page, '6,705.00');
    await page.getByRole('button', { name: '删除薪级工资表 2' }).click();
    await expectPersonalTotal(page, '6,465.00');
  },
);

test('in English: a pay scale of a budget; a policy that does not pay by one has no such section', DEEP, async ({ page }) => {
  await page.goto('/budget?lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await type(page, 'Group 1: Headcount', '10');
  await choose(page, 'Group 1: Kind of employment', 'Established staff');
  await choose(page, 'Group 1: Urban or rural', 'Rural');
  for (const fact of ['Pay step', 'Town or subdistrict']) {
    await page.getByRole('combobox', { name: 'More columns' }).fill(fact);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await type(page, 'Group 1: Pay step', '13');
  await type(page, 'Group 1: Town or subdistrict', '良田镇');
  await page.locator('summary', { hasText: 'Pay scales' }).click();
  await page.getByRole('button', { name: 'Add a pay scale' }).click();
  await type(page, 'Pay steps (yuan a month)', '13,503\n14,530.50');
  await expect(page.getByText('Pay scale 1 · From month: ')).toBeVisible();
  await type(page, 'From month', '2025-01');
  const item = page.getByRole('table', { name: 'By item' }).getByRole('row', { name: /^Pay-step uplift/ });
  // 10 × 12 × 27.50.
  await expect(item).toContainText('3,300.00');
  await expect(page.getByText('In force in the year: 2025-01 to 2025-12: Pay scale 1.')).toBeVisible();
  await expectAccessibleStep(page);
  // What was typed is there after a look at another policy, and at work.
  await page.goto('/budget?policy=licheng-2021&lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await expect(page.locator('summary', { hasText: 'Rates' })).toBeVisible();
  await expect(page.locator('summary', { hasText: 'Pay scales' })).toHaveCount(0);
});
