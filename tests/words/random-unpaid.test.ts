import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerEntitlement } from '../../src/contract/teacher/entitlement.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { orderArbitrary } from './random-people.ts';
import { personArbitrary } from './random-policy.ts';

const runs = randomRuns(100, 50_000);

it(`gives every month of what counts by month an amount, something missing or one reason, on ${runs} random policies`, {
  timeout: 1_800_000,
}, () => {
  let explained = 0;
  fc.assert(
    fc.property(orderArbitrary(personArbitrary), ({ document, year, rules, payScales = [], more: teacher }) => {
      const policy = readPolicy(policySchema.parse(document), 'random', dictionary);
      const read = readSettings(policy, rules);
      if (read.value === null) throw new Error(JSON.stringify(read.issues));
      const result = answerEntitlement(policy, { year, payScales, ...read.value }, teacher as unknown as TeacherRecord, {
        language: 'zh',
      }).value;
      if (result === null) return;
      for (const [id, { pays }] of Object.entries(policy.document.allowances)) {
        if (!('every' in pays) || (pays.every === 'year' && !pays.spread)) continue;
        const of = <T extends { allowance: string }>(list: readonly T[]) => list.filter(({ allowance }) => allowance === id);
        const unpaid = of(result.unpaid).flatMap(({ months }) => months);
        explained += unpaid.length;
        expect(new Set(unpaid).size).toBe(unpaid.length);
        const paid = of(result.lines).flatMap(({ byMonth }) => byMonth.map(({ month }) => month));
        const missing = of(result.missing).flatMap(({ months = [] }) => months.filter((month) => month.startsWith(`${year}-`)));
        const answered = new Set([...paid, ...missing]);
        expect(unpaid.filter((month) => answered.has(month))).toEqual([]);
        const counted = of(result.lines).flatMap(({ segments }) => segments.map(({ months }) => months));
        const open = 12 - unpaid.length;
        // A month that is paid as far as is known may be missing too, and one of 0.00 has no amount.
        expect(open).toBeGreaterThanOrEqual(answered.size);
        expect(open).toBeLessThanOrEqual(counted.reduce((sum, months) => sum + months, 0) + new Set(missing).size);
      }
    }),
    { numRuns: runs },
  );
  expect(explained).toBeGreaterThan(runs);
});
