import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PAGES } from '../../src/contract/wire/pages.ts';
import { en } from '../../src/text/page/en/en.ts';
import { zh } from '../../src/text/page/zh/zh.ts';
import { inLanguage } from './fixtures/depth.ts';

const PICTURES = join(import.meta.dirname, '../../.reports/pictures');
const WORDS = { zh, en };

mkdirSync(PICTURES, { recursive: true });

/** Every page of the registry as it is when it opens, before anybody has done anything. */
for (const { name, path } of PAGES) {
  for (const language of ['zh', 'en'] as const) {
    test(`${path} opens in ${language}, accessible and no wider than a screen or a phone`, inLanguage(language), async ({ page }) => {
      await page.goto(`${path}?lang=${language}`);
      const title = WORDS[language][name].title;
      await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
      await expect(page).toHaveTitle(new RegExp(`^${title}`));
      await expect(page.getByRole('link', { name: WORDS[language].app[name], exact: true })).toHaveAttribute('aria-current', 'page');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      for (const [width, height] of [
        [1366, 768],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.screenshot({ path: join(PICTURES, `${name}-opening.${width}.${language}.png`) });
      }
    });
  }
}
