import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { version } from '../../package.json';

test('the health check names the version that runs', async () => {
  const response = await exports.default.fetch('https://jintie.test/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', version });
});

test('a path of the API that does not exist is a problem document, not the page', async () => {
  const response = await exports.default.fetch('https://jintie.test/api/v1/nothing-here');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' });
});
