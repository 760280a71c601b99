import { describe, expect, it } from 'vitest';
import { targetCost } from '../../src/budget/target-cost.ts';
import { planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const YEARLY = { every: 'year', amount: { parameter: 'yearly' } };
const ONCE = { at: 'recruitedOn', amount: { parameter: 'once' } };

/** What ten people of an allowance cost a year, in yuan: at least and at most. */
function costOf(allowance: object, more: { stacking?: readonly object[]; head?: object; year?: number } = {}) {
  const document = documentOf({
    example: '',
    cases: [],
    policy: {
      months: { all: 'all', 'second-half': { except: [1, 2, 3, 4, 5, 6] }, 'first-ten': { first: 10 } } as never,
      parameters: {
        monthly: { unit: 'yuan', period: 'month', value: '100' },
        yearly: {
          unit: 'yuan',
          period: 'year',
          value: [
            { from: '2020-01', value: '1000' },
            { from: '2025-07', value: '1200' },
          ],
        },
        once: { unit: 'yuan', period: 'once', value: '3000' },
        awaited: { unit: 'yuan', period: 'month', value: null },
        most: { unit: 'yuan', period: 'year', value: '700' },
      },
      allowances: { other: { pays: { every: 'month', amount: { parameter: 'monthly' } } }, it: allowance },
      stacking: more.stacking ?? [],
    },
  });
  const policy = readPolicy({ ...document, ...more.head }, 'prices', dictionary);
  const plan = planRun(policy, { year: more.year ?? 2025, readings: {}, parameters: {} });
  const { leastFen, mostFen, awaited } = targetCost(plan, 'it', 10);
  return [leastFen === null ? null : Number(leastFen) / 1000, mostFen === null ? null : Number(mostFen) / 1000, ...awaited];
}

describe('a person of a target costs a year', () => {
  it.each<[string, object, (number | string | null)[]]>([
    ['twelve months of a monthly allowance', { pays: { every: 'month', amount: { parameter: 'monthly' } } }, [1200, 1200]],
    ['its first ten months', { pays: { every: 'month', amount: { parameter: 'monthly' } }, months: 'first-ten' }, [1000, 1000]],
    ['a yearly sum at the figure of the month in which it is due', { pays: YEARLY }, [1200, 1200]],
    ['a one-off that is granted in the year', { pays: ONCE }, [3000, 3000]],
    ['the one-off in a month of its own', { pays: ONCE, months: 'second-half' }, [3000, 3000]],
    ['the first instalment', { pays: { ...ONCE, shares: ['40', '60'] } }, [1200, 1200]],
    [
      'nothing that can be said while a figure is awaited',
      { pays: { every: 'month', amount: { parameter: 'awaited' } } },
      [null, null, 'awaited'],
    ],
    [
      'nothing that can be said where it rests on a number of the person',
      { pays: { every: 'month', amount: { fact: 'payStepIncrement' } } },
      [null, null],
    ],
    [
      'a range over whoever can be paid it',
      {
        when: { degree: { not: 'none' } },
        pays: {
          every: 'month',
          amount: {
            match: 'degree',
            amounts: {
              none: 'nothing',
              bachelor: 'nothing',
              masters: { parameter: 'monthly' },
              doctorate: { combine: 'sum', of: [{ parameter: 'monthly' }, { parameter: 'monthly' }] },
            },
          },
        },
      },
      [0, 2400],
    ],
  ])('%s', (_title, allowance, cost) => {
    expect(costOf(allowance)).toEqual(cost);
  });

  const MONTHLY = { pays: { every: 'month', amount: { parameter: 'monthly' } } };

  it('as if nothing else were paid in its place', () => {
    expect(costOf(MONTHLY, { stacking: [{ allowances: ['other', 'it'], keep: 'largest' }] })).toEqual([1200, 1200]);
  });

  it('all of the room of a cap, and no more', () => {
    expect(costOf(MONTHLY, { stacking: [{ allowances: ['other', 'it'], cap: { parameter: 'most' } }] })).toEqual([700, 700]);
  });

  it('the months in which the policy is in force, be it none', () => {
    const head = { effectiveFrom: '2025-10-01' };
    expect(costOf(MONTHLY, { head })).toEqual([300, 300]);
    expect(costOf({ pays: ONCE }, { head })).toEqual([3000, 3000]);
    for (const pays of [MONTHLY.pays, YEARLY, ONCE]) expect(costOf({ pays }, { head, year: 2024 })).toEqual([0, 0]);
  });
});
