import { expect, it } from 'vitest';
import { explainEntitlement } from '../../src/contract/teacher/entitlement.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

/** A yearly sum of June or September, for those who passed. */
const policy = readPolicy(
  documentOf({
    example: 'allowances: {it: {when: {assessment: [passed]}, pays: {every: year, amount: {parameter: sum}}, months: some}}',
    policy: { months: { some: { only: [6, 9] } } },
    parameters: { sum: { unit: 'yuan', period: 'year', value: '100' } },
    cases: [],
  }),
  'words',
  dictionary,
);

const june = ['2025-06'];
const september = ['2025-09'];
it.each([
  ['due after leaving', { assessment: 'passed', leftOn: '2025-05-10' }, june, []],
  ['due in the absence before a return', { assessment: 'passed', leftOn: '2025-06-10', arrivedOn: '2025-10-10' }, june, []],
  [
    'due in the absence, where nothing is before or after it',
    { assessment: 'passed', leftOn: '2025-03-10', arrivedOn: '2025-07-10', changes: [{ from: '2025-07', assessment: 'failed' }] },
    june,
    [],
  ],
  [
    'hanging on an earlier month that is not known',
    { leftOn: '2025-08-10', changes: [{ from: '2025-08', assessment: 'passed' }] },
    september,
    ['2025-06', '2025-09'],
  ],
])('is %s', (_title, facts, paid, open) => {
  const teacher = { id: 'T1', ...facts } as unknown as TeacherRecord;
  const result = explainEntitlement(policy, { year: 2025, readings: {}, parameters: {} }, teacher, { language: 'zh' });
  expect(result.lines.flatMap(({ byMonth }) => byMonth.map(({ month }) => month))).toEqual(paid);
  expect(result.missing.flatMap(({ months = [] }) => months)).toEqual(open);
});
