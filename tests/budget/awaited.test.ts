import { expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { clause, PLAIN_HEAD, said } from '../policy/plain-head.ts';

it('a figure that an amount names twice is awaited once', () => {
  const document = policySchema.parse({
    id: 'twice',
    ...PLAIN_HEAD,
    requires: [],
    months: { every: 'all' },
    parameters: {
      share: { unit: 'percent', clause, value: null },
      sum: { unit: 'yuan', period: 'month', clause, value: '100' },
    },
    allowances: {
      half: {
        title: said,
        payee: 'teacher',
        economicCode: '30102',
        clause,
        when: 'always',
        pays: { every: 'month', amount: { percent: 'share', of: { percent: 'share', of: { parameter: 'sum' } } } },
        months: 'every',
      },
    },
  });
  const policy = readPolicy(document, 'twice', dictionary);
  const { value: order } = readBudgetRequest(policy, { year: 2025, teachers: [{ id: 'T1' }] });
  if (order === null) throw new Error('not read');
  const { awaited } = computeBudget(policy, order, WORDINGS.en);
  expect(awaited.map(({ allowance, parameter, headcount }) => `${allowance} ${parameter} ${headcount}`)).toEqual(['half share 1']);
});
