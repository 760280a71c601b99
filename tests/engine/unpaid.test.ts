import { expect, it } from 'vitest';
import { explainEntitlement } from '../../src/contract/teacher/entitlement.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const policy = readPolicy(
  {
    ...documentOf({
      example: `
allowances:
  it:
    when: {assessment: [passed], area: [rural]}
    pays: {every: month, amount: {parameter: rate}}
    months: some
    starts: {after: arrivedOn, from: next-month}
    stops: {at: leftOn, last: previous-month}
  small: {when: always, pays: {every: month, amount: {parameter: low}}, months: five}
  large: {when: {backboneLevel: [county]}, pays: {every: month, amount: {parameter: rate}}}
  yearly: {when: {assessment: [passed]}, pays: {every: year, amount: {parameter: rate}}}
stacking:
  - {allowances: [small, large], keep: largest}
`,
      policy: { months: { some: { except: [2, 8] }, five: { first: 5 } } },
      parameters: { rate: { unit: 'yuan', period: 'month', value: '100' }, low: { unit: 'yuan', period: 'month', value: '10' } },
      cases: [],
    }),
    effectiveTo: '2025-11-30',
  },
  'words',
  dictionary,
);

/** The months that pay nothing of an allowance, with the reason in a few words. */
function unpaid(allowance: string, facts: object): string[] {
  const teacher = { id: 'T1', area: 'rural', assessment: 'passed', ...facts } as unknown as TeacherRecord;
  const result = explainEntitlement(policy, { year: 2025, readings: {}, parameters: {} }, teacher, { language: 'zh' });
  return result.unpaid
    .filter((one) => one.allowance === allowance)
    .map(({ months, code, fact, facts: read, by }) =>
      [months.map((month) => Number(month.slice(5))).join(), code, by ?? fact, read && JSON.stringify(read)].filter(Boolean).join(' '),
    );
}

const CALENDAR = ['2,8 not-in-months', '12 not-in-force'];
it.each([
  ['what the document excepts, and when it is not in force', 'it', {}, CALENDAR],
  [
    'months that fail the assessment, in two stretches',
    'it',
    {
      changes: [
        { from: '2025-03', assessment: 'failed' },
        { from: '2025-05', assessment: 'passed' },
        { from: '2025-09', assessment: 'failed' },
      ],
    },
    ['2,8 not-in-months', '3,4,9,10,11 not-eligible assessment {"assessment":"failed"}', '12 not-in-force'],
  ],
  [
    'which of two conditions fails',
    'it',
    {
      changes: [
        { from: '2025-06', area: 'urban' },
        { from: '2025-10', area: 'rural', assessment: 'failed' },
      ],
    },
    [
      '2,8 not-in-months',
      '6,7,9 not-eligible area {"area":"urban"}',
      '10,11 not-eligible assessment {"assessment":"failed"}',
      '12 not-in-force',
    ],
  ],
  [
    'before it starts, and after the employment',
    'it',
    { arrivedOn: '2025-03-31', leftOn: '2025-10-01' },
    ['1,2,11 not-employed', '3 not-started arrivedOn', '8 not-in-months', '10 stopped leftOn', '12 not-in-force'],
  ],
  [
    'away between leaving and coming back',
    'it',
    { leftOn: '2025-04-10', arrivedOn: '2025-06-10' },
    ['2,8 not-in-months', '4 stopped leftOn', '5 not-employed', '6 not-started arrivedOn', '12 not-in-force'],
  ],
  [
    'off the payroll',
    'it',
    { changes: [{ from: '2025-10', onPayroll: false }] },
    ['2,8 not-in-months', '10,11 off-payroll', '12 not-in-force'],
  ],
  ['a number of months that is used up', 'small', { backboneLevel: 'none' }, ['6,7,8,9,10,11 months-used-up', '12 not-in-force']],
  [
    'a larger allowance instead',
    'small',
    {
      backboneLevel: 'none',
      changes: [
        { from: '2025-03', backboneLevel: 'county' },
        { from: '2025-05', backboneLevel: 'none' },
      ],
    },
    ['3,4 outranked large', '8,9,10,11 months-used-up', '12 not-in-force'],
  ],
  ['no month that hangs on a missing fact', 'it', { assessment: null }, CALENDAR],
  ['nothing of a yearly sum that is paid', 'yearly', { changes: [{ from: '2025-03', assessment: 'failed' }] }, []],
  [
    'all months of one that is not',
    'yearly',
    { assessment: 'failed', arrivedOn: '2025-02-01' },
    ['1 not-employed', '2,3,4,5,6,7,8,9,10,11 not-eligible assessment {"assessment":"failed"}', '12 not-in-force'],
  ],
])('says of months without pay: %s', (_title, allowance, facts, expected) => {
  expect(unpaid(allowance, facts)).toEqual(expected);
});

it('names what all parts of a condition read that no single fact decides', () => {
  const either = readPolicy(
    documentOf({
      example: 'when: {any: [{assessment: [passed]}, {area: [urban]}]}\npays: {every: month, amount: {parameter: rate}}',
      parameters: { rate: { unit: 'yuan', period: 'month', value: '100' } },
      cases: [],
    }),
    'words',
    dictionary,
  );
  const teacher = { id: 'T1', area: 'rural', assessment: 'failed' } as unknown as TeacherRecord;
  const [why] = explainEntitlement(either, { year: 2025, readings: {}, parameters: {} }, teacher, { language: 'zh' }).unpaid;
  expect(why).toMatchObject({ code: 'not-eligible', facts: { assessment: 'failed', area: 'rural' } });
});
