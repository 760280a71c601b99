import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { planRun } from '../../src/engine/plan.ts';
import { unreadFacts, unusedOf, unusedReader } from '../../src/engine/unused.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { teacherArbitraryOf } from '../reference/arbitraries.ts';
import { documentOf } from '../words/word-file.ts';

const meal = 'pays: {every: month, amount: {parameter: meal, by: [area]}}';
const parameters = { meal: { unit: 'yuan', period: 'month', by: ['area'], values: { urban: '180', rural: '330' } } };

/** The facts that a result names as given in vain. */
function unusedUnder(rule: string, teacher: object): readonly string[] {
  const document = documentOf({ example: `allowances: {it: {${rule}}}`, policy: { parameters }, cases: [] });
  const policy = readPolicy(document, 'words', dictionary);
  const read = readEntitlementRequest(policy, { year: 2025, teacher: { id: 'T1', area: 'urban', ...teacher } });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' }).unused;
}

describe('facts that are given and that no rule reads', () => {
  it('are named in the order of the dictionary', () => {
    const given = { payStepIncrement: '10.00', degree: 'masters', teachingSince: '2019-09-01' };
    const order = dictionary.facts.map(({ id }) => id).filter((id) => id in given);
    expect(unusedUnder(meal, given)).toEqual(order);
  });

  it('are named where only a change gives them', () => {
    expect(unusedUnder(meal, { changes: [{ from: '2025-05', studioHost: true }] })).toEqual(['studioHost']);
  });

  it('are not those that a rule reads, in a condition, a table, or as the date of a one-off', () => {
    expect(unusedUnder(meal, {})).toEqual([]);
    expect(unusedUnder(`when: {degree: masters}, ${meal}`, { degree: 'masters' })).toEqual([]);
    expect(unusedUnder('pays: {at: recruitedOn, amount: {parameter: meal, by: [area]}}', { recruitedOn: '2025-03-01' })).toEqual([]);
  });

  it('are not those that say only what the default says', () => {
    expect(unusedUnder(meal, { degree: 'none', studioHost: false })).toEqual([]);
    expect(unusedUnder(meal, { studioHost: true })).toEqual(['studioHost']);
  });

  it('are not the dates of the employment, which are always read', () => {
    expect(unusedUnder(meal, { employedFrom: '2020-09', employedTo: '2025-10', leftOn: '2025-10-10' })).toEqual([]);
  });

  it('are a village where its town is not given', () => {
    const rule = `when: {resettlement: true}, ${meal}`;
    expect(unusedUnder(rule, { village: '甲村' })).toEqual(['village']);
    expect(unusedUnder(rule, { town: '甲镇', village: '甲村' })).toEqual([]);
    expect(unusedUnder(meal, { town: '甲镇', village: '甲村' })).toEqual(['town', 'village']);
  });

  it('are the same of teachers in codes, who are counted in budgets', () => {
    const rule = `when: {resettlement: true}, ${meal}`;
    const document = documentOf({ example: `allowances: {it: {${rule}}}`, policy: { parameters }, cases: [] });
    const plan = planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });
    const facts = unreadFacts(plan);
    const reader = new TeacherReader(dictionary, []);
    const read = unusedReader(plan);
    const seen = new Uint8Array(facts.length);
    const places = { town: '甲镇', village: '甲村' };
    const teachers = fc.tuple(teacherArbitraryOf(2025), fc.subarray(['town', 'village'] as const)).map(([teacher, given]) => ({
      id: 'T1',
      ...teacher,
      ...Object.fromEntries(given.map((fact) => [fact, places[fact]])),
    }));
    fc.assert(
      fc.property(teachers, (teacher) => {
        expect(reader.read(teacher)).toBe(true);
        read(reader, seen);
        expect(facts.filter((_, place) => seen[place] === 1)).toEqual(unusedOf(plan, reader.toTeacher()));
      }),
      { numRuns: randomRuns(500, 20_000) },
    );
  });
});
