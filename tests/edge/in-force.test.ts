import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { POLICY } from './good.table.ts';

const LEAVER = { id: 'T1', post: 'established', area: 'rural', commute: 'far', leftOn: '2025-03-31' };
const UNREAD = { id: 'T2', post: 'established', area: 'rural', commute: 'far', teachingSince: '2010-09-01', supporting: false };
const DIFFERING = { ...LEAVER, id: 'T3', leftOn: null, employedFrom: '2010-09', arrivedOn: '2025-09-01' };

async function ask<T>(path: string, body: unknown): Promise<T> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await exports.default.fetch(`https://jintie.test${POLICY}${path}`, init);
  expect(response.status).toBe(200);
  return response.json<T>();
}

interface Summary {
  readonly personalTotal: string;
  readonly warnings?: readonly object[];
  readonly unused?: readonly object[];
  readonly notInForce?: { readonly months: readonly string[]; readonly wouldBe: object };
}

const monthsOf = (year: number) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

describe('employment', () => {
  test('of a leaver ends with the month of leaving', async () => {
    const result = await ask<Summary>('/entitlements', { year: 2025, teacher: LEAVER });
    expect(result).toMatchObject({ personalTotal: '2790.00', complete: true, warnings: [], unused: [] });
  });

  test('is told where its dates contradict one another, of one and of many', async () => {
    const one = await ask<Summary>('/entitlements', { year: 2025, teacher: DIFFERING });
    expect(one).toMatchObject({
      personalTotal: '9300.00',
      warnings: [{ code: 'employment-dates-differ', months: monthsOf(2025).slice(0, 8) }],
    });
    const { summary } = await ask<{ summary: Summary }>('/entitlements/batch', { year: 2025, teachers: [LEAVER, DIFFERING] });
    expect(summary.warnings).toEqual([{ code: 'employment-dates-differ', headcount: 1 }]);
  });
});

describe('many people', () => {
  // beyond some hundreds, tables answer for whoever they hold
  test.each([3, 900])('are told what nothing reads, and whose dates differ: %i of them', async (size) => {
    const kinds = [LEAVER, UNREAD, DIFFERING];
    const teachers = Array.from({ length: size }, (_, at) => ({ ...kinds[at % 3], id: `T${at}` }));
    const { summary } = await ask<{ summary: Summary }>('/entitlements/batch', { year: 2025, teachers });
    expect(summary).toMatchObject({
      personalTotal: `${((2790 + 9300 + 9300) * size) / 3}.00`,
      unused: [{ fact: 'teachingSince', headcount: size / 3 }],
      warnings: [{ code: 'employment-dates-differ', headcount: size / 3 }],
    });
    const budget = await ask<Summary & { assumed: readonly object[] }>('/budgets', { year: 2025, teachers });
    expect(budget.personalTotal).toBe(summary.personalTotal);
    expect(budget.unused).toEqual(summary.unused);
    expect(budget.warnings).toEqual(summary.warnings);
    expect(budget.assumed).toContainEqual({ fact: 'backboneLevel', value: 'none', headcount: size });
  });

  test('lists the months of what is missing where it was asked for months', async () => {
    const teacher = { id: 'T1', post: 'established', area: 'rural', changes: [{ from: '2025-09', commute: 'near' }] };
    const { results } = await ask<{ results: readonly object[] }>('/entitlements/batch?detail=months', { year: 2025, teachers: [teacher] });
    const months = monthsOf(2025).slice(0, 6);
    expect(results).toMatchObject([{ missing: [{ allowance: 'transport', code: 'fact', fact: 'commute', months }] }]);
  });
});

describe('a year that the policy does not cover', () => {
  const teacher = { ...LEAVER, leftOn: null };

  test('is no silent zero in a batch, whole or in a stream', async () => {
    const { summary } = await ask<{ summary: Summary }>('/entitlements/batch', { year: 2021, teachers: [teacher] });
    const notInForce = {
      months: monthsOf(2021).slice(0, 7),
      wouldBe: { personalTotal: '9300.00', institutionTotal: '0.00', complete: true },
    };
    expect(summary).toMatchObject({ personalTotal: '3720.00', notInForce });
    const init = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: `${JSON.stringify(teacher)}\n` };
    const stream = async (query: string) => {
      const response = await exports.default.fetch(`https://jintie.test${POLICY}/entitlements/batch?year=2021${query}`, init);
      return JSON.parse((await response.text()).trim().split('\n').at(-1) as string) as { summary: Summary };
    };
    expect((await stream('')).summary).toMatchObject({ personalTotal: '3720.00', notInForce });
    expect((await stream('&asIfInForce=true')).summary).toMatchObject({ personalTotal: '9300.00', asIfInForce: true });
  });

  test('nor in a budget and the years to come', async () => {
    const cohorts = [{ count: 10, facts: { post: 'established', area: 'rural', commute: 'far' } }];
    const budget = await ask<Summary & { projection: { byYear: readonly object[] } }>('/budgets', {
      year: 2019,
      cohorts,
      projection: { years: 3 },
    });
    const wouldBe = {
      total: '1593000.00',
      personalTotal: '93000.00',
      institutionTotal: '0.00',
      envelopeTotal: '1500000.00',
      complete: true,
    };
    expect(budget).toMatchObject({ total: '0.00', envelopes: [], notInForce: { months: monthsOf(2019), wouldBe } });
    expect(budget.projection.byYear).toMatchObject([
      { year: 2020, total: '0.00', notInForce: { months: monthsOf(2020), wouldBe } },
      { year: 2021, total: '1537200.00', notInForce: { months: monthsOf(2021).slice(0, 7), wouldBe } },
      { year: 2022, total: '1593000.00' },
    ]);
    expect(budget.projection.byYear[2]).not.toHaveProperty('notInForce');
    const asIf = await ask<Summary & { projection: { byYear: readonly object[] } }>('/budgets', {
      year: 2019,
      cohorts,
      projection: { years: 3 },
      asIfInForce: true,
    });
    expect(asIf).toMatchObject({ total: '1593000.00', asIfInForce: true });
    expect(asIf.projection.byYear.map((year) => (year as { total: string }).total)).toEqual(['1593000.00', '1593000.00', '1593000.00']);
  });
});

describe('a village without its town', () => {
  const base = { post: 'established', area: 'rural', commute: 'near' };
  const people = [
    { id: 'alone', ...base, village: '润丰村' },
    { id: 'changed', ...base, changes: [{ from: '2025-03', village: '润丰村' }] },
    { id: 'whole', ...base, town: '丰登镇', village: '润丰村', payStepIncrement: '50' },
    { id: 'later', ...base, village: '润丰村', changes: [{ from: '2025-03', town: '丰登镇' }] },
  ];

  test('is told of one, and counted of many, whichever way they are computed', async () => {
    const one = await ask<Summary>('/entitlements', { year: 2025, teacher: people[0] });
    expect(one.unused).toEqual(['village']);
    const { summary } = await ask<{ summary: Summary }>('/entitlements/batch', { year: 2025, teachers: people });
    expect(summary.unused).toEqual([{ fact: 'village', headcount: 2 }]);
    const pretty = await ask<{ summary: Summary }>('/entitlements/batch?detail=months', { year: 2025, teachers: people });
    expect(pretty.summary.unused).toEqual(summary.unused);
    expect((await ask<Summary>('/budgets', { year: 2025, teachers: people })).unused).toEqual(summary.unused);
  });
});

describe('what is to be known of a teacher of a batch', () => {
  test('stands with the teacher', async () => {
    const teachers = [
      { id: 'T1', post: 'established', area: 'rural', commute: 'far', employedFrom: '2025-01', arrivedOn: '2025-03-01' },
      { id: 'T2', post: 'established', area: 'rural', commute: 'far' },
    ];
    const { results } = await ask<{ results: object[] }>('/entitlements/batch', { year: 2025, teachers });
    expect(results[0]).toMatchObject({ warnings: [{ code: 'employment-dates-differ', months: ['2025-01', '2025-02'] }] });
    expect(results[1]).not.toHaveProperty('warnings');
  });
});
