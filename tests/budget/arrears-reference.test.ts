import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { type ArrearsOrder, readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import type { ArrearsPeriodResult, ArrearsResult } from '../../src/contract/arrears/arrears-result.ts';
import { listArrearsOfPeriod } from '../../src/contract/arrears/arrears-years.ts';
import { parseYuan } from '../../src/money/fen.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { collect, collectPeriod } from '../contract/collect.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import {
  paidMoneyArbitrary,
  parametersArbitraryOf,
  periodArbitraryOf,
  placesArbitrary,
  readingsArbitrary,
  teachersArbitrary,
  yearArbitrary,
} from '../reference/arbitraries.ts';
import { fen, type ReferencePeriod, referenceArrears, referenceArrearsOfPeriod } from '../reference/arrears.ts';
import { monthsOf, type RequestTeacher } from '../reference/facts.ts';
import { allowances, referenceEntitlement } from '../reference/jinfeng.ts';
import { jinfengPolicy } from '../reference/jinfeng-policy.ts';
import type { ReferenceRun } from '../reference/policy.ts';
import { expectArrears, expectArrearsOfPeriod } from './expect-arrears.ts';
import { sameRulesOf } from './same-rules.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(200, 100_000);
const timeout = 1_800_000;

function orderOf(request: object): ArrearsOrder {
  const read = readArrearsRequest(policy, request, bundledPolicies);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const arrears = (request: object): ArrearsResult => collect(listArrears(policy, orderOf(request), WORDINGS.zh));
const arrearsOfPeriod = (request: object): ArrearsPeriodResult => collectPeriod(listArrearsOfPeriod(policy, orderOf(request), WORDINGS.zh));

const rules = (year: number) =>
  fc.record({ readings: readingsArbitrary, parameters: parametersArbitraryOf(year), places: placesArbitrary });
const requestArbitrary = yearArbitrary.chain((year) =>
  fc.record({ year: fc.constant(year), teachers: teachersArbitrary(year, 3), now: rules(year), before: rules(year) }),
);

const paymentsArbitrary = (months: readonly string[], teachers: readonly RequestTeacher[]) => {
  if (teachers.length === 0) return fc.constant([]);
  const payment = fc.record({
    teacherId: fc.constantFrom(...teachers.map(({ id }) => id as string)),
    allowance: fc.constantFrom(...allowances),
    month: fc.constantFrom(...months),
    amount: paidMoneyArbitrary,
  });
  // Some of them again: money that was paid in parts, or twice.
  return fc.array(payment, { maxLength: 30 }).chain((paid) => fc.subarray(paid).map((again) => [...paid, ...again]));
};

/** The months of a period. */
const monthsIn = ({ from, to }: ReferencePeriod): string[] => {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, at) => Number(from.slice(0, 4)) + at);
  return years.flatMap((year) => monthsOf(year)).filter((month) => from <= month && month <= to);
};

describe('arrears', () => {
  it('are what the reference gives now less what it gives by the rules known then, by allowance and month', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now, before }) => {
        const then = { policy: jinfengPolicy, run: { year, ...before } as ReferenceRun };
        const request = { year, teachers, ...now, known: before };
        const isSame = sameRulesOf(policy, orderOf(request));
        const reference = referenceArrears(jinfengPolicy, { teachers, now: { year, ...now } as ReferenceRun, before: then, isSame });
        expectArrears(arrears(request), reference);
      }),
      { numRuns: runs },
    );
  });

  it('are nothing where the rules known then are those of now', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now }) => {
        const { results, summary } = arrears({ year, teachers, ...now, known: now });
        expect(summary).toMatchObject({ difference: '0.00', unresolved: { paid: '0.00', due: '0.00' } });
        for (const entry of results) {
          if (entry.status !== 'ok') throw new Error(JSON.stringify(entry));
          expect(entry.missingKnown).toEqual(entry.missing);
          for (const { paid, due, difference } of entry.lines.flatMap(({ byMonth }) => byMonth)) {
            expect(paid).toBe(due);
            expect(difference).toBe(due === null ? null : '0.00');
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('are nothing where exactly what is due was paid', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now }) => {
        const paid = teachers.flatMap((teacher) =>
          referenceEntitlement({ year, teacher, ...now }).lines.flatMap(({ allowance, byMonth }) =>
            byMonth.map(({ month, amount }) => ({ teacherId: teacher.id, allowance, month, amount })),
          ),
        );
        // A sum of more digits than money may have can be due, but nobody can say that it was paid.
        fc.pre(paid.every(({ amount }) => parseYuan(amount) !== null));
        const { results, summary } = arrears({ year, teachers, ...now, paid });
        // Months whose amount hangs on something missing are not compared.
        expect(fen(summary.paid) + fen(summary.unresolved.paid)).toBe(paid.reduce((sum, { amount }) => sum + fen(amount), 0n));
        expect(summary).toMatchObject({ due: summary.paid, difference: '0.00', unresolved: { due: '0.00' } });
        for (const entry of results) {
          if (entry.status !== 'ok') throw new Error(JSON.stringify(entry));
          for (const { byMonth } of entry.lines) for (const { difference } of byMonth) expect([null, '0.00']).toContain(difference);
        }
      }),
      { numRuns: runs },
    );
  });

  it('are what the reference gives less payments of any kind, none of which is lost', { timeout }, () => {
    const withPayments = requestArbitrary
      .filter(({ teachers }) => teachers.length > 0)
      .chain((request) => paymentsArbitrary(monthsOf(request.year), request.teachers).map((paid) => ({ ...request, paid })));
    fc.assert(
      fc.property(withPayments, ({ year, teachers, now, paid }) => {
        const result = arrears({ year, teachers, ...now, paid });
        expectArrears(result, referenceArrears(jinfengPolicy, { teachers, now: { year, ...now } as ReferenceRun, before: { paid } }));
        const { summary } = result;
        const all = paid.reduce((sum, { amount }) => sum + fen(amount), 0n);
        expect(fen(summary.paid) + fen(summary.unresolved.paid)).toBe(all);
      }),
      { numRuns: runs },
    );
  });

  it('of a period are what the reference gives now less what it gives then, year by year', { timeout }, () => {
    const requests = requestArbitrary.chain((request) => periodArbitraryOf(request.year).map((period) => ({ ...request, period })));
    fc.assert(
      fc.property(requests, ({ year, teachers, now, before, period }) => {
        const then = { policy: jinfengPolicy, run: { year, ...before } as ReferenceRun };
        const request = { ...period, teachers, ...now, known: before };
        const isSame = sameRulesOf(policy, orderOf(request));
        const asked = { teachers, now: { year, ...now } as ReferenceRun, before: then, isSame };
        expectArrearsOfPeriod(arrearsOfPeriod(request), referenceArrearsOfPeriod(jinfengPolicy, asked, period));
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('of a period are what the reference gives less payments of any kind, none of which is lost', { timeout }, () => {
    const requests = requestArbitrary.chain((request) =>
      periodArbitraryOf(request.year).chain((period) =>
        paymentsArbitrary(monthsIn(period), request.teachers).map((paid) => ({ ...request, period, paid })),
      ),
    );
    fc.assert(
      fc.property(requests, ({ year, teachers, now, paid, period }) => {
        const result = arrearsOfPeriod({ ...period, teachers, ...now, paid });
        const request = { teachers, now: { year, ...now } as ReferenceRun, before: { paid } };
        expectArrearsOfPeriod(result, referenceArrearsOfPeriod(jinfengPolicy, request, period));
        const all = paid.reduce((sum, { amount }) => sum + fen(amount), 0n);
        expect(fen(result.summary.paid) + fen(result.summary.unresolved.paid)).toBe(all);
        expect(result.payments).toMatchObject({ count: paid.length, recoveries: paid.filter(({ amount }) => fen(amount) < 0n).length });
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('of a period of whole years are those of each year', { timeout }, () => {
    fc.assert(
      fc.property(requestArbitrary, ({ year, teachers, now, before }) => {
        const request = { teachers, ...now, known: before };
        const { years } = arrearsOfPeriod({ from: `${year}-01`, to: `${year}-12`, ...request });
        const { from, to, ...only } = years[0] as ArrearsResult;
        expect([from, to]).toEqual([`${year}-01`, `${year}-12`]);
        expect(only).toEqual(arrears({ year, ...request }));
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  });

  it('call a fact that is missing on both sides no obstacle only where the amount would be the same whatever the fact is', {
    timeout,
  }, () => {
    let settled = 0;
    const requests = requestArbitrary.chain((request) =>
      fc.boolean().map((same) => (same ? { ...request, before: request.now } : request)),
    );
    fc.assert(
      fc.property(requests, ({ year, teachers, now, before }) => {
        const isSame = sameRulesOf(policy, orderOf({ year, teachers, ...now, known: before }));
        for (const teacher of teachers) {
          const [due, paid] = [now, before].map((run) => referenceEntitlement({ year, teacher, ...run }));
          for (const allowance of allowances.filter((id) => isSame(id, year))) {
            const of = (result: typeof due) => result?.lines.filter((line) => line.allowance === allowance);
            expect(of(due)).toEqual(of(paid));
            settled++;
          }
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
    if (!AMONG_FEW) expect(settled).toBeGreaterThan(runs);
  });
});
