import { describe, expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import { listArrearsOfPeriod } from '../../src/contract/arrears/arrears-years.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { exact } from '../reference/figures.ts';
import { type Document, evaluateWords } from '../reference/words.ts';
import { documentOf } from '../words/word-file.ts';
import { collect, collectPeriod } from './collect.ts';

const document = documentOf({
  example: `{allowances: {living: {pays: {every: month, amount: {parameter: living}}}}, claims: {back: {at: leftOn, service: {from: teachingSince, years: 6}, owes: {paid: living}}}}`,
  policy: { parameters: { living: { unit: 'yuan', period: 'month', value: '100' } } },
  cases: [],
});
const policy = readPolicy(document, 'words', dictionary);
const leaver = { id: 'T1', employedFrom: '2024-11', teachingSince: '2024-11-01', leftOn: '2025-03-31' };

function orderOf(request: object) {
  const read = readArrearsRequest(policy, { teachers: [leaver], ...request }, new Map([[document.id, policy]]));
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** Two months were paid, one of them too much. */
const paid = [
  { teacherId: 'T1', allowance: 'living', month: '2025-01', amount: '100.00' },
  { teacherId: 'T1', allowance: 'living', month: '2025-02', amount: '150.00' },
];

describe('what is owed under a claim, beside arrears', () => {
  it('goes by the payments in the months asked for, and by the rules in others', () => {
    const { results, summary } = collect(listArrears(policy, orderOf({ year: 2025, paid }), WORDINGS.zh));
    // 200 by the rules of 2024, and what was paid of 2025
    expect(results).toMatchObject([{ difference: '50.00', repayments: [{ claim: 'back', paid: '450.00', amount: '450.00' }] }]);
    expect(summary.repayments).toEqual({ amount: '450.00', headcount: 1, openHeadcount: 0, byClaim: { back: '450.00' } });
    const reference = evaluateWords(document as unknown as Document, { year: 2025, teacher: leaver }, (_, month) =>
      month.startsWith('2025') ? exact(paid.find((one) => one.month === month)?.amount ?? '0') : null,
    );
    expect(reference.repayments).toMatchObject([{ claim: 'back', paid: '450.00', amount: '450.00' }]);
  });

  it('goes by payments of all years of a period', () => {
    const order = orderOf({ from: '2024-12', to: '2025-12', paid });
    const { years } = collectPeriod(listArrearsOfPeriod(policy, order, WORDINGS.zh));
    // November 2024 by the rules; December was not paid
    expect(
      years.map(({ results }) => results.map((entry) => ('repayments' in entry ? entry.repayments?.map(({ amount }) => amount) : null))),
    ).toEqual([[null], [['350.00']]]);
  });

  it('goes by the rules known then where what was paid follows from them', () => {
    const order = orderOf({ year: 2025, known: { parameters: { living: '80' } } });
    const { results } = collect(listArrears(policy, order, WORDINGS.zh));
    expect(results).toMatchObject([{ paid: '240.00', due: '300.00', repayments: [{ paid: '440.00' }] }]);
  });
});
