import { describe, expect, it } from 'vitest';
import { planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';
import { heldIn, oneByOne, overColumns } from './column-agreement.ts';

/** A sum paid at a date. */
function paidAt(date: string) {
  const document = documentOf({
    example: `pays: {at: ${date}, amount: {parameter: sum}}`,
    parameters: { sum: { unit: 'yuan', period: 'once', value: '100' } },
    cases: [],
  });
  return planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });
}

const recruited = paidAt('recruitedOn');
const person = (facts: object) => ({ id: 'T1', ...facts });

describe('somebody with a date at which a sum is paid', () => {
  it.each([
    ['that is blank, which says that it never was', { recruitedOn: null }],
    ['in the year', { recruitedOn: '2025-06-10' }],
    ['in its first month', { recruitedOn: '2025-01-01' }],
    ['in its last month', { recruitedOn: '2025-12-31' }],
    ['in the year before', { recruitedOn: '2024-12-31' }],
    ['in the year after', { recruitedOn: '2026-01-01' }],
    ['long before', { recruitedOn: '2022-05-01' }],
    ['long after', { recruitedOn: '2027-09-01' }],
    ['out of the year, though not employed in the month of that name', { recruitedOn: '2024-01-10', employedFrom: '2025-03' }],
    ['in the year, who changes otherwise', { recruitedOn: '2025-06-10', changes: [{ from: '2025-03', area: 'rural' }] }],
  ])('%s stands in columns', (_title, facts) => {
    const people = [person(facts)];
    expect(heldIn(recruited, people)).toEqual(people);
    expect(overColumns(recruited, people)).toEqual(oneByOne(recruited, people));
  });

  it.each([
    ['in January, who is employed later', { recruitedOn: '2025-01-10', employedFrom: '2025-03' }],
    ['in December, who left before', { recruitedOn: '2025-12-10', employedTo: '2025-10' }],
    ['who is not on the payroll', { recruitedOn: '2025-06-10', onPayroll: false }],
    ['who goes off the payroll', { recruitedOn: '2025-06-10', changes: [{ from: '2025-09', onPayroll: false }] }],
  ])('%s is left to the engine', (_title, facts) => {
    expect(heldIn(recruited, [person(facts)])).toEqual([]);
  });

  it('whose date is blank is left to the engine where it may be any', () => {
    expect(heldIn(paidAt('teachingSince'), [person({})])).toEqual([]);
    expect(heldIn(paidAt('teachingSince'), [person({ teachingSince: '2025-06-10' })])).toHaveLength(1);
  });

  it('is not taken for the one before, who went off the payroll', () => {
    const people = [
      person({ recruitedOn: '2025-06-10', changes: [{ from: '2025-09', onPayroll: false }] }),
      person({ recruitedOn: '2025-06-10' }),
    ];
    expect(heldIn(recruited, people)).toEqual(people.slice(1));
  });
});
