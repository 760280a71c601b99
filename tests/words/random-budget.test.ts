import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { expectBudget } from '../budget/expect-budget.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import { type ReferenceBudgetRequest, referenceBudget } from '../reference/budget.ts';
import type { GroupBy } from '../reference/budget-groups.ts';
import type { Document } from '../reference/words.ts';
import { policyOf } from '../reference/words-policy.ts';
import { crowdArbitrary, orderArbitrary, peopleArbitrary, rulesArbitrary } from './random-people.ts';

const runs = randomRuns(100, 20_000);

const groupNames: readonly GroupBy[] = ['school', 'area', 'stage', 'post', 'allowance', 'month'];

function scenariosArbitrary(year: number) {
  const scenario = fc.tuple(fc.constantFrom('s1', 's2', 's3'), rulesArbitrary(year)).map(([id, rules]) => ({ id, ...rules }));
  return fc.uniqueArray(scenario, { selector: ({ id }) => id, maxLength: 2 });
}

const orders = orderArbitrary((year) =>
  fc.record({
    teachers: peopleArbitrary(year, 5),
    cohorts: fc.array(crowdArbitrary(year), { maxLength: 2 }),
    groupBy: fc.shuffledSubarray([...groupNames]),
    scenarios: scenariosArbitrary(year),
    sensitivity: fc.boolean(),
  }),
);

function budget(document: unknown, request: ReferenceBudgetRequest): BudgetResult {
  const policy = readPolicy(policySchema.parse(document), 'random', dictionary);
  const read = readBudgetRequest(policy, request);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeBudget(policy, read.value, WORDINGS.zh);
}

describe('budgets of random policies', () => {
  it(`equal the reference to the fen in every figure, on ${runs} random policies and people`, { timeout: 1_800_000 }, () => {
    const seen = {
      failures: 0,
      awaited: 0,
      codes: 0,
      gaining: 0,
      losing: 0,
      sensitive: 0,
      envelopes: 0,
      groups: 0,
      notes: 0,
      owed: 0,
      open: 0,
      apart: 0,
      borne: 0,
      below: 0,
      hidden: 0,
      unfit: 0,
    };
    fc.assert(
      fc.property(orders, ({ year, document, rules, payScales, more }) => {
        const request: ReferenceBudgetRequest = { year, ...rules, payScales, ...more };
        const result = budget(document, request);
        expectBudget(result, referenceBudget(policyOf(document as Document), request));
        seen.failures += result.failures.length;
        seen.awaited += result.awaited.filter(({ headcount }) => headcount > 0).length;
        seen.codes += result.byBudgetCode.length > 1 ? 1 : 0;
        seen.gaining += result.scenarios.filter(({ gaining }) => gaining > 0).length;
        seen.losing += result.scenarios.filter(({ losing }) => losing > 0).length;
        seen.sensitive += result.sensitivity.filter(({ difference }) => difference !== '0.00').length;
        seen.envelopes += result.envelopeTotal === '0.00' ? 0 : 1;
        seen.notes += result.warnings.filter(({ headcount = 0 }) => headcount > 1).length;
        seen.owed += result.repayments.amount === '0.00' ? 0 : 1;
        const sources = result.funding.flatMap(({ sources: all }) => all);
        seen.borne += sources.filter(({ amount }) => amount !== null && amount !== '0.00').length;
        seen.below += sources.filter((one) => one.sources?.some(({ amount }) => amount !== null && amount !== '0.00')).length;
        seen.hidden += sources.filter(({ amount }) => amount === null).length;
        seen.unfit += result.warnings.filter(({ code }) => code === 'shares-not-whole').length;
        seen.open += result.open?.headcount ?? 0;
        seen.apart += result.open && result.open.least !== result.open.most ? 1 : 0;
        seen.groups += result.groups.length > 3 ? 1 : 0;
      }),
      { numRuns: runs },
    );
    if (!AMONG_FEW) for (const [name, times] of Object.entries(seen)) expect(times, name).toBeGreaterThan(0);
  });
});
