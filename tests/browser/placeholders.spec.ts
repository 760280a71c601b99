import { expect, type Page, test } from '@playwright/test';

/** The placeholders that are wider than the fields in which they stand. */
function cutPlaceholders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const cut: string[] = [];
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[placeholder], textarea[placeholder]')) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      pen.font = font;
      if (field.clientWidth > 0 && pen.measureText(field.placeholder).width > room + 1) cut.push(`${field.id} ${field.placeholder}`);
    }
    return cut;
  });
}

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`in English every placeholder can be read in full, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/budget?lang=en');
    await page.getByRole('button', { name: 'Type headcounts' }).click();
    await expect(page.locator('summary', { hasText: 'Rates' })).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('input[placeholder]').length)).toBeGreaterThan(3);
    expect(await cutPlaceholders(page)).toEqual([]);
    for (const name of ['Check one teacher', 'Arrears']) {
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await cutPlaceholders(page);
      await expect(page.locator('.rates').locator('visible=true').first()).toBeVisible();
      expect(await cutPlaceholders(page)).toEqual([]);
    }
  });
}
