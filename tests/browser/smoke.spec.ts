import { expect, test } from '@playwright/test';
import { expectAccessibleStep } from './fixtures/axe.ts';

test('the page opens under its name, is accessible, and asks no outside host', async ({ page, baseURL }, testInfo) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) outside.push(request.url());
  });
  await page.goto('/');
  await expect(page).toHaveTitle(/津贴/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('津贴');
  await expectAccessibleStep(page);
  expect(outside).toEqual([]);
  await page.screenshot({ path: testInfo.outputPath('page.png') });
});

test('a deep link opens the page, and the API keeps its own paths', async ({ page, request }) => {
  await page.goto('/some/deep/link');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('津贴');
  expect((await request.get('/api/v1/nothing-here')).status()).toBe(404);
});
