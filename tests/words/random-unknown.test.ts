import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerEntitlement } from '../../src/contract/teacher/entitlement.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { monthsOf } from '../reference/facts.ts';
import { factEntries, type Given } from '../reference/word-facts.ts';
import type { Document } from '../reference/words.ts';
import { orderArbitrary } from './random-people.ts';
import { personArbitrary } from './random-policy.ts';

const runs = randomRuns(250, 300_000);

/** Facts that are not known where they are blank; of the others a blank says something. */
const open = Object.entries(factEntries).flatMap(([fact, entry]) => {
  const { type, blank, default: usual, place } = entry as { type: string; blank?: string; default?: unknown; place?: unknown };
  const isCalendar = ['employedFrom', 'employedTo', 'arrivedOn', 'leftOn', 'onPayroll'].includes(fact);
  // An increment that is not given is worked out from the pay scale.
  const says = ['town', 'village', 'payStepIncrement'].includes(fact) || blank === 'never' || usual !== undefined || place !== undefined;
  return type === 'text' || isCalendar || says ? [] : [fact];
});

const orders = orderArbitrary((year) =>
  fc.record({
    teacher: personArbitrary(year),
    blanks: fc.subarray(open, { minLength: 1 }),
    from: fc.constantFrom(...monthsOf(year), null),
    until: fc.constantFrom(...monthsOf(year), null),
  }),
);

/** The same teacher, of whom some facts are not known, be it all year or from a month to another. */
function less(teacher: Given, blanks: readonly string[], from: string | null, until: string | null): Given {
  const none = Object.fromEntries(blanks.map((fact) => [fact, null]));
  const changes = (teacher.changes ?? []) as readonly Given[];
  const at = (month: string): Given => Object.assign({}, teacher, ...changes.filter((one) => String(one.from) <= month).toSorted(byMonth));
  const isBlank = (month: string) => (from === null || from <= month) && (until === null || month < until);
  const cut = (one: Given): Given => ({
    ...one,
    ...Object.fromEntries(Object.keys(one).flatMap((key) => (key in none ? [[key, null]] : []))),
  });
  const own = changes.map((one) => (isBlank(String(one.from)) ? cut(one) : one));
  const known = (month: string) => Object.fromEntries(blanks.map((fact) => [fact, at(month)[fact] ?? null]));
  const monthly = (facts: object) =>
    Object.fromEntries(Object.entries(facts).filter(([fact]) => (factEntries[fact] as { monthly?: boolean }).monthly));
  const edges = [
    ...(from === null ? [] : [{ from, ...monthly(none) }]),
    ...(until === null ? [] : [{ from: until, ...monthly(known(until)) }]),
  ];
  const all = new Map<string, Given>();
  for (const one of [...own, ...edges]) all.set(String(one.from), { ...all.get(String(one.from)), ...one });
  return { ...(from === null ? { ...teacher, ...none } : { ...teacher, ...once(none) }), changes: [...all.values()] };
}

const byMonth = (a: Given, b: Given) => (String(a.from) < String(b.from) ? -1 : 1);
const once = (facts: object) =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => !(factEntries[fact] as { monthly?: boolean }).monthly));

describe('what is missing', () => {
  it(`names every month whose amount it can change, on ${runs} random policies and teachers`, { timeout: 1_800_000 }, () => {
    let final = 0;
    let decided = 0;
    fc.assert(
      fc.property(orders, ({ year, document, rules, payScales = [], more: { teacher, blanks, from, until } }) => {
        const policy = readPolicy(policySchema.parse(document), 'random', dictionary);
        const read = readSettings(policy, rules);
        if (read.value === null) throw new Error(JSON.stringify(read.issues));
        const settings = { year, payScales, ...read.value };
        const { requires, stacking } = document as unknown as Document & { requires: readonly string[] };
        const hidden = less(
          teacher,
          blanks.filter((fact) => !requires.includes(fact)),
          from,
          until,
        );
        const answer = (given: Given) => answerEntitlement(policy, settings, given as TeacherRecord, { language: 'zh' }).value;
        const [whole, part] = [answer(teacher), answer(hidden)];
        if (!whole || !part) return;
        for (const id of Object.keys(policy.document.allowances)) {
          const rivals = [id, ...stacking.flatMap(({ allowances }) => (allowances.includes(id) ? allowances : []))];
          for (const month of monthsOf(year)) {
            const amountIn = (result: typeof whole) =>
              result.lines.flatMap((line) => (line.allowance === id ? line.byMonth.filter((one) => one.month === month) : []))[0]?.amount ??
              '0.00';
            // Of several that are ranked or limited together, one that is missing can change the others in its month.
            const isOpen = part.missing.some((lack) => rivals.includes(lack.allowance) && lack.months?.includes(month));
            if (isOpen) decided++;
            else if (amountIn(part) === amountIn(whole)) final++;
            else expect([id, month, amountIn(part)]).toEqual([id, month, amountIn(whole)]);
          }
        }
      }),
      { numRuns: runs },
    );
    expect(decided).toBeGreaterThan(runs / 2);
    expect(final).toBeGreaterThan(runs);
  });
});
