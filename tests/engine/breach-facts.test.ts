import { describe, expect, it } from 'vitest';
import { planRun } from '../../src/engine/plan.ts';
import { breachFacts } from '../../src/engine/repay.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const bond = (date: string) => `{pays: {at: ${date}, amount: {parameter: rate}, service: {years: 5, repay: all}}}`;
const document = documentOf({
  example: `allowances: {settling: ${bond('recruitedOn')}, moving: ${bond('arrivedOn')}, free: {pays: {at: recruitedOn, amount: {parameter: rate}}}}`,
  policy: { parameters: { rate: { unit: 'yuan', period: 'once', value: '100' } } },
  cases: [],
});
const plan = planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });

const open = (teacher: object) => breachFacts(plan, encodeTeacher(dictionary, { id: 'T1', ...teacher }));

describe('what says whether a service is left unfinished', () => {
  it('is when the teacher leaves, where that is not known', () => {
    expect(open({ recruitedOn: '2023-03-15' })).toEqual([
      { fact: 'employedTo', allowance: 'settling' },
      { fact: 'employedTo', allowance: 'moving' },
    ]);
  });

  it('is nothing where that is in another year', () => {
    expect(open({ employedTo: '2024-12' })).toEqual([]);
    expect(open({ employedTo: '2026-01' })).toEqual([]);
  });

  it('is the date of each one-off that is not given, where it is in the year', () => {
    const dates = { recruitedOn: '2023-03-15', arrivedOn: '2022-05-01' };
    expect(open({ employedTo: '2025-06', ...dates })).toEqual([]);
    expect(open({ employedTo: '2025-01', recruitedOn: dates.recruitedOn })).toEqual([{ fact: 'arrivedOn', allowance: 'moving' }]);
    expect(open({ employedTo: '2025-12' })).toEqual([
      { fact: 'recruitedOn', allowance: 'settling' },
      { fact: 'arrivedOn', allowance: 'moving' },
    ]);
  });
});
