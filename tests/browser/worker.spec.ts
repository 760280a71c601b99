import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP, inLanguage } from './fixtures/depth.ts';

const PROGRAM = /\/assets\/compute\.worker-[^/]*\.js$/;

/** The page with a worker whose program is another. */
async function withProgram(page: Page, body: string): Promise<void> {
  await page.route(PROGRAM, (route) => route.fulfill({ contentType: 'text/javascript', body }));
}

for (const { lang, notLoaded, older, reload, sample } of [
  { lang: 'zh', notLoaded: '计算程序没有载入', older: '浏览器太旧', reload: '重新载入页面', sample: '载入示例名册' },
  { lang: 'en', notLoaded: 'was not loaded', older: 'too old', reload: 'Reload the page', sample: 'Load the sample roster' },
]) {
  test(
    `a worker whose program cannot be fetched or throws at once is told, with what to do, ${lang}`,
    inLanguage(lang),
    async ({ page }) => {
      await page.route(PROGRAM, (route) => route.abort());
      await page.goto(`/budget?lang=${lang}`);
      const notice = page.getByRole('alert').filter({ hasText: notLoaded });
      await expect(notice).toContainText(older);
      await expectAccessibleStep(page);
      // What is asked of it afterwards ends at once, too.
      await page.getByRole('button', { name: sample }).click();
      await expect(page.locator('.ant-alert-error')).toBeVisible();

      await page.unroute(PROGRAM);
      await withProgram(page, 'throw new Error("not for this browser")');
      await page.reload();
      await expect(notice).toBeVisible();
      await page.unroute(PROGRAM);
      await notice.getByRole('button', { name: reload }).click();
      await page.getByRole('button', { name: sample }).click();
      await expect(page.getByText('4,988').first()).toBeVisible();
      await expect(notice).toBeHidden();
    },
  );
}

test('a browser that knows no such workers is told so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { Worker: undefined });
  });
  await page.goto('/budget');
  await expect(page.getByRole('alert').filter({ hasText: '计算程序没有载入' })).toBeVisible();
});

test('a worker that breaks down in the middle of a computation is told, and no spinner goes on', async ({ page }) => {
  await withProgram(
    page,
    `self.onmessage = ({ data }) => {
      if ('setup' in data) self.postMessage({ here: true });
      else if ('id' in data) setTimeout(() => { self.close(); throw new RangeError('out of memory'); });
    };`,
  );
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByText('计算程序中断了，可能是内存不足')).toBeVisible();
  await expect(page.getByText('正在读取名册')).toBeHidden();
});

test('a part of the page that cannot be fetched leaves no blank window', async ({ page }) => {
  await page.route(/\/assets\/check-page-[^/]*\.js$/, (route) => route.abort());
  await page.goto('/budget');
  await page.getByRole('link', { name: '查一位教师' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '这一页没有完整载入' })).toBeVisible();
  await page.getByRole('link', { name: '做预算' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '教师津贴预算' })).toBeVisible();
});

test('what is kept stays kept where the worker is not there, and is there again with it', DEEP, async ({ page }) => {
  await page.goto('/budget');
  await page.getByRole('button', { name: '载入示例名册' }).click();
  await expect(page.getByText('4,988').first()).toBeVisible();
  await page.getByRole('button', { name: '本机保存：关' }).click();
  const dialog = page.getByRole('dialog', { name: '本机资料' });
  await dialog.getByRole('checkbox', { name: '在本浏览器保存' }).check();
  await expect(dialog.getByRole('status')).toContainText('名册 1 份');

  await page.route(PROGRAM, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: '计算程序没有载入' })).toContainText('已保存的资料不受影响');
  await page.unroute(PROGRAM);
  await page.reload();
  await expect(page.getByTestId('sum-headcount')).toContainText('4,988');
});
