import { describe, expect, it } from 'vitest';
import { explainEntitlement } from '../../src/contract/teacher/entitlement.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { followPredecessors } from '../../src/policy/succession.ts';

const { document } = bundledPolicies.get('jinfeng-2021') as Policy;
const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };
const COMMON = { title: said, payee: 'teacher', economicCode: '30102', clause, when: 'always', months: 'every' };

/** A policy that supersedes Jinfeng's from a day on, with some allowances of its own. */
function successor(from: string, allowances: Readonly<Record<string, object>>, rest: object = {}): Policy {
  const head = { id: 'next', title: said, documentNumber: null, issuer: said, issuedOn: null, effectiveFrom: from };
  const next = policySchema.parse({
    ...head,
    supersedes: 'jinfeng-2021',
    source: { file: 'source.txt' },
    requires: [],
    months: { every: 'all', december: { only: [12] }, ten: { first: 10 } },
    parameters: {
      sum: { unit: 'yuan', period: 'once', clause, value: '70000' },
      award: { unit: 'yuan', period: 'year', clause, value: '3000' },
      rate: { unit: 'yuan', period: 'month', clause, value: '500' },
    },
    allowances: Object.fromEntries(Object.entries(allowances).map(([id, node]) => [id, { ...COMMON, ...node }])),
    ...rest,
  }) as PolicyDocument;
  return followPredecessors(readPolicy(next, 'v2', dictionary), dictionary, (id) => bundledPolicies.get(id));
}

const explain = (policy: Policy, year: number, facts: object) =>
  explainEntitlement(
    policy,
    { year, readings: {}, parameters: {} },
    { id: 'T', post: 'established', area: 'urban', ...facts } as TeacherRecord,
    {
      language: 'zh',
    },
  );

describe('two policies in a year that pay an allowance in different ways', () => {
  it('are told: a yearly sum, so many months or an instalment may be paid twice or not at all', () => {
    const award = { pays: { every: 'year', amount: { parameter: 'award' } }, months: 'december' };
    const meal = { pays: { every: 'month', amount: { parameter: 'rate' } }, months: 'ten' };
    const grant = { pays: { at: 'recruitedOn', amount: { parameter: 'sum' }, shares: ['40', '30', '30'] } };
    const policy = successor('2025-06-10', { 'studio-host': award, meal, talent: grant });
    const changed = ['studio-host', 'meal', 'talent'].map((allowance) => ({ code: 'rhythm-changes', allowance }));
    expect(explain(policy, 2025, {}).warnings).toEqual(expect.arrayContaining(changed));
    expect(explain(policy, 2026, {}).warnings).toEqual([]);
  });

  it('are not where only an amount is another', () => {
    const same = successor('2025-06-10', { meal: { pays: { every: 'month', amount: { parameter: 'rate' } } } });
    expect(explain(same, 2025, {}).warnings).toEqual([]);
    expect(document.allowances.meal?.months).toBeDefined();
  });
});

describe('an allowance that the later of two versions has from a month of its own', () => {
  const meal = { from: '2025-09', pays: { every: 'month', amount: { parameter: 'rate' } } };
  const policy = successor('2025-06-10', { meal, fuel: { ...meal, to: '2025-10', months: 'ten' } });
  const paid = (id: string, facts: object = {}) =>
    explain(policy, 2025, facts).lines.find(({ allowance, policy: by }) => allowance === id && by === undefined);

  it('is paid from then on, and until then nobody waits for it', () => {
    expect(paid('meal')).toMatchObject({ amount: '2000.00' });
    expect(paid('fuel')).toMatchObject({ amount: '1000.00' });
    const left = explain(policy, 2025, { employedTo: '2025-07' });
    expect(left.declined).toContainEqual(expect.objectContaining({ allowance: 'fuel', code: 'not-in-force' }));
  });
});

describe('a one-off of a date before the policy that pays its instalments', () => {
  const grant = {
    pays: { at: 'recruitedOn', amount: { parameter: 'sum' }, shares: ['40', '30', '30'] },
  };
  const policy = successor('2025-06-10', { talent: grant });
  const told = { code: 'granted-before', allowance: 'talent' };

  it('is told in each year in which one is paid', () => {
    const facts = { degree: 'masters', recruitedOn: '2024-07-15' };
    expect(explain(policy, 2025, facts).warnings).toContainEqual(told);
    expect(explain(policy, 2026, facts)).toMatchObject({ warnings: [told], personalTotal: '21000.00' });
    expect(explain(policy, 2027, facts).warnings).toEqual([]);
  });

  it('is not of a date under the policy itself', () => {
    expect(explain(policy, 2026, { degree: 'masters', recruitedOn: '2025-07-15' }).warnings).toEqual([]);
  });
});

describe('a limit of a later policy that takes all of an allowance', () => {
  it('leaves a line of 0.00 that says so', () => {
    const meal = { pays: { every: 'month', amount: { parameter: 'rate' } } };
    const policy = successor('2025-07-01', { meal }, { stacking: [{ allowances: ['meal'], cap: { parameter: 'award' } }] });
    const { lines, warnings } = explain(policy, 2025, { area: 'rural' });
    // 330 × 6 under the first; of the 3,000 of the second, what it would have paid until June left nothing
    expect(lines.filter(({ allowance }) => allowance === 'meal').map(({ amount }) => amount)).toEqual(['0.00', '1980.00']);
    expect(warnings).toContainEqual({ code: 'capped', allowance: 'meal' });
  });
});
