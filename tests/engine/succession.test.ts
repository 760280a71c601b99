import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideOf } from '../../src/budget/arrears.ts';
import { answerEntitlement, explainEntitlement } from '../../src/contract/teacher/entitlement.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import { entitle } from '../../src/engine/entitle.ts';
import { planRun } from '../../src/engine/plan.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { followPredecessors, linkPolicies, versionsInForce } from '../../src/policy/succession.ts';
import { randomRuns } from '../random-runs.ts';
import { requestArbitrary, teacherArbitraryOf, yearArbitrary } from '../reference/arbitraries.ts';
import { type Allowance, allowances, referenceEntitlement, referenceMissingMonths } from '../reference/jinfeng.ts';
import { TooLarge } from '../reference/word-amounts.ts';
import { waysToChoose } from '../reference/word-asking.ts';
import { monthRows } from '../reference/word-facts.ts';
import { type Document, evaluateWords } from '../reference/words.ts';
import { documentArbitrary, overridesArbitrary, readingsArbitrary } from '../words/random-policy.ts';

const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(150, 100_000);

type Tree = string | null | { [key: string]: Tree };

/** The same policy with other figures, in force from a month on. */
function amended(changed: Readonly<Record<string, string>>, from: string): Policy {
  const document = structuredClone(jinfeng.document);
  for (const [key, value] of Object.entries(changed)) {
    const [name, ...path] = key.split('/');
    const nodes = document.parameters as Record<string, { value?: Tree; values?: Tree }>;
    if (nodes[key]) nodes[key].value = value;
    else path.reduce((tree, step, at) => setOrStep(tree, step, at === path.length - 1, value), nodes[name as string]?.values as Tree);
  }
  const next = { ...document, id: 'jinfeng-next', supersedes: 'jinfeng-2021', effectiveFrom: `${from}-01` } as PolicyDocument;
  return followPredecessors(readPolicy(next, 'v2', dictionary), dictionary, (id) => bundledPolicies.get(id));
}

function setOrStep(tree: Tree, step: string, last: boolean, value: string): Tree {
  const branch = tree as Record<string, Tree>;
  if (last) branch[step] = value;
  return branch[step] as Tree;
}

const AMENDED = [
  'meal/urban',
  'meal/rural',
  'transport/far',
  'backbone/district/rural',
  'master/city/urban',
  'talent/high',
  'studio/annual',
];
const changes = fc
  .uniqueArray(fc.constantFrom(...AMENDED), { minLength: 1 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom('0', '0.05', '199.99', '450', '90000')]))));
const months = Array.from({ length: 12 }, (_, month) => month);
const monthOf = (year: number, month: number) => `${year}-${String(month + 1).padStart(2, '0')}`;

describe('a year that spans two versions of a policy', () => {
  it(`is that of each version in its own months, on ${runs} random requests under Jinfeng's rules and amended ones`, {
    timeout: 1_800_000,
  }, () => {
    let spanned = 0;
    fc.assert(
      fc.property(requestArbitrary, changes, fc.nat({ max: 11 }), (drawnRequest, drawn, boundary) => {
        // Which version rules a month is the same whether or not the first one was in force by its own date.
        const request = { ...drawnRequest, asIfInForce: true };
        const overridden = request.parameters ?? {};
        const changed = Object.fromEntries(Object.entries(drawn).filter(([key]) => !Array.isArray(overridden[key])));
        const policy = amended(changed, monthOf(request.year, boundary));
        const settings = readSettings(policy, request).value;
        if (!settings) throw new Error('the settings are good');
        const scales = request.payScales ? { payScales: request.payScales } : {};
        const plan = planRun(policy, { year: request.year, ...settings, ...scales, asIfInForce: true });
        const joined = sideOf(entitle(plan, encodeTeacher(policy.dictionary, request.teacher as TeacherRecord)));
        const before = referenceYears(request);
        const after = referenceYears({ ...request, parameters: { ...changed, ...overridden } });
        for (const allowance of allowances) {
          const expected = months.map((month) => (month < boundary ? before : after)[allowance][month]);
          const found = joined.get(allowance)?.fen.map((fen) => fen ?? null) ?? months.map(() => 0);
          expect([allowance, found]).toEqual([allowance, expected]);
          if (expected.slice(0, boundary).some((fen) => fen) && expected.slice(boundary).some((fen) => fen)) spanned++;
        }
      }),
      { numRuns: runs },
    );
    expect(spanned).toBeGreaterThan(runs / 10);
  });

  const drafts = yearArbitrary.chain((year) =>
    fc.record({
      year: fc.constant(year),
      first: documentArbitrary(year),
      second: documentArbitrary(year),
      boundary: fc.nat({ max: 11 }),
      teacher: teacherArbitraryOf(year),
      readings: readingsArbitrary,
      parameters: overridesArbitrary(year),
    }),
  );

  it('is that of each version in its own months, under two random policies', { timeout: 1_800_000 }, () => {
    let paid = 0;
    fc.assert(
      fc.property(drafts, ({ year, first, second, boundary, teacher, readings, parameters }) => {
        const read = (draft: object) => readPolicy(policySchema.parse(draft), 'random', dictionary);
        const superseding = { ...second, id: 'next', supersedes: 'random', effectiveFrom: `${monthOf(year, boundary)}-28` };
        const policy = followPredecessors(read(superseding), dictionary, () => read(first));
        const answer = answerEntitlement(policy, { year, readings, parameters }, teacher as TeacherRecord, { language: 'zh' });
        const inEffect = { ...defaultsOf(second), ...readings };
        let expected: Map<string, string>;
        try {
          const before = monthOf(year, boundary - 1);
          const isShared = (id: string) => [first, second].every((one) => id in (one.allowances as object));
          const groups = [first, second].flatMap(({ stacking }) => stacking as { allowances: string[] }[]);
          // In a group of both kinds, one is there over the year and another is not: no document says that.
          if (groups.some(({ allowances: ids }) => ids.some(isShared) && !ids.every(isShared))) return;
          // A yearly standard by month comes to what the months of each version come to together, see the example in tests/words/spread.yaml.
          const isSpread = (id: string) =>
            [first, second].some((one) => 'spread' in ((one.allowances as Record<string, { pays?: object }>)[id]?.pays ?? {}));
          // Months in which one of the versions does not have it in force are not counted by the other either.
          const hasEnds = (id: string) =>
            [first, second].some((one) => ['from', 'to'].some((end) => end in ((one.allowances as Record<string, object>)[id] ?? {})));
          if (Object.keys(second.allowances as object).some((id) => isShared(id) && (isSpread(id) || hasEnds(id)))) return;
          // What both have is counted over the year; what one has, in its months alone.
          const linesOf = (document: object, only: object) => {
            const evaluate = (one: object) => evaluateWords(one as Document, { year, teacher, readings: inEffect, parameters }).lines;
            const whole = evaluate(document).filter(({ allowance }) => isShared(allowance));
            return [...whole, ...evaluate({ ...document, ...only }).filter(({ allowance }) => !isShared(allowance))];
          };
          const then = boundary === 0 ? [] : linesOf(first, { effectiveTo: `${before}-28` });
          const now = linesOf(second, { effectiveFrom: `${monthOf(year, boundary)}-01` });
          const kept = (lines: typeof now, late: boolean) =>
            lines.flatMap(({ allowance, byMonth }) =>
              byMonth
                .filter(({ month }) => month >= monthOf(year, boundary) === late)
                .map(({ month, amount }): [string, string] => [`${allowance} ${month}`, amount]),
            );
          // What begins after a person has left owes nothing, not even a sum that is earned by the last day.
          const isThere = monthRows(
            second as unknown as Document,
            year,
            teacher,
            {},
            waysToChoose(second as unknown as Document, inEffect)[0],
          ).some(({ month, employed }) => employed && month >= monthOf(year, boundary));
          expected = new Map([...kept(then, false), ...(isThere ? kept(now, true) : [])]);
        } catch (error) {
          if (error instanceof TooLarge) return;
          throw error;
        }
        const found = (answer.value?.lines ?? []).flatMap(({ allowance, byMonth }) =>
          byMonth.map(({ month, amount }): [string, string] => [`${allowance} ${month}`, amount]),
        );
        expect(found.toSorted()).toEqual([...expected].toSorted());
        paid += found.length;
      }),
      { numRuns: runs },
    );
    expect(paid).toBeGreaterThan(runs / 40);
  });

  const policy = amended({ 'meal/rural': '360' }, '2026-07');
  const teacher = { id: 'T1', area: 'rural', post: 'established', commute: 'near', studioHost: true };
  const explain = (year: number, more: object = {}) =>
    explainEntitlement(policy, { year, readings: {}, parameters: {} }, { ...teacher, ...more }, { language: 'zh' });

  it('pays each month by its own version, explained by its own clause', () => {
    const result = explain(2026);
    expect(result.versions).toMatchObject([
      { id: 'jinfeng-2021', from: '2026-01', to: '2026-06' },
      { id: 'jinfeng-next', from: '2026-07', to: '2026-12' },
    ]);
    const meals = result.lines.filter(({ allowance }) => allowance === 'meal');
    // 330 × 6 from January to June, then 360 × 4 from September to December
    expect(meals.map(({ policy: by, amount }) => [by, amount])).toEqual([
      [undefined, '1440.00'],
      ['jinfeng-2021', '1980.00'],
    ]);
    // an annual sum is owed once, under the version in force in the month in which it falls
    expect(result.lines.filter(({ allowance }) => allowance === 'studio-host').map(({ amount }) => amount)).toEqual(['2400.00']);
    expect(result.personalTotal).toBe('8820.00');
    const answers = [...result.lines, ...result.declined].map(({ allowance }) => allowance);
    for (const allowance of allowances) expect(answers).toContain(allowance);
  });

  it('follows the superseded policy alone in the years before, and the new one alone after', () => {
    expect(explain(2025).versions).toMatchObject([{ id: 'jinfeng-2021', from: '2025-01', to: '2025-12' }]);
    expect(explain(2025).personalTotal).toBe('8700.00');
    expect(explain(2027).versions).toBeUndefined();
    expect(explain(2027).personalTotal).toBe('9000.00');
  });

  it('counts what only one version has in the months of that one', () => {
    const { 'studio-host': _, ...allowances } = jinfeng.document.allowances;
    const without = { ...policy, document: { ...policy.document, allowances } } as Policy;
    const { lines } = explainEntitlement(without, { year: 2026, readings: {}, parameters: {} }, teacher as TeacherRecord, {
      language: 'zh',
    });
    const host = lines.filter(({ allowance }) => allowance === 'studio-host');
    // the annual sum of a version that ends with June falls in June
    expect(host).toMatchObject([{ policy: 'jinfeng-2021', byMonth: [{ month: '2026-06', amount: '2400.00' }] }]);
  });

  it('declines for want of employment only where a person is employed under none of the versions', () => {
    const early = explain(2026, { employedTo: '2026-03' });
    expect(early.lines.find(({ allowance }) => allowance === 'meal')).toMatchObject({ policy: 'jinfeng-2021', amount: '990.00' });
    expect(early.declined.find(({ allowance }) => allowance === 'meal')).toBeUndefined();
    expect(explain(2026, { employedTo: '2025-12' }).declined).toContainEqual({ allowance: 'meal', code: 'not-employed' });
  });

  it('tells what is missing once', () => {
    const { missing } = explain(2026, { commute: null });
    const paying = months.filter((month) => month !== 6 && month !== 7).map((month) => monthOf(2026, month));
    expect(missing).toEqual([{ allowance: 'transport', code: 'fact', fact: 'commute', months: paying }]);
  });

  it('warns where the policy before it is not at hand', () => {
    const alone = { ...policy, earlier: null };
    const result = explainEntitlement(alone, { year: 2026, readings: {}, parameters: {} }, teacher as TeacherRecord, { language: 'zh' });
    const early = months.slice(0, 6).map((month) => monthOf(2026, month));
    expect(result.warnings).toEqual([
      { code: 'predecessor-unknown', supersedes: 'jinfeng-2021' },
      { code: 'outside-effective-dates', effectiveFrom: '2026-07-01', months: early },
    ]);
    // it pays from July; from January it would have been 360 × 10 + 300 × 10 + 2400
    expect(result.personalTotal).toBe('5040.00');
    expect(result.notInForce).toEqual({
      months: early,
      wouldBe: { personalTotal: '9000.00', institutionTotal: '5600.00', complete: true },
    });
    expect(explain(2026).warnings).toEqual([]);
    expect(explain(2026).notInForce).toBeUndefined();
    const year = months.map((month) => monthOf(2020, month));
    expect(explain(2020).warnings).toEqual([{ code: 'outside-effective-dates', effectiveFrom: '2021-08-20', months: year }]);
  });

  it('is in force through the month of its end, and after that for nobody', () => {
    const ended = (effectiveTo: string) => ({ ...policy, document: { ...policy.document, effectiveTo } });
    const under = (one: Policy, year: number, more: object = {}) =>
      explainEntitlement(one, { year, readings: {}, parameters: {}, ...more }, teacher as TeacherRecord, { language: 'zh' });
    const half = under(ended('2027-06-15'), 2027);
    // 360 × 6 + 300 × 6, and the annual sum in June, the last month in force
    expect(half.personalTotal).toBe('6360.00');
    expect(half.lines.find(({ allowance }) => allowance === 'studio-host')?.byMonth).toEqual([{ month: '2027-06', amount: '2400.00' }]);
    const after = under(ended('2027-06-15'), 2028);
    expect(after).toMatchObject({ personalTotal: '0.00', complete: true, notInForce: { wouldBe: { personalTotal: '9000.00' } } });
    expect(new Set(after.declined.map(({ code }) => code))).toEqual(new Set(['not-in-force']));
    expect(under(ended('2027-06-15'), 2028, { asIfInForce: true })).toMatchObject({ personalTotal: '9000.00', asIfInForce: true });
    // an end before the date of effect of the next one leaves months to nobody
    const gap = {
      ...policy,
      earlier: ended('2026-03-31').document && { ...jinfeng, document: { ...jinfeng.document, effectiveTo: '2026-03-31' } },
    };
    expect(under(gap as Policy, 2026).notInForce?.months).toEqual(['2026-04', '2026-05', '2026-06']);
    // the first ten months are counted over both, and not over the gap
    expect(
      under(gap as Policy, 2026, { readings: { 'payment-months': 'first-ten' } }).lines.filter(({ allowance }) => allowance === 'meal'),
    ).toMatchObject([{ amount: '2160.00' }, { amount: '990.00' }]);
  });
});

describe('a line of policies', () => {
  const document = (id: string, supersedes: string | undefined, effectiveFrom: string | null) =>
    ({ ...jinfeng.document, id, supersedes, effectiveFrom }) as PolicyDocument;
  const link = (...documents: PolicyDocument[]) =>
    linkPolicies(
      documents.map((one) => ({ document: one, version: one.id })),
      dictionary,
    );
  const inForce = (policy: Policy, year: number) => versionsInForce(policy, year).map((one) => [one.policy.document.id, one.months]);

  it('hands over in the month of each date of effect', () => {
    const policies = link(document('a', undefined, '2020-01-01'), document('b', 'a', '2026-03-15'), document('c', 'b', '2026-09-01'));
    expect(inForce(policies.get('c') as Policy, 2026)).toEqual([
      ['c', 0b1111_0000_0000],
      ['b', 0b0000_1111_1100],
      ['a', 0b0000_0000_0011],
    ]);
    expect(inForce(policies.get('c') as Policy, 2019)).toEqual([['a', 0xfff]]);
    expect(inForce(policies.get('b') as Policy, 2027)).toEqual([['b', 0xfff]]);
  });

  it('ends where a policy would follow itself, or has no date', () => {
    const loop = link(document('a', 'b', '2025-01-01'), document('b', 'a', '2026-01-01'));
    expect(inForce(loop.get('b') as Policy, 2025)).toEqual([['a', 0xfff]]);
    const undated = link(document('a', undefined, null), document('b', 'a', null));
    expect(inForce(undated.get('b') as Policy, 2020)).toEqual([['b', 0xfff]]);
  });
});

function referenceYears(request: Parameters<typeof referenceEntitlement>[0]): Record<Allowance, (number | null)[]> {
  const { lines } = referenceEntitlement(request);
  const missing = referenceMissingMonths(request);
  const yearOf = (allowance: Allowance) =>
    months.map((at) => {
      const month = monthOf(request.year, at);
      if (missing[allowance].includes(month)) return null;
      const amount = lines.find((line) => line.allowance === allowance)?.byMonth.find((one) => one.month === month)?.amount;
      return amount === undefined ? 0 : Number(amount.replace('.', ''));
    });
  return Object.fromEntries(allowances.map((allowance) => [allowance, yearOf(allowance)])) as Record<Allowance, (number | null)[]>;
}

function defaultsOf(draft: object): Record<string, string> {
  const { readings } = draft as { readings: Record<string, { default: string }> };
  return Object.fromEntries(Object.entries(readings).map(([id, reading]) => [id, reading.default]));
}
