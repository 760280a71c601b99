import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { population, YEAR } from '../../bench/limit/population.mjs';
import { createApp } from '../../src/api/app.ts';
import { plainEntry, plainList } from '../../src/api/reading/plain-list.ts';
import { POLICY } from '../edge/good.table.ts';
import { randomRuns } from '../random-runs.ts';
import { teacherArbitraryOf } from '../reference/arbitraries.ts';

const app = createApp();
const encoder = new TextEncoder();
const runs = randomRuns(600, 20_000);

async function post(body: string): Promise<{ status: number; text: string }> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en' }, body };
  const response = await app.request(`${POLICY}/entitlements/batch`, init);
  return { status: response.status, text: await response.text() };
}

/** The same JSON, written so that its list is not gone through as it stands. */
const parsed = (body: string) => body.replace('"teachers":[', '"teachers":[\n');

/** Where a request has its settings, before its teachers or behind them. */
const orders = fc.constantFrom(
  (teachers: unknown[]) => ({ year: YEAR, teachers }),
  (teachers: unknown[]) => ({ teachers, year: YEAR }),
  (teachers: unknown[]) => ({ teachers, year: YEAR, parameters: { 'meal/rural': [{ from: '2025-03', value: '360.00' }] } }),
  (teachers: unknown[]) => ({ readings: { 'payment-months': 'first-ten' }, teachers, year: YEAR, parameters: {} }),
  (teachers: unknown[]) => ({ teachers }),
  (teachers: unknown[]) => ({ year: YEAR, teachers, places: { teachers: [] } }),
);
const teacher = fc.oneof(
  { weight: 8, arbitrary: teacherArbitraryOf(YEAR) },
  { weight: 2, arbitrary: fc.nat({ max: 50 }).map((at) => population(60, 2)[at]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      7,
      null,
      {},
      [],
      'x',
      { id: 'T', area: 'x' },
      { id: 'T0000001' },
      { id: 'a"\\b', post: 'temporary', area: 'urban' },
    ),
  },
);
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat({ max: 2 }),
  fc.constantFrom(
    '',
    '"',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '\\',
    ' ',
    '\n',
    '"area":"rural",',
    '"year":2025,',
    '"teachers":[],',
    '[[',
    '\u4e00',
    '\ud800',
  ),
);

describe('a batch whose list is gone through as it stands', () => {
  beforeAll(async () => {
    // so many that tables are made
    expect((await post(JSON.stringify({ year: YEAR, teachers: population(300) }))).status).toBe(200);
  });

  it(`has the answer of one that is parsed, in ${runs} runs`, { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(teacher, { maxLength: 6 }), orders, async (teachers, order) => {
        const body = JSON.stringify(order(teachers));
        expect(await post(body)).toEqual(await post(parsed(body)));
      }),
      { numRuns: runs },
    );
  });

  it(`has it whatever is wrong with the text, in ${runs} runs`, { timeout: 300_000 }, async () => {
    const seen = { good: 0, bad: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(teacher, { minLength: 1, maxLength: 3 }),
        orders,
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        async (teachers, order, edits) => {
          let body = JSON.stringify(order(teachers));
          for (const [where, gone, added] of edits) {
            const at = Math.floor(where * body.length);
            body = body.slice(0, at) + added + body.slice(at + gone);
          }
          const answer = await post(body);
          expect(answer).toEqual(await post(parsed(body)));
          seen[answer.status === 200 ? 'good' : 'bad']++;
        },
      ),
      { numRuns: runs },
    );
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(runs / 50);
  });

  it('has it for many, among them one twice, one faulty and one that the scanner doubts', async () => {
    const people: unknown[] = population(700, 9);
    people.splice(400, 0, people[3], { ...Object(people[5]), area: 'x' }, { ...Object(people[6]), id: 'T-\u00e9', village: 'a b' }, 7);
    const compact = JSON.stringify({ year: YEAR, teachers: people.filter((one) => one !== 7) });
    expect(plainList(encoder.encode(compact), 'teachers')).not.toBeNull();
    expect(await post(compact)).toEqual(await post(parsed(compact)));
    const body = JSON.stringify({ year: YEAR, teachers: people });
    expect(await post(body)).toEqual(await post(parsed(body)));
  });

  it.each([
    [
      'two things missing, and a colon in a text',
      {
        id: 'T:1',
        area: 'urban',
        post: 'established',
        commute: 'near',
        masterLevel: 'city',
        changes: [{ from: '2025-06', area: 'rural' }],
      },
    ],
    [
      'more changes than there is room for',
      {
        id: 'T',
        area: 'urban',
        post: 'established',
        changes: Array.from({ length: 100 }, (_, at) => ({
          from: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
        })),
      },
    ],
  ])('has it where somebody has %s', async (_, person) => {
    const body = JSON.stringify({ year: YEAR, teachers: [person] });
    const answer = await post(body);
    expect(JSON.parse(answer.text).summary).toMatchObject({ teachers: 1, failed: 0 });
    expect(answer).toEqual(await post(parsed(body)));
  });

  it.each([
    ['a list twice', '{"year":2025,"teachers":[{}],"teachers":[]}'],
    ['another list behind', '{"year":2025,"teachers":[{}],"readings":[2]}'],
    ['one bracket too much', '{"year":2025,"teachers":[{}]]}'],
  ])('has it where there is %s', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBeGreaterThan(200);
    expect(answer).toEqual(await post(parsed(body)));
  });

  it('refuses more than ten thousand', async () => {
    const body = JSON.stringify({ year: YEAR, teachers: population(10_001) });
    const answer = await post(body);
    expect(answer.status).toBe(422);
    expect(answer).toEqual(await post(parsed(body)));
  });
});

describe('a list in a body', () => {
  const found = (body: string) => plainList(encoder.encode(body), 'teachers');

  it.each([
    ['first', '{"teachers":[{"id":"T"}],"year":2025}', '{"teachers":[],"year":2025}'],
    ['with spaces', '{"year": 2025, "teachers" : [ {"id": "T"} ]}', '{"year":2025,"teachers":[]}'],
    ['empty', '{"teachers":[]}', '{"teachers":[]}'],
  ])('is found where it is %s', (_, body, rest) => {
    expect(found(body)?.rest).toEqual(JSON.parse(rest));
  });

  it.each([
    ['not there', '{"year":2025}'],
    ['in a text', '{"a":"\\"teachers\\":[","b":[]}'],
    ['deeper', '{"a":{"teachers":[1]}}'],
    ['no list', '{"teachers":{"a":[]}}'],
    ['cut', '{"teachers":[1,'],
    ['in a list', '[{"teachers":[1]}]'],
    ['beside a key twice', '{"a":1,"a":2,"teachers":[1]}'],
  ])('is not where it is %s', (_, body) => {
    expect(found(body)).toBeNull();
  });

  it('has entries with anything in them', () => {
    const entry = '{"a":"}\\"]{","b":[{"c":{}}]}';
    expect(plainEntry(encoder.encode(`x${entry},`), 1)).toEqual({ value: JSON.parse(entry), end: entry.length + 1 });
    for (const bad of ['7', '{"a":1,"a":2}', '{"a":', '{"a":"', '{]', `{"a":${'['.repeat(31)}${']'.repeat(31)}}`])
      expect(plainEntry(encoder.encode(bad), 0)).toBeNull();
  });
});
