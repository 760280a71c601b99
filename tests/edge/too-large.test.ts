import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

const POLICY = 'https://jintie.test/api/v1/policies/xiangtan';

/** A rate that doubles every year since 2000 is more than can be counted exactly. */
const settings = {
  year: 2025,
  parameters: {
    'rural-living/rural': '999999999999.99',
    'rural-living/remote': '1.00',
    'rural-living/growth': '100',
    'rural-living/since': '2000',
  },
};
const rural = { id: 'T1', post: 'established', area: 'rural' };
const remote = { ...rural, id: 'T2', remoteArea: true };
const fault = { code: 'out-of-range', message: expect.stringContaining('3000000000000.00') };

async function post(path: string, body: unknown, type = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return exports.default.fetch(`${POLICY}${path}`, { method: 'POST', headers: { 'content-type': type }, body: text });
}

test('an amount that is too large to be exact is a fault of the one teacher', async () => {
  const response = await post('/entitlements', { ...settings, teacher: rural });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/teacher', ...fault }] });
  expect((await post('/entitlements', { ...settings, teacher: remote })).status).toBe(200);
});

test('in a batch it spoils no other entry', async () => {
  const response = await post('/entitlements/batch', { ...settings, teachers: [rural, remote] });
  expect(await response.json()).toMatchObject({
    results: [
      { index: 0, teacherId: 'T1', status: 'error', errors: [{ pointer: '/teachers/0', ...fault }] },
      { index: 1, teacherId: 'T2', status: 'ok' },
    ],
    summary: { teachers: 2, failed: 1, personalTotal: '402653184.00' },
  });
  const lines = [{ request: settings }, rural, remote].map((line) => `${JSON.stringify(line)}\n`).join('');
  const streamed = (await (await post('/entitlements/batch', lines, 'application/x-ndjson')).text()).trim().split('\n');
  expect(streamed.map((line) => JSON.parse(line).status)).toEqual(['error', 'ok', undefined]);
});

test('in a budget it is a failure, of a teacher or of a cohort, also where only a scenario leads there', async () => {
  const { parameters, year } = settings;
  const scenarios = [{ id: 'doubled', parameters }];
  for (const order of [settings, { year, scenarios }]) {
    const cohorts = [{ count: 3, facts: { post: 'established', area: 'rural' } }];
    const response = await post('/budgets', { ...order, sensitivity: true, teachers: [rural, remote], cohorts });
    expect(await response.json()).toMatchObject({
      headcount: 1,
      failed: 2,
      failures: [
        { index: 0, cohort: true, errors: [{ pointer: '/cohorts/0', ...fault }] },
        { index: 0, teacherId: 'T1', errors: [{ pointer: '/teachers/0', ...fault }] },
      ],
    });
  }
});

test('among arrears it is an entry that cannot be computed, by the rules of now or of then', async () => {
  for (const order of [
    { ...settings, known: {} },
    { year: 2025, known: { parameters: settings.parameters } },
  ]) {
    const response = await post('/arrears', { ...order, teachers: [rural] });
    expect(await response.json()).toMatchObject({ results: [{ index: 0, teacherId: 'T1', status: 'error', errors: [fault] }] });
  }
});
