import { expect, test } from '@playwright/test';

test('the roster does not leave the browser: nothing is sent, and nothing could be sent elsewhere', async ({ page, baseURL }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || !request.url().startsWith(`${baseURL}/`)) sent.push(`${request.method()} ${request.url()}`);
  });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  await page.getByRole('button', { name: /示例名册/ }).click();
  await expect(page.getByText('4,988').first()).toBeVisible();
  expect(sent).toEqual([]);
  expect(refused).toEqual([]);
});

test('the reference of the API asks no outside host', async ({ page, baseURL }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).origin);
  });
  await page.goto('/docs');
  await expect(page.getByText('/api/v1/policies/{id}/entitlements').first()).toBeVisible();
  expect([...hosts]).toEqual([new URL(baseURL as string).origin]);
});
