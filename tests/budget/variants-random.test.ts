import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { parametersArbitrary, readingsArbitrary, teacherArbitraryOf } from '../reference/arbitraries.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(1, 200);
const PEOPLE = 4_400;

const order = fc.record({
  kinds: fc.array(teacherArbitraryOf(2025), { minLength: 40, maxLength: 60 }),
  readings: readingsArbitrary,
  parameters: parametersArbitrary,
  scenarios: fc.array(fc.record({ readings: readingsArbitrary, parameters: parametersArbitrary }), { minLength: 1, maxLength: 4 }),
});

function compute(body: object): BudgetResult {
  const read = readBudgetRequest(policy, body);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeBudget(policy, read.value, WORDINGS.zh);
}

const fen = (amount: string | null | undefined) => BigInt((amount ?? '0.00').replace('.', ''));

/** What many people come to beside the baseline, so that it can be added up. */
function beside({ failed, headcount, scenarios, sensitivity }: BudgetResult) {
  const numbers = new Map<string, bigint>([
    ['failed', BigInt(failed)],
    ['headcount', BigInt(headcount)],
  ]);
  // Not the difference in all: an envelope that a scenario changes counts once, however many people there are.
  for (const { id, byAllowance, gaining, losing, unchanged } of scenarios) {
    for (const count of Object.entries({ gaining, losing, unchanged })) numbers.set(`${id} ${count[0]}`, BigInt(count[1]));
    for (const { allowance, amount } of byAllowance) numbers.set(`${id} ${allowance}`, fen(amount));
  }
  for (const { reading, option, difference } of sensitivity) numbers.set(`${reading} ${option}`, fen(difference));
  return numbers;
}

describe('scenarios and readings over many people', () => {
  it(`come to the same as over few at a time, ${PEOPLE} people in ${runs} runs`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(order, ({ kinds, scenarios, ...settings }) => {
        const teachers = Array.from({ length: PEOPLE }, (_, at) => ({ ...kinds[at % kinds.length], id: `P${at}` }));
        const body = { year: 2025, ...settings, scenarios: scenarios.map((one, at) => ({ ...one, id: `s${at}` })), sensitivity: true };
        const sum = new Map<string, bigint>();
        // So few that no tables are made for them.
        for (let from = 0; from < PEOPLE; from += 250) {
          for (const [name, count] of beside(compute({ ...body, teachers: teachers.slice(from, from + 250) })))
            sum.set(name, (sum.get(name) ?? 0n) + count);
        }
        expect(beside(compute({ ...body, teachers }))).toEqual(sum);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
