import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../src/budget/dimensions.ts';
import { PeopleLedger } from '../../src/budget/people.ts';
import { groupPeople, type PeopleFilter, selectPeople } from '../../src/budget/select-people.ts';
import { Budget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import type { Placement } from '../../src/facts/placements.ts';
import { formatFen } from '../../src/money/fen.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { budgetRequestArbitrary } from '../reference/arbitraries.ts';
import { type ReferenceBudgetRequest, referenceBudget } from '../reference/budget.ts';
import { jinfengPolicy } from '../reference/jinfeng-policy.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(200, 20_000);
const timeout = 1_800_000;
const YEAR = 2025;

/** A budget, and what is kept of its people. */
function peopleOf({ teachers = [], ...request }: { readonly teachers?: readonly object[] }): {
  ledger: PeopleLedger;
  result: BudgetResult;
} {
  const read = readBudgetRequest(policy, request, { line: true });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const ledger = new PeopleLedger(policy.dictionary);
  const budget = new Budget(policy, read.value, WORDINGS.zh, undefined, ({ entitlement, count }) => ledger.add(entitlement, count));
  for (const teacher of teachers) budget.add(teacher);
  return { ledger, result: budget.close() };
}

/** The part of a budget that a group of it stands for. */
function filterOf(key: Readonly<Record<string, string | null>>): PeopleFilter {
  const { allowance, month, ...placed } = key;
  return {
    placed: placed as Partial<Record<Placement, string | null>>,
    ...(allowance && { allowance }),
    ...(month && { month: Number(month.slice(5)) - 1 }),
  };
}

describe('the people of a budget', () => {
  it('are in every group with the part that the reference finds there', { timeout }, () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, (request) => {
        const { ledger } = peopleOf(request as never);
        for (const { key, headcount, amount } of referenceBudget(jinfengPolicy, request as ReferenceBudgetRequest).groups) {
          const found = selectPeople(ledger, filterOf(key as never));
          expect([key, found.headcount, formatFen(found.amountFen)]).toEqual([key, headcount, amount]);
          expect(found.amountsFen.reduce((sum, fen) => sum + fen, 0n)).toBe(found.amountFen);
        }
      }),
      { numRuns: runs },
    );
  });

  it('make the groups of the reference again, also within a group', { timeout }, () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, (request) => {
        const [dimension, ...outer] = request.groupBy as Dimension[];
        if (!dimension) return;
        const { ledger } = peopleOf(request as never);
        const wanted = referenceBudget(jinfengPolicy, request as ReferenceBudgetRequest).groups.map(({ key, headcount, amount }) => {
          const { [dimension]: inner, ...rest } = key as Record<string, string | null>;
          return { inner, within: JSON.stringify(outer.map((name) => [name, rest[name]])), headcount, amount };
        });
        for (const within of new Set(wanted.map((one) => one.within))) {
          const groups = groupPeople(ledger, dimension, filterOf(Object.fromEntries(JSON.parse(within))));
          const found = groups.map(({ key: [inner], headcount, amountFen }) => ({
            inner: dimension === 'month' ? `${request.year}-${String(Number(inner) + 1).padStart(2, '0')}` : (inner ?? null),
            within,
            headcount,
            amount: formatFen(amountFen),
          }));
          const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).toSorted();
          expect(sorted(found)).toEqual(sorted(wanted.filter((one) => one.within === within)));
        }
      }),
      { numRuns: runs },
    );
  });

  it('are as many as a budget counts, in all and for whatever is missing', { timeout }, () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, (request) => {
        const { ledger, result } = peopleOf({ ...request, groupBy: [] } as never);
        const all = selectPeople(ledger, {});
        expect(all.headcount).toBe(result.headcount);
        expect(formatFen(all.personalFen)).toBe(result.personalTotal);
        expect(formatFen(all.institutionFen)).toBe(result.institutionTotal);
        expect(all.amountFen).toBe(all.personalFen + all.institutionFen);
        expect(selectPeople(ledger, { incomplete: true }).headcount).toBe(result.incomplete);
        for (const { headcount, ...lack } of result.missing)
          expect(selectPeople(ledger, { lack: lack as never }).headcount).toBe(headcount);
        expect(ledger.missingInputs).toHaveLength(result.missing.length);
      }),
      { numRuns: runs },
    );
  });
});

const MOVER = {
  id: 'A1',
  post: 'temporary',
  commute: 'near',
  school: '甲校',
  area: 'urban',
  changes: [{ from: '2025-09', school: '乙校', area: 'rural' }],
};

it('shows who moved in both places, each with its part', () => {
  const { ledger } = peopleOf({ year: YEAR, teachers: [MOVER] } as never);
  const part = (school: string | null) => {
    const { headcount, amountFen, personalFen, placementsOf } = selectPeople(ledger, { placed: { school } });
    return [headcount, amountFen, personalFen, headcount > 0 ? placementsOf(0).map(([name]) => name) : []];
  };
  // Worked example 3: 6 months of 180 + 300 in town, 4 of 330 + 300 in the country.
  expect(part('甲校')).toEqual([1, 288_000n, 540_000n, ['甲校']]);
  expect(part('乙校')).toEqual([1, 252_000n, 540_000n, ['乙校']]);
  expect(part(null)).toEqual([0, 0n, 0n, []]);
  expect(selectPeople(ledger, {}).placementsOf(0)).toEqual([
    ['甲校', null, 'urban', 'temporary'],
    ['乙校', null, 'rural', 'temporary'],
  ]);
});

it('counts a cohort as often as it has people, also beyond 2^53 fen', () => {
  const facts = { post: 'kindergarten-contract', area: 'rural', town: '良田镇', monthlySalary: '900000000000.00', commute: 'near' };
  const { ledger, result } = peopleOf({ year: YEAR, cohorts: [{ count: 1_000_000_000, facts }] } as never);
  const found = selectPeople(ledger, { placed: { area: 'rural' } });
  expect(found.headcount).toBe(1_000_000_000);
  expect(formatFen(found.amountFen)).toBe(result.personalTotal);
  expect(found.amountFen > 2n ** 53n).toBe(true);
});
