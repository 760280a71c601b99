import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { budgetRequestArbitrary, cohortArbitrary, teachersArbitrary } from '../reference/arbitraries.ts';
import { type ReferenceBudgetRequest, referenceBudget } from '../reference/budget.ts';
import { jinfengPolicy } from '../reference/jinfeng-policy.ts';
import { expectBudget } from './expect-budget.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(300, 50_000);
const timeout = 1_800_000;

function budget(request: object): BudgetResult {
  const read = readBudgetRequest(policy, request);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeBudget(policy, read.value, WORDINGS.zh);
}

const fen = (amount: string) => BigInt(amount.replace('.', ''));
const sum = (amounts: readonly { amount: string }[]) => amounts.reduce((total, { amount }) => total + fen(amount), 0n);

describe('a budget', () => {
  it('equals the reference to the fen, in every breakdown', { timeout }, () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, (request) => {
        expectBudget(budget(request), referenceBudget(jinfengPolicy, request as ReferenceBudgetRequest));
      }),
      { numRuns: runs },
    );
  });

  it('sums to its total in every breakdown', { timeout }, () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, (request) => {
        const result = budget({ ...request, groupBy: ['school', 'stage', 'month', 'allowance'], sensitivity: true });
        const people = fen(result.personalTotal) + fen(result.institutionTotal);
        expect(people + fen(result.envelopeTotal)).toBe(fen(result.total));
        for (const breakdown of [result.byAllowance, result.byMonth, result.byBudgetCode, result.groups])
          expect(sum(breakdown)).toBe(people);
        for (const { total, difference } of result.sensitivity) expect(fen(total) - fen(result.total)).toBe(fen(difference));
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('does not depend on the order of the teachers', { timeout }, () => {
    fc.assert(
      fc.property(teachersArbitrary(), (teachers) => {
        const request = { year: 2025, groupBy: ['school', 'area', 'post'] };
        const { failures: _, ...forth } = budget({ ...request, teachers });
        const { failures: __, ...back } = budget({ ...request, teachers: teachers.toReversed() });
        expect(back).toEqual(forth);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('of a cohort of n is that of n teachers', { timeout }, () => {
    const count = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(cohortArbitrary(), count, ({ facts }, n) => {
        const request = {
          year: 2025,
          groupBy: ['area', 'month'],
          scenarios: [{ id: 'larger', readings: { 'backbone-and-master': 'larger' } }],
        };
        const cohort = budget({ ...request, cohorts: [{ count: n, facts }] });
        const teachers = budget({ ...request, teachers: Array.from({ length: n }, (_, index) => ({ ...facts, id: `T${index}` })) });
        expect(cohort).toEqual(teachers);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  it('of a scenario is the budget under its settings, and its people are sorted out', { timeout }, () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, budgetRequestArbitrary, (request, other) => {
        const overlay = { readings: other.readings ?? {}, parameters: other.parameters ?? {}, places: other.places };
        const result = budget({ ...request, scenarios: [{ id: 'other', ...overlay }] });
        const [scenario] = result.scenarios;
        const alone = budget({
          ...request,
          readings: { ...request.readings, ...overlay.readings },
          parameters: { ...request.parameters, ...overlay.parameters },
          places: overlay.places ?? request.places,
        });
        expect(scenario?.total).toBe(alone.total);
        expect(scenario?.byAllowance.map(({ amount }) => amount)).toEqual(alone.byAllowance.map(({ amount }) => amount));
        expect((scenario?.gaining ?? 0) + (scenario?.losing ?? 0) + (scenario?.unchanged ?? 0)).toBe(result.headcount);
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  });
});
