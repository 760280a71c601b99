import { exports } from 'cloudflare:workers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArrearsResult } from '../../src/contract/arrears/arrears-result.ts';
import { ARREARS, URBAN } from './arrears.table.ts';

function post(body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return exports.default.fetch(`https://jintie.test${ARREARS}`, { method: 'POST', headers, body });
}

describe('arrears of ten thousand teachers', () => {
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

  test('are computed and sent piece by piece', async () => {
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

  test('and are not computed on where nobody reads on; the next answer is whole', async () => {
    const reader = ((await post(text)).body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    expect(written.texts).toBeLessThan(500);
    expect(written.largest).toBeLessThan(10_000);
    const next = await post(JSON.stringify({ ...body, teachers: teachers.slice(0, 2) }));
    const { results } = await next.json<ArrearsResult>();
    expect(results).toMatchObject([
      { teacherId: 'T0', status: 'ok' },
      { teacherId: 'T1', status: 'ok' },
    ]);
  });
});
