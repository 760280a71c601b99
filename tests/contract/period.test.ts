import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../src/calendar/month.ts';
import { explainEntitlement, readEntitlementOrder, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { explainPeriod } from '../../src/contract/teacher/entitlement-years.ts';
import { MOST_MONTHS, readSpan } from '../../src/contract/wire/span.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { periodArbitraryOf, requestArbitrary } from '../reference/arbitraries.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const fen = (amount: string) => BigInt(amount.replace('.', ''));
const sum = (amounts: readonly { readonly amount: string }[]) => amounts.reduce((total, { amount }) => total + fen(amount), 0n);

const requests = requestArbitrary.chain((request) => periodArbitraryOf(request.year).map((period) => ({ request, period })));

describe('the entitlements of a period', () => {
  it('are those of each year as a whole, of which only the months of the period are kept', () => {
    fc.assert(
      fc.property(requests, ({ request: { year: _, ...request }, period }) => {
        const read = readEntitlementOrder(policy, { ...request, ...period });
        if (!read.value?.period) throw new Error(JSON.stringify(read.issues));
        const { settings, teacher, period: months } = read.value;
        const id = teacher.id as string;
        const one = { id, teacher: encodeTeacher(policy.dictionary, teacher) };
        const result = explainPeriod(policy, settings, months, one, WORDINGS.en);
        const isIn = ({ month }: { readonly month: string }) => period.from <= month && month <= period.to;
        for (const part of result.years) {
          const whole = explainEntitlement(policy, { ...settings, year: part.year }, teacher, WORDINGS.en);
          const named = (lines: typeof part.lines) =>
            lines.map(({ allowance, title, payee, clause }) => ({ allowance, title, payee, clause }));
          expect(named(part.lines)).toEqual(named(whole.lines));
          for (const [at, line] of part.lines.entries()) {
            expect(line.byMonth).toEqual(whole.lines[at]?.byMonth.filter(isIn));
            expect(fen(line.amount)).toBe(sum(line.byMonth));
            expect(fen(line.amount)).toBe(line.segments.reduce((total, { months: paid, rate }) => total + BigInt(paid) * fen(rate), 0n));
            for (const { from, to } of line.segments) expect([from, to].map((month) => isIn({ month }))).toEqual([true, true]);
          }
          for (const { months, ...lack } of part.missing) {
            const same = whole.missing.find(({ months: _, ...one }) => JSON.stringify(one) === JSON.stringify(lack));
            expect(months).toEqual(same?.months?.filter((month) => isIn({ month }) || month < `${part.year}`));
          }
          expect(part.repayments).toEqual(whole.repayments.filter(isIn));
          const coded = ({ code, allowance }: (typeof part.warnings)[number]) => `${code} ${allowance}`;
          for (const warning of part.warnings) {
            expect(whole.warnings.map(coded)).toContain(coded(warning));
            for (const month of (warning as { months?: string[] }).months ?? []) expect(isIn({ month })).toBe(true);
          }
          expect(part.notInForce?.months ?? []).toEqual(whole.notInForce?.months.filter((month) => isIn({ month })) ?? []);
          for (const fact of part.assumed) expect(whole.assumed).toContainEqual(fact);
          const accounted = new Set([...part.lines, ...part.declined, ...part.missing].map(({ allowance }) => allowance));
          for (const { allowance } of [...whole.lines, ...whole.declined, ...whole.missing]) expect(accounted).toContain(allowance);
        }
        const lines = result.years.flatMap((year) => year.lines);
        expect(fen(result.personalTotal) + fen(result.institutionTotal)).toBe(sum(lines));
        expect(result.complete).toBe(result.years.every(({ missing }) => missing.length === 0));
      }),
      { numRuns: randomRuns(300, 20_000) },
    );
  });

  it('are for the API: a page that asks for a year alone takes no period', () => {
    const body = { from: '2024-07', to: '2025-05', teacher: { id: 'T1', post: 'established', area: 'urban' } };
    expect(readEntitlementRequest(policy, body).issues).toEqual([{ path: ['from'], code: 'unknown-field' }]);
  });
});

describe('the months of a request', () => {
  const month = (text: string) => parseMonth(text) as number;

  it('are a year, or a period of up to ten years', () => {
    expect(readSpan({ year: 2025 }).span).toEqual({ year: 2025, period: null });
    expect(readSpan({ year: null, from: '2024-07', to: '2025-05' }).span).toEqual({
      year: 2024,
      period: { from: month('2024-07'), to: month('2025-05') },
    });
    expect(readSpan({ from: '2025-03', to: '2025-03' }).issues).toEqual([]);
    expect(readSpan({ from: '2015-08', to: '2025-07' }).span?.period).toEqual({
      from: month('2015-08'),
      to: month('2015-08') + MOST_MONTHS - 1,
    });
    expect(readSpan({ from: '2000-01', to: '2000-12' }).issues).toEqual([]);
    expect(readSpan({ from: '2100-12', to: '2100-12' }).issues).toEqual([]);
  });

  it('say how far they may go', () => {
    expect(readSpan({ from: '2015-07', to: '2025-07' }).issues).toEqual([
      { path: ['to'], code: 'out-of-range', params: { from: '2015-07', to: '2025-06' } },
    ]);
    expect(readSpan({}).issues).toEqual([{ path: ['year'], code: 'required', params: { either: ['year', 'from + to'] } }]);
  });
});
