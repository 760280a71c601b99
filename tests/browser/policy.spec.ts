import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';

/** The row of what a rule says about something. */
function line(page: Page, entry: string, name: string) {
  return page
    .getByRole('article', { name: entry, exact: true })
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: name }) });
}

test('a policy reads like its document: words, rules, rates, what is awaited, and readings', DEEP, async ({ page }) => {
  await page.goto('/policy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('金凤区基础教育质量提升行动实施方案');
  const head = page.getByRole('region', { name: '文件信息' });
  await expect(head).toContainText('银金党办发〔2021〕60号');
  await expect(head).toContainText('2021-08-20');

  // The items stand in the order of the document: the targets of its second part come before the numbered items.
  const items = page.locator('.policy-item > h3');
  await expect(items.first()).toHaveText('原文第二部分');
  expect((await items.allTextContents()).filter((item) => /1[79]/.test(item))).toEqual(['原文第 17 条', '原文第 19 条']);

  const passage = page.locator('.passage').filter({ has: page.getByRole('article', { name: '餐补' }) });
  await expect(passage.locator('blockquote')).toContainText('按城乡每人每月180元、330元的标准');
  await expect(line(page, '餐补', '对象')).toContainText('全体教职工');
  await expect(line(page, '餐补', '发放')).toContainText('按月发，7月、8月除外（按默认口径）');
  const rates = page.getByRole('table', { name: '骨干教师奖励标准表（元/月）' });
  await expect(rates.getByRole('row', { name: /^国家级/ })).toHaveText('国家级600800');
  await expect(line(page, '骨干教师奖励', '对象')).toContainText('骨干级别：除“无”外，且考核结果：合格');
  const masters = page.getByRole('article', { name: '名师奖励' }).getByRole('table').first();
  await expect(masters.getByRole('row', { name: /^市级/ })).toHaveText('市级待定待定');
  await expect(line(page, '名师工作室专项经费', '标准')).toContainText('8,000 元/年，减去8,000 元/年的 30%');
  await expect(page.getByRole('article', { name: '优秀骨干教师专项培训经费' })).toContainText('其中:幼儿园：1,000,000 元/年');
  await expect(page.getByRole('article', { name: '移民地区', exact: true })).toContainText('丰登镇(润丰村、和丰村)');
  await expect(page.getByRole('article', { name: '教育成果奖励机制' })).toContainText('不作计算');

  const reading = page.getByRole('article', { name: '「每年按10个月计」是哪十个月？' });
  await expect(reading.getByRole('listitem').filter({ hasText: '默认' })).toHaveText('七、八月不发 默认');
  await expect(reading).toContainText('暑假集中在七、八两月');
  await expect(page.getByRole('table', { name: /^原文作了承诺/ }).getByRole('row', { name: /^班主任津贴/ })).toContainText('元/月');
  await expectAccessibleStep(page);
});

test('a damaged quotation is shown repaired beside what is stored; a floor, an option and a range of items are told', async ({ page }) => {
  await page.goto('/policy?policy=gangbei-2021');
  const passage = page.locator('.passage').filter({ has: page.getByRole('article', { name: '支教生活补助' }) });
  await expect(passage).toContainText('有条件的学校可给予适当的生活补助');
  await expect(passage).toContainText('所存文本作“予適當的生活補助”');
  await expect(line(page, '支教生活补助', '出资')).toContainText('有条件的学校');
  await expect(page.getByRole('article', { name: '支教生活补助' })).toContainText('可给予，不是必须');
  await expect(page.getByRole('article', { name: '教育督导工作经费' })).toContainText('不低于 100,000 元/年');
  await expect(page.getByRole('article', { name: '公办中小学幼儿园教职工' })).toContainText('小学：3,461 人');
  await expect(page.getByRole('article', { name: '名校长工作室', exact: true })).toContainText('三个（重点任务）：到 2025 年达到 3');
  await expectAccessibleStep(page);
});

test('in English: the rules are told, the words of the document stay as they are', DEEP, async ({ page }) => {
  await page.goto('/policy?policy=xiji-2025&lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xiji County plan for raising the quality of education');
  await expect(page.locator('blockquote[lang=zh-CN]').filter({ hasText: '落实特殊教育教师津贴' }).first()).toBeVisible();
  const special = page.getByRole('article', { name: 'Special-education allowance' });
  await expect(special).toContainText('For reference: 15%. 15% of pay is commonly used');
  await expect(special).toContainText('awaited (percentage)');
  await expect(page.getByRole('article', { name: 'Performance pay of vocational schools at 2.5 times the line' })).toContainText(
    '2.5 times awaited',
  );
  await expect(page.getByRole('region', { name: 'Rates awaited' }).getByRole('row')).toHaveCount(11);
  await expectAccessibleStep(page);
});

test('from an amount of the budget to its clause, and back to what was typed', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await type(page, '第 1 组：人数', '120');
  await choose(page, '第 1 组：用人形式', '在编');
  await choose(page, '第 1 组：城乡', '农村');
  await choose(page, '第 1 组：距离类别', '近');
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
  const link = page.getByRole('table', { name: '按项目' }).getByRole('link', { name: '餐补的条文' });
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await link.click();
  await expect(page).toHaveURL(/\/policy\?policy=jinfeng-2021#allowance-meal$/);
  const meal = page.getByRole('article', { name: '餐补' });
  await expect(meal).toBeInViewport();
  await expect(meal).toBeFocused();
  await page
    .getByRole('article', { name: '餐补' })
    .getByRole('link', { name: /哪十个月/ })
    .click();
  await expect(page.getByRole('article', { name: /哪十个月/ })).toBeFocused();
  await page.goBack();
  await expect(meal).toBeFocused();
  await page.goBack();
  await expect(page.getByTestId('sum-total')).toHaveText('2,256,000.00 元');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await page.getByRole('link', { name: '优秀骨干教师专项培训经费' }).click();
  await expect(page.getByRole('article', { name: '优秀骨干教师专项培训经费' })).toBeFocused();
  await page.goBack();
  await page.getByRole('region', { name: '培养目标' }).getByRole('link', { name: '各级名师' }).click();
  await expect(page.getByRole('article', { name: '各级名师', exact: true })).toBeFocused();
});

test('from an item of one teacher to its clause, in English', DEEP, async ({ page }) => {
  await page.goto('/check?lang=en');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.getByRole('link', { name: 'Transport subsidy' }).click();
  const transport = page.getByRole('article', { name: 'Transport subsidy' });
  await expect(transport).toBeFocused();
  await expect(transport).toContainText('The text gives a range of 300 to 600 for two classes');
  await page.goBack();
  await expect(page.getByTestId('personal-total')).toContainText('9,624.00 yuan');
  await page.getByText('Not entitled').click();
  await page.getByRole('link', { name: 'Master-teacher award' }).click();
  await expect(page.getByRole('article', { name: 'Master-teacher award' })).toBeInViewport();
});

test('an address leads to a clause; the page can be walked with the keyboard', async ({ page }) => {
  await page.goto('/policy?policy=jinfeng-2021#target-backbone');
  await expect(page.getByRole('article', { name: '各级骨干教师' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '骨干教师奖励' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '骨干教师奖励' })).toBeFocused();
});

test('two policies side by side: what both have in one row, and in words in what they differ', async ({ page }) => {
  await page.goto('/policy?policy=xiji-2025');
  await choose(page, '并排对照', '鲤城区推进义务教育优质均衡发展工作规划（政策解读）');
  await expect(page).toHaveURL(/policy=xiji-2025&with=licheng-2021$/);
  const allowances = page.getByRole('table', { name: '津贴', exact: true });
  const special = allowances.getByRole('row', { name: /^特殊教育教师津贴/ });
  await expect(special).toContainText('特殊教育教师待遇');
  await expect(special.getByRole('cell').last()).toHaveText('不同：标准');
  await expect(
    allowances
      .getByRole('row', { name: /^表彰奖励/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('仅左边有');
  await expect(
    allowances
      .getByRole('row', { name: /^骨干教师成长激励/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('仅右边有');
  const figures = page.getByRole('table', { name: '标准（逐格）' });
  await expect(
    figures
      .getByRole('row', { name: /^特殊教育教师津贴\(每月定额\)/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('相同');
  await expect(page.getByRole('table', { name: '培养目标' }).getByRole('row', { name: /^县级骨干教师/ })).toContainText(
    '到 2027 年达到 100',
  );
  await expectAccessibleStep(page);

  await special.getByRole('link', { name: '看条文：特殊教育教师待遇' }).click();
  await expect(page).toHaveURL(/\?policy=licheng-2021#allowance-special-education$/);
  await expect(page.getByRole('article', { name: '特殊教育教师待遇' })).toBeFocused();
  await page.goBack();
  await expect(allowances).toBeVisible();
});

test(
  'in English: side by side by its address; what was typed under one policy is there after a look at another',
  DEEP,
  async ({ page }) => {
    await page.goto('/check?policy=jinfeng-2021&lang=en');
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    await expect(page.getByTestId('personal-total')).toContainText('9,624.00 yuan');
    await choose(page, 'Document', 'Xiji County plan for raising the quality of education');
    await expect(page).toHaveURL(/policy=xiji-2025/);
    await expect(page.getByTestId('personal-total')).toHaveCount(0);
    await page.goBack();
    await expect(page.getByTestId('personal-total')).toContainText('9,624.00 yuan');

    await page.goto('/policy?policy=jinfeng-2021&with=gangbei-2021&lang=en');
    const envelopes = page.getByRole('table', { name: 'Envelopes' });
    await expect(envelopes.getByRole('row', { name: /^Funds of inspection/ })).toHaveText(/at least 100,000 yuan a year.*right only$/);
    const targets = page.getByRole('table', { name: 'target' });
    await expect(targets.getByRole('row', { name: /^Master teachers of all levels/ })).toHaveText(/Masters of region and city.*the same$/);
    await expectAccessibleStep(page);
  },
);

const SIXTH = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url));

/** Opens a policy file on the page of the policy. */
async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('.policy > .page-head input[type=file]').setInputFiles({ name, mimeType: 'application/yaml', buffer });
}

test("a policy of one's own: read, chosen, and computed by", async ({ page }) => {
  await page.goto('/policy');
  await open(page, 'policy.yaml', SIXTH);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('偏远学校岗位补贴办法');
  await expect(page).toHaveURL(/policy=local%3Aremote-posts/);
  await expect(page.getByRole('region', { name: '文件信息' })).toContainText('“policy.yaml”：只保存在本页内存中');
  await expect(page.getByTitle('偏远学校岗位补贴办法 · 本机文件')).toBeVisible();
  await expect(page.getByRole('table', { name: '偏远学校岗位补贴标准表（元/月）' })).toContainText('一类');
  await expectAccessibleStep(page);

  await page.getByRole('link', { name: '做预算' }).click();
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  const groups = [
    ['211', '一类'],
    ['437', '二类'],
    ['833', '三类'],
  ] as const;
  for (const [index, [count, value]] of groups.entries()) {
    if (index > 0) await page.getByRole('button', { name: '添加一组' }).click();
    await type(page, `第 ${index + 1} 组：人数`, count);
    await choose(page, `第 ${index + 1} 组：偏远类别`, value);
  }
  await expect(page.getByTestId('sum-total')).toHaveText('2,808,000.00 元');
  await page.getByRole('table', { name: '按项目' }).getByRole('link', { name: '偏远学校岗位补贴的条文' }).click();
  await expect(page.getByRole('article', { name: '偏远学校岗位补贴' })).toBeFocused();

  await page.getByRole('link', { name: '查一位教师' }).click();
  await type(page, '年度', '2025');
  await choose(page, '偏远类别', '二类');
  await expect(page.getByTestId('personal-total')).toContainText('2,400.00 元');

  await page.goto('/check?policy=local:remote-posts');
  await expect(page.getByText(/没有“local:remote-posts”这份文件/)).toBeVisible();
});

test('a policy file with faults is not opened; each fault has its line, its column and a sentence', async ({ page }) => {
  await page.goto('/policy?lang=en');
  const text = SIXTH.toString().replace('first: "300"', 'first: 300').replace('months: every', 'months: never');
  await open(page, 'faulty.yaml', Buffer.from(text));
  const faults = page.getByRole('region', { name: /^"faulty.yaml" has/ });
  await expect(faults.getByRole('row').nth(1)).toHaveText(/^\d+\d+parameters\.remote/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jinfeng District plan for raising the quality of basic education');
  await expectAccessibleStep(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('region', { name: /^“faulty.yaml”有 \d+ 处需要更正/ })).toBeVisible();

  await open(page, 'months.yaml', Buffer.from(SIXTH.toString().replace('    months: every', '    months: never')));
  await expect(page.getByRole('row').filter({ hasText: 'allowances.remote-post.months' })).toHaveText(/never/);
  await open(page, 'gb.yaml', Buffer.from([0xff, 0xfe, 0x41]));
  await expect(page.getByRole('row', { name: /UTF-8/ })).toBeVisible();
  await open(page, 'policy.yaml', SIXTH);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('偏远学校岗位补贴办法');
});

test('a file may be a changed copy of a policy of the product, and is another policy', async ({ page }) => {
  await page.goto('/policy?policy=licheng-2021');
  const text = readFileSync(new URL('../../rules/licheng-2021/policy.yaml', import.meta.url), 'utf8');
  await open(page, 'licheng.yaml', Buffer.from(text.replace(/value: null/, 'value: "600"')));
  await expect(page).toHaveURL(/policy=local%3Alicheng-2021/);
  await expect(line(page, '特殊教育教师待遇', '标准')).toContainText('600 元/月');
  await choose(page, '并排对照', '鲤城区推进义务教育优质均衡发展工作规划（政策解读）');
  const special = page.getByRole('table', { name: '津贴', exact: true }).getByRole('row', { name: /^特殊教育教师待遇/ });
  await expect(special.getByRole('cell').last()).toHaveText('不同：标准');
  await expect(
    page
      .getByRole('table', { name: '文件信息' })
      .getByRole('row', { name: /^发文机关/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('相同');
});
