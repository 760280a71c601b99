import { expect, type Page, test } from '@playwright/test';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP, inLanguage } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';
import { sampleTeachers } from './fixtures/sample.ts';

/** The labels of the fields of the questions, from top to bottom. */
const asked = (page: Page) =>
  page.locator('.questions label').evaluateAll((labels) => labels.map((label) => label.firstChild?.textContent));

/** Chooses an answer to a question, where a change during the year has a field of the same name. */
async function chooseAnswer(page: Page, label: string, option: string): Promise<void> {
  await page.locator('.questions').getByRole('combobox', { name: label, exact: true }).click();
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option, { exact: true }).click();
}

test.describe('HR, in Chinese', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/check');
    await type(page, '年度', '2025');
  });

  test('only what matters is asked, what an answer brings up comes right after it, and everything can be shown', async ({ page }) => {
    const calendar = ['入职年月', '离职年月', '到岗日期', '离岗日期', '在岗发薪'];
    const flags = ['校长', '班主任', '寄宿制学校', '乡镇学校'];
    await expect
      .poll(() => asked(page))
      .toEqual([
        '年度',
        '用人形式',
        '城乡',
        '距离类别',
        '名师工作室主持人',
        '乡镇(街道)',
        '骨干级别',
        '名师级别',
        '人才引进日期',
        ...flags,
        ...calendar,
      ]);
    await expect(page.getByText('还有 17 项可答，其中 3 项不答就算不全')).toBeVisible();
    await expect(page.getByRole('combobox', { name: '距离类别' })).toHaveAccessibleDescription('缺此项就算不出：交通补贴');

    await choose(page, '骨干级别', '市级');
    await expect.poll(async () => (await asked(page)).slice(6, 9)).toEqual(['骨干级别', '考核结果', '名师级别']);
    await choose(page, '骨干级别', '无');
    await expect.poll(() => asked(page)).not.toContain('考核结果');
    await type(page, '乡镇(街道)', '丰登镇');
    await choose(page, '用人形式', '在编');
    await expect.poll(() => asked(page)).toContain('村');
    await type(page, '村', '和丰村');
    await expect.poll(() => asked(page)).toContain('上浮一档月增资额(元/月)');
    await choose(page, '用人形式', '临聘');
    await expect.poll(() => asked(page)).not.toContain('上浮一档月增资额(元/月)');
    // Answers stay, and can be changed.
    await expect(page.getByRole('combobox', { name: '村' })).toHaveValue('和丰村');

    await page.getByRole('checkbox', { name: '显示全部项目' }).check();
    await expect(page.getByRole('combobox', { name: '学历' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: '村' })).toHaveValue('和丰村');
    await page.getByRole('checkbox', { name: '显示全部项目' }).uncheck();
    await expect(page.getByRole('combobox', { name: '学历' })).toHaveCount(0);
    await expectAccessibleStep(page);
  });

  test('by keyboard alone, from the first question to why this amount', async ({ page }) => {
    await page.getByRole('textbox', { name: '年度' }).focus();
    const answer = async (label: string, presses: number) => {
      // Behind an answer there is a button that clears it; what is asked next may come while somebody tabs on, and then stands further down.
      const field = page.getByRole('combobox', { name: label });
      for (let at = 0; at < 80 && !(await field.evaluate((element) => element === document.activeElement)); at++)
        await page.keyboard.press('Tab');
      await expect(field).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(field).toHaveAttribute('aria-expanded', 'true');
      for (let at = 0; at < presses; at++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      // A Tab that comes before the list is gone is the list's.
      await expect(page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')).toHaveCount(0);
    };
    await answer('用人形式', 0);
    await answer('城乡', 1);
    await answer('距离类别', 0);
    await expectPersonalTotal(page, '6,300.00');
    await expect(page.getByRole('article', { name: '餐补' })).toContainText(
      '餐补：城乡为农村，每月 330.00 元，全年计发 10 个月，合计 3,300.00 元。',
    );
    await expect(page.getByRole('article', { name: '交通补贴' })).toContainText(
      '交通补贴：距离类别为近，每月 300.00 元，全年计发 10 个月，合计 3,000.00 元。',
    );
  });

  test('what is missing says what the answers come to; what would change if, item by item', DEEP, async ({ page }) => {
    await choose(page, '用人形式', '在编');
    await choose(page, '城乡', '农村');
    await choose(page, '骨干级别', '区(县)级');
    const missing = page.getByRole('region', { name: '还缺什么' });
    await expect(missing.getByRole('button', { name: '如果是合格：+3,000.00 元' })).toBeVisible();
    await expect(missing.getByRole('button', { name: '如果是远：+6,000.00 元' })).toBeVisible();
    await missing.getByRole('button', { name: '如果是近：+3,000.00 元' }).click();
    await expectPersonalTotal(page, '6,300.00');

    await page.locator('summary', { hasText: '如果…会怎样' }).click();
    const outcome = page.getByTestId('what-if');
    await expect(outcome).toContainText('如果从 2025-09 起考核结果为“合格”：个人合计增加 1,200.00 元，由 6,300.00 元变为 7,500.00 元。');
    await expect(page.getByText('这样仍缺 1 项')).toBeVisible();
    await choose(page, '假设项目', '城乡');
    await choose(page, '变为', '城市');
    await type(page, '从哪个月起', '2025-07');
    await expect(outcome).toContainText('个人合计减少 600.00 元');
    await expect(page.getByRole('row', { name: /餐补 3,300\.00 2,700\.00 −600\.00/ })).toBeVisible();
    await type(page, '从哪个月起', '2025-13');
    await expect(page.getByRole('textbox', { name: '从哪个月起' })).toHaveAccessibleDescription(/月份/);
    await choose(page, '假设项目', '考核结果');
    await type(page, '从哪个月起', '2025-09');
    await expectAccessibleStep(page);
    await outcome.getByRole('button', { name: '填入表单' }).click();
    await expectPersonalTotal(page, '7,500.00');
    await expect(page.getByRole('group', { name: '变动 1' }).getByLabel('变动起始月')).toHaveValue('2025-09');
  });

  test('what is not paid says why not, and leads to what can be done', async ({ page }) => {
    await page.getByRole('button', { name: '填入示例' }).click();
    await choose(page, '骨干级别', '无');
    await page.getByText('不享受的项目').click();
    const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await expect(line('骨干教师奖励')).toContainText('“骨干级别”为“无”，不符合条件。如有误，请更正。');
    await expect(line('人才引进补助')).toContainText('没有填写“人才引进日期”，视为没有。有的话，请填写。');
    await type(page, '乡镇(街道)', '别处');
    await expect(line('移民地区工资上浮一档')).toContainText('所填地点不属于“移民地区”');
    await line('移民地区工资上浮一档').getByRole('button', { name: '去填写' }).click();
    await expect(page.getByRole('combobox', { name: '乡镇(街道)' })).toBeFocused();
    await expectAccessibleStep(page);
  });

  test('somebody of the loaded roster, opened as a copy', async ({ page, request }) => {
    const one = (sampleTeachers() as TeacherRecord[]).find(({ id }) => id === 'JF00008') as TeacherRecord;
    const api = await request.post('/api/v1/policies/jinfeng-2021/entitlements', { data: { year: 2025, teacher: one } });
    const { personalTotal } = await api.json();
    const total = personalTotal.replace(/\B(?=(\d{3})+\.)/g, ',');

    await page.getByRole('link', { name: '去载入名册' }).click();
    await page.getByRole('button', { name: /示例名册/ }).click();
    await expect(page.getByText('4,988').first()).toBeVisible();
    const budget = await page.getByTestId('sum-total').textContent();
    await page.getByRole('link', { name: '查一位教师' }).click();
    const search = page.getByRole('searchbox', { name: '从名册中查找（4,988 人）' });
    await search.fill('张');
    await expect(page.getByText(/找到 \d+ 人，先列出 8 人/)).toBeVisible();
    await search.fill('没有这个人');
    await expect(page.getByText('名册中没有这样的姓名或工号。')).toBeVisible();
    await search.fill('jf00008');
    await expect(page.getByText('找到 1 人：')).toBeVisible();
    await expectAccessibleStep(page);
    await search.press('Enter');
    await expect(page.getByText(new RegExp(`${one.name} · JF00008`))).toBeVisible();
    await expectPersonalTotal(page, total);
    await expect(page.getByRole('group', { name: '变动 1' }).getByLabel('变动起始月')).toHaveValue('2025-09');

    await chooseAnswer(page, '城乡', one.area === 'urban' ? '农村' : '城市');
    await expect(page.getByTestId('personal-total')).not.toContainText(total);
    await page.getByRole('button', { name: '恢复名册中的资料' }).click();
    await expectPersonalTotal(page, total);
    await chooseAnswer(page, '城乡', one.area === 'urban' ? '农村' : '城市');
    await page.getByRole('link', { name: '做预算' }).click();
    await expect(page.getByTestId('sum-total')).toHaveText(String(budget));
    await page.getByRole('link', { name: '查一位教师' }).click();
    await search.fill(String(one.name));
    await page.getByRole('button', { name: new RegExp(`${one.name} · JF00008`) }).click();
    await expectPersonalTotal(page, total);
  });
});

test('in English: questions, what would change if, why not, and somebody of the roster', DEEP, async ({ page }) => {
  await page.goto('/check?lang=en');
  await type(page, 'Year', '2025');
  await choose(page, 'Kind of employment', 'Established staff');
  await choose(page, 'Urban or rural', 'Rural');
  await choose(page, 'Backbone-teacher level', 'District');
  await expect(page.getByText('Only what matters to the result is asked: 15 open, of which the result needs 2.')).toBeVisible();
  await page.getByRole('button', { name: 'If Near: +3,000.00 yuan' }).click();
  await expect(page.getByRole('article', { name: 'Meal subsidy' })).toContainText(
    'Meal subsidy: 330.00 yuan a month for 10 months of the year (Urban or rural: Rural); 3,300.00 yuan in all.',
  );
  await page.locator('summary', { hasText: 'What would change if' }).click();
  await expect(page.getByTestId('what-if')).toContainText(
    'If Assessment were "Passed" from 2025-09: the personal total rises by 1,200.00 yuan, from 6,300.00 to 7,500.00.',
  );
  await page.getByText('Not entitled').click();
  await expect(page.getByText('"Master-teacher level" is not given and taken as "None"')).toBeVisible();
  await expectAccessibleStep(page);
  await page.getByRole('link', { name: 'Load a roster' }).click();
  await page.getByRole('button', { name: 'Load the sample roster' }).click();
  await page.getByRole('link', { name: 'Check one teacher' }).click();
  await page.getByRole('searchbox', { name: /^Find in the roster/ }).fill('JF00001');
  await expect(page.getByText('Found: 1')).toBeVisible();
  await page.getByRole('button', { name: /JF00001/ }).click();
  await expect(page.getByText('A copy of what the roster says')).toBeVisible();
  await expectAccessibleStep(page);
});

for (const [lang, words] of [
  ['zh', { example: '填入示例', classTeacher: '班主任', yes: '是', whatIf: '如果…会怎样' }],
  ['en', { example: 'Fill in an example', classTeacher: 'Class teacher', yes: 'Yes', whatIf: 'What would change if' }],
] as const) {
  test(`on a phone, ${lang}`, inLanguage(lang), async ({ page }, testInfo) => {
    await page.setViewportSize({ width: 375, height: 812 });
    await page.goto(`/check?lang=${lang}`);
    await page.getByRole('button', { name: words.example }).click();
    await choose(page, words.classTeacher, words.yes);
    await expectPersonalTotal(page, '9,624.00');
    await page.locator('summary', { hasText: words.whatIf }).click();
    await expect(page.getByTestId('what-if')).toBeVisible();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.check details')) details.open = true;
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(375);
    await expectAccessibleStep(page);
    await page.screenshot({ path: testInfo.outputPath(`phone.${lang}.png`), fullPage: true });
  });
}
