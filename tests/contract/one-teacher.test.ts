import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntitlementOrder } from '../../src/contract/teacher/entitlement.ts';
import { readOneTeacher } from '../../src/contract/teacher/one-teacher.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { requestArbitrary } from '../reference/arbitraries.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(1_500, 100_000);

/** As the request comes: JSON, which has neither `undefined` nor a minus before nought. */
const requests = requestArbitrary.map((request) => JSON.parse(JSON.stringify(request)) as Record<string, unknown>);

/** What people and programs write where they should not, and some of what they may. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, 1999, 2000, 2100, 2101, 2025.5, 1e300, '2025', '', [], [{}], {}, { id: 'T1' }),
  fc.constantFrom<unknown>({ 'payment-months': 'first-ten' }, { 'payment-months': null }, { 'payment-months': 'never' }, { unheard: 'of' }),
  fc.constantFrom<unknown>(
    { 'meal/rural': '360.00' },
    { 'meal/rural': null },
    { 'meal/rural': 360 },
    { 'meal/rural': '-1' },
    { meal: '1' },
  ),
  fc.constantFrom<unknown>({ 'meal/rural': [{ from: '2025-07', value: '360' }] }, { 'studio/host-share': '101' }),
  fc.jsonValue(),
);
const keys = fc.constantFrom('year', 'teacher', 'readings', 'parameters', 'payScales', 'places', 'policy', '__proto__', 'toString');

const spoiled = fc.tuple(requests, fc.array(fc.tuple(keys, odd, fc.boolean()), { minLength: 1, maxLength: 2 })).map(([request, faults]) => {
  for (const [key, value, absent] of faults) {
    if (absent) delete request[key];
    else Object.defineProperty(request, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return request as unknown;
});

function expected(body: unknown) {
  const { value, issues } = readEntitlementOrder(policy, body);
  if (value === null) return { value, issues };
  const { teacher, ...order } = value;
  return { value: { id: teacher.id, teacher: encodeTeacher(policy.dictionary, teacher), ...order }, issues };
}

describe('a request for one teacher', () => {
  it('is read to the same without its schema as with it', () => {
    fc.assert(
      fc.property(requests, (body) => {
        const read = readOneTeacher(policy, body);
        expect(read.issues).toEqual([]);
        expect(read).toEqual(expected(body));
      }),
      { numRuns: runs },
    );
  });

  it('has the same faults in the same order, where it has some', () => {
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: spoiled }, { weight: 1, arbitrary: odd }), (body) => {
        const read = readOneTeacher(policy, body);
        expect(read).toEqual(expected(body));
        seen[read.value === null ? 'bad' : 'good']++;
      }),
      { numRuns: runs },
    );
    expect(seen.good).toBeGreaterThan(runs / 20);
    expect(seen.bad).toBeGreaterThan(runs / 4);
  });
});
