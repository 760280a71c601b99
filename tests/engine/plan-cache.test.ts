import { describe, expect, it } from 'vitest';
import { explainEntitlement } from '../../src/contract/teacher/entitlement.ts';
import { planFor } from '../../src/engine/plan-cache.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';

const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const settings = { year: 2025, readings: {}, parameters: {} };

/** The same policy as another object, of which no plan is known yet. */
const again = () => readPolicy(jinfeng.document, jinfeng.version, dictionary);

describe('plans that are kept', () => {
  it('serve whoever comes with the same settings, and no others', () => {
    const policy = again();
    const plan = planFor(policy, settings);
    expect(planFor(policy, { ...settings, readings: {}, parameters: {} })).toBe(plan);
    for (const other of [
      { ...settings, year: 2024 },
      { ...settings, readings: { 'payment-months': 'first-ten' } },
      { ...settings, parameters: { 'meal/rural': '360.00' } },
      { ...settings, parameters: { 'meal/rural': [{ from: '2025-07', value: '360.00' }] } },
    ]) {
      expect(planFor(policy, other)).not.toBe(plan);
      expect(planFor(policy, other).settings).toEqual(other);
    }
    expect(planFor(again(), settings)).not.toBe(plan);
  });

  it('repeat parameters in the order of the request', () => {
    const policy = again();
    const [one, other] = [
      { 'meal/rural': '1.00', 'meal/urban': '2.00' },
      { 'meal/urban': '2.00', 'meal/rural': '1.00' },
    ].map((parameters) => explainEntitlement(policy, { ...settings, parameters }, { id: 'T1', post: 'established' }, { language: 'zh' }));
    expect(Object.keys(one?.parameters ?? {})).toEqual(['meal/rural', 'meal/urban']);
    expect(Object.keys(other?.parameters ?? {})).toEqual(['meal/urban', 'meal/rural']);
  });

  it('are made anew for pay scales, places and growing rates', () => {
    const policy = again();
    const payScales = [{ id: 'S', from: '2025-01', steps: { '1': '1.00', '2': '2.00' } }];
    expect(planFor(policy, { ...settings, payScales })).not.toBe(planFor(policy, { ...settings, payScales }));
    expect(planFor(policy, { ...settings, places: { resettlement: [] } })).not.toBe(planFor(policy, settings));
  });

  it('are the ones used last, and not many', () => {
    const policy = again();
    const plan = planFor(policy, settings);
    const first = planFor(policy, { ...settings, year: 2000 });
    for (let year = 2026; year <= 2056; year++) {
      planFor(policy, { ...settings, year });
      expect(planFor(policy, settings)).toBe(plan);
    }
    expect(planFor(policy, { ...settings, year: 2000 })).not.toBe(first);
  });
});
