import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { ArrearsPeriodResult } from '../../src/contract/arrears/arrears-result.ts';
import type { BatchPeriodLine, BatchPeriodResult } from '../../src/contract/batch/batch-years.ts';
import type { EntitlementPeriodResult } from '../../src/contract/teacher/entitlement-years.ts';

const POLICY = 'https://jintie.test/api/v1/policies/jinfeng-2021';
const RURAL = { id: 'T1', post: 'established', area: 'rural', commute: 'near' };
const BAD = { id: 'T2', post: 'established', area: 'x' };
/** A body as text: workerd warns of `text()` where the type is none. */
const textOf = async (response: Response): Promise<string> => new TextDecoder().decode(await response.arrayBuffer());
const SPAN = { from: '2024-07', to: '2025-05' };
/** The months of the period in which meals are paid. */
const PAID_MONTHS = [9, 10, 11, 12]
  .map((month) => `2024-${String(month).padStart(2, '0')}`)
  .concat([1, 2, 3, 4, 5].map((month) => `2025-0${month}`));

async function post(path: string, body: unknown, type = 'application/json'): Promise<Response> {
  const headers = { 'content-type': type, 'accept-language': 'en' };
  return exports.default.fetch(`${POLICY}${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function ask<Result>(path: string, body: object): Promise<Result> {
  const response = await post(path, body);
  expect(response.status).toBe(200);
  return response.json();
}

describe('arrears of a period', () => {
  const raise = { parameters: { 'meal/rural': [{ from: '2024-07', value: '360' }] } };

  test('of a raise of July 2024, paid in May 2025: one request', async () => {
    const result = await ask<ArrearsPeriodResult>('/arrears', { ...SPAN, teachers: [RURAL, BAD], ...raise, known: {} });
    expect(Object.keys(result)).toEqual(['from', 'to', 'years', 'results', 'summary']);
    expect(result).toMatchObject(SPAN);
    expect(result.years.map(({ year, from, to }) => `${year} ${from} ${to}`)).toEqual(['2024 2024-07 2024-12', '2025 2025-01 2025-05']);
    // four paid months of 2024 and five of 2025, of 30.00 each
    expect(result.years.map(({ summary }) => summary.difference)).toEqual(['120.00', '150.00']);
    expect(result.results).toMatchObject([
      { index: 0, teacherId: 'T1', status: 'ok', paid: '5670.00', due: '5940.00', difference: '270.00', complete: true },
      { index: 1, teacherId: 'T2', status: 'error', errors: [{ pointer: '/teachers/1/area', code: 'unknown-value' }] },
    ]);
    expect(result.summary).toMatchObject({ teachers: 2, failed: 1, incomplete: 0, paid: '5670.00', due: '5940.00', difference: '270.00' });
    expect(result.summary.byMonth.map(({ month }) => month)).toEqual(PAID_MONTHS);
    expect(result.summary.byAllowance.find(({ allowance }) => allowance === 'meal')).toMatchObject({ difference: '270.00' });
    for (const { results, known } of result.years) {
      expect(results.map(({ status }) => status)).toEqual(['ok', 'error']);
      expect(known).not.toHaveProperty('year');
    }
  });

  test('against payments of both years, in parts and taken back', async () => {
    const paid = PAID_MONTHS.map((month) => ({ teacherId: 'T1', allowance: 'meal', month, amount: '330.00' })).concat([
      { teacherId: 'T1', allowance: 'meal', month: '2024-09', amount: '30.00' },
      { teacherId: 'T1', allowance: 'meal', month: '2025-05', amount: '-80.00' },
      { teacherId: 'T2', allowance: 'meal', month: '2025-05', amount: '5.00' },
    ]);
    const result = await ask<ArrearsPeriodResult>('/arrears', { ...SPAN, teachers: [RURAL, BAD], ...raise, paid });
    expect(result.payments).toEqual({ count: 12, repeated: 2, recoveries: 1 });
    const meal = result.summary.byAllowance.find(({ allowance }) => allowance === 'meal');
    expect(meal).toEqual({ allowance: 'meal', paid: '2920.00', due: '3240.00', difference: '320.00' });
    expect(result.summary.unresolved).toEqual({ paid: '5.00', due: '0.00' });
    expect(result.years.map(({ summary }) => summary.unresolved.paid)).toEqual(['0.00', '5.00']);
  });

  test('of ten years, the first ten months of each counted in the whole year', async () => {
    const readings = { 'payment-months': 'first-ten' };
    const result = await ask<ArrearsPeriodResult>('/arrears', {
      from: '2015-08',
      to: '2025-07',
      readings,
      asIfInForce: true,
      teachers: [RURAL],
      paid: [],
    });
    expect(result.years).toHaveLength(11);
    const due = result.years.map(({ summary }) => summary.byAllowance.find(({ allowance }) => allowance === 'meal')?.due);
    // August to October, nine whole years, January to July
    expect(due).toEqual(['990.00', ...new Array(9).fill('3300.00'), '2310.00']);
  });

  test('warn in each year of what is to be known of it', async () => {
    const { years } = await ask<ArrearsPeriodResult>('/arrears', { from: '2020-12', to: '2021-12', teachers: [RURAL], known: {} });
    expect(years[0]?.summary.warnings).toMatchObject([{ code: 'outside-effective-dates', months: ['2020-12'] }]);
    expect(years[1]?.summary.warnings).toMatchObject([{ code: 'outside-effective-dates', months: { length: 7 } }]);
    // as if in force, both sides are
    const body = { from: '2020-12', to: '2021-12', teachers: [RURAL], known: {}, asIfInForce: true };
    expect((await ask<ArrearsPeriodResult>('/arrears', body)).summary).toMatchObject({ paid: '6930.00', due: '6930.00' });
  });
});

describe('entitlements of a period', () => {
  test('of one teacher: each year cut to the months of the period', async () => {
    const teacher = { ...RURAL, degree: 'masters', recruitedOn: '2024-03-15', studioHost: true };
    const result = await ask<EntitlementPeriodResult>('/entitlements', { ...SPAN, teacher });
    expect(Object.keys(result)).toEqual([
      'from',
      'to',
      'teacherId',
      'personalTotal',
      'institutionTotal',
      'complete',
      'byAllowance',
      'years',
    ]);
    const [first, second] = result.years;
    const line = (year: typeof first, id: string) => year?.lines.find(({ allowance }) => allowance === id);
    expect(line(first, 'meal')?.byMonth.map(({ month }) => month)).toEqual(PAID_MONTHS.slice(0, 4));
    expect(line(first, 'meal')).toMatchObject({
      amount: '1320.00',
      segments: [{ from: '2024-07', to: '2024-12', months: 4, rate: '330.00' }],
    });
    expect(line(second, 'meal')).toMatchObject({
      amount: '1650.00',
      segments: [{ from: '2025-01', to: '2025-05', months: 5, rate: '330.00' }],
    });
    // what is paid once, in March, and in December of the second year, lies outside
    expect(line(first, 'talent')).toMatchObject({ amount: '0.00', byMonth: [] });
    expect(line(first, 'studio-host')).toMatchObject({ amount: '2400.00' });
    expect(line(second, 'studio-host')).toMatchObject({ amount: '0.00', byMonth: [], segments: [] });
    expect(result.byAllowance).toMatchObject({ meal: '2970.00', transport: '2700.00', talent: '0.00', 'studio-host': '2400.00' });
    expect(result.personalTotal).toBe('8070.00');
    expect(result.institutionTotal).toBe('5600.00');
  });

  test('what is missing outside the months of the period is not missing', async () => {
    const teacher = { ...RURAL, commute: null, changes: [{ from: '2024-07', commute: 'far' }] };
    const whole = await ask<{ missing: object[] }>('/entitlements', { year: 2024, teacher });
    expect(whole.missing).toHaveLength(1);
    const result = await ask<EntitlementPeriodResult>('/entitlements', { ...SPAN, teacher });
    expect(result).toMatchObject({ complete: true, byAllowance: { transport: '5400.00' } });
  });

  test('an amount that is too large to be exact is a fault of the teacher', async () => {
    const settings = {
      parameters: {
        'rural-living/rural': '999999999999.99',
        'rural-living/remote': '1',
        'rural-living/growth': '100',
        'rural-living/since': '2000',
      },
    };
    const url = 'https://jintie.test/api/v1/policies/xiangtan/entitlements';
    const body = JSON.stringify({ ...SPAN, ...settings, teacher: { id: 'T1', post: 'established', area: 'rural' } });
    const response = await exports.default.fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/teacher', code: 'out-of-range' }] });
  });
});

describe('a batch over a period', () => {
  const teachers = [RURAL, BAD, { ...RURAL, id: 'T3', commute: null }];

  test('has each year and sums over them', async () => {
    const result = await ask<BatchPeriodResult>('/entitlements/batch', { ...SPAN, teachers });
    expect(Object.keys(result)).toEqual(['from', 'to', 'years', 'results', 'summary']);
    expect(result.years.map(({ summary }) => summary.personalTotal)).toEqual(['3840.00', '4800.00']);
    expect(result.results).toMatchObject([
      { index: 0, teacherId: 'T1', status: 'ok', personalTotal: '5670.00', complete: true },
      { index: 1, teacherId: 'T2', status: 'error', errors: [{ pointer: '/teachers/1/area' }] },
      { index: 2, teacherId: 'T3', status: 'ok', personalTotal: '2970.00', complete: false },
    ]);
    expect(result.summary).toMatchObject({ teachers: 3, failed: 1, incomplete: 1, personalTotal: '8640.00' });
    expect(result.summary.byAllowance).toMatchObject({ meal: '5940.00', transport: '2700.00' });
  });

  test('as a stream has a teacher a line, with all years', async () => {
    const lines = teachers.map((teacher) => JSON.stringify(teacher)).join('\n');
    const [first, ...rest] = (
      await textOf(await post('/entitlements/batch?from=2024-07&to=2025-05&detail=months', lines, 'application/x-ndjson'))
    )
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const whole = await ask<BatchPeriodResult>('/entitlements/batch?detail=months', { ...SPAN, teachers });
    const { years, ...sums } = first as Extract<BatchPeriodLine, { status: 'ok' }>;
    expect(sums).toEqual(whole.results[0]);
    expect(years).toEqual(
      whole.years.map(({ year, results: [entry] }) => {
        const { index: _, teacherId: __, status: ___, ...own } = entry as unknown as Record<string, unknown>;
        return { year, ...own };
      }),
    );
    expect(rest[0]).toMatchObject({ index: 1, teacherId: 'T2', status: 'error', errors: [{ pointer: '/area' }] });
    const { summary } = rest.at(-1);
    const { years: ofYears, from, to, ...all } = summary;
    expect({ from, to }).toEqual(SPAN);
    expect(all).toEqual(whole.summary);
    expect(ofYears).toEqual(whole.years.map(({ results: _, summary: own, ...head }) => ({ ...head, ...own })));
  });

  test('as a stream goes on after a broken line', async () => {
    const text = `{"request":${JSON.stringify(SPAN)}}\n${JSON.stringify(RURAL)}\n{\n${JSON.stringify({ ...RURAL, id: 'T9' })}`;
    const lines = (await textOf(await post('/entitlements/batch', text, 'application/x-ndjson'))).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { index: 0, teacherId: 'T1', status: 'ok' },
      { index: 1, status: 'error', errors: [{ code: 'malformed-json' }] },
      { index: 2, teacherId: 'T9', status: 'ok' },
      { summary: { teachers: 3, failed: 1, personalTotal: '11340.00' } },
    ]);
  });
});
