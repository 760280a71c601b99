import { describe, expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { collect } from '../contract/collect.ts';
import { documentOf } from '../words/word-file.ts';
import { cells, only, pay, sums } from './arrears.ts';

const policyOf = (example: string): Policy => {
  const ofMonth = { unit: 'yuan', period: 'month' };
  const months = { every: 'all', ten: { except: [7, 8] }, eleven: { except: [8] } };
  const parameters = {
    living: { ...ofMonth, by: ['schoolClass'], values: { near: '0', far: '100' } },
    bonus: { ...ofMonth, value: '100' },
  };
  return readPolicy(documentOf({ example, policy: { months: months as never }, parameters, cases: [] }), 'words', dictionary);
};

/** 100 yuan a month to the rural; whether they are paid in July and August, and what becomes of the urban, the text does not say. */
const LIVING = policyOf(`
derive:
  schoolClass:
    label: {zh: 学校类别, en: Class of school}
    clause: {item: "1", quote: "甲"}
    cases:
      - {is: far, when: {area: [rural]}}
      - {is: {reading: edge, near: near, far: far}, when: {area: [urban]}}
allowances:
  it:
    pays: {every: month, amount: {parameter: living, by: [schoolClass]}}
    months: {reading: holidays, paid: every, unpaid: ten}
readings:
  edge: {default: ask, options: {near: {zh: 近校, en: Near}, far: {zh: 远校, en: Far}}}
  holidays: {default: ask, options: {paid: {zh: 照发, en: Paid}, unpaid: {zh: 不发, en: Not paid}}}`);

/** An option that chooses between readings, and a number that is needed under one option alone. */
const NESTED = policyOf(`
allowances:
  bonus:
    pays: {every: month, amount: {parameter: bonus}}
    months: {reading: holidays, paid: every, unpaid: {reading: summer, july: eleven, none: ten}}
  own:
    pays: {every: month, amount: {reading: base, flat: {parameter: bonus}, salary: {fact: monthlySalary}}}
readings:
  holidays: {default: ask, options: {paid: {zh: 照发, en: Paid}, unpaid: {zh: 不发, en: Not paid}}}
  summer: {default: ask, options: {july: {zh: 七月照发, en: Paid in July}, none: {zh: 不发, en: Not paid}}}
  base: {default: ask, options: {flat: {zh: 定额, en: Flat}, salary: {zh: 工资, en: Salary}}}`);

type Readings = Record<string, string>;
const [NEAR, FAR, PAID, UNPAID] = [{ edge: 'near' }, { edge: 'far' }, { holidays: 'paid' }, { holidays: 'unpaid' }];

function one(facts: object, readings: Readings, before: object, policy = LIVING) {
  const read = readArrearsRequest(policy, { year: 2025, teachers: [{ id: 'T1', ...facts }], readings, ...before }, new Map());
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return only(collect(listArrears(policy, read.value, WORDINGS.en)));
}

const known = (readings: Readings) => ({ known: { readings } });
const RURAL = { area: 'rural' };
const HOLIDAYS = [{ allowance: 'it', code: 'reading', reading: 'holidays', months: ['2025-07', '2025-08'] }];

describe('arrears where a reading is not chosen', () => {
  it('now alone are of the months that are the same under every option, and name the reading for the others', () => {
    const entry = one(RURAL, {}, known(PAID));
    expect(entry).toMatchObject({ complete: false, missing: HOLIDAYS, missingKnown: [], unresolved: { paid: '200.00', due: '0.00' } });
    expect(cells(entry, 'it')?.slice(5, 8)).toEqual(['06 100.00 100.00 0.00', '07 100.00 null null', '08 100.00 null null']);
    expect(sums(entry)).toBe('1000.00 1000.00 0.00');
  });

  it('then alone are so too', () => {
    const entry = one(RURAL, PAID, known({}));
    expect(entry).toMatchObject({ complete: false, missing: [], missingKnown: HOLIDAYS, unresolved: { paid: '0.00', due: '200.00' } });
    expect(sums(entry)).toBe('1000.00 1000.00 0.00');
  });

  it('now, against what was paid, leave open what was paid in those months', () => {
    const entry = one(RURAL, {}, { paid: pay('it', '100', ['2025-07', '2025-09']) });
    expect(entry).toMatchObject({ complete: false, missing: HOLIDAYS, unresolved: { paid: '100.00', due: '0.00' } });
    expect(cells(entry, 'it')?.slice(6, 9)).toEqual(['07 100.00 null null', '08 0.00 null null', '09 100.00 100.00 0.00']);
  });

  it('on both sides alike leave nothing to compare, whichever is chosen', () => {
    const entry = one(RURAL, {}, known({}));
    expect(entry).toMatchObject({ complete: true, missing: HOLIDAYS, missingKnown: HOLIDAYS, undetermined: HOLIDAYS });
    expect(sums(entry)).toBe('1000.00 1000.00 0.00');
  });

  it('on both sides, beside another that is chosen on one of them, are not alike', () => {
    const entry = one({ area: 'urban' }, NEAR, known({ ...UNPAID }));
    expect(entry).toMatchObject({ complete: false, missing: [], missingKnown: [{ reading: 'edge' }] });
    const chosen = one({ area: 'urban' }, { ...FAR, ...UNPAID }, known({ ...FAR, ...PAID }));
    expect(chosen).toMatchObject({ complete: true, missing: [], missingKnown: [] });
    expect(sums(chosen)).toBe('1200.00 1000.00 -200.00');
  });

  it('name a further reading that matters under one option alone, until it is chosen', () => {
    const entry = one({}, {}, known(UNPAID), NESTED);
    const lack = (reading: string, ...months: string[]) => ({ allowance: 'bonus', code: 'reading', reading, months });
    const missing = entry.missing.filter(({ allowance }) => allowance === 'bonus');
    expect(missing).toEqual([lack('holidays', '2025-07', '2025-08'), lack('summer', '2025-07')]);
    const chosen = one({}, { summer: 'july' }, known({ ...UNPAID, summer: 'july' }), NESTED);
    expect(chosen.missing.filter(({ allowance }) => allowance === 'bonus')).toEqual([lack('holidays', '2025-08')]);
  });

  it('are alike only where a fact is missing under the same options', () => {
    const lack = { allowance: 'own', code: 'fact', fact: 'monthlySalary' };
    const [open, chosen] = [{}, { base: 'salary' }].map((readings) => one({}, PAID, known({ ...PAID, ...readings }), NESTED));
    expect(open?.undetermined?.filter(({ allowance }) => allowance === 'own')).toMatchObject([
      { ...lack, under: { base: ['salary'] } },
      { code: 'reading', reading: 'base' },
    ]);
    expect(chosen).toMatchObject({ complete: false, missingKnown: [lack] });
    expect(chosen).not.toHaveProperty('undetermined');
  });
});
