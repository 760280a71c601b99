import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetRequestArbitrary, requestArbitrary } from './arbitraries.ts';
import { referenceBudget } from './budget.ts';
import type { RequestTeacher } from './facts.ts';
import type { ReferenceRequest } from './jinfeng.ts';
import { allowances, referenceEntitlement } from './jinfeng.ts';
import { jinfengPolicy } from './jinfeng-policy.ts';

/** An urban established teacher of 2025 with nothing but what the case adds. */
function entitled(teacher: RequestTeacher, overrides: Partial<ReferenceRequest> = {}) {
  const base = { id: 'T1', post: 'established', area: 'urban', commute: 'near' };
  const result = referenceEntitlement({ year: 2025, teacher: { ...base, ...teacher }, ...overrides });
  const of = <T extends { allowance: string }>(list: readonly T[], allowance: string) =>
    list.filter((entry) => entry.allowance === allowance);
  return {
    ...result,
    amount: (allowance: string) => of(result.lines, allowance)[0]?.amount ?? null,
    months: (allowance: string) => of(result.lines, allowance)[0]?.byMonth.map(({ month, amount }) => `${month.slice(5)} ${amount}`),
    lacks: (allowance: string) => of(result.missing, allowance).map((entry) => (entry.code === 'no-figure' ? entry.parameter : entry.fact)),
    refused: (allowance: string) => of(result.declined, allowance).map(({ code, fact, by }) => [code, fact ?? by].join(' '))[0],
  };
}

const passedDistrict = { backboneLevel: 'district', assessment: 'passed' };

describe('the worked examples', () => {
  it('1: a district backbone of 良田镇', () => {
    const result = entitled({ ...passedDistrict, town: '良田镇', area: 'rural', payStepIncrement: '27.00' });
    expect(result.lines.map(({ allowance, amount }) => [allowance, amount])).toEqual([
      ['backbone', '3000.00'],
      ['meal', '3300.00'],
      ['transport', '3000.00'],
      ['resettlement-uplift', '324.00'],
    ]);
    expect(result).toMatchObject({ personalTotal: '9624.00', institutionTotal: '0.00', complete: true });
    expect(result.refused('talent')).toBe('not-eligible recruitedOn');
    expect(result.refused('kindergarten-uplift')).toBe('not-eligible post');
    expect(result.lines.length + result.declined.length).toBe(allowances.length);
  });

  it('2: under kindergarten contract in 良田镇', () => {
    const teacher = { town: '良田镇', area: 'rural', post: 'kindergarten-contract', commute: 'far', monthlySalary: '4321.15' };
    expect(entitled(teacher)).toMatchObject({ personalTotal: '14485.44', complete: true });
  });

  it('3: temporary, urban until August and rural from September', () => {
    const result = entitled({ post: 'temporary', changes: [{ from: '2025-09', area: 'rural' }] });
    expect(result.amount('meal')).toBe('2400.00');
    expect(result).toMatchObject({ personalTotal: '5400.00', complete: true });
  });

  it('4: masters, recruited in March', () => {
    const teacher = { degree: 'masters', recruitedOn: '2025-03-15', employedFrom: '2025-03' };
    expect(entitled(teacher).personalTotal).toBe('83840.00');
    expect(entitled(teacher, { readings: { 'talent-amounts': 'by-tier' } }).amount('talent')).toBe('50000.00');
  });
});

describe('places', () => {
  const uplift = (place: RequestTeacher) => entitled({ ...place, payStepIncrement: '10' });

  it('match after trimming and NFKC, and a village alone never', () => {
    expect(uplift({ town: ' \uF97C⽥镇\u3000' }).amount('resettlement-uplift')).toBe('120.00');
    expect(uplift({ town: '丰登镇', village: '\u3000和丰村' }).amount('resettlement-uplift')).toBe('120.00');
    expect(uplift({ town: '丰登镇', village: '联丰村' }).refused('resettlement-uplift')).toBe('not-eligible resettlement');
    expect(uplift({ village: '润丰村' }).refused('resettlement-uplift')).toBe('not-eligible resettlement');
  });

  it('an undecided village is missing, unless the post decides', () => {
    expect(uplift({ town: '丰登镇' }).lacks('resettlement-uplift')).toEqual(['village']);
    expect(uplift({ town: '丰登镇', post: 'temporary' }).refused('resettlement-uplift')).toBe('not-eligible post');
  });

  it('a town named again drops the village and an explicit resettlement', () => {
    const moved = { town: '丰登镇', village: '润丰村', changes: [{ from: '2025-07', town: '丰登镇' }] };
    const result = uplift(moved);
    expect([result.amount('resettlement-uplift'), ...result.lacks('resettlement-uplift')]).toEqual(['60.00', 'village']);
    const explicit = { town: '银川', resettlement: true, changes: [{ from: '2025-04', village: null }] };
    expect(uplift(explicit).amount('resettlement-uplift')).toBe('30.00');
  });
});

describe('months', () => {
  it('a person employed only in months that do not pay has lines of 0.00 and lacks nothing', () => {
    const result = entitled({ ...passedDistrict, commute: null, employedFrom: '2025-07', employedTo: '2025-08' });
    expect([result.amount('meal'), result.amount('transport'), result.amount('backbone')]).toEqual(['0.00', '0.00', '0.00']);
    expect(result).toMatchObject({ complete: true, personalTotal: '0.00' });
  });

  it('no-february-august pays July, and binds the uplifts only where uplift-months says so; temporary staff have a step only by reading', () => {
    const teacher = { post: 'temporary', town: '良田镇', payStepIncrement: '10', employedFrom: '2025-02', employedTo: '2025-07' };
    const readings = { 'payment-months': 'no-february-august', 'uplift-posts': 'all-teachers' };
    const result = entitled(teacher, { readings });
    expect([result.amount('meal'), result.amount('resettlement-uplift')]).toEqual(['900.00', '60.00']);
    const ten = entitled(teacher, { readings: { ...readings, 'uplift-months': 'payment-months' } });
    expect(ten.amount('resettlement-uplift')).toBe('50.00');
    expect(entitled(teacher).refused('resettlement-uplift')).toBe('not-eligible post');
  });

  it('an assessment unknown only in July is no gap, and where nothing else is known it is the reason to decline', () => {
    const changes = [{ from: '2025-08', backboneLevel: 'none' }];
    const result = entitled({ backboneLevel: 'city', employedFrom: '2025-07', employedTo: '2025-07', changes });
    expect(result.refused('backbone')).toBe('not-eligible assessment');
  });

  it('first-ten counts paid months, skips months that lack a fact, and then asks no more', () => {
    const readings = { 'payment-months': 'first-ten' };
    const changes = [
      { from: '2025-12', commute: null },
      { from: '2025-02', commute: 'near' },
    ];
    const full = entitled({ commute: null, changes }, { readings });
    expect([full.amount('transport'), ...full.lacks('transport')]).toEqual(['3000.00', 'commute']);
    expect(full.months('transport')?.at(-1)).toBe('11 300.00');
    expect(entitled({ changes: [{ from: '2025-11', commute: null }] }, { readings }).complete).toBe(true);
    // Ten months at a rate of zero use the ten up.
    const dated = {
      'meal/urban': [
        { from: '2024-01', value: '0' },
        { from: '2025-11', value: '100' },
      ],
    };
    expect(entitled({}, { readings, parameters: dated }).amount('meal')).toBe('0.00');
  });

  it('off the payroll is not employed; nobody employed is declined everywhere', () => {
    expect(
      entitled({
        changes: [
          { from: '2025-03', onPayroll: false },
          { from: '2025-06', onPayroll: null },
        ],
      }).amount('meal'),
    ).toBe('1260.00');
    const left = entitled({ employedTo: '2024-12' });
    expect(left.declined).toEqual(allowances.map((allowance) => ({ allowance, code: 'not-employed' })));
  });

  it('a dated figure holds from its month on, the policy’s own before', () => {
    const parameters = {
      'principal/monthly': [
        { from: '2026-01', value: '9' },
        { from: '2025-11', value: '500' },
      ],
      'meal/urban': '200.5',
    };
    const result = entitled({ principal: true }, { parameters });
    expect([result.amount('principal'), ...result.lacks('principal')]).toEqual(['1000.00', 'principal/monthly']);
    expect(result.amount('meal')).toBe('2005.00');
  });
});

describe('backbone and master: larger', () => {
  const readings = { 'backbone-and-master': 'larger' };
  const both = { ...passedDistrict, masterLevel: 'district' };

  it('the smaller is outranked, of equals the master', () => {
    const result = entitled(both, { readings });
    expect([result.amount('master'), result.refused('backbone')]).toEqual(['3000.00', 'outranked master']);
    const equal = entitled({ ...both, backboneLevel: 'city', area: 'rural' }, { readings });
    expect([equal.amount('backbone'), equal.refused('master')]).toEqual(['4000.00', 'outranked backbone']);
  });

  it('what lacks a figure counts as nothing and stays missing', () => {
    const result = entitled({ ...both, masterLevel: 'national' }, { readings });
    expect([result.amount('backbone'), ...result.lacks('master')]).toEqual(['2000.00', 'master/national/urban']);
  });

  it('first-ten counts after stacking', () => {
    const teacher = { ...both, changes: [{ from: '2025-05', backboneLevel: 'national' }] };
    const result = entitled(teacher, { readings: { ...readings, 'payment-months': 'first-ten' } });
    expect(result.months('master')).toEqual(['01 300.00', '02 300.00', '03 300.00', '04 300.00']);
    expect(result.amount('backbone')).toBe('4800.00');
  });
});

describe('conditions, one-offs and annual sums', () => {
  it('a failed assessment declines, a pending one is missing, masters only if the reading says so', () => {
    expect(entitled({ backboneLevel: 'city', assessment: 'failed' }).refused('backbone')).toBe('not-eligible assessment');
    expect(entitled({ backboneLevel: 'city', assessment: 'pending' }).lacks('backbone')).toEqual(['assessment']);
    const master = { masterLevel: 'region' };
    expect(entitled(master).lacks('master')).toEqual(['master/region/urban']);
    expect(entitled(master, { readings: { 'master-levels': 'all-levels' } }).amount('master')).toBe('3000.00');
    expect(entitled(master, { readings: { 'master-assessment': 'required' } }).lacks('master')).toEqual(['assessment']);
  });

  it('the studio pays once, in the last employed month as a host, its share rounded half up and the rest to the school', () => {
    const changes = [{ from: '2025-07', studioHost: false }];
    const parameters = { 'studio/annual': [{ from: '2025-06', value: '1000.01' }], 'studio/host-share': '12.5' };
    const result = entitled({ studioHost: true, changes }, { parameters });
    expect(result.months('studio-host')).toEqual(['06 125.00']);
    expect(result.months('studio-running')).toEqual(['06 875.01']);
    expect(result.institutionTotal).toBe('875.01');
  });

  it('talent: by kind or tier, the larger or the sum, only if employed in the month of recruitment', () => {
    const teacher = { degree: 'masters', honour: 'special-grade', recruitedOn: '2025-07-31' };
    expect(entitled(teacher).months('talent')).toEqual(['07 80000.00']);
    expect(entitled(teacher, { readings: { 'talent-both': 'sum' } }).amount('talent')).toBe('130000.00');
    expect(entitled({ ...teacher, employedFrom: '2025-08' }).lacks('talent')).toEqual(['recruitedOn']);
    expect(entitled({ recruitedOn: '2025-07-31', degree: 'bachelor' }).refused('talent')).toBe('not-eligible degree');
    expect(entitled({ ...teacher, recruitedOn: '2026-01-01' }).refused('talent')).toBe('not-eligible recruitedOn');
  });

  it('a percentage of the largest salary is exact, and rounded month by month', () => {
    const teacher = { post: 'kindergarten-contract', monthlySalary: '999999999999.99' };
    const readings = { 'kindergarten-uplift-area': 'district' };
    const parameters = { 'kindergarten-uplift/percent': '99.9999' };
    // 999999999999.99 less a millionth of it, 999999.99999999999, is 999998999999.99000000001.
    expect(entitled(teacher, { readings, parameters }).amount('kindergarten-uplift')).toBe('11999987999999.88');
    expect(entitled({ ...teacher, monthlySalary: '0.05' }, { readings }).amount('kindergarten-uplift')).toBe('0.12');
    const tenMonths = { ...readings, 'uplift-months': 'payment-months' };
    expect(entitled({ ...teacher, monthlySalary: '0.05' }, { readings: tenMonths }).amount('kindergarten-uplift')).toBe('0.10');
  });
});

describe('the budget', () => {
  it('adds teachers and cohorts, and groups by the facts of each month', () => {
    const teachers = [{ id: 'T1', post: 'temporary', area: 'urban', commute: 'near', changes: [{ from: '2025-09', area: 'rural' }] }];
    const cohorts = [{ count: 3, facts: { post: 'established', area: 'rural', commute: null, studioHost: true } }];
    const budget = referenceBudget(jinfengPolicy, { year: 2025, teachers, cohorts, groupBy: ['area'] });
    // T1 5400; each of the cohort: meal 3300, host 2400, and 5600 to the school.
    expect(budget).toMatchObject({ headcount: 4, incomplete: 3, personalTotal: '22500.00', institutionTotal: '16800.00' });
    expect([budget.envelopeTotal, budget.total]).toEqual(['1500000.00', '1539300.00']);
    // T1: urban 6 × (180 + 300), rural 4 × (330 + 300).
    expect(budget.groups).toEqual([
      { key: { area: 'rural' }, headcount: 4, amount: '36420.00' },
      { key: { area: 'urban' }, headcount: 1, amount: '2880.00' },
    ]);
    expect(budget.missing).toEqual([{ allowance: 'transport', code: 'fact', fact: 'commute', headcount: 3 }]);
    expect(budget.byMonth.at(-1)).toEqual({ month: '2025-12', amount: '25620.00' });
  });
});

const fen = (amount: string): bigint => BigInt(amount.replace('.', ''));
const total = (amounts: readonly { readonly amount: string }[]): bigint => amounts.reduce((sum, { amount }) => sum + fen(amount), 0n);

describe('of any request', () => {
  it('every allowance is answered once, and lines, months and totals agree', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const { lines, declined, missing, personalTotal, institutionTotal } = referenceEntitlement(request);
        const answered = new Set([...lines, ...missing].map(({ allowance }) => allowance));
        for (const { allowance } of declined) expect(answered.has(allowance)).toBe(false);
        expect(answered.size + declined.length).toBe(allowances.length);
        for (const { amount, byMonth } of lines) expect(total(byMonth)).toBe(fen(amount));
        expect(total(lines)).toBe(fen(personalTotal) + fen(institutionTotal));
      }),
      { numRuns: 500 },
    );
  });

  it('every breakdown of a budget sums to its total', () => {
    fc.assert(
      fc.property(budgetRequestArbitrary, (request) => {
        const budget = referenceBudget(jinfengPolicy, request);
        const paid = fen(budget.personalTotal) + fen(budget.institutionTotal);
        expect(paid + fen(budget.envelopeTotal)).toBe(fen(budget.total));
        for (const part of [budget.byAllowance, budget.byMonth]) expect(total(part)).toBe(paid);
        if (request.groupBy.length > 0) expect(total(budget.groups)).toBe(paid);
      }),
      { numRuns: 100 },
    );
  });
});
