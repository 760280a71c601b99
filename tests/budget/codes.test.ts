import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { budgetRequestArbitrary } from '../reference/arbitraries.ts';
import type { ReferenceBudgetRequest } from '../reference/budget.ts';
import { factsByMonth } from '../reference/facts.ts';
import { Exact } from '../reference/figures.ts';
import { allowances, referenceEntitlement } from '../reference/jinfeng.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;

function budget(request: object): BudgetResult {
  const read = readBudgetRequest(policy, request);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeBudget(policy, read.value, WORDINGS.zh);
}

/** The codes of the document of the design: meals, performance pay and running costs apart from allowances; temporary staff whatever the item. */
const ECONOMIC: Readonly<Record<string, string>> = { meal: '30106', boarding: '30107', 'studio-running': '302' };
const FUNCTIONAL: Readonly<Record<string, string>> = { kindergarten: '2050201', primary: '2050202', junior: '2050203', senior: '2050204' };

interface OwnCodes {
  readonly allowances?: Readonly<Record<string, string>>;
  readonly exceptions?: { readonly temporary?: string };
  readonly functional?: Readonly<Record<string, string>>;
}

/** The amounts by code, worked out person by person and month by month. */
function referenceCodes(request: ReferenceBudgetRequest, own: OwnCodes): string[] {
  const { year, teachers = [], cohorts = [], readings = {}, parameters = {}, places } = request;
  const sums = new Map<string, InstanceType<typeof Exact>>();
  for (const { count, facts } of [...teachers.map((teacher) => ({ count: 1, facts: teacher })), ...cohorts]) {
    const { lines } = referenceEntitlement({ year, teacher: facts, readings, parameters, places });
    for (const { month, stage, post } of factsByMonth(year, facts, places?.resettlement)) {
      for (const { allowance, byMonth } of lines) {
        const temporary = post === 'temporary' && allowance !== 'studio-running';
        const economic = temporary
          ? (own.exceptions?.temporary ?? '30199')
          : (own.allowances?.[allowance] ?? ECONOMIC[allowance] ?? '30102');
        const functional = stage === null ? null : (own.functional?.[stage] ?? FUNCTIONAL[stage] ?? null);
        const amount = byMonth.find((one) => one.month === month)?.amount ?? '0.00';
        const key = JSON.stringify([economic, functional]);
        sums.set(key, (sums.get(key) ?? new Exact(0)).plus(new Exact(amount).times(count)));
      }
    }
  }
  return [...sums].flatMap(([key, sum]) => (sum.isZero() ? [] : [`${key} ${sum.toFixed(2)}`])).toSorted();
}

const listed = ({ byBudgetCode }: BudgetResult) =>
  byBudgetCode.map(({ economic, functional, amount }) => `${JSON.stringify([economic, functional])} ${amount}`).toSorted();

const economicCode = fc.constantFrom('301', '302', '30101', '30102', '30106', '30199', '30305');
const functionalCode = fc.constantFrom('205', '20502', '2050202', '2050299', '2050302', '2050701');
const some = (names: readonly string[], code: fc.Arbitrary<string>) =>
  fc.subarray([...names]).chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, code]))));
const ownCodes: fc.Arbitrary<OwnCodes> = fc.record(
  {
    allowances: some(allowances, economicCode),
    exceptions: some(['temporary'], economicCode),
    functional: some(['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'], functionalCode),
  },
  { requiredKeys: [] },
);

describe('the budget classification', () => {
  it('adds up by the codes in effect, ours or those of the run', () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, fc.option(ownCodes), (request, own) => {
        const result = budget({ ...request, budgetCodes: own });
        expect(listed(result)).toEqual(referenceCodes(request as ReferenceBudgetRequest, own ?? {}));
      }),
      { numRuns: randomRuns(100, 10_000) },
    );
  });

  it('repeats what was set, and nothing where nothing was', () => {
    const codes = { allowances: { meal: '30101', transport: null }, functional: { special: '2050701' } };
    expect(budget({ year: 2025, budgetCodes: codes }).budgetCodes).toEqual({
      allowances: { meal: '30101' },
      functional: { special: '2050701' },
    });
    expect(budget({ year: 2025, budgetCodes: { allowances: {}, exceptions: null } })).not.toHaveProperty('budgetCodes');
  });

  it('changes no sum', () => {
    const cohorts = [{ count: 3, facts: { post: 'established', area: 'urban', stage: 'primary', commute: 'near' } }];
    const { byBudgetCode: _, budgetCodes: __, ...own } = budget({ year: 2025, cohorts, budgetCodes: { allowances: { meal: '302' } } });
    const { byBudgetCode: ___, ...ours } = budget({ year: 2025, cohorts });
    expect(own).toEqual(ours);
  });
});
