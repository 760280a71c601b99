import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadDictionary } from '../../scripts/common-files.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { SLOW } from '../slow.ts';

const clause = { item: '1', quote: '甲' };
const KM = ['countyKm', 'townKm', 'cityKm'];
const CLASSES = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
const km = (label: string) => ({ type: 'decimal', minimum: '0', maximum: '500', label });

/** A class of six by one distance each. */
const byDistance = (fact: string) => ({
  clause,
  cases: CLASSES.map((is, at) => ({
    is,
    when: { [fact]: at === 5 ? { atLeast: '50' } : { atLeast: `${at * 10}`, below: `${at * 10 + 10}` } },
  })),
});

it('three distances, years and a stage do not make a file too complex', () => {
  const classes = KM.map((fact) => `${fact}Class`);
  const bands = [0, 5, 10, 15, 20, 25, 30].map((from) => ({ from, amount: { parameter: 'rate', by: [...classes, 'stage'] } }));
  const stages = Object.keys((loadDictionary().byId.get('stage') as { values: object }).values);
  const table = (depth: number): unknown =>
    Object.fromEntries(depth === 3 ? stages.map((stage) => [stage, '1']) : CLASSES.map((one) => [one, table(depth + 1)]));
  const policy = {
    id: 'many',
    title: '甲',
    documentNumber: null,
    issuer: '甲',
    issuedOn: null,
    effectiveFrom: null,
    source: { file: 'source.txt' },
    requires: [],
    facts: Object.fromEntries(KM.map((fact) => [fact, km(fact)])),
    months: { every: 'all' },
    derive: { years: { years: 'teachingSince' }, ...Object.fromEntries(KM.map((fact) => [`${fact}Class`, byDistance(fact)])) },
    parameters: { rate: { unit: 'yuan', period: 'month', clause, by: [...classes, 'stage'], values: table(0) } },
    allowances: {
      it: {
        title: '甲',
        payee: 'teacher',
        economicCode: '30102',
        clause,
        when: 'always',
        pays: { every: 'month', amount: { by: 'years', bands } },
        months: 'every',
      },
    },
  };
  const dictionary = loadDictionary();
  const text = stringify(policy, { aliasDuplicateObjects: false });
  const start = performance.now();
  expect(readPolicyFile(text, dictionary).faults).toEqual([]);
  expect(performance.now() - start).toBeLessThan(5_000 * SLOW);
});
