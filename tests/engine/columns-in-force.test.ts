import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables } from '../../src/engine/columns/tables.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { teachersArbitrary } from '../reference/arbitraries.ts';
import { documentOf } from '../words/word-file.ts';
import { heldIn, oneByOne, overColumns } from './column-agreement.ts';

const runs = randomRuns(200, 20_000);
const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const planOf = (policy: Policy, year = 2025): Plan => planRun(policy, { year, readings: {}, parameters: {} });

function isHeld(plan: Plan): boolean {
  const layout = layOut([plan]);
  return layout !== null && compileTables(plan, layout) !== null;
}

/** A sum in force from May 2025 to October 2025, of a figure whose values begin as given. */
function fromMay(pays: string, values: readonly (readonly [from: string, value: string])[] = [['2025-05', '100']]): Plan {
  const period = pays.includes('recruitedOn') ? 'once' : pays.includes('year') ? 'year' : 'month';
  const document = documentOf({
    example: `{when: {assessment: [passed]}, pays: {${pays}, amount: {parameter: sum}}}`,
    parameters: { sum: { unit: 'yuan', period, value: values.map(([from, value]) => ({ from, value })) } },
    cases: [],
  });
  const dated = { ...document, effectiveFrom: '2025-05-01', effectiveTo: '2025-10-31' };
  return planOf(readPolicy(dated, 'words', dictionary));
}

const PASSED = { id: 'T1', assessment: 'passed' };

describe('tables, in a year in which a policy takes effect or ends', () => {
  it.each([...bundledPolicies])('hold %s in every year in which it is in force', (_id, policy) => {
    const plans = Array.from({ length: 10 }, (_, at) => planOf(policy, 2019 + at));
    const inForce = plans.filter(({ versions }) => versions[0].inForce !== 0);
    expect(inForce.length).toBeGreaterThan(0);
    expect(inForce.filter((plan) => !isHeld(plan))).toEqual([]);
  });

  it(`come to what the engine finds one by one, whatever the months are, in ${runs} runs`, { timeout: 600_000 }, () => {
    const month = fc.integer({ min: 1, max: 12 }).map((number) => `2025-${String(number).padStart(2, '0')}`);
    let held = 0;
    fc.assert(
      fc.property(fc.tuple(month, month), teachersArbitrary(2025, 6), ([a, b], teachers) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const dated = { ...jinfeng.document, effectiveFrom: `${from}-01`, effectiveTo: `${to}-28` };
        const plan = planOf(readPolicy(dated, 'dated', jinfeng.dictionary));
        const found = overColumns(plan, teachers);
        expect(found).not.toBeNull();
        held += heldIn(plan, teachers).length;
        expect(found).toEqual(oneByOne(plan, teachers));
      }),
      { numRuns: runs },
    );
    expect(held).toBeGreaterThan(runs / 2);
  });

  const month = 'every: month';

  it('read figures in its first month', () => {
    const plan = fromMay(month, [
      ['2025-05', '300'],
      ['2024-01', '100'],
    ]);
    const people = [PASSED, { ...PASSED, id: 'T2', assessment: 'failed', changes: [{ from: '2025-09', assessment: 'passed' }] }];
    expect(overColumns(plan, people)).toEqual(oneByOne(plan, people));
    expect(overColumns(plan, people)?.byRow).toEqual([240_000n]);
  });

  it('are not made of a figure that changes between its first and last months', () => {
    expect(isHeld(fromMay(month))).toBe(true);
    const changing = (from: string) =>
      fromMay(month, [
        [from, '300'],
        ['2024-01', '100'],
      ]);
    expect(['2025-03', '2025-05', '2025-06', '2025-10', '2025-11', '2025-12'].filter((from) => isHeld(changing(from)))).toEqual([
      '2025-05',
      '2025-11',
    ]);
  });

  it('leave to the engine who leaves where a yearly sum may be due later, and whose date falls in no month in force', () => {
    expect(heldIn(fromMay('every: year'), [{ ...PASSED, leftOn: '2025-03-10', arrivedOn: '2025-07-10' }, PASSED])).toEqual([PASSED]);
    const dated = (recruitedOn: string) => ({ ...PASSED, recruitedOn });
    const recruited = fromMay('at: recruitedOn');
    expect(heldIn(recruited, ['2025-04-30', '2025-05-01', '2025-10-31', '2025-11-01', '2024-01-01'].map(dated))).toEqual(
      ['2025-05-01', '2025-10-31', '2024-01-01'].map(dated),
    );
  });
});
