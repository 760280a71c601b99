import { describe, expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { collect } from '../contract/collect.ts';
import { arrears, cells, lineOf, months, one, only, pay, policy, sums, TEN } from './arrears.ts';

describe('a rate raised in the middle of the year', () => {
  const raise = { parameters: { 'meal/rural': [{ from: '2025-07', value: '360' }] } };

  it('is owed from the first paid month after it', () => {
    const result = arrears({ ...raise, known: {}, teachers: [{ id: 'T1', post: 'established', area: 'rural', commute: 'near' }] });
    const entry = only(result);
    expect(cells(entry, 'meal')).toEqual([
      ...['01', '02', '03', '04', '05', '06'].map((month) => `${month} 330.00 330.00 0.00`),
      ...['09', '10', '11', '12'].map((month) => `${month} 330.00 360.00 30.00`),
    ]);
    expect(lineOf(entry, 'meal')).toMatchObject({
      title: 'Meal subsidy',
      payee: 'teacher',
      paid: '3300.00',
      due: '3420.00',
      difference: '120.00',
    });
    expect(sums(entry)).toBe('6300.00 6420.00 120.00');
    expect(entry).toMatchObject({ complete: true, missing: [], missingKnown: [], unresolved: { paid: '0.00', due: '0.00' } });
    expect(result).toMatchObject({
      parameters: raise.parameters,
      known: { policy: { id: 'jinfeng-2021', version: policy.version }, parameters: {} },
    });
    expect(result.known?.readings['payment-months']).toBe('no-july-august');
    expect(result.summary.byAllowance.find(({ allowance }) => allowance === 'meal')).toEqual({
      allowance: 'meal',
      paid: '3300.00',
      due: '3420.00',
      difference: '120.00',
    });
    expect(result.summary.byMonth.map(({ month, difference }) => `${month} ${difference}`)).toEqual(
      TEN.map((month) => `${month} ${month < '2025-07' ? '0.00' : '30.00'}`),
    );
  });

  it('was overpaid where it is not in force after all', () => {
    const entry = one({ area: 'rural' }, { known: raise });
    expect(sums(entry)).toBe('6420.00 6300.00 -120.00');
    expect(cells(entry, 'meal')?.at(-1)).toBe('12 360.00 330.00 -30.00');
  });

  it('twice, as two versions in one year: each month by the rate in force', () => {
    const parameters = {
      'transport/near': [
        { from: '2025-10', value: '400' },
        { from: '2025-03', value: '350' },
      ],
    };
    const entry = one({}, { parameters, known: { parameters: { 'transport/near': '350' } } });
    expect(cells(entry, 'transport')?.map((cell) => cell.split(' ').at(-1))).toEqual([
      '-50.00',
      '-50.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
      '50.00',
      '50.00',
      '50.00',
    ]);
    expect(lineOf(entry, 'transport')).toMatchObject({ paid: '3500.00', due: '3550.00', difference: '50.00' });
  });

  it('does not take over the settings of now into those known then', () => {
    const entry = one({}, { readings: { 'payment-months': 'first-ten' }, known: {} });
    expect(cells(entry, 'meal')?.filter((cell) => !cell.endsWith(' 0.00'))).toEqual([
      '07 0.00 180.00 180.00',
      '08 0.00 180.00 180.00',
      '11 180.00 0.00 -180.00',
      '12 180.00 0.00 -180.00',
    ]);
    expect(sums(entry)).toBe('4800.00 4800.00 0.00');
  });
});

describe('what was paid, given as amounts', () => {
  it('of a backbone level recognised late', () => {
    const teacher = { assessment: 'passed', changes: [{ from: '2025-03', backboneLevel: 'district' }] };
    const entry = one(teacher, { paid: [...pay('meal', '180'), ...pay('transport', '300.0')] });
    expect(cells(entry, 'backbone')).toEqual(
      ['03', '04', '05', '06', '09', '10', '11', '12'].map((month) => `${month} 0.00 200.00 200.00`),
    );
    expect(sums(entry)).toBe('4800.00 6400.00 1600.00');
    expect(entry).not.toHaveProperty('missingKnown');
  });

  it('of a level that has risen: 200 was paid, 300 is due from May', () => {
    const teacher = { assessment: 'passed', backboneLevel: 'district', changes: [{ from: '2025-05', backboneLevel: 'city' }] };
    const entry = one(teacher, { paid: pay('backbone', '200') });
    expect(lineOf(entry, 'backbone')).toMatchObject({ paid: '2000.00', due: '2600.00', difference: '600.00' });
    expect(cells(entry, 'backbone')?.slice(3, 5)).toEqual(['04 200.00 200.00 0.00', '05 200.00 300.00 100.00']);
  });

  it('too much: a minus sign, in the months of the holiday too', () => {
    const entry = one({}, { paid: [...pay('meal', '210'), ...pay('meal', '210', months(7, 8)), ...pay('transport', '300')] });
    expect(lineOf(entry, 'meal')).toMatchObject({ paid: '2520.00', due: '1800.00', difference: '-720.00' });
    expect(cells(entry, 'meal')?.slice(5, 8)).toEqual(['06 210.00 180.00 -30.00', '07 210.00 0.00 -210.00', '08 210.00 0.00 -210.00']);
  });

  it('for what nobody is entitled to, or after leaving', () => {
    const entry = one(
      { employedTo: '2025-04' },
      { paid: [...pay('master', '300', months(1)), ...pay('meal', '180', months(1, 2, 3, 4, 5))] },
    );
    expect(cells(entry, 'master')).toEqual(['01 300.00 0.00 -300.00']);
    expect(lineOf(entry, 'meal')).toMatchObject({ paid: '900.00', due: '720.00', difference: '-180.00' });
    expect(sums(entry)).toBe('1200.00 1920.00 720.00');
  });

  it('in part: a month without a payment is zero, and a payment of zero is none', () => {
    const entry = one({}, { paid: [...pay('meal', '180', months(1, 3)), ...pay('meal', '0.00', months(7))] });
    expect(cells(entry, 'meal')?.slice(0, 3)).toEqual(['01 180.00 180.00 0.00', '02 0.00 180.00 180.00', '03 180.00 180.00 0.00']);
    expect(cells(entry, 'meal')).toHaveLength(10);
    expect(sums(entry)).toBe('360.00 4800.00 4440.00');
  });

  it('in several parts: what one month was paid with is added up, and what was taken back is taken off', () => {
    const paid = [...pay('meal', '100', months(1)), ...pay('meal', '80', months(1)), ...pay('meal', '-30.50', months(1, 7))];
    const result = arrears({ paid, teachers: [{ id: 'T1', post: 'established', area: 'urban', commute: 'near' }] });
    expect(cells(only(result), 'meal')?.slice(0, 2)).toEqual(['01 149.50 180.00 30.50', '02 0.00 180.00 180.00']);
    expect(cells(only(result), 'meal')?.[6]).toBe('07 -30.50 0.00 30.50');
    expect(result.payments).toEqual({ count: 4, repeated: 2, recoveries: 2 });
    expect(result.summary.byMonth[6]).toEqual({ month: '2025-07', paid: '-30.50', due: '0.00', difference: '30.50' });
  });

  it('and taken back in whole: as if it had not been paid', () => {
    const paid = [...pay('master', '300', months(1)), ...pay('master', '-300.00', months(1))];
    const result = arrears({ paid, teachers: [{ id: 'T1', post: 'established', area: 'urban', commute: 'near' }] });
    expect(lineOf(only(result), 'master')).toBeUndefined();
    expect(result.payments).toEqual({ count: 2, repeated: 1, recoveries: 1 });
  });

  it('in parts that pass 2^53 fen together: exact', () => {
    const paid = Array.from({ length: 120 }, () => pay('meal', '999999999999.99', months(1))).flat();
    const entry = one({}, { paid: [...paid, ...pay('meal', '-0.01', months(1))] });
    expect(cells(entry, 'meal')?.[0]).toBe('01 119999999999998.79 180.00 -119999999999818.79');
    const back = Array.from({ length: 120 }, () => pay('meal', '-999999999999.99', months(1))).flat();
    expect(cells(one({}, { paid: [...paid, ...back] }), 'meal')?.[0]).toBe('01 0.00 180.00 180.00');
  });

  it('to nobody: all is due', () => {
    expect(sums(one({}, { paid: [] }))).toBe('0.00 4800.00 4800.00');
  });

  it('once, in another month: month by month both count, in the year nothing is owed', () => {
    const recruit = { degree: 'masters', recruitedOn: '2025-03-15', employedFrom: '2025-03' };
    const entry = one(recruit, { paid: pay('talent', '80000', months(4)) });
    expect(cells(entry, 'talent')).toEqual(['03 0.00 80000.00 80000.00', '04 80000.00 0.00 -80000.00']);
    expect(lineOf(entry, 'talent')).toMatchObject({ difference: '0.00' });
  });

  it('exactly what is due: nothing is owed', () => {
    const entry = one({}, { paid: [...pay('meal', '180'), ...pay('transport', '300')] });
    expect(sums(entry)).toBe('4800.00 4800.00 0.00');
    expect(entry.lines.flatMap(({ byMonth }) => byMonth).every(({ difference }) => difference === '0.00')).toBe(true);
  });
});

describe('other rules known then', () => {
  it('a reading: a recruit with a masters degree by tier and by kind', () => {
    const recruit = { degree: 'masters', recruitedOn: '2025-03-15' };
    const entry = one(recruit, { known: { readings: { 'talent-amounts': 'by-tier' } } });
    expect(cells(entry, 'talent')).toEqual(['03 50000.00 80000.00 30000.00']);
  });

  it('a reading: the smaller of two awards withdrawn', () => {
    const both = { assessment: 'passed', backboneLevel: 'district', masterLevel: 'district' };
    const entry = one(both, { readings: { 'backbone-and-master': 'larger' }, known: {} });
    expect(lineOf(entry, 'backbone')).toMatchObject({ paid: '2000.00', due: '0.00', difference: '-2000.00' });
    expect(lineOf(entry, 'master')).toMatchObject({ paid: '3000.00', due: '3000.00', difference: '0.00' });
  });

  it('a pay scale that was raised from July, published later', () => {
    const steps = (difference: string) => ({ '1': '200.00', '2': difference });
    const old = { id: 'old', from: '2020-01', steps: steps('221.50') };
    const raised = [
      { ...old, to: '2025-06' },
      { id: 'new', from: '2025-07', steps: steps('223.75') },
    ];
    const teacher = { town: '良田镇', payStep: 1 };
    const entry = one(teacher, { payScales: raised, known: { payScales: [old] } });
    // A step was 21.50 and is 23.75 now, in six of twelve months.
    expect(lineOf(entry, 'resettlement-uplift')).toMatchObject({ paid: '258.00', due: '271.50', difference: '13.50' });
    const shared = one(teacher, { payScales: raised, known: {} });
    expect(lineOf(shared, 'resettlement-uplift')).toMatchObject({ paid: '271.50', difference: '0.00' });
    const none = one(teacher, { payScales: raised, known: { payScales: [] } });
    expect(cells(none, 'resettlement-uplift')?.[0]).toBe('01 null 21.50 null');
  });

  it('a percentage: rounded month by month on both sides', () => {
    const teacher = { post: 'kindergarten-contract', town: '良田镇', monthlySalary: '4321.15' };
    const entry = one(teacher, { known: { parameters: { 'kindergarten-uplift/percent': '9.5' } } });
    // 9.5% is 410.50925 and 10% is 432.115: twelve months of 410.51 and 432.12.
    expect(lineOf(entry, 'kindergarten-uplift')).toMatchObject({ paid: '4926.12', due: '5185.44', difference: '259.32' });
    expect(cells(entry, 'kindergarten-uplift')?.[6]).toBe('07 410.51 432.12 21.61');
  });

  it('an annual sum and the part of the institution, in December', () => {
    const entry = one({ studioHost: true }, { parameters: { 'studio/annual': '10000' }, known: {} });
    expect(cells(entry, 'studio-host')).toEqual(['12 2400.00 3000.00 600.00']);
    expect(cells(entry, 'studio-running')).toEqual(['12 5600.00 7000.00 1400.00']);
    expect(lineOf(entry, 'studio-running')).toMatchObject({ payee: 'institution' });
  });

  it('another version of the policy: an allowance of one only counts as zero in the other', () => {
    const { meal, ...others } = policy.document.allowances;
    const subsidy = { ...meal, title: { zh: '旧餐补', en: 'Old meals' } } as NonNullable<typeof meal>;
    const document = { ...policy.document, id: 'jinfeng-2020', allowances: { ...others, 'old-meal': subsidy } };
    const then = readPolicy(document, 'v1', dictionary);
    const result = arrears(
      { known: { policy: 'jinfeng-2020' }, teachers: [{ id: 'T1', post: 'established', area: 'urban', commute: 'near' }] },
      new Map([['jinfeng-2020', then]]),
    );
    const entry = only(result);
    expect(result).toMatchObject({ policy: { id: 'jinfeng-2021' }, known: { policy: { id: 'jinfeng-2020', version: 'v1' } } });
    expect(entry.lines.map((line) => `${line.allowance} ${line.title} ${sums(line)}`)).toEqual([
      'meal Meal subsidy 0.00 1800.00 1800.00',
      'transport Transport subsidy 3000.00 3000.00 0.00',
      'old-meal Old meals 1800.00 0.00 -1800.00',
    ]);
    expect(sums(entry)).toBe('4800.00 4800.00 0.00');
    const known = result.summary.byAllowance.map(({ allowance }) => allowance);
    expect(known).toEqual([...Object.keys(policy.document.allowances), 'old-meal']);
  });
});

describe('what is missing', () => {
  const pending = { backboneLevel: 'district', assessment: 'passed', changes: [{ from: '2025-09', assessment: 'pending' }] };

  it('now is no amount: the month is in no sum, and what was paid in it is unresolved', () => {
    const result = arrears({
      teachers: [{ id: 'T1', post: 'established', area: 'urban', commute: 'near', ...pending }],
      paid: pay('backbone', '200', months(1, 9)),
    });
    const entry = only(result);
    expect(cells(entry, 'backbone')).toEqual([
      '01 200.00 200.00 0.00',
      ...['02', '03', '04', '05', '06'].map((month) => `${month} 0.00 200.00 200.00`),
      '09 200.00 null null',
      ...['10', '11', '12'].map((month) => `${month} 0.00 null null`),
    ]);
    expect(lineOf(entry, 'backbone')).toMatchObject({ paid: '200.00', due: '1200.00', difference: '1000.00' });
    expect(entry).toMatchObject({ complete: false, unresolved: { paid: '200.00', due: '0.00' } });
    const open = ['2025-09', '2025-10', '2025-11', '2025-12'];
    expect(entry.missing).toEqual([{ allowance: 'backbone', code: 'fact', fact: 'assessment', months: open }]);
    expect(result.summary).toMatchObject({ incomplete: 1, unresolved: { paid: '200.00', due: '0.00' }, due: '6000.00' });
  });

  it('then, a figure that is known now: paid is not known, what is due is unresolved', () => {
    const entry = one({ masterLevel: 'city' }, { parameters: { 'master/city/urban': '350' }, known: {} });
    expect(cells(entry, 'master')).toEqual(TEN.map((month) => `${month.slice(5)} null 350.00 null`));
    expect(entry).toMatchObject({ complete: false, missing: [], unresolved: { paid: '0.00', due: '3500.00' } });
    expect(entry.missingKnown).toEqual([{ allowance: 'master', code: 'no-figure', parameter: 'master/city/urban', months: TEN }]);
    expect(sums(entry)).toBe('4800.00 4800.00 0.00');
  });

  it('then and now alike: neither paid nor due as yet, and nothing that could be compared is lost by it', () => {
    const result = arrears({ known: {}, teachers: [{ id: 'T1', post: 'established', area: 'urban', principal: true, commute: 'near' }] });
    expect(cells(only(result), 'principal')).toHaveLength(12);
    expect(cells(only(result), 'principal')?.[6]).toBe('07 null null null');
    expect(only(result)).toMatchObject({
      complete: true,
      undetermined: [
        {
          allowance: 'principal',
          code: 'no-figure',
          parameter: 'principal/monthly',
          months: months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
        },
      ],
      missing: [{ allowance: 'principal', code: 'no-figure', parameter: 'principal/monthly' }],
      missingKnown: [{ allowance: 'principal', code: 'no-figure', parameter: 'principal/monthly' }],
    });
    expect(result.summary).toMatchObject({ incomplete: 0, undetermined: 1, difference: '0.00' });
  });

  it('then and now, but not in the same months: those that one side knows cannot be compared', () => {
    const parameters = { 'principal/monthly': [{ from: '2025-11', value: '500' }] };
    const result = arrears({
      parameters,
      known: {},
      teachers: [{ id: 'T1', post: 'established', area: 'urban', principal: true, commute: 'near' }],
    });
    expect(cells(only(result), 'principal')?.slice(9)).toEqual(['10 null null null', '11 null 500.00 null', '12 null 500.00 null']);
    expect(only(result)).toMatchObject({ complete: false, unresolved: { paid: '0.00', due: '1000.00' } });
    expect(only(result).undetermined).toMatchObject([{ allowance: 'principal', months: months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) }]);
    expect(result.summary).toMatchObject({ incomplete: 1, undetermined: 1 });
  });

  it('then and now, for want of something else: that cannot be compared', () => {
    const { meal } = policy.document.allowances;
    const byCommute = {
      ...policy.document,
      id: 'by-commute',
      allowances: { ...policy.document.allowances, meal: { ...meal, when: { commute: 'far' } } },
    };
    const byAssessment = {
      ...policy.document,
      id: 'by-assessment',
      allowances: { ...policy.document.allowances, meal: { ...meal, when: { assessment: 'passed' } } },
    };
    const [now, then] = [byCommute, byAssessment].map((document) => readPolicy(document as typeof policy.document, 'v1', dictionary));
    const body = { year: 2025, teachers: [{ id: 'T1', post: 'established', area: 'urban' }], known: { policy: 'by-assessment' } };
    const read = readArrearsRequest(now as Policy, body, new Map([['by-assessment', then as Policy]]));
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const entry = only(collect(listArrears(now as Policy, read.value, WORDINGS.en)));
    expect(cells(entry, 'meal')?.[0]).toBe('01 null null null');
    expect(entry).toMatchObject({ complete: false });
    expect(entry.undetermined?.map(({ allowance }) => allowance)).not.toContain('meal');
  });

  it('then and now, a fact by which the rate has changed: what is owed is not known', () => {
    const teacher = { commute: null };
    const raised = one(teacher, { parameters: { 'transport/near': '350' }, known: {} });
    expect(raised).toMatchObject({ complete: false });
    expect(raised).not.toHaveProperty('undetermined');
    const other = one(teacher, { parameters: { 'meal/urban': '200' }, known: {} });
    expect(other).toMatchObject({ complete: true, undetermined: [{ allowance: 'transport', code: 'fact', fact: 'commute' }] });
  });

  it('under the rules now, with nothing paid: that is no lack on both sides', () => {
    const result = arrears({ paid: [], teachers: [{ id: 'T1', post: 'established', area: 'urban', principal: true, commute: 'near' }] });
    expect(cells(only(result), 'principal')?.[6]).toBe('07 0.00 null null');
    expect(only(result)).not.toHaveProperty('undetermined');
    expect(result.summary).toMatchObject({ incomplete: 1, undetermined: 0 });
  });

  it('a figure from a month on: the months before it stay unknown', () => {
    const parameters = { 'principal/monthly': [{ from: '2025-11', value: '500' }] };
    const entry = one({ principal: true }, { parameters, paid: [] });
    expect(cells(entry, 'principal')?.slice(9)).toEqual(['10 0.00 null null', '11 0.00 500.00 500.00', '12 0.00 500.00 500.00']);
    expect(lineOf(entry, 'principal')).toMatchObject({ due: '1000.00' });
  });

  it('under the first ten months is not missing once ten have been paid', () => {
    const entry = one({ changes: [{ from: '2025-11', commute: null }] }, { readings: { 'payment-months': 'first-ten' }, paid: [] });
    expect(entry.missing).toEqual([]);
    expect(cells(entry, 'transport')).toHaveLength(10);
  });
});

describe('many', () => {
  it('with bad ones: they are errors, and what was paid to them is unresolved', () => {
    const good = { id: 'T1', post: 'established', area: 'urban', commute: 'near' };
    const result = arrears({
      teachers: [good, { id: 'T2', post: 'established' }, good],
      paid: [...pay('meal', '180'), ...pay('meal', '100.50', TEN, 'T2')],
    });
    expect(result.results.map((entry) => entry.status)).toEqual(['ok', 'error', 'error']);
    expect(result.results[1]).toMatchObject({ index: 1, teacherId: 'T2', errors: [{ pointer: '/teachers/1/area', code: 'required' }] });
    expect(result.results[2]).toMatchObject({ index: 2, teacherId: 'T1', errors: [{ pointer: '/teachers/2/id', code: 'duplicate-id' }] });
    expect(result.summary).toMatchObject({
      teachers: 3,
      failed: 2,
      incomplete: 0,
      paid: '1800.00',
      due: '4800.00',
      difference: '3000.00',
      unresolved: { paid: '1005.00', due: '0.00' },
    });
  });

  it('whose sums pass 2^53 fen stay exact', () => {
    const teachers = Array.from({ length: 300 }, (_, index) => ({ id: `T${index}`, post: 'established', area: 'urban', commute: 'near' }));
    const paid = teachers.flatMap(({ id }) => pay('meal', '999999999999.99', TEN, id));
    const { summary } = arrears({ teachers, paid });
    // 3,000 payments, and 300 people to whom 4,800 is due.
    expect(sums(summary)).toBe('2999999999999970.00 1440000.00 -2999999998559970.00');
  });

  it('none: nothing', () => {
    const { results, summary } = arrears({ teachers: [], paid: [] });
    expect(results).toEqual([]);
    expect(summary).toMatchObject({ teachers: 0, paid: '0.00', due: '0.00', difference: '0.00', byMonth: [] });
  });
});

describe('payments of an allowance that a later policy has no more', () => {
  const { transport: _, ...allowances } = policy.document.allowances;
  const head = { id: 'next', supersedes: policy.document.id, effectiveFrom: '2025-07-01' };
  const next = { ...policy, document: { ...policy.document, ...head, allowances }, earlier: policy } as Policy;

  function against(year: number, month: string): ReturnType<typeof arrears> {
    const teachers = [{ id: 'T1', post: 'established', area: 'rural', commute: 'near' }];
    const paid = [{ teacherId: 'T1', allowance: 'transport', month, amount: '300' }];
    const read = readArrearsRequest(next, { year, teachers, paid }, new Map());
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    return collect(listArrears(next, read.value, WORDINGS.zh));
  }

  it('are set against what the policy of their months owes', () => {
    expect(cells(only(against(2025, '2025-02')), 'transport')?.slice(0, 2)).toEqual(['01 0.00 300.00 300.00', '02 300.00 300.00 0.00']);
  });

  it('are paid in excess where no policy of the year has it', () => {
    expect(cells(only(against(2026, '2026-02')), 'transport')).toEqual(['02 300.00 0.00 -300.00']);
  });
});
