import { exports } from 'cloudflare:workers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArrearsResult } from '../../src/contract/arrears-result.ts';
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

  test('take two hundred thousand payments to ten thousand teachers: as many as may be sent', { timeout: 120_000 }, async () => {
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

  describe('of ten thousand teachers', () => {
    const teachers = Array.from({ length: 10_000 }, (_, index) => ({
      ...URBAN,
      id: `T${index}`,
      backboneLevel: 'district',
      assessment: 'passed',
      masterLevel: 'district',
      town: '良田镇',
      payStepIncrement: '27',
    }));
    const body = { year: 2025, teachers, readings: { 'payment-months': 'first-ten' }, known: {} };
    const text = JSON.stringify(body);

    /** What the worker writes as JSON while the test runs: both are in one isolate. */
    const written = { texts: 0, largest: 0 };
    const { stringify } = JSON;
    beforeAll(() => {
      JSON.stringify = ((value: unknown) => {
        const text = stringify(value);
        written.texts++;
        written.largest = Math.max(written.largest, text.length);
        return text;
      }) as typeof stringify;
    });
    beforeEach(() => {
      written.texts = 0;
      written.largest = 0;
    });
    afterAll(() => {
      JSON.stringify = stringify;
    });

    test('are computed and sent piece by piece', { timeout: 120_000 }, async () => {
      const decoder = new TextDecoder();
      let bytes = 0;
      let furthest = 0;
      let index = 0;
      let open = '';
      for await (const piece of (await post(text)).body as ReadableStream<Uint8Array>) {
        bytes += piece.byteLength;
        open += decoder.decode(piece, { stream: true });
        let known = 0;
        for (const found of open.matchAll(/\{"index":(\d+),"teacherId":"T(\d+)","status":"ok"/g)) {
          if (found[1] !== String(index) || found[2] !== found[1]) expect(found[0]).toContain(`"index":${index},"teacherId":"T${index}"`);
          known = found.index + found[0].length;
          index++;
        }
        open = open.slice(known);
        furthest = Math.max(furthest, written.texts - index);
      }
      expect(index).toBe(10_000);
      expect(bytes).toBeGreaterThan(20_000_000);
      // nobody ever held the answer, or more than some hundred teachers of it
      expect(written.texts).toBeGreaterThan(10_000);
      expect(written.largest).toBeLessThan(10_000);
      expect(furthest).toBeLessThan(500);
      const { summary } = JSON.parse(`{${open.slice(open.indexOf('"summary":'))}`) as ArrearsResult;
      expect(summary).toMatchObject({ teachers: 10_000, failed: 0, incomplete: 0, difference: '0.00' });
    });

    test('and are not computed on where nobody reads on; the next answer is whole', { timeout: 120_000 }, async () => {
      const reader = ((await post(text)).body as ReadableStream<Uint8Array>).getReader();
      expect((await reader.read()).done).toBe(false);
      await reader.cancel();
      expect(written.texts).toBeLessThan(500);
      expect(written.largest).toBeLessThan(10_000);
      const { results } = await ask({ ...body, teachers: teachers.slice(0, 2) });
      expect(results).toMatchObject([
        { teacherId: 'T0', status: 'ok' },
        { teacherId: 'T1', status: 'ok' },
      ]);
    });
  });
});

test('the table names every case once', () => {
  expect(ARREARS_CASES.length).toBeGreaterThan(60);
  expect(new Set(ARREARS_CASES.map(({ name }) => name)).size).toBe(ARREARS_CASES.length);
});

test.each(ARREARS_CASES.map((one) => [one.name, one] as const))('bad: %s', { timeout: 30_000 }, async (_, one) => {
  for (const language of TAGS) await checkAnswer(one, await send(requestOf(one, language)), language);
  await checkNext(send);
});
