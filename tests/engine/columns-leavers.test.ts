import { describe, expect, it } from 'vitest';
import { planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';
import { heldIn, oneByOne, overColumns } from './column-agreement.ts';

/** A sum for those who passed, due in these months. */
function planWith(every: 'month' | 'year', months: object | 'all') {
  const document = documentOf({
    example: `allowances: {it: {when: {assessment: [passed]}, pays: {every: ${every}, amount: {parameter: sum}}, months: some}}`,
    policy: { months: { some: months as object } },
    parameters: { sum: { unit: 'yuan', period: every, value: '100' } },
    cases: [],
  });
  return planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });
}

const june = planWith('year', { only: [6, 9] });
const PASSED = { id: 'T1', assessment: 'passed' };

describe('whoever leaves', () => {
  it.each([
    ['in January', { leftOn: '2025-01-10' }],
    ['in December', { leftOn: '2025-12-31' }],
    ['by the months', { employedTo: '2025-05' }],
    ['and comes back', { leftOn: '2025-03-10', arrivedOn: '2025-07-10' }],
    ['and comes back in another year', { leftOn: '2025-03-10', arrivedOn: '2026-02-10' }],
  ])('%s is left to the engine where a yearly sum may be due later', (_title, dates) => {
    expect(heldIn(june, [{ ...PASSED, ...dates }])).toEqual([]);
    expect(heldIn(planWith('month', { only: [6, 9] }), [{ ...PASSED, ...dates }])).toHaveLength(1);
    expect(heldIn(planWith('year', 'all'), [{ ...PASSED, ...dates }])).toHaveLength(1);
  });

  it.each([
    ['stays', {}],
    ['came', { arrivedOn: '2025-03-10' }],
    ['left last year', { leftOn: '2024-12-31' }],
    ['leaves next year', { leftOn: '2026-01-01' }],
    ['came back from an absence that began last year', { leftOn: '2024-12-10', arrivedOn: '2025-07-10' }],
    ['leaves next year and comes back', { leftOn: '2026-01-10', arrivedOn: '2026-07-10' }],
  ])('not in the year, who %s, stands in columns', (_title, dates) => {
    const people = [{ ...PASSED, ...dates }];
    expect(heldIn(june, people)).toEqual(people);
    expect(overColumns(june, people)).toEqual(oneByOne(june, people));
  });
});

describe('whoever may owe something', () => {
  const document = documentOf({
    example: `{allowances: {it: {when: {assessment: [passed]}, pays: {at: recruitedOn, amount: {parameter: sum}}}}, claims: {back: {at: leftOn, service: {from: recruitedOn, years: 5}, owes: {paid: it}}, fine: {at: teachingSince, owes: {parameter: sum}}}}`,
    policy: { parameters: { sum: { unit: 'yuan', period: 'once', value: '100' } } },
    cases: [],
  });
  const plan = planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });
  const recruit = { ...PASSED, recruitedOn: '2025-03-15', teachingSince: '2020-09-01' };

  it.each([
    ['leaves in the year', { leftOn: '2025-09-10' }],
    ['leaves by the months', { employedTo: '2025-09' }],
    ['came back once', { leftOn: '2020-03-10', arrivedOn: '2020-07-10' }],
    ['has a date of the year', { teachingSince: '2025-02-01' }],
    ['has no such date', { teachingSince: null }],
  ])('and %s is left to the engine', (_title, dates) => {
    expect(heldIn(plan, [{ ...recruit, ...dates }])).toEqual([]);
  });

  it.each([
    ['stays', {}],
    ['leaves next year', { leftOn: '2026-01-10' }],
  ])('but %s stands in columns', (_title, dates) => {
    const people = [{ ...recruit, ...dates }];
    expect(heldIn(plan, people)).toEqual(people);
    expect(overColumns(plan, people)).toEqual(oneByOne(plan, people));
  });
});
