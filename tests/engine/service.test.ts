import { describe, expect, it } from 'vitest';
import { Batch } from '../../src/contract/batch/batch.ts';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { type EntitlementResult, explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { entitle } from '../../src/engine/entitle.ts';
import { planRun } from '../../src/engine/plan.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { followPredecessors } from '../../src/policy/succession.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { clause, PLAIN_HEAD, said } from '../policy/plain-head.ts';

const common = { title: said, payee: 'teacher', economicCode: '30102', clause, when: 'always', months: 'every' };

/** A grant of 90,000 in three equal parts, and a rate a month. */
function documentOf(id: string, more: object, settling: object | null, value: string | null = '90000'): PolicyDocument {
  const shares = ['33.3333', '33.3333', '33.3334'];
  const grant = settling && { ...common, pays: { at: 'recruitedOn', amount: { parameter: 'grant' }, shares } };
  const back = settling && { title: said, clause, when: 'always', at: 'leftOn', ...settling };
  return policySchema.parse({
    id,
    ...PLAIN_HEAD,
    requires: [],
    months: { every: 'all' },
    parameters: {
      rate: { unit: 'yuan', period: 'month', clause, value: '100' },
      ...(grant && { grant: { unit: 'yuan', period: 'once', clause, value } }),
    },
    allowances: { meal: { ...common, pays: { every: 'month', amount: { parameter: 'rate' } } }, ...(grant && { grant }) },
    ...(back && { claims: { back } }),
    ...more,
  });
}

const bound = { service: { from: 'recruitedOn', years: 5, clause: { item: '2', quote: '乙' } }, owes: { paid: 'grant' } };
const alone = readPolicy(documentOf('first', {}, bound), 'v1', dictionary);

/** The first policy until June 2025, then another. */
function followed(second: PolicyDocument): Policy {
  return followPredecessors(readPolicy(second, 'v2', dictionary), dictionary, () => alone);
}
const from2025 = { supersedes: 'first', effectiveFrom: '2025-07-01' };

const leaver = { id: 'T1', recruitedOn: '2023-03-15', employedTo: '2025-09' };

function result(policy: Policy, teacher: object, settings: object = {}): EntitlementResult {
  const read = readEntitlementRequest(policy, { year: 2025, teacher, ...settings });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
}

describe('a service that is not over', () => {
  it('is told with its clause, in no total', () => {
    const { personalTotal, repayments, complete } = result(alone, leaver);
    expect([personalTotal, complete]).toEqual(['30900.06', true]);
    expect(repayments).toEqual([
      {
        claim: 'back',
        allowance: 'grant',
        title: '甲',
        month: '2025-09',
        date: '2025-09-30',
        amount: '90000.00',
        paid: '90000.00',
        paidBy: [{ allowance: 'grant', title: '甲', amount: '90000.00' }],
        owed: '90000.00',
        repay: 'all',
        since: '2023-03-15',
        serviceMonths: 60,
        servedMonths: 30,
        clause,
        serviceClause: { item: '2', quote: '乙' },
        readings: [],
      },
    ]);
  });

  it('is owed under the terms of its time, also where a later policy binds for longer', () => {
    const longer = followed(
      documentOf('second', from2025, {
        service: { from: 'recruitedOn', years: 10 },
        owes: { part: 'unserved', unit: 'months', begun: 'served', of: { paid: 'grant' } },
      }),
    );
    expect(result(longer, leaver).repayments).toMatchObject([{ policy: 'first', amount: '90000.00', serviceMonths: 60 }]);
    const over = { ...leaver, recruitedOn: '2020-09-15' };
    expect(result(longer, { ...over, employedTo: '2025-09' }).repayments).toEqual([]);
    expect(result(longer, { ...over, recruitedOn: '2025-08-15' }).repayments).toMatchObject([
      { allowance: 'grant', paid: '29999.97', amount: '29499.97', serviceMonths: 120, servedMonths: 1, repay: 'remaining-months' },
    ]);
  });

  it('is owed also where the policy of the year knows nothing of it', () => {
    const without = followed(documentOf('second', from2025, null));
    const later = { ...leaver, employedTo: '2026-02' };
    const { repayments, declined } = result(without, later, { year: 2026 });
    expect(repayments).toMatchObject([{ policy: 'first', month: '2026-02', amount: '90000.00' }]);
    expect(declined).toEqual([]);
  });

  it('is missing where a figure of its time is, in the result and in a budget', () => {
    const first = readPolicy(documentOf('first', {}, bound, null), 'v1', dictionary);
    const policy = followPredecessors(readPolicy(documentOf('second', from2025, null), 'v2', dictionary), dictionary, () => first);
    const missing = [{ code: 'no-figure', parameter: 'grant' }];
    const later = { ...leaver, employedTo: '2026-02' };
    const openRepayments = [{ claim: 'back', policy: 'first', date: '2026-02-28', missing }];
    expect(result(policy, later, { year: 2026 })).toMatchObject({ repayments: [], missing: [], openRepayments, complete: false });
    const read = readBudgetRequest(policy, { year: 2026, teachers: [later] });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const budget = computeBudget(policy, read.value, WORDINGS.zh);
    expect(budget).toMatchObject({
      incomplete: 1,
      missing: [],
      repayments: { amount: '0.00', headcount: 0, openHeadcount: 1, missing: [{ claim: 'back', ...missing[0], headcount: 1 }] },
    });
  });

  it('is in a batch where there is one, and in no key where there is none', () => {
    const settings = { year: 2025, readings: {}, parameters: {} };
    const batch = new Batch(alone, settings, WORDINGS.zh, { months: false });
    const results = [leaver, { id: 'T2' }].map((teacher) => batch.next(teacher));
    const summary = batch.summary();
    expect(results.map((entry) => ('repayments' in entry ? entry.repayments : null))).toEqual([
      [{ claim: 'back', allowance: 'grant', month: '2025-09', amount: '90000.00' }],
      null,
    ]);
    expect(summary).toMatchObject({
      personalTotal: '32100.06',
      repayments: { grant: '90000.00' },
      repaymentsByClaim: { back: '90000.00' },
    });
  });

  it('is of rates that grow only from the year on in which they do', () => {
    const growth = { years: 2, all: 100_000n, byParameter: {} };
    const plan = planRun(alone, { year: 2025, readings: {}, parameters: {}, rateGrowth: growth });
    const { claims } = entitle(plan, encodeTeacher(dictionary, leaver));
    // 10% a year from 2024 on: 29999.97 of 90000, 32999.97 of 99000, and what 36299.96 twice leaves of 108900
    expect(claims.map(({ owedFen }) => owedFen)).toEqual([29_999_97 + 32_999_97 + 36_300_08]);
  });
});
