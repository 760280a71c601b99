import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, expectPersonalTotal, type } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';

const FILE = readFileSync(new URL('./fixtures/all-words.yaml', import.meta.url));

/** Opens the policy that is made of every word. */
async function open(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.goto(`/policy?lang=${language}`);
  await page
    .locator('.policy > .page-head input[type=file]')
    .setInputFiles({ name: 'all.yaml', mimeType: 'application/yaml', buffer: FILE });
  await expect(page).toHaveURL(/local%3Aall-words/);
}

test('every word of the rules is told in a sentence', DEEP, async ({ page }) => {
  await open(page, 'zh');
  const entry = (name: string) => page.getByRole('article', { name, exact: true });
  await expect(page.locator('.policy-item')).not.toHaveCount(0);
  await expect(page.locator('.policy-item code')).toHaveCount(0);

  const bands = entry('教龄津贴');
  await expect(bands).toContainText('按“教龄”分档：');
  await expect(bands.getByRole('listitem')).toContainText([
    '不满 5：100 元/月',
    '满 5 不满 20：2024-01 起 200 元/月，2025-07 起 230 元/月',
    '满 20：以下各项相加',
  ]);
  await expect(bands).toContainText('教龄：自“参加教学工作日期”起已满的年数（以每月 1 日计）');
  await expect(bands.getByRole('listitem').filter({ hasText: '当月：' })).toHaveText('当月：年内到岗的，自“到岗日期”的当月起发');
  await expect(bands.getByRole('listitem').filter({ hasText: '默认' })).toHaveText('次月 默认：年内到岗的，自“到岗日期”的次月起发');
  await expect(bands).toContainText('年内离岗的，发到“离岗日期”的上月止');
  await expect(bands).toContainText('出资区财政');
  await expect(bands).toContainText('资金来源上级补助、本级预算');
  await expect(bands.getByRole('link', { name: '到岗教师何时起发' }).first()).toBeVisible();

  const each = entry('教龄补贴');
  await expect(each).toContainText('“年末教龄” × 10 元/月，最多计到 30');
  await expect(each).toContainText('中央财政：承担每人 600 元/年 以内的部分，全年标准逐月折算（每月计十二分之一）');
  await expect(each).toContainText('地方财政：承担其余部分，其中：省财政：承担 下表所列');
  await expect(each).toContainText('市财政：承担 待定（百分比）');
  await expect(each).toContainText('县财政：承担其余部分');
  await expect(each).toContainText('不计入“五险一金”计算基数');
  await expect(each).toContainText('是否计入退休费计算基数：文件没有说明');
  await expect(each).toContainText('年内到岗的，自“到岗日期”的当月起发');
  await expect(each).toContainText('年内离岗的，发到“离岗日期”的当月止');
  await expect(entry('安家费')).toContainText('分 3 次：在“人才引进日期”所在月份发 40%，以后每年同月依次发 30%、30%');
  const owed = entry('安家费退还');
  await expect(owed).toContainText('以哪天为准离岗当日（没有离岗日期的，为离职月份的最后一天）；在职的没有');
  await expect(owed).toContainText('服务期5 年，自“人才引进日期”当日起，按日计满；服务期已满的不退');
  await expect(owed).toContainText('下列金额按未服务月数占服务期的比例（不足一月的，按已服务计）：“安家费”此前已发的金额');
  const breach = entry('违约责任');
  await expect(breach).toContainText('以哪天为准“违约决定日期”当日');
  await expect(breach).toContainText('服务期每缺一年（不足一年的，按未服务计），计：“教龄津贴”此前已发的金额的 5%');
  await expect(breach).toContainText('违约金应退金额的 5%');
  await expect(breach).toContainText('自“违约决定日期”之日起满 30 天后，至“缴清日期”止，每日按应退金额与违约金之和的 5%');
  await expect(bands).toContainText(/与教龄补贴合计不超过：9,000 元\/月/);
  await expect(entry('其余各项')).toContainText('可给予，不是必须');
  await expect(entry('其余各项')).toContainText('任教年限：自“参加教学工作日期”起已满的年数（以上一个8月31日计，一学年不变）');
  await expect(entry('其余各项')).toContainText('任教阶段：以下各种情形之一：');
  await expect(entry('其余各项')).toContainText('借调期间：当月在“请假（借调，连续1 个月以上的）”期间（开始的次月起，到结束的当月止）');
  await expect(entry('其余各项')).toContainText(
    '病假第几个月：当月是“请假（病假）”不间断的第几个月（按当月在期间内的第一天算；不在期间为 0）',
  );
  await expect(entry('其余各项')).toContainText(
    '累计年限：在“任教经历”期间累计已满的年数（以每月 1 日计），扣除“请假（病假，连续超过 6 个月的）”期间',
  );
  await expect(entry('其余各项')).toContainText('全年请假天数：全年在“请假”期间的天数');
  await expect(entry('其余各项')).toContainText('最长病假：最长一段连续“请假（病假）”已满的月数（算到上月末）');
  await expect(entry('任教阶段').getByRole('listitem')).toContainText([
    '资深：任教年限',
    '新任：任教年限',
    '其余：原文没有规定，由使用者填',
  ]);
  await expect(entry('其余各项')).toContainText('按月发，当年最先应发的 9 个月');
  await expect(entry('其余各项')).toContainText('按“课时数”分档：不满 5：不发满 5 不满 20：100 元/月满 20：');
  await expect(entry('其余各项')).toContainText('按“课时数”分档累计，落在各档内的每一单位：不满 10：100 元/月满 10：10 元/月');
  await expect(entry('其余各项')).toContainText('45 元/月 × “课时数” ÷ 21.75');
  await expect(entry('其余各项')).toContainText('“课时数” × 45 元/月，只计超过 3 的部分，最多计到 30');
  await expect(entry('其余各项')).toContainText('下列为 2024 年 的数额，以后每年增加 5%，以前的年份倒推：100 元/月');
  await expect(entry('其余各项')).toContainText('下列为 2024 年 的数额，以后每年增加 10 元/月，以前的年份倒推：100 元/月');
  await expect(entry('其余各项')).toContainText('本人“薪级”的薪级工资：按施行中的薪级表；填了“月工资总额”的，以所填为准');
  await expect(entry('其余各项')).toContainText('本人“薪级”上浮一档的差额：按施行中的薪级表，已是最高一档的不再上浮');
  await expect(entry('其余各项')).toContainText('“秋季补贴”当月的应发数的 5%');
  await expect(entry('其余各项')).toContainText('本人“月工资总额”的数额的 5%，不足 1 元的按 1 元计');
  await expect(entry('秋季补贴')).toContainText('按月发，限9月、10月自 2024-09 起施行，到 2030-12 止');
  await expect(entry('暑期补贴')).toContainText('按月发，全年各月或7月、8月除外（原文未定，须选定）');
  await expect(entry('暑期补贴')).toContainText('到岗、离岗当月不足整月的，按在岗天数 ÷ 当月天数折算');
  await expect(entry('暑假是否发放')).toContainText('暑假是否发放 原文未定，须选定');
  await expect(entry('暑假是否发放')).toContainText('须选定的原因：原文没有提到暑假');
  const total = entry('补助合计');
  await expect(total).toContainText('文件所载15.1万元（151,000.00 元）');
  await expect(total).toContainText('按各项计算151,000.00 元125 × 100 元/月 × 12 个月1000元');
  await expect(total).toContainText('核对结果一致');
  const reading = page.getByRole('article', { name: '到岗教师何时起发', exact: true });
  await expect(reading.getByRole('list', { name: '涉及' })).toContainText('教龄津贴');
  await expectAccessibleStep(page);

  // Beside itself, read by somebody else: a start that differs is a difference in when.
  const other = FILE.toString().replace('id: all-words', 'id: other').replace('same-month}\n    stops', 'next-month}\n    stops');
  await page
    .locator('.policy > .page-head input[type=file]')
    .setInputFiles({ name: 'b.yaml', mimeType: 'application/yaml', buffer: Buffer.from(other) });
  await expect(page).toHaveURL(/local%3Aother/);
  await page.evaluate(() => {
    history.pushState(null, '', '/policy?policy=local:other&with=local:all-words');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  const compared = page.getByRole('table', { name: '津贴', exact: true });
  await expect(
    compared
      .getByRole('row', { name: /^教龄补贴/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('不同：发放');
  await expect(
    compared
      .getByRole('row', { name: /^教龄津贴/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('相同');
  await expect(compared.getByRole('row', { name: /^其余各项/ })).toContainText('可给予，不是必须');
});

test('in English: every word of the rules is told in a sentence', DEEP, async ({ page }) => {
  await open(page, 'en');
  const entry = (name: string) => page.getByRole('article', { name, exact: true });
  const bands = entry('Seniority allowance');
  await expect(bands).toContainText('by "Years taught":');
  await expect(bands.getByRole('listitem')).toContainText(['below 5: 100 yuan a month', '5 to below 20: ', '20 and more: ']);
  await expect(bands).toContainText('one who leaves during the year: up to the month before "Left on"');
  await expect(entry('Seniority supplement')).toContainText('"Years taught at the end of the year" × 10 yuan a month, counted up to 30');
  await expect(entry('Seniority supplement')).toContainText(
    'local government: bears the rest, of which:the province: bears what the table says',
  );
  await expect(entry('Settling-in grant')).toContainText(
    'in 3 instalments: 40% in the month of "Recruited as talent on", then 30%, 30% in the same month of each further year',
  );
  const owed = entry('Settling-in grant owed back');
  await expect(owed).toContainText(
    'Service5 years from the day of "Recruited as talent on" on, counted by the day; nothing is owed once it is over',
  );
  await expect(owed).toContainText('of the following, the share of the months not served (a month begun counts as served)');
  await expect(entry('Breach')).toContainText('for each year not served (a year begun counts as not served):');
  const others = entry('The other words');
  await expect(others).toContainText('by "Lessons":below 5: ');
  await expect(others).toContainText('by "Lessons", for each unit of what lies in a band:below 10: ');
  await expect(others).toContainText(
    'the difference to one step above the person\'s own "Pay step", by the pay scale in force, above the last step nothing more',
  );
  await expect(others).toContainText('the whole months of the longest unbroken "Leave (Sick leave)" (as it lasted before the month)');
  await expect(others).toContainText('"Lessons" × 45 yuan a month, for what exceeds 3 alone, counted up to 30');
  await expect(others).toContainText('the amount below in 2024, 5% more in each year after it, and reckoned back for the years before:');
  await expect(others).toContainText('5% of what "Autumn subsidy" pays in the month');
  await expect(others).toContainText('rounded up to the yuan');
  await expect(entry('Summer subsidy')).toContainText('(the text does not decide; to be chosen)');
  await expect(page.locator('.policy-item code')).toHaveCount(0);
  await expectAccessibleStep(page);
});

test('a reading without a default is chosen where it matters', DEEP, async ({ page }) => {
  await open(page, 'zh');
  await page.getByRole('link', { name: '查一位教师' }).click();
  await type(page, '年度', '2025');
  await choose(page, '城乡', '农村');
  await choose(page, '班主任', '是');
  const missing = page.getByRole('region', { name: '还缺' });
  await expect(missing).toContainText('暑期补贴：要先选定“暑假是否发放”（7月–8月）');
  await expect(page.getByRole('article', { name: '暑期补贴' })).toContainText('1,000.00 元');
  await missing.getByRole('button', { name: /^照发/ }).click();
  await expect(page.getByRole('article', { name: '暑期补贴' })).toContainText('1,200.00 元');
  await expect(missing.filter({ hasText: '暑假是否发放' })).toHaveCount(0);
});

test('a budget says how many people and how much money hang on a reading without a default', async ({ page }) => {
  await open(page, 'zh');
  await page.getByRole('link', { name: '做预算' }).click();
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await type(page, '第 1 组：人数', '10');
  await choose(page, '第 1 组：城乡', '农村');
  await page.getByRole('combobox', { name: '更多列' }).fill('班主任');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await choose(page, '第 1 组：班主任', '是');
  const hanging = page.getByRole('alert').filter({ hasText: '暑假是否发放' });
  await expect(hanging).toContainText('10 人的金额取决于此；按各种选法，合计最少 11,800.00 元，最多 13,800.00 元');
  await expectAccessibleStep(page);
});

test('where an amount is shown: who pays it, and a rate that changes within the year', DEEP, async ({ page }) => {
  await open(page, 'zh');
  await page.getByRole('link', { name: '查一位教师' }).click();
  await type(page, '年度', '2025');
  await choose(page, '城乡', '农村');
  await type(page, '参加教学工作日期', '2017-09-01');
  // The rule asks for it, though it is named by `starts` alone.
  await type(page, '到岗日期', '2025-03-10');
  // April to December: 3 × 200 and 6 × 230; ten months less two of the summer, from March on: 8 × 8 years × 10.
  const bands = page.getByRole('article', { name: '教龄津贴' });
  await expect(bands).toContainText('1,980.00 元');
  await expect(bands).toContainText('出资：区财政；资金来源：上级补助、本级预算');
  await expect(bands).toContainText('2025-07 起由 200 元 改为 230 元');
  const autumn = page.getByRole('article', { name: '秋季补贴' });
  await expect(autumn).toContainText('标准变动：城乡标准 · 农村，2025-09 起由 60 元 改为 90 元');
  await expect(autumn).not.toContainText('城市');
  await expectPersonalTotal(page, '2,620.00');
  await page.locator('summary', { hasText: '标准' }).first().click();
  await expect(page.getByRole('textbox', { name: '城乡标准 · 农村' })).toHaveAttribute('placeholder', '文件标准 60，2025-09 起 90');
  await expectAccessibleStep(page);
  // A rate of one's own holds for the whole year.
  await type(page, '城乡标准 · 农村', '70');
  await expect(autumn).toContainText('140.00 元');
  await expect(autumn).not.toContainText('标准变动');
  // One that holds from a month on changes what the document says until then.
  await page.getByRole('button', { name: '城乡标准 · 农村：年内分段填写' }).click();
  await type(page, '城乡标准 · 农村，第 1 段起始月', '2025-10');
  await type(page, '城乡标准 · 农村，第 1 段标准', '75');
  await expect(autumn).toContainText('2025-10 起由 90 元 改为 75 元');
  await expect(autumn).toContainText('165.00 元');

  await page.getByRole('link', { name: '做预算' }).click();
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '年度', '2025');
  await type(page, '第 1 组：人数', '10');
  await choose(page, '第 1 组：城乡', '农村');
  const items = page.getByRole('table', { name: '按项目' });
  await expect(items.getByRole('row', { name: /^教龄津贴/ })).toContainText(
    '出资：区财政；资金来源：上级补助、本级预算；标准自 2025-07 起有变动',
  );
  await expect(items.getByRole('row', { name: /^秋季补贴/ })).toContainText('标准自 2025-09 起有变动');
  await expect(page.getByText('文件所载人数：全区教职工 1,234 人，小学：1,000')).toBeVisible();
  await expectAccessibleStep(page);
});

test('whoever leaves before a service is over: what is owed back, of one and of a budget, in no total', DEEP, async ({ page }) => {
  await open(page, 'zh');
  await page.getByRole('link', { name: '查一位教师' }).click();
  await type(page, '年度', '2025');
  await choose(page, '城乡', '农村');
  await type(page, '参加教学工作日期', '2025-01-01');
  await type(page, '人才引进日期', '2023-03-15');
  await type(page, '离职年月', '2025-06');
  await choose(page, '用人形式', '在编');
  const owed = page.getByRole('article', { name: '应退与违约 安家费退还' });
  await expect(page.getByRole('article', { name: '安家费', exact: true })).toContainText('分年发放，本年一笔 18,000.00 元，计在3月');
  await expect(owed).toContainText('32,000.00 元');
  await expect(owed).toContainText('自 2023-03-15 起服务期 5 年，已服务 2 年 3 个月，未满 2 年 9 个月。');
  await expect(owed).toContainText('此前已发：安家费 60,000.00 元。应退（应缴）32,000.00 元。');
  // 30% of 60,000, and 100 a month of seniority until June.
  await expectPersonalTotal(page, '18,600.00');
  await expectAccessibleStep(page);

  await page.getByRole('link', { name: '做预算' }).click();
  const roster =
    '工号,城乡,用人形式,参加教学工作日期,人才引进日期,离职年月\r\nA1,农村,在编,2025-01-01,2023-03-15,2025-06\r\nA2,农村,在编,2025-01-01,2023-03-15,';
  await openRoster(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
  await type(page, '年度', '2025');
  const table = page.getByRole('table', { name: '有人应退或须缴违约金的款项，单独列出，不计入预算总额。' });
  await expect(table.getByRole('row', { name: /^安家费退还/ })).toHaveText('安家费退还132,000.000');
  await expect(table.getByRole('row', { name: /^合计/ })).toHaveText('合计132,000.000');
  await expect(page.getByRole('table', { name: '按项目' }).getByRole('row', { name: /^安家费/ })).toContainText('36,000.00');
  await expectAccessibleStep(page);
});

test('in English: funds and headcounts of the document beside the amounts', DEEP, async ({ page }) => {
  await page.goto('/budget?policy=gangbei-2021&lang=en');
  await page.getByRole('button', { name: 'Type headcounts' }).click();
  await type(page, 'Year', '2025');
  await type(page, 'Group 1: Headcount', '10');
  await choose(page, 'Group 1: Kind of employment', 'Established staff');
  const line = page.getByText('Headcount in the document: Staff of public schools and kindergartens 5,255 people');
  await expect(line).toContainText('Primary schools: 3,461');
  await expect(page.getByRole('table', { name: 'By item' })).toContainText('Paid by: Schools that have the means');
  await expectAccessibleStep(page);
  await page.getByRole('link', { name: 'Staff of public schools and kindergartens' }).click();
  await expect(page.getByRole('article', { name: 'Staff of public schools and kindergartens' })).toBeFocused();
});
