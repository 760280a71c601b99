import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askQuestions } from '../../src/contract/teacher/questions.ts';
import { answerMissing, answerWhatIf, type Supposition } from '../../src/contract/teacher/what-if.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { requestArbitrary } from '../reference/arbitraries.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const spoken = { language: 'zh' } as const;

/** Worked example 1, with an assessment that is not known yet. */
const teacher = {
  id: 'T1',
  area: 'rural',
  post: 'established',
  town: '良田镇',
  backboneLevel: 'district',
  commute: 'near',
  payStepIncrement: '27.00',
};
const bodyOf = (facts: object) => ({ year: 2025, teacher: { ...teacher, ...facts } });

function whatIf(body: unknown, supposition: Supposition) {
  const answer = answerWhatIf(policy, body, supposition, spoken);
  if (answer.value === null) throw new Error(JSON.stringify(answer.issues));
  return answer.value;
}

describe('what would change if', () => {
  it('an assessment is passed in September', () => {
    const found = whatIf(bodyOf({ assessment: 'failed' }), { fact: 'assessment', value: 'passed', from: '2025-09' });
    expect(found).toMatchObject({
      personalBefore: '6624.00',
      personalAfter: '7824.00',
      personalDifference: '1200.00',
      institutionDifference: '0.00',
    });
    expect(found.items).toEqual([{ allowance: 'backbone', before: null, after: '1200.00', difference: '1200.00' }]);
  });

  it('somebody moves to the town in July, and becomes a host of a studio', () => {
    const moved = whatIf(bodyOf({ assessment: 'passed' }), { fact: 'area', value: 'urban', from: '2025-07' });
    expect(moved.items).toEqual([
      { allowance: 'backbone', before: '3000.00', after: '2600.00', difference: '-400.00' },
      { allowance: 'meal', before: '3300.00', after: '2700.00', difference: '-600.00' },
    ]);
    const host = whatIf(bodyOf({ assessment: 'passed' }), { fact: 'studioHost', value: true, from: null });
    expect(host).toMatchObject({ personalDifference: '2400.00', institutionDifference: '5600.00' });
  });

  it('a change of that month is there already: the others of its facts stay', () => {
    const body = bodyOf({ assessment: 'failed', changes: [{ from: '2025-09', area: 'urban' }] });
    const found = whatIf(body, { fact: 'assessment', value: 'passed', from: '2025-09' });
    expect(found.items).toEqual([{ allowance: 'backbone', before: null, after: '800.00', difference: '800.00' }]);
  });

  it('a town is another from the start: the village of the one before lapses', () => {
    const body = bodyOf({ assessment: 'passed', town: '丰登镇', village: '和丰村' });
    const found = whatIf(body, { fact: 'town', value: '丰登镇', from: null });
    expect(found.missingAfter).toMatchObject([{ allowance: 'resettlement-uplift', code: 'fact', fact: 'village' }]);
    expect(found.missingAfter[0]?.months).toHaveLength(12);
    expect(found.items).toEqual([{ allowance: 'resettlement-uplift', before: '324.00', after: null, difference: '-324.00' }]);
  });

  it('says what is wrong with what is supposed', () => {
    const answer = answerWhatIf(policy, bodyOf({}), { fact: 'payStepIncrement', value: '-1', from: '2025-13' }, spoken);
    expect(answer.issues.map(({ path, code }) => [path.join('/'), code])).toEqual([
      ['teacher/changes/0/from', 'invalid-month'],
      ['teacher/changes/0/payStepIncrement', 'negative-money'],
    ]);
  });

  it('each value of a missing fact, from the month in which it is missing', () => {
    const all = answerMissing(policy, bodyOf({ commute: null, assessment: 'pending' }), spoken);
    expect(all.map(({ supposition, personalDifference, missingAfter }) => [supposition, personalDifference, missingAfter.length])).toEqual([
      [{ fact: 'assessment', value: 'passed', from: null }, '3000.00', 1],
      [{ fact: 'assessment', value: 'failed', from: null }, '0.00', 1],
      [{ fact: 'commute', value: 'near', from: null }, '3000.00', 1],
      [{ fact: 'commute', value: 'far', from: null }, '6000.00', 1],
    ]);
    const later = answerMissing(policy, bodyOf({ assessment: 'passed', changes: [{ from: '2025-09', assessment: null }] }), spoken);
    expect(later.map(({ supposition, personalDifference }) => [supposition.from, supposition.value, personalDifference])).toEqual([
      ['2025-09', 'passed', '1200.00'],
      ['2025-09', 'failed', '0.00'],
    ]);
  });

  it('has nothing to suppose for a request with faults, nor where a missing fact has no list of values', () => {
    expect(answerMissing(policy, { year: 2025, teacher: { id: 'T1' } }, spoken)).toEqual([]);
    expect(answerMissing(policy, bodyOf({ assessment: 'passed', payStepIncrement: null }), spoken)).toEqual([]);
  });

  it('the differences of the items come to that of the totals, on 500 random requests', () => {
    let changed = 0;
    const suppositions = fc.record({
      fact: fc.constantFrom('area', 'assessment', 'backboneLevel', 'studioHost', 'commute'),
      value: fc.constantFrom('urban', 'rural', 'passed', 'failed', 'city', true, 'near', 'far'),
      from: fc.constantFrom(null, '2025-03', '2025-09'),
    });
    fc.assert(
      fc.property(requestArbitrary, suppositions, (body, supposition) => {
        const answer = answerWhatIf(policy, body, supposition, spoken);
        if (answer.value === null) return;
        const { items, personalDifference, institutionDifference } = answer.value;
        const fen = (amount: string) => BigInt(amount.replace('.', ''));
        const sum = items.reduce((total, { difference }) => total + fen(difference), 0n);
        expect(sum).toBe(fen(personalDifference) + fen(institutionDifference));
        if (sum !== 0n) changed++;
      }),
      { numRuns: 500 },
    );
    expect(changed).toBeGreaterThan(20);
  });
});

describe('a request that is being filled in', () => {
  const asked = (body: unknown) => askQuestions(policy, body)?.map((one) => ('fact' in one ? one.fact : one.reading));

  it('is asked about though required facts are absent and others are wrong', () => {
    expect(asked({ year: 2025, teacher: {} })?.slice(0, 3)).toEqual(['post', 'area', 'commute']);
    const wrong = {
      id: 'T1',
      post: 'established',
      area: 'rural',
      commute: 'nowhere',
      town: '良田镇',
      payStepIncrement: '-5',
      colour: 'red',
    };
    const settings = { readings: { 'payment-months': 'never' }, parameters: { 'meal/rural': 'x' } };
    expect(asked({ year: 2025, teacher: { ...wrong, changes: [{ from: 'May' }] }, ...settings })).toEqual(
      asked({ year: 2025, teacher: { id: 'T1', post: 'established', area: 'rural', town: '良田镇' } }),
    );
  });

  it('follows the readings', () => {
    const facts = { ...teacher, backboneLevel: 'none', masterLevel: 'district' };
    expect(asked({ year: 2025, teacher: facts })).not.toContain('assessment');
    expect(asked({ year: 2025, teacher: facts, readings: { 'master-assessment': 'required' } })).toContain('assessment');
  });

  it('is not asked about without a year', () => {
    expect(asked({ year: null, teacher })).toBeUndefined();
    expect(asked({ year: 1999, teacher })).toBeUndefined();
    expect(asked({ teacher })).toBeUndefined();
  });
});
