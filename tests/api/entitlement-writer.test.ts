import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEntitlement } from '../../src/api/writing/entitlement-writer.ts';
import { explainTeacher } from '../../src/contract/teacher/entitlement.ts';
import { readOneTeacher } from '../../src/contract/teacher/one-teacher.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import { LANGUAGES } from '../../src/contract/wire/wording.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { encodeTeacher, type Teacher } from '../../src/facts/teacher.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { AmountTooLargeError } from '../../src/words/amounts/too-large.ts';
import { AMONG_FEW, randomRuns } from '../random-runs.ts';
import { requestArbitrary } from '../reference/arbitraries.ts';
import { orderArbitrary } from '../words/random-people.ts';
import { personArbitrary } from '../words/random-policy.ts';

const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(250, 100_000);

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Both ways in both languages, the second teacher after what the first has left behind. */
function compare(plan: Plan, id: string, teacher: Teacher): string {
  let text = '';
  for (const language of LANGUAGES) {
    const expected = JSON.stringify(explainTeacher(plan, id, teacher, { language }));
    text = textOf(writeEntitlement(plan, id, teacher, { language }));
    expect(text).toBe(expected);
    expect(textOf(writeEntitlement(plan, id, teacher, { language }))).toBe(expected);
  }
  return text;
}

describe('a result as bytes', () => {
  it('is to the byte the JSON of the result as objects', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const read = readOneTeacher(jinfeng, JSON.parse(JSON.stringify(request)));
        if (read.value === null) throw new Error(JSON.stringify(read.issues));
        const { id, teacher, settings } = read.value;
        compare(planRun(jinfeng, settings), id, teacher);
      }),
      { numRuns: runs },
    );
  });

  it('is so under random policies made of all words', () => {
    const orders = orderArbitrary((year) => personArbitrary(year));
    const seen = { uncapped: 0, repayments: 0, outranked: 0, noted: 0 };
    fc.assert(
      fc.property(orders, ({ year, document, rules, payScales, more: teacher }) => {
        const policy = readPolicy(policySchema.parse(document), 'random', dictionary);
        const read = readSettings(policy, rules);
        if (read.value === null) throw new Error(JSON.stringify(read.issues));
        const plan = planRun(policy, { year, payScales: payScales ?? [], ...read.value });
        try {
          const text = compare(plan, teacher.id as string, encodeTeacher(policy.dictionary, teacher as TeacherRecord));
          if (text.includes('"uncapped":')) seen.uncapped++;
          if (text.includes('"code":"outranked"')) seen.outranked++;
          if (text.includes('"code":"capped"')) seen.noted++;
          if (!text.includes('"repayments":[]')) seen.repayments++;
        } catch (error) {
          if (!(error instanceof AmountTooLargeError)) throw error;
        }
      }),
      { numRuns: runs },
    );
    if (!AMONG_FEW) for (const times of Object.values(seen)) expect(times, JSON.stringify(seen)).toBeGreaterThan(0);
  });

  it('escapes what needs it, and joins a policy to the one that it supersedes', () => {
    const document = structuredClone(jinfeng.document) as { effectiveFrom: string | null; supersedes?: string; id: string };
    document.id = 'later';
    document.effectiveFrom = '2025-07-01';
    document.supersedes = 'jinfeng-2021';
    const later: Policy = { ...readPolicy(document as Policy['document'], 'v', dictionary), earlier: jinfeng };
    const teacher = { id: 'T"1\\\n𠮷', post: 'established', area: 'rural', town: '"良田镇"', commute: 'near', classTeacher: true };
    const plan = planRun(later, { year: 2025, readings: {}, parameters: { 'meal/rural': '360.00' } });
    const text = compare(plan, teacher.id, encodeTeacher(dictionary, teacher));
    expect(JSON.parse(text)).toMatchObject({ teacherId: teacher.id, versions: [{ id: 'jinfeng-2021' }, { id: 'later' }] });
  });
});
