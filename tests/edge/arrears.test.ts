import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { ArrearsResult } from '../../src/contract/arrears/arrears-result.ts';
import { ARREARS, ARREARS_CASES, URBAN } from './arrears.table.ts';
import { checkAnswer, checkNext, requestOf, TAGS } from './bad-input.check.ts';

const send = (request: Request): Promise<Response> => exports.default.fetch(request);

function post(body: object | string, language = 'en'): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  return send(
    new Request(`https://jintie.test${ARREARS}`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  );
}

async function ask(body: object, language = 'en'): Promise<ArrearsResult> {
  const response = await post(body, language);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return response.json();
}

describe('arrears', () => {
  const rural = { ...URBAN, area: 'rural' };

  test('of a rate that was raised from July', async () => {
    const parameters = { 'meal/rural': [{ from: '2025-07', value: '360' }] };
    const result = await ask({ year: 2025, teachers: [rural, { ...rural, id: 'T2', area: 'x' }], parameters, known: { parameters: {} } });
    expect(result).toMatchObject({ policy: { id: 'jinfeng-2021' }, year: 2025, parameters, known: { parameters: {} } });
    const [first, second] = result.results;
    expect(first).toMatchObject({ index: 0, teacherId: 'T1', status: 'ok', paid: '6300.00', due: '6420.00', difference: '120.00' });
    expect(second).toMatchObject({
      index: 1,
      teacherId: 'T2',
      status: 'error',
      errors: [{ pointer: '/teachers/1/area', code: 'unknown-value' }],
    });
    expect(result.summary).toMatchObject({ teachers: 2, failed: 1, incomplete: 0, difference: '120.00' });
  });

  test('can be computed again from what the answer carries', async () => {
    const teachers = [rural, { ...rural, id: 'T2', studioHost: true, masterLevel: 'city', town: '良田镇', payStep: 1 }];
    const scale = { id: 's', from: '2025-01', steps: { '1': '200.00', '2': '221.50' } };
    const settings = { readings: { 'payment-months': 'first-ten' }, payScales: [scale], places: { resettlement: [{ town: '掌政镇' }] } };
    const before = { policy: 'jinfeng-2021', payScales: [], places: { resettlement: [] } };
    const result = await ask({ year: 2025, teachers, ...settings, known: before });
    const { year, readings, parameters, payScales, places, known } = result;
    expect(places).toEqual(settings.places);
    expect(known?.places).toEqual(before.places);
    expect(known?.payScales).toEqual([]);
    const again = await ask({
      year,
      teachers,
      readings,
      parameters,
      payScales,
      places,
      known: { ...known, policy: known?.policy.id },
    });
    expect(again).toEqual(result);
  });

  test('speak the language that was asked for', async () => {
    const body = { year: 2025, teachers: [rural], paid: [] };
    const titles = async (language: string) => {
      const [entry] = (await ask(body, language)).results;
      return entry?.status === 'ok' ? entry.lines.map(({ title }) => title) : [];
    };
    expect(await titles('en')).toEqual(['Meal subsidy', 'Transport subsidy']);
    expect(await titles('zh-CN')).toEqual(['餐补', '交通补贴']);
  });

  test('take two hundred thousand payments to ten thousand teachers: as many as may be sent', async () => {
    const teachers = Array.from({ length: 10_000 }, (_, index) => ({ ...URBAN, id: `1000${String(index).padStart(4, '0')}`, name: null }));
    const months = Array.from({ length: 10 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);
    const paid = teachers.flatMap(({ id }) =>
      months.flatMap((month) => ['meal', 'transport'].map((allowance) => ({ teacherId: id, allowance, month, amount: '150.00' }))),
    );
    const body = JSON.stringify({ year: 2025, teachers, paid });
    expect(paid).toHaveLength(200_000);
    // twice what other requests may have
    expect(body.length).toBeGreaterThan(16 << 20);
    const response = await post(body);
    expect(response.status).toBe(200);
    const { payments, summary } = (await response.json()) as ArrearsResult;
    expect(payments).toEqual({ count: 200_000, repeated: 0, recoveries: 0 });
    expect(summary).toMatchObject({ teachers: 10_000, failed: 0, paid: '30000000.00', due: '48000000.00', difference: '18000000.00' });
  });
});

test('the table names every case once', () => {
  expect(ARREARS_CASES.length).toBeGreaterThan(60);
  expect(new Set(ARREARS_CASES.map(({ name }) => name)).size).toBe(ARREARS_CASES.length);
});

test.each(ARREARS_CASES.map((one) => [one.name, one] as const))('bad: %s', async (_, one) => {
  for (const language of TAGS) await checkAnswer(one, await send(requestOf(one, language)), language);
  await checkNext(send);
});
