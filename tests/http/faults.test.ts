import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';

const path = '/api/v1/policies/jinfeng-2021';

async function post(to: string, body: object): Promise<Record<string, unknown>> {
  const response = await createApp().request(`${path}${to}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

/** A small body can have very many faults: the answer tells of every entry, but does not grow without end. */
describe('an answer about very many faults', () => {
  const unknown = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`x${index}`, 1]));
  const teachers = Array.from({ length: 1000 }, (_, index) => ({ id: `T${index}`, post: 'established', area: 'urban', ...unknown }));

  it.each([
    ['/entitlements/batch', 'results'],
    ['/budgets', 'failures'],
  ])('%s lists twenty thousand of them, and of every further entry the first', async (to, list) => {
    const entries = (await post(to, { year: 2025, teachers }))[list] as { errors: unknown[] }[];
    const counts = entries.map(({ errors }) => errors.length);
    expect(counts).toHaveLength(1000);
    expect(counts.slice(0, 222)).toEqual(Array(222).fill(90));
    expect(counts[222]).toBe(20);
    expect(counts.slice(223)).toEqual(Array(777).fill(1));
  });
});

describe('an id that occurs again', () => {
  it('is told also where the first entry was spoiled by its JSON', async () => {
    const twice = '{"id":"A","area":"urban","area":"urban","post":"established"}';
    const again = '{"id":"A","area":"urban","post":"established"}';
    const response = await createApp().request(`${path}/entitlements/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"year":2025,"teachers":[${twice},${again}]}`,
    });
    const { results } = (await response.json()) as { results: { errors: { pointer: string; code: string }[] }[] };
    expect(results.flatMap(({ errors }) => errors.map(({ pointer, code }) => `${pointer} ${code}`))).toEqual([
      '/teachers/0/area duplicate-key',
      '/teachers/1/id duplicate-id',
    ]);
  });
});

it('a budget with more groups than an answer can hold is refused', async () => {
  const teachers = Array.from({ length: 6000 }, (_, index) => ({
    id: `T${index}`,
    post: 'established',
    area: 'urban',
    school: `S${index}`,
  }));
  const response = await createApp().request(`${path}/budgets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ year: 2025, teachers, groupBy: ['school', 'month'] }),
  });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: [{ pointer: '/groupBy', code: 'too-many' }] });
});

it('faults of the JSON and of what it says are listed together', async () => {
  const response = await createApp().request(`${path}/entitlements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"year":2025,"year":2025,"teacher":{"id":"A","area":"x","school":{"__proto__":1}}}',
  });
  const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] };
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
    '/teacher/area unknown-value',
    '/teacher/post required',
    '/teacher/school wrong-type',
    '/teacher/school/__proto__ unknown-field',
    '/year duplicate-key',
  ]);
});
