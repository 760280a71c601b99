import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../src/facts/dictionary.ts';
import { decodeFact } from '../../src/facts/value.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { pointsOf } from '../../src/policy/checks/points.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';
import { matcherOf } from '../../src/words/conditions/fact-test.ts';
import type { FactTest } from '../../src/words/grammar/fact-test.ts';
import { withOwnFacts } from '../facts/own-facts.ts';

const points = (id: string, ...tests: FactTest[]) => {
  const fact = factOf(withOwnFacts, id);
  return pointsOf(fact, tests).map((value) => decodeFact(fact, value));
};

describe('the values of a number that a check tries', () => {
  it('are the ends of intervals and one value in each range between, in whole numbers where there are some', () => {
    expect(points('countyKm', { atLeast: '40', below: '50' })).toEqual(['39', '40', '45', '50', '51']);
    expect(points('countyKm', { below: '0.0001' })).toEqual(['0', '0.0001', '1.0001']);
    expect(points('countyKm', { atMost: '300.5' }, '0')).toEqual(['0', '150', '300.5']);
    expect(points('countyKm')).toEqual(['0']);
    expect(points('lessons', { atLeast: 12, below: 14 }, 13)).toEqual([11, 12, 13, 14, 15]);
    expect(points('monthlySalary', { above: '3000.5' })).toEqual(['2999.50', '3000.50', '3001.50']);
    expect(points('since', { atLeast: '2020-12', below: '2021-02' })).toEqual(['2020-11', '2020-12', '2021-01', '2021-02', '2021-03']);
    expect(points('begun', { atLeast: '2024-02-29' }, '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']);
  });

  it('stand for every other value: none makes a test come out otherwise than all of them', () => {
    const edge = fc.nat({ max: 3_005_000 }).map((units) => String(decodeFact(factOf(withOwnFacts, 'countyKm'), units)));
    const interval = fc
      .tuple(fc.constantFrom('atLeast', 'above'), edge, fc.constantFrom('atMost', 'below'), edge)
      .map(([from, a, to, b]) => {
        return { [from]: a, [to]: b } as FactTest;
      });
    fc.assert(
      fc.property(fc.array(fc.oneof(interval, edge), { minLength: 1, maxLength: 4 }), fc.nat({ max: 3_005_000 }), (tests, value) => {
        const fact = factOf(withOwnFacts, 'countyKm');
        const matchers = tests.map((test) => matcherOf(fact, test));
        const outcome = (one: number) => matchers.map((matches) => matches(one)).join();
        expect(pointsOf(fact, tests).map((one) => outcome(one as number))).toContain(outcome(value));
      }),
    );
  });
});

const policy = (when: string) => `
id: by-distance
title: {zh: 甲, en: A}
documentNumber: null
issuer: {zh: 甲, en: A}
issuedOn: null
effectiveFrom: null
source: {file: source.txt}
requires: []
months: {every: all}
facts:
  countyKm: {type: decimal, minimum: "0", maximum: "300", unit: {zh: 公里, en: km}, label: {zh: 距县城, en: Distance to the county town}}
  townKm: {type: decimal, minimum: "0", maximum: "300", unit: {zh: 公里, en: km}, label: {zh: 距集镇, en: Distance to the town}}
parameters:
  rate:
    unit: yuan
    period: month
    clause: {item: "1", quote: 甲}
    by: [area]
    values: {rural: "100"}
allowances:
  it:
    title: {zh: 甲, en: A}
    payee: teacher
    economicCode: "30102"
    clause: {item: "1", quote: 甲}
    when: ${when}
    pays: {every: month, amount: {parameter: rate, by: [area]}}
    months: every
`;

describe('coverage', () => {
  it('reports a gap with a distance at which it is', () => {
    const { faults } = readPolicyFile(policy('{countyKm: {above: "40", below: "50"}, townKm: {atLeast: "5"}}'), dictionary);
    expect(faults.map(({ code }) => code)).toEqual(['gap']);
    expect(faults.map((fault) => explainFault(fault, 'zh'))[0]).toContain('（距县城 45 公里、距集镇 5 公里、城乡=城市）');
    expect(faults.map((fault) => explainFault(fault, 'en'))[0]).toContain('Distance to the county town 45 km');
  });

  it('is not too complex where there are two distances in many classes', () => {
    const classes = Array.from(
      { length: 12 },
      (_, at) => `{countyKm: {atLeast: "${at * 7}", below: "${at * 7 + 7}"}, townKm: {atLeast: "${at * 3}.5"}}`,
    );
    const { faults } = readPolicyFile(policy(`[{area: rural}, {any: [${classes.join(', ')}]}]`), dictionary);
    expect(faults).toEqual([]);
  });
});
