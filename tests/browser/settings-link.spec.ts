import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { choose, type } from './fixtures/form.ts';
import { sampleTeachers } from './fixtures/sample.ts';

type Settings = Record<string, unknown> & { policy: { id: string; version: string } };

const read = (link: string): Settings => {
  const packed = /#settings=1\.([\w-]+)$/.exec(link)?.[1] ?? '';
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url')).toString('utf8'));
};
const fragmentOf = (settings: unknown) => `#settings=1.${deflateRawSync(Buffer.from(JSON.stringify(settings))).toString('base64url')}`;

const linkOn = async (page: Page, words = { button: '设置链接', title: '带设置的链接' }): Promise<string> => {
  await page.getByRole('button', { name: words.button }).click();
  const field = page.getByRole('textbox', { name: words.title });
  await expect(field).toHaveValue(/#settings=1\./);
  return field.inputValue();
};

/** What the link of the first test carries, in words. */
const LINES = [
  '年度：2025',
  /^口径：.*按月就高不就低$/,
  '标准：餐补 · 农村 2025-07 起 360',
  '地域范围：移民地区 良田镇',
  '对比方案：各级骨干教师 500（1 处改动）',
  '今后三年：人数每年 -1.5%，标准每年 0%',
];

/** Opens an address as somebody else would. */
async function openAnew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
}

test('a link carries every setting and nothing of the roster, and is never sent to the server', DEEP, async ({ page }) => {
  test.slow();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByTestId('sum-total')).toBeVisible();
  await page.getByRole('button', { name: '按人数录入' }).click();
  await type(page, '第 1 组：人数', '777777');
  const settings = page.getByRole('region', { name: '口径与标准' });
  await settings.locator('summary', { hasText: '口径' }).click();
  await settings.getByRole('radio', { name: '按月就高不就低' }).check();
  await settings.locator('summary', { hasText: '标准' }).click();
  await settings.getByRole('button', { name: '餐补 · 农村：年内分段填写' }).click();
  await settings.getByRole('textbox', { name: '餐补 · 农村，第 1 段起始月' }).fill('2025-07');
  await settings.getByRole('textbox', { name: '餐补 · 农村，第 1 段标准' }).fill('360');
  await settings.locator('summary', { hasText: '地域范围' }).click();
  await settings.getByRole('button', { name: '删除第 2 行' }).click();
  await page.getByRole('button', { name: '建为方案：各级骨干教师' }).click();
  await page.getByRole('button', { name: '修改：各级骨干教师 500' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('table', { name: '各级骨干教师' }).locator('tfoot')).toContainText('500');
  await drawer
    .getByRole('group', { name: /各级骨干教师/ })
    .getByRole('radio', { name: '自行拆分' })
    .check();
  await drawer.getByRole('button', { name: '完成' }).click();
  await page.getByRole('button', { name: '推算今后三年' }).click();
  await type(page, '人数每年增长', '-1.5');

  const nameless = read(await linkOn(page));
  await page.getByRole('checkbox', { name: /带上方案名称/ }).check();
  await expect(page.getByRole('list', { name: '链接带有：' }).getByRole('listitem')).toHaveText(LINES);
  await expectAccessibleStep(page);
  const link = await page.getByRole('textbox', { name: '带设置的链接' }).inputValue();
  const shared = read(link);
  expect(shared).toEqual({
    policy: { id: 'jinfeng-2021', version: expect.any(String) },
    year: 2025,
    readings: { 'backbone-and-master': 'larger' },
    parameters: { 'meal/rural': [{ from: '2025-07', value: '360' }] },
    places: { resettlement: [{ town: '良田镇' }] },
    // A split that began with the people of the roster tells how many they are: it goes as "as today's".
    scenarios: [{ title: '各级骨干教师 500', targets: { backbone: 'present' } }],
    projection: { headcountGrowth: '-1.5', headcountGrowthByStage: {}, rateGrowthByParameter: {} },
  });
  expect(nameless).toEqual({ ...shared, scenarios: [{ targets: { backbone: 'present' } }] });
  const text = JSON.stringify(shared);
  expect(text).not.toContain('777777');
  for (const teacher of sampleTeachers() as Record<string, unknown>[]) {
    for (const fact of ['id', 'name', 'school'] as const) if (teacher[fact]) expect(text).not.toContain(String(teacher[fact]));
  }

  await openAnew(page, link);
  const notice = page.getByRole('region', { name: '这个链接带有设置' });
  await expect(notice.getByRole('listitem')).toHaveText(LINES);
  await expectAccessibleStep(page);
  await notice.getByRole('button', { name: '采用这些设置' }).click();
  await expect(notice).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: '按人数录入' }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toHaveValue('2025');
  await type(page, '第 1 组：人数', '1');
  await choose(page, '第 1 组：用人形式', '在编');
  await choose(page, '第 1 组：城乡', '农村');
  // Six months at 330 and four at 360.
  await expect(page.getByTestId('sum-personal')).toContainText('3,420.00');
  await page.getByRole('button', { name: '设置链接' }).click();
  await page.getByRole('checkbox', { name: /带上方案名称/ }).check();
  await expect(page.getByRole('textbox', { name: '带设置的链接' })).toHaveValue(link);
  for (const address of asked) expect(address).not.toContain('settings=');
});

test('what was adopted can be undone; another version is warned of, and what it does not have is left out', async ({ page }) => {
  await page.goto('/budget');
  const shared = read(await linkOn(page));
  const other = {
    ...shared,
    policy: { ...shared.policy, version: 'another' },
    year: 2031,
    readings: { 'no-such-reading': 'x', 'talent-both': 'sum' },
    parameters: { 'no-such/rate': '5', 'meal/rural': '-1' },
  };
  await openAnew(page, `/budget?policy=jinfeng-2021${fragmentOf(other)}`);
  const notice = page.getByRole('region', { name: '这个链接带有设置' });
  await expect(notice.getByText('另一个规则版本')).toBeVisible();
  await expect(notice.locator('.fault')).toHaveText(
    '现行规则里没有或不能用、不会采用的设置：口径 no-such-reading、标准 no-such/rate、标准 餐补 · 农村',
  );
  await notice.getByRole('button', { name: '采用这些设置' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.undo-bar').getByRole('status')).toContainText('已撤销：年度、口径');
  expect(read(await linkOn(page))).toEqual(shared);
});

test('a link that cannot be read says why, and nothing is changed', async ({ page }) => {
  await page.goto('/budget');
  const good = read(await linkOn(page));
  const broken = /不完整或被改动过/;
  const xiji = fragmentOf({ ...good, policy: { id: 'xiji-2025', version: 'x' } });
  for (const [fragment, sentence] of [
    ['#settings=1.%E0%A4', broken],
    [fragmentOf({ ...good, teachers: [] }), broken],
    [fragmentOf({ ...good, year: 1066 }), broken],
    ['#settings=2.abc', /更新版本的程序/],
    [xiji, /属于另一份政策（西吉县/],
  ] as const) {
    await openAnew(page, `/budget?policy=jinfeng-2021${fragment}`);
    await expect(page.getByText(sentence)).toBeVisible();
    await page.getByRole('button', { name: '不采用' }).click();
    await expect(page.getByText(sentence)).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('');
  }
  expect(read(await linkOn(page))).toEqual(good);
  await openAnew(page, `/budget?policy=jinfeng-2021${xiji}`);
  await page.getByRole('button', { name: '转到那份政策' }).click();
  await expect(page.getByRole('region', { name: '这个链接带有设置' })).toContainText('另一个规则版本');
  expect(new URL(page.url()).searchParams.get('policy')).toBe('xiji-2025');
});

test('in English: a link made, opened and adopted, and never sent to the server', DEEP, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('/budget?lang=en');
  const shared = read(await linkOn(page, { button: 'Link to settings', title: 'A link that carries the settings' }));
  await expectAccessibleStep(page);
  await openAnew(page, `/budget?policy=jinfeng-2021&lang=en${fragmentOf({ ...shared, parameters: { 'meal/rural': '400' } })}`);
  const notice = page.getByRole('region', { name: 'This link carries settings' });
  await expect(notice.getByText('Rates: Meal subsidy · Rural 400')).toBeVisible();
  await expectAccessibleStep(page);
  await notice.getByRole('button', { name: 'Use these settings' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.undo-bar').getByRole('status')).toHaveText(/^Undone: .*rates/);
  expect(asked.length).toBeGreaterThan(0);
  for (const address of asked) expect(address).not.toContain('settings=');
});
