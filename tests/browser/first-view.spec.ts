import { expect, type Page, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';
import { openRoster } from './fixtures/open-roster.ts';
import { rosterOf } from './fixtures/roster.ts';

const SENTENCE = '.first .cannot:visible';

/** Has the style sheets and programs of the page find a sign that no browser has. */
async function inTooOldBrowser(page: Page): Promise<void> {
  await page.route(/\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('selector(:focus-visible)', 'selector(:no-such-thing)') });
  });
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...sign: [string]) => !sign[0].includes(':focus-visible') && supports(...sign);
  });
}

for (const [lang, title, tooOld, failed] of [
  ['zh', '津贴', '这个浏览器太旧', '页面没有载入'],
  ['en', 'Jintie', 'This browser is too old', 'The page was not loaded'],
] as const) {
  test(`before its program is there the page has its frame, and no program is a sentence, ${lang}`, async ({ page }) => {
    await page.route(/\/assets\/frame-.*\.js$/, () => {});
    await page.goto(`/check?lang=${lang}`, { waitUntil: 'commit' });
    await expect(page.locator('.frame-header')).toContainText(title);
    await expect(page.getByRole('status').filter({ visible: true })).toHaveText(lang === 'zh' ? '正在打开…' : 'Opening…', {
      useInnerText: true,
    });
    await expect(page.getByRole('navigation').getByRole('link')).toHaveCount(4);
    await expect(page.locator(SENTENCE)).toHaveCount(0);
    await expectAccessibleStep(page);

    await page.unrouteAll();
    await page.route(/\/assets\/frame-.*\.js$/, (route) => route.abort());
    await page.reload();
    await expect(page.locator(SENTENCE)).toContainText(failed);
    await expectAccessibleStep(page);
  });

  test(`a browser that is too old is told so, ${lang}`, async ({ page }) => {
    await inTooOldBrowser(page);
    await page.goto(`/?lang=${lang}`);
    await expect(page.locator(SENTENCE)).toContainText(tooOld);
    await expect(page.getByText(lang === 'zh' ? '正在打开…' : 'Opening…')).toBeHidden();
  });
}

test('where not even the first program comes, it is told after a while', async ({ page }) => {
  await page.route(/\/assets\/(?:first|page)-.*\.js$/, (route) => route.abort());
  // Twenty seconds, of which a test has no need.
  const debug = await page.context().newCDPSession(page);
  await debug.send('Animation.enable');
  await page.goto('/');
  await expect(page.locator(SENTENCE)).toHaveCount(0);
  await debug.send('Animation.setPlaybackRate', { playbackRate: 20 });
  await expect(page.locator(SENTENCE)).toContainText('页面没有载入');
});

test('without scripts it says that nothing can be computed', async ({ request }) => {
  // The Chromium of the tests reads `noscript` as if there were scripts, whatever it is told.
  expect(await (await request.get('/')).text()).toMatch(/<noscript><p class="notice"><span lang="zh-CN">浏览器停用了 JavaScript/);
});

test('a part that cannot be fetched says so where it would be, and the rest stays', async ({ page }) => {
  await page.goto('/budget');
  await openRoster(page, rosterOf(50));
  await expect(page.getByTestId('sum-headcount')).toHaveText('50');
  await page.route(/\/assets\/(?:local-data-dialog|share-settings)-.*\.js/, (route) => route.abort());
  await page.getByRole('button', { name: '本机保存：关' }).click();
  await page.getByRole('button', { name: '设置链接' }).click();
  const notices = page.getByRole('alert').filter({ hasText: '这一部分没有载入' });
  await expect(notices).toHaveCount(2);
  await expect(page.getByTestId('sum-headcount')).toHaveText('50');
  await expectAccessibleStep(page);
});
