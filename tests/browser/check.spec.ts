import { expect, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, chooseAll, expectPersonalTotal, type } from './fixtures/form.ts';

test.describe('check one teacher, in Chinese', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/check');
    await type(page, '年度', '2025');
  });

  test('the example at one click, each item with its grounds', async ({ page }) => {
    await page.getByRole('button', { name: '填入示例' }).click();
    await expectPersonalTotal(page, '9,624.00 元');
    await expect(page.getByText('结果完整')).toBeVisible();
    const meal = page.getByRole('article', { name: '餐补' });
    await expect(meal).toContainText('3,300.00 元');
    await expect(meal).toContainText('餐补：城乡为农村，每月 330.00 元，全年计发 10 个月，合计 3,300.00 元。');
    await expect(meal).toContainText('按城乡每人每月180元、330元的标准');
    await expect(meal).toContainText('七、八月不发');
    const cells = meal.getByRole('cell');
    await expect(cells).toHaveText(['330', '330', '330', '330', '330', '330', '—', '—', '330', '330', '330', '330']);
    await page.getByText('不享受的项目').click();
    await expect(page.getByText('名师奖励：没有填写“名师级别”，按“无”处理，不符合条件。实际不同的，请填写。')).toBeVisible();
    await expectAccessibleStep(page);
  });

  test('worked example 1', DEEP, async ({ page }) => {
    await choose(page, '用人形式', '在编');
    await choose(page, '城乡', '农村');
    await type(page, '乡镇(街道)', '良田镇');
    await choose(page, '骨干级别', '区(县)级');
    await choose(page, '考核结果', '合格');
    await choose(page, '距离类别', '近');
    await type(page, '上浮一档月增资额(元/月)', '27.00');
    await expectPersonalTotal(page, '9,624.00');
    await expect(page.getByText('结果完整')).toBeVisible();
  });

  test('worked example 2', DEEP, async ({ page }) => {
    await choose(page, '用人形式', '幼儿园聘用制');
    await choose(page, '城乡', '农村');
    await type(page, '乡镇(街道)', '良田镇');
    await choose(page, '距离类别', '远');
    await type(page, '月工资总额(元/月)', '4321.15');
    await expectPersonalTotal(page, '14,485.44');
    await expect(page.getByRole('article', { name: '幼儿园聘用制上浮' })).toContainText('5,185.44 元');
  });

  test('worked example 3, with a change during the year', DEEP, async ({ page }) => {
    await choose(page, '用人形式', '临聘');
    await choose(page, '城乡', '城市');
    await choose(page, '距离类别', '近');
    await page.getByRole('button', { name: '添加变动' }).click();
    const change = page.getByRole('group', { name: '变动 1' });
    await expect(change.getByLabel('变动起始月')).toHaveValue('2025-09');
    await chooseAll(page, '变动项目', ['城乡']);
    await change.getByRole('combobox', { name: '城乡' }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('农村').click();
    await expectPersonalTotal(page, '5,400.00');
    const meal = page.getByRole('article', { name: '餐补' });
    await expect(meal).toContainText('1月至8月城乡为城市，每月 180.00 元，计发 6 个月；9月至12月城乡为农村，每月 330.00 元，计发 4 个月；');
    await expect(meal).toContainText('7月–8月：按规定这些月份不发');
    await choose(page, '骨干级别', '区(县)级');
    await choose(page, '考核结果', '合格');
    await page.getByRole('combobox', { name: '变动项目' }).fill('考核结果');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await change.getByRole('combobox', { name: '考核结果' }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('不合格').click();
    await expect(page.getByRole('article', { name: '骨干教师奖励' })).toContainText('9月–12月：“考核结果”为“不合格”');
  });

  test('a change may make a fact unknown again: only its months are missing', DEEP, async ({ page }) => {
    await choose(page, '用人形式', '在编');
    await choose(page, '城乡', '城市');
    await choose(page, '距离类别', '近');
    await choose(page, '骨干级别', '区(县)级');
    await choose(page, '考核结果', '合格');
    // 10 × 180 + 10 × 300 + 10 × 200.
    await expectPersonalTotal(page, '6,800.00');
    await page.getByRole('button', { name: '添加变动' }).click();
    const change = page.getByRole('group', { name: '变动 1' });
    await chooseAll(page, '变动项目', ['城乡', '乡镇(街道)']);
    for (const name of ['骨干级别', '距离类别']) {
      await page.getByRole('combobox', { name: '变动项目' }).fill(name);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    // What is named and left blank has not changed.
    await expectPersonalTotal(page, '6,800.00');
    await change.getByRole('checkbox', { name: '距离类别：自此未知' }).check();
    // 4 of the 10 months are from September on.
    await expectPersonalTotal(page, '5,600.00');
    await expect(page.getByRole('region', { name: '还缺什么' })).toContainText('交通补贴：缺少“距离类别”');
    await expect(page.getByRole('article', { name: '交通补贴' })).toContainText('部分月份待补');
    await change.getByRole('checkbox', { name: '骨干级别：自此未知' }).check();
    // A fact with a default falls back to it.
    await expectPersonalTotal(page, '4,800.00');
    await change.getByRole('checkbox', { name: '乡镇(街道)：自此未知' }).check();
    await expect(change.getByRole('combobox', { name: '骨干级别' })).toBeDisabled();
    await expect(change).toContainText('默认：无');
    await expectAccessibleStep(page);
    await change.getByRole('checkbox', { name: '距离类别：自此未知' }).uncheck();
    await change.getByRole('checkbox', { name: '骨干级别：自此未知' }).uncheck();
    await expectPersonalTotal(page, '6,800.00');
  });

  test('worked example 4, and another reading', DEEP, async ({ page }) => {
    await choose(page, '用人形式', '在编');
    await choose(page, '城乡', '城市');
    await choose(page, '距离类别', '近');
    await type(page, '人才引进日期', '2025-03-15');
    await choose(page, '学历', '硕士');
    await type(page, '入职年月', '2025-03');
    await expectPersonalTotal(page, '83,840.00');
    await page.locator('summary', { hasText: '口径' }).click();
    await page.getByRole('radio', { name: '博士和特级教师8万元、硕士和地市级名师5万元' }).check();
    await expectPersonalTotal(page, '53,840.00');
    await expect(page.getByRole('article', { name: '人才引进补助' })).toContainText('已改选');
    await page.getByRole('button', { name: '恢复默认口径' }).click();
    await expectPersonalTotal(page, '83,840.00');
  });

  test('a missing fact and an awaited rate are not zero', async ({ page }) => {
    await choose(page, '用人形式', '在编');
    await choose(page, '城乡', '城市');
    await choose(page, '班主任', '是');
    const missing = page.getByRole('region', { name: '还缺什么' });
    await expect(missing.getByRole('listitem')).toHaveCount(2);
    await expect(missing).toContainText('交通补贴：缺少“距离类别”');
    await expect(missing).toContainText('待定');
    await expect(page.getByText('结果不完整：还缺 2 项')).toBeVisible();
    await missing.getByRole('listitem').filter({ hasText: '班主任津贴' }).getByRole('button', { name: '去填写' }).click();
    await expect(page.getByRole('textbox', { name: '班主任津贴' })).toBeFocused();
    await page.keyboard.type('400');
    await expect(page.getByRole('article', { name: '班主任津贴' })).toContainText('4,800.00 元');
    await expect(missing.getByRole('listitem')).toHaveCount(1);
    await expectAccessibleStep(page);
  });

  test('faults say where and how to fix them', async ({ page }) => {
    await expect(page.getByText('填写带“必填”标记的项目')).toBeVisible();
    await choose(page, '用人形式', '在编');
    await expect(page.getByText('还需填写：')).toBeVisible();
    await page.getByRole('checkbox', { name: '显示全部项目' }).check();
    await type(page, '月工资总额(元/月)', '-5');
    await type(page, '人才引进日期', '2025-02-30');
    await expect(page.getByText('有 2 处需要更正：')).toBeVisible();
    await page.getByRole('button', { name: /^人才引进日期：日期写法不对/ }).click();
    await expect(page.getByRole('textbox', { name: '人才引进日期' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: '月工资总额(元/月)' })).toHaveAccessibleDescription('金额不能为负数。');
    // What is wrong stays in sight where only what matters is asked.
    await page.getByRole('checkbox', { name: '显示全部项目' }).uncheck();
    await expect(page.getByRole('textbox', { name: '月工资总额(元/月)' })).toHaveAccessibleDescription('金额不能为负数。');
    await expectAccessibleStep(page);
  });
});

test('in English: the example, the language is remembered, and what was typed stays', DEEP, async ({ page }) => {
  await page.goto('/check?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check one teacher');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await expectPersonalTotal(page, '9,624.00 yuan');
  const backbone = page.getByRole('article', { name: 'Backbone-teacher award' });
  await expect(backbone).toContainText('300.00 yuan a month for 10 months of the year (Backbone-teacher level: District;');
  await expectAccessibleStep(page);

  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('教师津贴核算');
  await expectPersonalTotal(page, '9,624.00 元');
  await page.getByRole('button', { name: 'English' }).click();
  await page.goto('/check');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check one teacher');
});

test('in English: worked examples 2 to 4 and an awaited rate', DEEP, async ({ page }) => {
  await page.goto('/check?lang=en');
  await type(page, 'Year', '2025');
  await choose(page, 'Kind of employment', 'Kindergarten contract staff');
  await choose(page, 'Urban or rural', 'Rural');
  await type(page, 'Town or subdistrict', '良田镇');
  await choose(page, 'Commuting distance', 'Far');
  await type(page, 'Total monthly salary (yuan a month)', '4321.15');
  await expectPersonalTotal(page, '14,485.44');

  await page.getByRole('button', { name: 'Clear the form' }).click();
  await type(page, 'Year', '2025');
  await choose(page, 'Kind of employment', 'Temporary');
  await choose(page, 'Urban or rural', 'Urban');
  await choose(page, 'Commuting distance', 'Near');
  await page.getByRole('button', { name: 'Add a change' }).click();
  await chooseAll(page, 'What changes', ['Urban or rural']);
  await page.getByRole('group', { name: 'Change 1' }).getByRole('combobox', { name: 'Urban or rural' }).click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('Rural').click();
  await expectPersonalTotal(page, '5,400.00');
  await chooseAll(page, 'What changes', ['Commuting distance']);
  await page.getByRole('checkbox', { name: 'Commuting distance: not known from then on' }).check();
  // 6 of the 10 months of transport, 300 each, are left.
  await expectPersonalTotal(page, '4,200.00');
  await expect(page.getByRole('region', { name: 'What is missing' })).toContainText('Transport subsidy: "Commuting distance" is not known');
  await expectAccessibleStep(page);

  await page.getByRole('button', { name: 'Clear the form' }).click();
  await type(page, 'Year', '2025');
  await choose(page, 'Kind of employment', 'Established staff');
  await choose(page, 'Urban or rural', 'Urban');
  await choose(page, 'Commuting distance', 'Near');
  await type(page, 'Recruited as talent on', '2025-03-15');
  await choose(page, 'Degree', 'Master');
  await type(page, 'Employed from', '2025-03');
  await expectPersonalTotal(page, '83,840.00');
  await choose(page, 'Principal', 'Yes');
  await expect(page.getByRole('region', { name: 'What is missing' })).toContainText('awaited');
});

test('another policy: its own facts and questions, and a suggested rate that is not applied unasked', async ({ page }) => {
  await page.goto('/check');
  await page.getByRole('combobox', { name: '依据文件' }).click();
  await page.getByTitle('西吉县教育质量提升行动实施方案').click();
  await expect(page).toHaveURL(/policy=xiji-2025/);
  await expect(page.getByText('距离类别')).toHaveCount(0);
  // In force from May 2025: the first whole year is 2026.
  await type(page, '年度', '2026');
  await choose(page, '用人形式', '在编');
  await choose(page, '学段', '小学');
  await choose(page, '特教岗位', '是');
  await type(page, '月工资总额(元/月)', '4321.15');
  const missing = page.getByRole('region', { name: '还缺什么' });
  await expect(missing.getByRole('listitem')).toHaveText([/^待定 特殊教育教师津贴/]);
  await missing.getByRole('button', { name: '去填写' }).click();
  await expect(page.locator(':focus')).toHaveAccessibleDescription(/各地常用的标准为工资的15%/);
  await page.keyboard.type('15');
  // 12 months of 648.17: 15% of 4321.15 is 648.1725.
  await expectPersonalTotal(page, '7,778.04');
  await expectAccessibleStep(page);
});
