import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Variants } from '../../src/budget/variants.ts';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import { planRun } from '../../src/engine/plan.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
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

describe('another plan for many people', () => {
  const master = { post: 'temporary', area: 'urban', commute: 'near', masterLevel: 'district', assessment: 'passed' };
  const { assessment: _, ...unassessed } = master;
  const flags = { principal: true, classTeacher: true, boardingSchool: true, townshipSchool: true };
  const flagged = ['principal/monthly', 'class-teacher/monthly', 'boarding/monthly', 'township/monthly'];
  const figures = ['meal/urban', 'master/district/urban', 'transport/near', ...flagged];
  const large = Object.fromEntries(figures.map((figure) => [figure, '999999999999.99']));

  /** What 600 masters come to who must be assessed, one of whom at some place is another. */
  function figuresOf(at: number, other: Record<string, unknown>, parameters: Record<string, unknown> = {}) {
    const read = readSettings(policy, { readings: { 'master-assessment': 'required' }, parameters });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const variants = new Variants([planRun(policy, { year: 2025, ...read.value })], 0);
    const reader = new TeacherReader(policy.dictionary, policy.document.requires, variants.packing);
    for (let place = 0; place < 600; place++) {
      expect(reader.read({ ...(place === at ? other : master), id: `P${place}` })).toBe(true);
      const teacher = reader.toTeacher();
      variants.add(teacher, variants.judge(teacher, reader), 1, 0n, reader);
    }
    return variants.close()[0];
  }

  it.each([
    ['the first', 0],
    ['one after some hundred', 400],
    ['the last', 599],
  ])('is incomplete where something is missing of %s', (_title, at) => {
    expect(figuresOf(at, master)?.isComplete).toBe(true);
    expect(figuresOf(at, unassessed)?.isComplete).toBe(false);
  });

  it('is so too, and adds up, where one comes to more than numbers hold', () => {
    const found = figuresOf(400, { ...master, ...flags }, large);
    // Meals, transport and the award in ten months; one has four more figures, in twelve.
    const months = 600n * 3n * 10n + 4n * 12n;
    expect(found).toMatchObject({ personalFen: months * 99_999_999_999_999n, gaining: 600, losing: 0, unchanged: 0, isComplete: true });
    expect(figuresOf(400, { ...unassessed, ...flags }, large)?.isComplete).toBe(false);
  });
});
