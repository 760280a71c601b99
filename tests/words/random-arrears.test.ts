import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { type ArrearsOrder, readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import type { ArrearsResult } from '../../src/contract/arrears/arrears-result.ts';
import { listArrearsOfPeriod } from '../../src/contract/arrears/arrears-years.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { expectArrears, expectArrearsOfPeriod } from '../budget/expect-arrears.ts';
import { sameRulesOf } from '../budget/same-rules.ts';
import { collect, collectPeriod } from '../contract/collect.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import { paidMoneyArbitrary, payScalesArbitraryOf, periodArbitraryOf } from '../reference/arbitraries.ts';
import { type ReferencePayment, referenceArrears, referenceArrearsOfPeriod } from '../reference/arrears.ts';
import { monthsOf, type RequestTeacher } from '../reference/facts.ts';
import type { ReferenceRun } from '../reference/policy.ts';
import type { Document } from '../reference/words.ts';
import { policyOf } from '../reference/words-policy.ts';
import { orderArbitrary, peopleArbitrary, rulesArbitrary } from './random-people.ts';
import { documentArbitrary } from './random-policy.ts';

const runs = randomRuns(100, 20_000);
const timeout = 1_800_000;

const policyFrom = (document: unknown): Policy => readPolicy(policySchema.parse(document), 'random', dictionary);

function orderOf(policy: Policy, request: object, policies: ReadonlyMap<string, Policy> = new Map()): ArrearsOrder {
  const read = readArrearsRequest(policy, request, policies);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const arrears = (...request: Parameters<typeof orderOf>): ArrearsResult =>
  collect(listArrears(request[0], orderOf(...request), WORDINGS.zh));

/** Counts what must occur, so that the comparison is of something. */
function tally() {
  const seen = { owed: 0, overpaid: 0, unresolved: 0, failed: 0, missing: 0 };
  return {
    add({ results, summary }: ArrearsResult) {
      const lines = results.flatMap((entry) => (entry.status === 'ok' ? entry.lines : []));
      seen.owed += lines.some(({ difference }) => /^[^-]*[1-9]/.test(difference)) ? 1 : 0;
      seen.overpaid += lines.some(({ difference }) => difference.startsWith('-')) ? 1 : 0;
      seen.unresolved += summary.unresolved.paid === '0.00' ? 0 : 1;
      seen.failed += summary.failed;
      seen.missing += summary.incomplete;
    },
    expectAll() {
      if (AMONG_FEW) return;
      for (const [name, times] of Object.entries(seen)) expect(times, name).toBeGreaterThan(0);
    },
  };
}

describe('arrears under random policies', () => {
  it(`are what the reference gives by the rules known now and then, on ${runs} pairs of policies`, { timeout }, () => {
    const orders = orderArbitrary((year) =>
      fc.record({
        teachers: peopleArbitrary(year, 3),
        other: fc.option(documentArbitrary(year)),
        known: rulesArbitrary(year),
        scalesThen: fc.option(payScalesArbitraryOf(year), { nil: undefined }),
      }),
    );
    const seen = tally();
    fc.assert(
      fc.property(orders, ({ year, document, rules, payScales, more: { teachers, other, known, scalesThen } }) => {
        const policies = new Map(other ? [['other', policyFrom(other)]] : []);
        const request = {
          year,
          teachers,
          ...rules,
          payScales,
          known: { ...(other && { policy: 'other' }), ...known, payScales: scalesThen },
        };
        const policy = policyFrom(document);
        const result = arrears(policy, request, policies);
        const before = {
          policy: policyOf((other ?? document) as unknown as Document),
          run: { year, ...known, payScales: scalesThen ?? payScales },
        };
        const now = { year, ...rules, payScales };
        const isSame = sameRulesOf(policy, orderOf(policy, request, policies));
        expectArrears(result, referenceArrears(policyOf(document as Document), { teachers, now, before, isSame }));
        seen.add(result);
      }),
      { numRuns: runs },
    );
    seen.expectAll();
  });

  it(`are what the reference gives less what was paid, on ${runs} policies`, { timeout }, () => {
    const orders = orderArbitrary((year) =>
      peopleArbitrary(year, 3).chain((teachers) => fc.record({ teachers: fc.constant(teachers), paid: paymentsArbitrary(year, teachers) })),
    );
    const seen = tally();
    fc.assert(
      fc.property(orders, ({ year, document, rules, payScales, more: { teachers, paid } }) => {
        const policy = policyFrom(document);
        const own = paid.filter(({ allowance }) => allowance in policy.document.allowances);
        const now: ReferenceRun = { year, ...rules, payScales };
        const result = arrears(policy, { ...now, teachers, paid: own });
        expectArrears(result, referenceArrears(policyOf(document as Document), { teachers, now, before: { paid: own } }));
        seen.add(result);
      }),
      { numRuns: runs },
    );
    seen.expectAll();
  });

  it(`of a period are what the reference gives by the rules known now and then, on ${runs / 4} policies`, { timeout }, () => {
    const orders = orderArbitrary((year) =>
      fc.record({ teachers: peopleArbitrary(year, 3), known: rulesArbitrary(year), period: periodArbitraryOf(year) }),
    );
    fc.assert(
      fc.property(orders, ({ year, document, rules, payScales, more: { teachers, known, period } }) => {
        const policy = policyFrom(document);
        const order = orderOf(policy, { ...period, teachers, ...rules, payScales, known });
        const own = policyOf(document as Document);
        const request = {
          teachers,
          now: { year, ...rules, payScales },
          before: { policy: own, run: { year, ...known, payScales } },
          isSame: sameRulesOf(policy, order),
        };
        const result = collectPeriod(listArrearsOfPeriod(policy, order, WORDINGS.zh));
        expectArrearsOfPeriod(result, referenceArrearsOfPeriod(own, request, period));
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

/** Payments to any of the teachers, some of them in parts, some taken back. */
function paymentsArbitrary(year: number, teachers: readonly RequestTeacher[]): fc.Arbitrary<ReferencePayment[]> {
  if (teachers.length === 0) return fc.constant([]);
  const payment = fc.record({
    teacherId: fc.constantFrom(...teachers.map(({ id }) => id as string)),
    allowance: fc.constantFrom('p0', 'p0', 'p1', 'p2', 'p3'),
    month: fc.constantFrom(...monthsOf(year)),
    amount: paidMoneyArbitrary,
  });
  return fc.array(payment, { maxLength: 20 }).chain((paid) => fc.subarray(paid).map((again) => [...paid, ...again]));
}
