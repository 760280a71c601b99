import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import type { ProjectionResult } from '../../src/contract/budget/projection-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { budgetRequestArbitrary } from '../reference/arbitraries.ts';
import type { ReferenceBudgetRequest } from '../reference/budget.ts';
import { type ReferenceGrowth, referenceProjection } from '../reference/projection.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(150, 20_000);
const timeout = 1_800_000;

function budget(request: object, of = policy): BudgetResult {
  const read = readBudgetRequest(of, request);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeBudget(of, read.value, WORDINGS.zh);
}
function project(request: object, projection: object = {}): ProjectionResult {
  const { projection: result } = budget({ ...request, projection });
  if (!result) throw new Error('there is no projection');
  return result;
}

const growth = fc.oneof(
  fc.constantFrom('0', '1', '3.5', '-2', '-100', '100', '0.0001', '-0.0001', '12.3456'),
  fc
    .integer({ min: -300_000, max: 300_000 })
    .map((units) => `${units < 0 ? '-' : ''}${Math.floor(Math.abs(units) / 10_000)}.${String(Math.abs(units) % 10_000).padStart(4, '0')}`),
);
const some = (keys: readonly string[]) =>
  fc.option(
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.option(growth)), { selector: ([key]) => key, maxLength: 4 })
      .map(Object.fromEntries),
  );
const growthArbitrary: fc.Arbitrary<ReferenceGrowth> = fc.record({
  years: fc.constantFrom(1, 2, 3, 5, null),
  headcountGrowth: fc.option(growth),
  headcountGrowthByStage: some(['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special']),
  rateGrowth: fc.option(growth),
  rateGrowthByParameter: some([
    'meal',
    'transport',
    'backbone',
    'master',
    'studio/annual',
    'talent/high',
    'training/annual',
    'principal/monthly',
  ]),
}) as fc.Arbitrary<ReferenceGrowth>;
/** A rate of twelve digits can grow past the largest; that is a fault and a case of its own. */
const modest = budgetRequestArbitrary.filter(({ year, parameters }) => year <= 2095 && !/\d{9}/.test(JSON.stringify(parameters)));

const rural = { post: 'established', area: 'rural', commute: 'near' };
const fen = (amount: string) => BigInt(amount.replace('.', ''));
const sum = (amounts: readonly { amount: string }[]) => amounts.reduce((total, { amount }) => total + fen(amount), 0n);

describe('the years to come', () => {
  it('are three without growth where nothing else is said, and tell what they rest on', () => {
    const { byYear, ...assumed } = project({ year: 2025, cohorts: [{ count: 120, facts: { ...rural, stage: 'primary' } }] });
    expect(assumed).toEqual({ years: 3, headcountGrowth: '0', headcountGrowthByStage: {}, rateGrowth: '0', rateGrowthByParameter: {} });
    // 120 × (10 × 330 + 10 × 300), and 1,500,000 of training.
    expect(byYear.map(({ year, employed, headcount, total }) => [year, employed, headcount, total])).toEqual(
      [2026, 2027, 2028].map((year) => [year, 120, 120, '2256000.00']),
    );
  });

  it('a pocket calculator: 3% more people and 2% on every rate', () => {
    const { byYear } = project(
      { year: 2025, cohorts: [{ count: 120, facts: { ...rural, stage: 'primary' } }] },
      { years: 2, headcountGrowth: '3', rateGrowth: '2' },
    );
    // 120 × 1.03 = 123.6, so 124; meals 10 × 336.60, transport 10 × 306.00; training 1,530,000.
    expect(byYear[0]).toMatchObject({ headcount: 124, personalTotal: '796824.00', envelopeTotal: '1530000.00', total: '2326824.00' });
    // 120 × 1.0609 = 127.308, so 127; meals 10 × 343.33 (330 × 1.0404 = 343.332), transport 10 × 312.12; training 1,560,600.
    expect(byYear[1]).toMatchObject({ headcount: 127, personalTotal: '832421.50', envelopeTotal: '1560600.00', total: '2393021.50' });
  });

  it('stages are rounded together by the largest remainder', () => {
    const cohorts = ['kindergarten', 'primary', 'junior'].map((stage) => ({ count: 10, facts: { ...rural, stage } }));
    const { byYear } = project(
      { year: 2025, cohorts },
      { years: 1, headcountGrowth: '5', headcountGrowthByStage: { kindergarten: '-20' } },
    );
    // 8, 10.5 and 10.5 are 29 people: the half goes to the earlier stage.
    expect(byYear[0]?.byStage.map(({ stage, headcount }) => [stage, headcount])).toEqual([
      ['kindergarten', 8],
      ['primary', 11],
      ['junior', 10],
    ]);
  });

  it('leave out who has gone, and what was paid once at a date; a stage is that of the last month', () => {
    const teachers = [
      { id: 'gone', ...rural, stage: 'primary', employedTo: '2025-12' },
      { id: 'recruit', ...rural, stage: 'primary', degree: 'masters', recruitedOn: '2025-03-01' },
      { id: 'moving', ...rural, stage: 'primary', changes: [{ from: '2026-09', stage: 'junior' }] },
    ];
    const { byYear } = project({ year: 2025, teachers }, { years: 1 });
    expect(byYear[0]).toMatchObject({ employed: 2, headcount: 2, personalTotal: '12600.00' });
    expect(byYear[0]?.byStage).toEqual([
      { stage: 'primary', headcount: 1, amount: '6300.00' },
      { stage: 'junior', headcount: 1, amount: '6300.00' },
    ]);
  });

  it('are not complete where something is missing in one of them', () => {
    const { byYear } = project({ year: 2025, teachers: [{ id: 'a', ...rural, changes: [{ from: '2027-01', commute: null }] }] });
    expect(byYear.map(({ complete }) => complete)).toEqual([true, false, false]);
  });

  it('follow the policy that is in force then', () => {
    for (const one of bundledPolicies.values()) {
      const { byYear } = budget({ year: 2025, projection: {} }, one).projection as ProjectionResult;
      expect(byYear.map(({ warnings }) => warnings)).toEqual([2026, 2027, 2028].map((year) => budget({ year }, one).warnings));
    }
  });

  it('equal the reference to the fen', { timeout }, () => {
    fc.assert(
      fc.property(modest, growthArbitrary, (request, assumed) => {
        const { failed, projection } = budget({ ...request, projection: assumed });
        fc.pre(failed === 0);
        const years = projection?.byYear.map(({ year, employed, headcount, complete, total, byAllowance, byStage }) => {
          return {
            year,
            employed,
            headcount,
            complete,
            total,
            byAllowance: byAllowance.map(({ allowance, amount }) => ({ allowance, amount })),
            byStage,
          };
        });
        expect(years).toEqual(referenceProjection(request as ReferenceBudgetRequest, assumed));
      }),
      { numRuns: runs },
    );
  });

  it('sum to their totals, and without growth are the budgets of those years', { timeout }, () => {
    fc.assert(
      fc.property(modest, growthArbitrary, (request, assumed) => {
        const { byYear } = project(request, assumed);
        for (const { total, personalTotal, institutionTotal, envelopeTotal, byAllowance, byStage, headcount } of byYear) {
          const people = fen(personalTotal) + fen(institutionTotal);
          expect(people + fen(envelopeTotal)).toBe(fen(total));
          expect(sum(byAllowance)).toBe(people);
          expect(sum(byStage)).toBe(people);
          expect(byStage.reduce((heads, one) => heads + one.headcount, 0)).toBe(headcount);
        }
        for (const still of project(request, { years: 2 }).byYear) {
          const then = budget({ ...request, year: still.year });
          const { total, personalTotal, institutionTotal, envelopeTotal } = then;
          expect(still).toMatchObject({ total, personalTotal, institutionTotal, envelopeTotal });
          expect(still.byAllowance).toEqual(then.byAllowance.map(({ headcount: _, ...rest }) => rest));
        }
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  it('do not change the budget itself', { timeout }, () => {
    fc.assert(
      fc.property(modest, growthArbitrary, (request, assumed) => {
        const { projection: _, ...result } = budget({ ...request, projection: assumed });
        expect(result).toEqual(budget(request));
      }),
      { numRuns: Math.ceil(runs / 6) },
    );
  });
});
