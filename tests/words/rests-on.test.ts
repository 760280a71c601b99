import { describe, expect, it } from 'vitest';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from './word-file.ts';

const option = (id: string) => ({ zh: id, en: id });
const optionsOf = (...ids: string[]) => ({ default: ids[0], options: Object.fromEntries(ids.map((id) => [id, option(id)])) });
/** The readings and figures that the examples choose from; each names a few of them. */
const readings = {
  how: optionsOf('larger', 'smaller'),
  whether: optionsOf('passed', 'anyone'),
  'first-month': optionsOf('next-month', 'same-month'),
  'last-month': optionsOf('same-month', 'previous-month'),
  which: optionsOf('steady', 'growing'),
};
const yuan = (value: string) => ({ unit: 'yuan', period: 'month', value });
const parameters = {
  rate: yuan('100'),
  other: yuan('50'),
  meal: { unit: 'yuan', period: 'month', by: ['area'], values: { urban: '180', rural: '330' } },
  uplift: { unit: 'percent', value: '5' },
  since: { unit: 'year', value: '2023' },
};
const payScales = [{ id: 'ours', from: '2025-01', steps: { '13': '600.00', '14': '657.50' } }];

/** What a line says it rests on: the facts of its months and the readings that were consulted. */
function restsOn(rule: string, teacher: object, more: object = {}) {
  const policy = readPolicy(
    documentOf({ example: `allowances: {it: {${rule}}}`, policy: { readings, parameters }, cases: [] }),
    'words',
    dictionary,
  );
  const read = readEntitlementRequest(policy, { year: 2025, teacher: { id: 'T1', ...teacher }, readings: {}, parameters: {}, ...more });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const { lines } = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
  return lines.map(({ segments: [segment], readings }) => ({ facts: segment?.facts, readings }));
}

const monthly = (amount: string) => `pays: {every: month, amount: ${amount}}`;

describe('a line names every fact and every reading that it rests on', () => {
  it.each([
    ['a money fact', monthly('{fact: payStepIncrement}'), { payStepIncrement: '10.00' }, ['payStepIncrement'], []],
    ['a table', monthly('{parameter: meal, by: [area]}'), { area: 'urban' }, ['area'], []],
    ['a percentage of a table', monthly('{percent: uplift, of: {parameter: meal, by: [area]}}'), { area: 'urban' }, ['area'], []],
    ['a table that grows', monthly('{grow: {parameter: meal, by: [area]}, yearly: uplift, since: since}'), { area: 'urban' }, ['area'], []],
    [
      'what is left of one after another',
      monthly('{rest: {parameter: meal, by: [area]}, less: {fact: payStepIncrement}}'),
      { area: 'urban', payStepIncrement: '10.00' },
      ['area', 'payStepIncrement'],
      [],
    ],
    [
      'a count and its price',
      monthly('{units: payStep, at: {parameter: meal, by: [area]}}'),
      { payStep: 3, area: 'rural' },
      ['payStep', 'area'],
      [],
    ],
    [
      'a value and its amount',
      monthly('{match: degree, amounts: {masters: {fact: payStepIncrement}, doctorate: {parameter: rate}}}'),
      { degree: 'masters', payStepIncrement: '10.00' },
      ['degree', 'payStepIncrement'],
      [],
    ],
    [
      'years of teaching and what they come to',
      monthly('{seniority: teachingSince, each: {parameter: meal, by: [area]}}'),
      { teachingSince: '2019-09-01', area: 'urban' },
      ['teachingSince', 'area'],
      [],
    ],
    [
      'parts and how they are combined',
      monthly('{combine: {reading: how}, of: [{parameter: rate}, {fact: payStepIncrement}]}'),
      { payStepIncrement: '10.00' },
      ['payStepIncrement'],
      ['how'],
    ],
    [
      'an amount that a reading chooses',
      monthly('{reading: which, steady: {parameter: rate}, growing: {fact: payStepIncrement}}'),
      {},
      [],
      ['which'],
    ],
    [
      'a choice within an amount',
      monthly(
        '{percent: uplift, of: {reading: which, steady: {combine: {reading: how}, of: [{parameter: rate}, {parameter: other}]}, growing: {parameter: rate}}}',
      ),
      {},
      [],
      ['which', 'how'],
    ],
    [
      'a condition that a reading chooses',
      `when: {reading: whether, passed: {assessment: passed}, anyone: always}, ${monthly('{parameter: rate}')}`,
      { assessment: 'passed' },
      ['assessment'],
      ['whether'],
    ],
    [
      'alternatives, and what must not be',
      `when: [{any: [{assessment: passed}, {studioHost: true}]}, {not: {backboneLevel: none}}], ${monthly('{parameter: rate}')}`,
      { assessment: 'passed', backboneLevel: 'city' },
      ['assessment', 'studioHost', 'backboneLevel'],
      [],
    ],
    [
      'its start and its end',
      `${monthly('{parameter: rate}')}, starts: {after: arrivedOn, from: {reading: first-month}}, stops: {at: leftOn, last: {reading: last-month}}`,
      { arrivedOn: '2025-02-10', leftOn: '2025-08-10' },
      ['arrivedOn', 'leftOn'],
      ['first-month', 'last-month'],
    ],
    [
      'a start without an end',
      `${monthly('{parameter: rate}')}, starts: {after: arrivedOn, from: {reading: first-month}}`,
      { arrivedOn: '2025-02-10' },
      ['arrivedOn'],
      ['first-month'],
    ],
    [
      'an end without a start',
      `${monthly('{parameter: rate}')}, stops: {at: leftOn, last: {reading: last-month}}`,
      { leftOn: '2025-08-10' },
      ['leftOn'],
      ['last-month'],
    ],
  ] as const)('%s', (_name, rule, teacher, facts, consulted) => {
    const [line] = restsOn(rule, teacher);
    expect(Object.keys(line?.facts ?? {})).toEqual(facts);
    expect(line?.readings).toEqual(consulted);
  });

  it('a reading that asks for nothing under its option', () => {
    const rule = `when: {reading: whether, passed: {assessment: passed}, anyone: always}, ${monthly('{parameter: rate}')}`;
    expect(restsOn(rule, {}, { readings: { whether: 'anyone' } })).toEqual([{ facts: {}, readings: ['whether'] }]);
  });

  it('the step of a pay scale, only while one is in force', () => {
    const rule = monthly('{stepUp: payStep, given: payStepIncrement}');
    expect(restsOn(rule, { payStep: 13 }, { payScales })).toMatchObject([{ facts: { payStepIncrement: null, payStep: 13 } }]);
    const [line] = restsOn(rule, { payStep: 13, payStepIncrement: '10.00' });
    expect(Object.keys(line?.facts ?? {})).toEqual(['payStepIncrement']);
  });
});
