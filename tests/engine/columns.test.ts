import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/contract/wire/settings.ts';
import { planRun } from '../../src/engine/plan.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { AmountTooLargeError } from '../../src/words/amounts/too-large.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import {
  parametersArbitrary,
  placesArbitrary,
  readingsArbitrary,
  teacherArbitraryOf,
  teachersArbitrary,
} from '../reference/arbitraries.ts';
import { plainOrderArbitrary } from '../words/plain-policy.ts';
import { oneByOne, overColumns } from './column-agreement.ts';

const runs = randomRuns(250, 100_000);
const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;

describe('teachers in columns', () => {
  it(`come to what the engine finds one by one, under any reading and figure of a policy, in ${runs} runs`, { timeout: 600_000 }, () => {
    let counted = 0;
    fc.assert(
      fc.property(
        teachersArbitrary(2025, 6),
        readingsArbitrary,
        parametersArbitrary,
        placesArbitrary,
        (teachers, readings, parameters, places) => {
          const read = readSettings(jinfeng, { readings, parameters, ...(places && { places }) });
          if (read.value === null) throw new Error(JSON.stringify(read.issues));
          const plan = planRun(jinfeng, { year: 2025, ...read.value });
          const found = overColumns(plan, teachers);
          if (found === null) return;
          counted++;
          expect(found).toEqual(oneByOne(plan, teachers));
        },
      ),
      { numRuns: runs },
    );
    expect(counted).toBeGreaterThan(runs / 10);
  });

  it(`do so under random policies, in ${runs} runs`, { timeout: 600_000 }, () => {
    let counted = 0;
    fc.assert(
      fc.property(plainOrderArbitrary, ({ policy, settings, teachers }) => {
        const plan = planRun(policy, settings);
        const found = overColumns(plan, teachers);
        if (found === null) return;
        counted++;
        try {
          expect(found).toEqual(oneByOne(plan, teachers));
        } catch (error) {
          if (!(error instanceof AmountTooLargeError)) throw error;
        }
      }),
      { numRuns: runs },
    );
    if (!AMONG_FEW) expect(counted).toBeGreaterThan(runs / 50);
  });

  const MOST = '999999999999.99';
  const planWith = (parameters: Record<string, string>, readings: Record<string, string> = {}) => {
    const read = readSettings(jinfeng, { readings, parameters });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    return planRun(jinfeng, { year: 2025, ...read.value });
  };
  const flags = { principal: true, classTeacher: true, boardingSchool: true, townshipSchool: true };
  const flagged = (fen: string) => ({
    'principal/monthly': fen,
    'class-teacher/monthly': fen,
    'boarding/monthly': fen,
    'township/monthly': fen,
  });

  it.each(['21474836.47', '21474836.48', '21474836.49', '42949672.96', '90071992547.41', MOST])(
    'are exact where a rate, one given to the person and a tenth of one are %s yuan',
    (yuan) => {
      const plan = planWith({ 'meal/urban': yuan, 'meal/rural': yuan, ...flagged(yuan) });
      const people = [
        { id: 'a', post: 'established', area: 'urban', resettlement: true, payStepIncrement: yuan, ...flags },
        {
          id: 'b',
          post: 'kindergarten-contract',
          area: 'rural',
          resettlement: true,
          monthlySalary: yuan,
          changes: [{ from: '2025-06', ...flags }],
        },
      ];
      expect(overColumns(plan, people)).toEqual(oneByOne(plan, people));
    },
  );

  it('are exact where the sums of all pass 2^53 fen', () => {
    const plan = planWith({ 'meal/urban': MOST, ...flagged(MOST) });
    const people = Array.from({ length: 50 }, (_, at) => ({ id: `${at}`, post: 'established', area: 'urban', ...flags }));
    const found = overColumns(plan, people);
    expect(found?.byRow.some((fen) => fen > 2n ** 53n)).toBe(true);
    expect(found).toEqual(oneByOne(plan, people));
  });

  it('are left to the engine where the sum of one passes 2^53 fen, though that of no allowance and no month does', () => {
    const rates = { 'meal/urban': MOST, 'backbone/district/urban': MOST, 'master/district/urban': MOST, 'talent/high': MOST };
    const plan = planWith({ ...rates, ...flagged(MOST) });
    const skilled = {
      backboneLevel: 'district',
      assessment: 'passed',
      masterLevel: 'district',
      degree: 'doctorate',
      recruitedOn: '2025-03-01',
    };
    const most = { id: 'a', post: 'established', area: 'urban', resettlement: true, payStepIncrement: MOST, ...skilled, ...flags };
    expect(oneByOne(plan, [most]).people[0]?.personal).toBeGreaterThan(2n ** 53n);
    expect(overColumns(plan, [most])).toBeNull();
  });

  it.each([{}, { 'payment-months': 'first-ten', 'uplift-months': 'payment-months' }])(
    'come to the same where they are thousands, under %j',
    (readings) => {
      const plan = planWith(flagged('100.01'), readings);
      const people = fc.sample(teacherArbitraryOf(2025), { numRuns: randomRuns(6_000), seed: 1 });
      expect(overColumns(plan, people)).toEqual(oneByOne(plan, people));
    },
  );
});
