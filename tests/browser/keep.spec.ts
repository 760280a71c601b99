import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP } from './fixtures/depth.ts';
import { expectPersonalTotal } from './fixtures/form.ts';
import { openRoster } from './fixtures/open-roster.ts';

const SIXTH = join(import.meta.dirname, '../policy/sixth/policy.yaml');

/** Everything that a page can leave behind in a browser. */
function left(page: Page) {
  return page.evaluate(async () => {
    const caches = [];
    for (const name of await globalThis.caches.keys()) {
      for (const { url } of await (await globalThis.caches.open(name)).keys()) caches.push(new URL(url).pathname);
    }
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      caches,
    };
  });
}

const NOTHING = { databases: [], local: {}, session: {}, cookies: '', caches: [] };

test('nothing is kept unless somebody says so', async ({ page }) => {
  await page.goto('/check');
  await page.getByRole('button', { name: '填入示例' }).click();
  await expectPersonalTotal(page, '9,624.00');
  await page.getByRole('link', { name: '做预算' }).click();
  await page.getByRole('button', { name: /示例名册/ }).click();
  await expect(page.getByText('4,988').first()).toBeVisible();
  expect(await left(page)).toEqual(NOTHING);
  await page.reload();
  await expect(page.getByRole('button', { name: /示例名册/ })).toBeVisible();
  await page.getByRole('link', { name: '查一位教师' }).click();
  await expect(page.getByText('填写带“必填”标记的项目')).toBeVisible();
});

test('what is kept survives a reload, and forgetting leaves nothing, in no window', async ({ page, context }) => {
  await page.goto('/policy');
  await page.getByRole('button', { name: '本机保存：关' }).click();
  const dialog = page.getByRole('dialog', { name: '本机资料' });
  await expect(dialog.getByRole('status')).toHaveText('现在没有保存任何资料。');
  await dialog.getByRole('checkbox', { name: '在本浏览器保存' }).check();
  await expectAccessibleStep(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.locator('.policy > .page-head input[type=file]').setInputFiles(SIXTH);
  await expect(page).toHaveURL(/policy=local/);
  const own = page.url();
  await page.goto('/check?policy=jinfeng-2021');
  await page.getByRole('button', { name: '填入示例' }).click();
  await page.locator('summary', { hasText: '口径' }).click();
  await page.getByRole('radio', { name: '二、八月不发' }).check();
  await expectPersonalTotal(page, '9,624.00');
  await page.getByRole('link', { name: '做预算' }).click();
  await page.getByRole('button', { name: /示例名册/ }).click();
  await expect(page.getByText('4,988').first()).toBeVisible();
  const total = await page.getByTestId('sum-total').textContent();
  await page.getByRole('button', { name: '本机保存：开' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/名册 1 份.*表单与设置 \d+ 份/);

  await page.goto(own);
  await expect(page.getByText('本机文件在刷新后需要重新打开')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByLabel('依据文件')).toBeVisible();
  await page.goto('/check?policy=jinfeng-2021');
  await expectPersonalTotal(page, '9,624.00');
  await expect(page.getByRole('article', { name: '餐补' })).toContainText('二、八月不发');
  await page.goto('/budget?policy=jinfeng-2021');
  await expect(page.getByTestId('sum-total')).toHaveText(String(total));

  const other = await context.newPage();
  await other.goto('/check?policy=jinfeng-2021');
  await expectPersonalTotal(other, '9,624.00');

  await page.getByRole('button', { name: '本机保存：开' }).click();
  await dialog.getByRole('button', { name: '全部清除' }).click();
  await expect(dialog.getByRole('button', { name: '确定，全部清除' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '本机保存：关' })).toBeVisible();
  await expect(page.getByRole('button', { name: /示例名册/ })).toBeVisible();
  await expect(other.getByRole('button', { name: '本机保存：关' })).toBeVisible();
  await expect(other.getByText('填写带“必填”标记的项目')).toBeVisible();
  expect(await left(page)).toEqual(NOTHING);
  await page.goto('/check?policy=jinfeng-2021');
  await expect(page.getByText('填写带“必填”标记的项目')).toBeVisible();
  await page.goto(own);
  await expect(page.getByText('本机文件在刷新后需要重新打开')).toBeVisible();
  expect(await left(page)).toEqual(NOTHING);
});

test('in English, by keyboard alone: switched on and off again, and nothing remains', DEEP, async ({ page }) => {
  await page.goto('/check?lang=en');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await expectPersonalTotal(page, '9,624.00');
  await page.getByRole('button', { name: 'Kept here: off' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What is kept in this browser' });
  await expect(dialog.getByRole('checkbox', { name: 'Keep in this browser' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('status')).toHaveText(/^Kept now: forms and settings \(\d+\)/);
  await expectAccessibleStep(page);
  expect((await left(page)).databases).toEqual(['jintie']);
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('status')).toHaveText('Nothing is kept now.');
  expect(await left(page)).toEqual(NOTHING);
  await page.keyboard.press('Escape');
  await expectPersonalTotal(page, '9,624.00');
});

test('identity numbers are never stored', async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '本机保存：关' }).click();
  await page.getByRole('checkbox', { name: '在本浏览器保存' }).check();
  await page.keyboard.press('Escape');
  const csv = '工号,姓名,身份证号,用人形式,城乡\nT1,张三,11010519491231002X,在编,农村\n';
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByText('名册.csv：读入 1 人')).toBeVisible();
  await page.getByRole('button', { name: '本机保存：开' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('名册 1 份');
  const stored = await page.evaluate(async () => {
    const opening = indexedDB.open('jintie');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = database.transaction('kept').objectStore('kept').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    return JSON.stringify(all.result);
  });
  expect(stored).toContain('张三');
  expect(stored).not.toContain('11010519491231002X');
});

test(
  'who was kept and does not fit the rules any more is told of; what an earlier program kept does not trip the page',
  DEEP,
  async ({ page }) => {
    await page.goto('/budget');
    await page.getByRole('button', { name: '本机保存：关' }).click();
    await page.getByRole('checkbox', { name: '在本浏览器保存' }).check();
    await page.keyboard.press('Escape');
    const csv = '工号,用人形式,城乡,距离类别\nT1,在编,农村,近\nT2,在编,农村,近\n';
    await openRoster(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await expect(page.getByText('名册.csv：读入 2 人')).toBeVisible();
    await expect(page.getByTestId('sum-headcount')).toHaveText('2');
    await page.getByRole('button', { name: '本机保存：开' }).click();
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/名册 1 份.*表单与设置 \d+ 份/);

    // As if the rules had known another kind of employment then, and the page less of a file.
    await page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('jintie'));
      const store = () => database.transaction('kept', 'readwrite').objectStore('kept');
      const people = await done(store().get('roster/jinfeng-2021'));
      people.teachers[1].record.post = 'retired-kind';
      await done(store().put(people, 'roster/jinfeng-2021'));
      const form = await done(store().get('form/["jinfeng-2021","budget"]'));
      for (const name of ['shape', 'notes', 'layout', 'unmapped']) delete form.roster[name];
      await done(store().put(form, 'form/["jinfeng-2021","budget"]'));
      database.close();
    });
    await page.reload();
    await expect(page.getByText('名册.csv：读入 1 人')).toBeVisible();
    await expect(page.getByText('原先载入的名册中有 1 人不再符合现行规则，未计入')).toBeVisible();
    await expect(page.getByTestId('sum-headcount')).toHaveText('1');
    await page.locator('summary', { hasText: '名册中有误的行' }).click();
    await expect(
      page
        .getByRole('table', { name: /整个人都不计入/ })
        .getByRole('row')
        .last(),
    ).toHaveText(/^3.*用人形式.*不认识的取值，可填：在编、特岗/);
    await expectAccessibleStep(page);
  },
);
