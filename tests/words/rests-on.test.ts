import { describe, expect, it } from 'vitest';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { planRun } from '../../src/engine/plan.ts';
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
  unit: optionsOf('yuan', 'jiao'),
  rounding: optionsOf('up', 'down'),
  step: optionsOf('next', 'difference'),
  beyond: optionsOf('nothing', 'last-difference'),
  left: optionsOf('unserved', 'served'),
  by: optionsOf('years', 'months'),
  begun: optionsOf('served', 'unserved'),
};
const yuan = (value: string) => ({ unit: 'yuan', period: 'month', value });
const parameters = {
  rate: yuan('100'),
  other: yuan('50'),
  meal: { unit: 'yuan', period: 'month', by: ['area'], values: { urban: '180', rural: '330' } },
  uplift: { unit: 'percent', value: '5' },
  since: { unit: 'year', value: '2023' },
};
const derive = { years: { years: 'teachingSince' } };
const payScales = [{ id: 'ours', from: '2025-01', steps: { '13': '600.00', '14': '657.50' } }];

const policyOf = (rule: string) =>
  readPolicy(
    documentOf({ example: `allowances: {it: {${rule}}}`, policy: { readings, parameters, derive }, cases: [] }),
    'words',
    dictionary,
  );

function linesOf(rule: string, teacher: object, more: object = {}) {
  const policy = policyOf(rule);
  const read = readEntitlementRequest(policy, { year: 2025, teacher: { id: 'T1', ...teacher }, readings: {}, parameters: {}, ...more });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' }).lines;
}

/** What a line says it rests on: the facts of its months and the readings that were consulted. */
function restsOn(rule: string, teacher: object, more: object = {}) {
  return linesOf(rule, teacher, more).map(({ segments: [segment], readings }) => ({ facts: segment?.facts, readings }));
}

const monthly = (amount: string) => `pays: {every: month, amount: ${amount}}`;

describe('a line names every fact and every reading that it rests on', () => {
  it.each([
    ['a money fact', monthly('{fact: payStepIncrement}'), { payStepIncrement: '10.00' }, ['payStepIncrement'], []],
    ['a table', monthly('{parameter: meal, by: [area]}'), { area: 'urban' }, ['area'], []],
    ['a percentage of a table', monthly('{percent: uplift, of: {parameter: meal, by: [area]}}'), { area: 'urban' }, ['area'], []],
    ['a table that grows', monthly('{grow: {parameter: meal, by: [area]}, yearly: uplift, at: since}'), { area: 'urban' }, ['area'], []],
    [
      'what is left of one after another',
      monthly('{rest: {parameter: meal, by: [area]}, less: {fact: payStepIncrement}}'),
      { area: 'urban', payStepIncrement: '10.00' },
      ['area', 'payStepIncrement'],
      [],
    ],
    [
      'a count and its price',
      monthly('{times: {fact: payStep}, of: {parameter: meal, by: [area]}}'),
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
      monthly('{each: years, amount: {parameter: meal, by: [area]}}'),
      { teachingSince: '2019-09-01', area: 'urban' },
      ['years', 'teachingSince', 'area'],
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
      'to what, and how, it is rounded',
      monthly('{round: {reading: unit}, mode: {reading: rounding}, of: {fact: payStepIncrement}}'),
      { payStepIncrement: '10.00' },
      ['payStepIncrement'],
      ['unit', 'rounding'],
    ],
    [
      'a step of a scale, and what there is above the last one',
      monthly('{scale: step-pay, at: payStep, step: {reading: step}, beyond: {reading: beyond}, given: payStepIncrement}'),
      { payStepIncrement: '10.00' },
      ['payStepIncrement'],
      ['step', 'beyond'],
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
    const rule = monthly('{scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStepIncrement}');
    expect(restsOn(rule, { payStep: 13 }, { payScales })).toMatchObject([{ facts: { payStepIncrement: null, payStep: 13 } }]);
    const [line] = restsOn(rule, { payStep: 13, payStepIncrement: '10.00' });
    expect(Object.keys(line?.facts ?? {})).toEqual(['payStepIncrement']);
  });
});

it.each([
  ['so much for each unit not served', '{unserved: {reading: by}, begun: {reading: begun}, amount: {parameter: rate}}', ['by', 'begun']],
  [
    'a part of what was paid',
    '{part: {reading: left}, unit: {reading: by}, begun: {reading: begun}, of: {paid: pay}}',
    ['left', 'by', 'begun'],
  ],
])('a claim names every reading that it rests on: %s', (_title, owes, consulted) => {
  const service = '{from: teachingSince, years: 6}';
  const claim = `at: leftOn, service: ${service}, owes: ${owes}`;
  const example = `{allowances: {pay: {${monthly('{parameter: rate}')}}}, claims: {leaving: {${claim}}}}`;
  const document = documentOf({ example, policy: { readings, parameters }, cases: [] });
  const policy = readPolicy(document, 'words', dictionary);
  const person = { id: 'T1', employedFrom: '2022-09', teachingSince: '2022-09-01', leftOn: '2025-08-31' };
  const read = readEntitlementRequest(policy, { year: 2025, teacher: person, readings: {}, parameters: {} });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const { repayments } = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
  expect(repayments.map((one) => one.readings)).toEqual([consulted]);
});

describe('an amount names every figure that it rests on, once', () => {
  it.each([
    ['a figure', '{parameter: rate}', ['rate']],
    ['a percentage', '{percent: uplift, of: {parameter: rate}}', ['uplift', 'rate']],
    ['growth', '{grow: {parameter: rate}, yearly: uplift, at: since}', ['uplift', 'since', 'rate']],
    ['what is left of one after another', '{rest: {parameter: rate}, less: {parameter: other}}', ['rate', 'other']],
    ['a count and its price', '{times: {fact: payStep}, of: {parameter: rate}}', ['rate']],
    ['a value and its amount', '{match: degree, amounts: {masters: {parameter: rate}, doctorate: {parameter: other}}}', ['rate', 'other']],
    ['each year of teaching', '{each: years, amount: {parameter: rate}}', ['rate']],
    [
      'bands of years',
      '{by: years, bands: [{from: 0, amount: {parameter: rate}}, {from: 5, amount: {parameter: other}}]}',
      ['rate', 'other'],
    ],
    ['parts', '{combine: sum, of: [{parameter: rate}, {parameter: other}, {parameter: rate}]}', ['rate', 'other']],
    ['a choice, the option chosen', '{reading: which, steady: {parameter: rate}, growing: {parameter: other}}', ['rate']],
    ['a fact', '{fact: payStepIncrement}', []],
  ])('%s', (_name, amount, figures) => {
    const plan = planRun(policyOf(monthly(amount)), { year: 2025, readings: {}, parameters: {} });
    expect(plan.allowances.map((allowance) => allowance.amount.parameters)).toEqual([figures]);
  });
});

describe('a further year of teaching counts from its month on', () => {
  // Five years until October, in which the sixth is complete: 500 and 600 yuan.
  const years = '{each: years, amount: {parameter: rate}}';
  it.each([
    ['by itself', years, ['9 × 500.00', '3 × 600.00']],
    ['of which a percentage is paid', `{percent: uplift, of: ${years}}`, ['9 × 25.00', '3 × 30.00']],
    ['from which something is taken', `{rest: ${years}, less: {parameter: other}}`, ['9 × 450.00', '3 × 550.00']],
    [
      'that is taken from another',
      `{rest: {combine: sum, of: [${years}, {parameter: meal, by: [area]}]}, less: ${years}}`,
      ['9 × 180.00', '3 × 180.00'],
    ],
    ['as the amount of a value', `{match: degree, amounts: {masters: ${years}}}`, ['9 × 500.00', '3 × 600.00']],
    ['as a price', `{times: {fact: payStep}, of: ${years}}`, ['9 × 1500.00', '3 × 1800.00']],
    ['as one of several', `{combine: larger, of: [{parameter: other}, ${years}]}`, ['9 × 500.00', '3 × 600.00']],
    ['as the option chosen', `{reading: which, steady: ${years}, growing: {parameter: rate}}`, ['9 × 500.00', '3 × 600.00']],
    ['within another', `{by: years, bands: [{from: 0, amount: ${years}}]}`, ['9 × 500.00', '3 × 600.00']],
  ])('%s', (_name, amount, rates) => {
    const [line] = linesOf(monthly(amount), { teachingSince: '2019-09-02', area: 'urban', degree: 'masters', payStep: 3 });
    expect(line?.segments.map(({ months, rate }) => `${months} × ${rate}`)).toEqual(rates);
  });
});
