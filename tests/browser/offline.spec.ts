import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { DEEP, inLanguage } from './fixtures/depth.ts';
import { expectPersonalTotal } from './fixtures/form.ts';
import { builtFile, startStaticSite } from './fixtures/static-site.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the browser has stored the program. */
async function untilStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // Beside the build, what the page has used before anything could see it.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const isEnglish = (await page.locator('html').getAttribute('lang')) === 'en';
  if (isEnglish) await expect.poll(() => storedPaths(page)).toContainEqual(expect.stringMatching(/^\/assets\/en-/));
}

/** The paths that the browser has stored, each once. */
function storedPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const paths = new Set<string>();
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.add(new URL(url).pathname);
    }
    return [...paths];
  });
}

for (const { lang, stored, sample, check, example, yuan } of [
  { lang: 'zh', stored: '没有网络也能打开', sample: '载入示例名册', check: '查一位教师', example: '填入示例', yuan: '元' },
  {
    lang: 'en',
    stored: 'computes without a network',
    sample: 'Load the sample roster',
    check: 'Check one teacher',
    example: 'Fill in an example',
    yuan: 'yuan',
  },
]) {
  test(`after one visit the page works without a network, ${lang}`, inLanguage(lang), async ({ page, context }) => {
    await page.goto(`/?lang=${lang}`);
    await untilStored(page);
    await page.getByRole('button', { name: lang === 'zh' ? '本机保存：关' : 'Kept here: off' }).click();
    await expect(page.getByRole('dialog')).toContainText(stored);
    await expectAccessibleStep(page);

    await context.setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: sample }).click();
    await expect(page.getByText('4,988').first()).toBeVisible();
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.getByRole('link', { name: check }).click();
    await page.getByRole('button', { name: example }).click();
    await expectPersonalTotal(page, `9,624.00 ${yuan}`);
    await page.goto(`/policy?policy=xiji-2025&lang=${lang}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('the API is never answered from the store, and only the program is in it', async ({ page }) => {
  await page.goto('/');
  await untilStored(page);
  await page.reload();
  const body = JSON.stringify({ year: 2025, teacher: { id: 'T1', post: 'temporary', area: 'urban', commute: 'near' } });
  const total = await page.evaluate(async (order) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/v1/policies/jinfeng-2021/entitlements', { method: 'POST', headers, body: order });
    return (await answer.json()).personalTotal;
  }, body);
  expect(total).toBe('4800.00');
  await page.evaluate(async () => {
    await fetch('/api/v1/policies');
    await fetch('/healthz');
  });
  const paths = await storedPaths(page);
  expect(paths).toContain('/');
  expect(paths.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
  await page.goto('/docs');
  await expect(page.getByText('/api/v1/policies/{id}/entitlements').first()).toBeVisible();
});

test('a newer version is offered, taken when asked for, and the one before the last is dropped', async ({ page }) => {
  const site = await startStaticSite();
  try {
    const worker = builtFile('sw.js');
    const html = builtFile('index.html');
    const build = (name: string) => {
      site.replace('/index.html', html.replace('</title>', `</title><meta name="build" content="${name}">`));
      site.replace('/sw.js', worker.replace(/\\"version\\":\\"\w+\\"/, `\\"version\\":\\"${name}\\"`));
    };
    const shown = () => page.locator('meta[name=build]').getAttribute('content');
    const notice = page.getByText('有新版本');
    build('first');
    await page.goto(site.url);
    await untilStored(page);
    await page.reload();
    expect(await shown()).toBe('first');
    await expect(notice).toBeHidden();
    for (const name of ['second', 'third']) {
      build(name);
      await page.reload();
      await expect(notice).toBeVisible();
      expect(await shown()).not.toBe(name);
      await expectAccessibleStep(page);
      await page.getByRole('button', { name: '更新', exact: true }).click();
      await expect(page.locator(`meta[name=build][content=${name}]`)).toBeAttached();
      await expect(notice).toBeHidden();
    }
    const names = await page.evaluate(() => caches.keys());
    expect(names).toEqual(['jintie-program-second', 'jintie-program-third']);
    await site.close();
    await page.reload();
    expect(await shown()).toBe('third');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await site.close();
  }
});

test('forgetting everything deletes the stored program too, and the page comes anew', DEEP, async ({ page }) => {
  await page.goto('/check');
  await untilStored(page);
  await page.getByRole('button', { name: '填入示例' }).click();
  await expectPersonalTotal(page, '9,624.00');
  await page.evaluate(async () => {
    for (const name of [...(await caches.keys()), 'another']) await (await caches.open(name)).put('/mark', new Response('mark'));
  });
  await page.getByRole('button', { name: '本机保存：关' }).click();
  await page.getByRole('button', { name: '全部清除' }).click();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '确定，全部清除' }).click()]);
  await untilStored(page);
  expect(await storedPaths(page)).not.toContain('/mark');
  await page.getByRole('link', { name: '查一位教师' }).click();
  await expect(page.getByText('填写带“必填”标记的项目')).toBeVisible();
});
