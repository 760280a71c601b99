import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { BACKBONE, POLICY } from './good.table.ts';

const { id: _, name: __, ...facts } = BACKBONE as Record<string, unknown>;

function post(path: string, type: string, body: string): Promise<Response> {
  return exports.default.fetch(`https://jintie.test${POLICY}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
}

const settings = {
  year: 2025,
  scenarios: Array.from({ length: 50 }, (_, at) => ({ id: `s${at}`, title: `${at}`, parameters: { 'meal/rural': `${300 + at}.00` } })),
};
const cohorts = Array.from({ length: 600 }, (_, at) => ({ count: at + 1, facts }));
const teachers = Array.from({ length: 3_000 }, (_, at) => ({ ...BACKBONE, id: `T${at}` }));

test.each([
  ['cohorts', 'application/json', JSON.stringify({ ...settings, cohorts })],
  ['teachers', 'application/json', JSON.stringify({ ...settings, teachers })],
  ['lines', 'application/x-ndjson', [{ request: settings }, ...teachers].map((line) => JSON.stringify(line)).join('\n')],
])('others are answered while a budget of many %s is computed', async (_, type, body) => {
  let isDone = false;
  const budget = post('/budgets', type, body).then(async (response) => {
    isDone = true;
    return response.json<{ headcount: number; failed: number }>();
  });
  let answered = 0;
  while (!isDone) {
    const response = await post('/entitlements', 'application/json', JSON.stringify({ year: 2025, teacher: BACKBONE }));
    expect(await response.json()).toMatchObject({ personalTotal: '9624.00' });
    answered++;
    // in one isolate with the worker the test has to let it go on
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(await budget).toMatchObject({ failed: 0 });
  expect(answered).toBeGreaterThan(5);
});
