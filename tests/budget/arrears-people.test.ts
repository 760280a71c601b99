import { expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import { MOST_TEACHERS } from '../../src/contract/wire/entries.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { collect } from '../contract/collect.ts';
import { pay, policy } from './arrears.ts';

const teacher = (id: string) => ({ id, post: 'established', area: 'urban', commute: 'near' });

it('takes people besides those of the body, more than a body may hold', () => {
  const people = Array.from({ length: MOST_TEACHERS + 1 }, (_, index) => teacher(`P${index}`));
  const body = { year: 2025, teachers: [teacher('T1')], paid: [...pay('meal', '180'), ...pay('meal', '100', ['2025-12'], 'P10000')] };
  const read = readArrearsRequest(policy, body, bundledPolicies, people);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  expect(read.value.teachers).toHaveLength(MOST_TEACHERS + 2);
  const { results, summary } = collect(listArrears(policy, read.value, WORDINGS.en));
  expect(results.at(-1)).toMatchObject({ teacherId: 'T1', status: 'ok', paid: '1800.00', due: '4800.00', difference: '3000.00' });
  expect(results.at(-2)).toMatchObject({ teacherId: 'P10000', paid: '100.00', due: '4800.00' });
  expect(summary).toMatchObject({ teachers: MOST_TEACHERS + 2, failed: 0, paid: '1900.00' });
});

it('refuses payments to somebody who is neither among the people nor in the body', () => {
  const body = { year: 2025, teachers: [], paid: pay('meal', '180', ['2025-01'], 'P2') };
  expect(readArrearsRequest(policy, body, bundledPolicies, [teacher('P1')]).issues).toMatchObject([
    { path: ['paid', 0, 'teacherId'], code: 'unknown-value' },
  ]);
  expect(readArrearsRequest(policy, body, bundledPolicies, [teacher('P2')]).issues).toEqual([]);
});
