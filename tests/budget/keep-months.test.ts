import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepMonths } from '../../src/budget/keep-months.ts';
import { ALL_MONTHS, countMonths, lastMonth, listMonths, monthsBetween } from '../../src/calendar/month-set.ts';
import { readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { entitle } from '../../src/engine/entitle.ts';
import { planRun } from '../../src/engine/plan.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { requestArbitrary } from '../reference/arbitraries.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;

const months = fc.tuple(fc.nat(11), fc.nat(11)).map(([a, b]) => monthsBetween(Math.min(a, b), Math.max(a, b) + 1));

function entitlementOf(request: object) {
  const read = readEntitlementRequest(policy, request);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return entitle(planRun(policy, read.value.settings), encodeTeacher(policy.dictionary, read.value.teacher));
}

describe('some months of a year', () => {
  it('are all of it where they are twelve', () => {
    const entitlement = entitlementOf({ year: 2025, teacher: { id: 'T1', post: 'established', area: 'rural' } });
    expect(keepMonths(entitlement, ALL_MONTHS)).toBe(entitlement);
  });

  it('have the stretches, the amounts and what is missing of these months, and nothing else', () => {
    fc.assert(
      fc.property(requestArbitrary, months, (request, kept) => {
        const whole = entitlementOf(request);
        const part = keepMonths(whole, kept);
        expect(part.stretches.flatMap((stretch) => listMonths(stretch.months))).toEqual(
          whole.stretches.flatMap((stretch) => listMonths(stretch.months & kept)),
        );
        for (const { months: own, start, end } of part.stretches) expect([start, end]).toEqual([listMonths(own)[0], lastMonth(own) + 1]);
        for (const [at, item] of part.items.entries()) {
          const before = whole.items[at];
          const paid = (before?.paidStretches ?? []).map(({ paid: set, rateFen }) => countMonths(set & kept) * rateFen);
          expect(item.amountFen).toBe(paid.reduce((sum, fen) => sum + fen, 0));
          expect(item.missingMonths).toBe((before?.missingMonths ?? 0) & kept);
          expect((item.paidStretches ?? []).every(({ stretch }) => (stretch.months & ~kept) === 0 && stretch.months !== 0)).toBe(true);
        }
      }),
      { numRuns: randomRuns(500, 20_000) },
    );
  });
});
