import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import type { BatchResult } from '../../src/contract/batch/batch.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import type { PolicyView } from '../../src/contract/policy/policy-view.ts';
import type { EntitlementResult } from '../../src/contract/teacher/entitlement.ts';
import { BACKBONE, GOOD_REQUESTS, KINDERGARTEN, MOVED, NULLS, POLICY, RECRUIT, TEACHERS, textOf, UNKNOWN } from './good.table.ts';
import { IS_OVER_SOCKETS } from './is-deep.ts';

type Fields = Record<string, unknown>;

const ORIGIN = 'https://jintie.test';
const LINES = 'application/x-ndjson';

const get = (path: string, headers: Record<string, string> = {}) => exports.default.fetch(`${ORIGIN}${path}`, { headers });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  exports.default.fetch(`${ORIGIN}${POLICY}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

async function ask<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await post(path, JSON.stringify(body), headers);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return response.json<T>();
}
const one = (teacher: Fields, rest: Fields = {}) => ask<EntitlementResult>('/entitlements', { year: 2025, teacher, ...rest });
const batch = (teachers: unknown[], rest: Fields = {}) => ask<BatchResult>('/entitlements/batch', { year: 2025, teachers, ...rest });
const budget = (rest: Fields) => ask<BudgetResult>('/budgets', { year: 2025, ...rest });

async function stream(path: string, body: string): Promise<Fields[]> {
  const response = await post(path, body, { 'content-type': LINES });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
  const text = new TextDecoder().decode(await response.arrayBuffer());
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

const amounts = (lines: { allowance: string; amount: string }[]) =>
  Object.fromEntries(lines.map(({ allowance, amount }) => [allowance, amount]));
const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const sum = (parts: { amount: string }[]): bigint => parts.reduce((total, { amount }) => total + fen(amount), 0n);

describe('policies', () => {
  test('the list names jinfeng-2021', async () => {
    const { policies } = await (await get('/api/v1/policies')).json<{ policies: Fields[] }>();
    expect(policies).toContainEqual({
      id: 'jinfeng-2021',
      title: '金凤区基础教育质量提升行动实施方案',
      documentNumber: '银金党办发〔2021〕60号',
      issuer: expect.any(String),
      issuedOn: '2021-08-20',
      version: expect.stringMatching(/^[0-9a-f]{16,}$/),
    });
  });

  test.each(['/api/v1/policies', POLICY, `${POLICY}/teacher-schema`, '/openapi.json'])(
    '%s has a tag, and is not sent to whoever has it',
    async (path) => {
      const first = await get(path);
      const tag = first.headers.get('etag') ?? '';
      expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await (await get(path)).text()).toBe(await first.text());
      const again = await get(path, { 'if-none-match': tag });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
      expect((await get(path, { 'if-none-match': '"another"' })).status).toBe(200);
    },
  );

  test('the view has every parameter, reading and allowance', async () => {
    const view = await (await get(POLICY)).json<PolicyView>();
    const levels = { district: null, city: null, region: null, national: null };
    const table = (name: string, rows: Record<string, [string, string] | null>) =>
      Object.entries(rows).flatMap(([row, cells]) => ['urban', 'rural'].map((area, at) => [`${name}/${row}/${area}`, cells?.[at] ?? null]));
    expect(Object.fromEntries(view.parameters.map(({ key, value }) => [key, value]))).toEqual({
      ...Object.fromEntries(
        table('backbone', { district: ['200', '300'], city: ['300', '400'], region: ['400', '500'], national: ['600', '800'] }),
      ),
      ...Object.fromEntries(table('master', { ...levels, district: ['300', '400'] })),
      'studio/annual': '8000',
      'studio/host-share': '30',
      'talent/high': '80000',
      'talent/low': '50000',
      'meal/urban': '180',
      'meal/rural': '330',
      'transport/near': '300',
      'transport/far': '600',
      'kindergarten-uplift/percent': '10',
      'training/annual': '1500000',
      'training/kindergarten': '1000000',
      'principal/monthly': null,
      'class-teacher/monthly': null,
      'boarding/monthly': null,
      'township/monthly': null,
    });
    expect(view.parameters.filter(({ unit }) => unit === 'percent').map(({ key }) => key)).toEqual([
      'studio/host-share',
      'kindergarten-uplift/percent',
    ]);
    expect(Object.fromEntries(view.readings.map(({ id, options }) => [id, options.map((option) => option.id)]))).toEqual({
      'payment-months': ['no-july-august', 'no-february-august', 'first-ten'],
      'backbone-and-master': ['both', 'larger'],
      'master-assessment': ['not-required', 'required'],
      'master-levels': ['district', 'all-levels'],
      'talent-amounts': ['by-kind', 'by-tier'],
      'talent-both': ['larger', 'sum'],
      'uplift-months': ['twelve', 'payment-months'],
      'uplift-posts': ['on-scale', 'all-teachers'],
      'kindergarten-uplift-area': ['resettlement', 'district'],
    });
    for (const reading of view.readings) expect(reading.default).toBe(reading.options[0]?.id);
    expect(view.allowances.map(({ id }) => id)).toEqual(
      ['backbone', 'master', 'studio-host', 'studio-running', 'talent', 'meal', 'transport', 'resettlement-uplift'].concat([
        'kindergarten-uplift',
        'principal',
        'class-teacher',
        'boarding',
        'township',
      ]),
    );
    for (const { clause } of [...view.allowances, ...view.parameters, ...view.readings]) {
      expect(clause.item).not.toBe('');
      expect(clause.quote).not.toBe('');
    }
    expect(view.envelopes).toMatchObject([{ id: 'training', parts: [{ id: 'kindergarten' }] }]);
    expect(view.checks).toMatchObject([{ id: 'pay-parity' }]);
    expect(view.targets.map(({ count }) => count)).toEqual([100, 100, 200, 500, 10]);
    expect(view.places).toMatchObject([
      { fact: 'resettlement', towns: [{ town: '良田镇' }, { town: '丰登镇', villages: ['润丰村', '和丰村'] }] },
    ]);
    expect(view.noted.length).toBeGreaterThan(0);
  });

  test('the schema of a teacher is JSON Schema', async () => {
    const response = await get(`${POLICY}/teacher-schema`);
    expect(response.headers.get('content-type')).toBe('application/schema+json');
    expect(await response.json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['id', 'post', 'area'],
      additionalProperties: false,
    });
  });
});

describe('one teacher', () => {
  test.each([
    ['1', BACKBONE, {}, '9624.00', { meal: '3300.00', transport: '3000.00', backbone: '3000.00', 'resettlement-uplift': '324.00' }],
    ['2', KINDERGARTEN, {}, '14485.44', { meal: '3300.00', transport: '6000.00', 'kindergarten-uplift': '5185.44' }],
    ['3', MOVED, {}, '5400.00', { meal: '2400.00', transport: '3000.00' }],
    ['4', RECRUIT, {}, '83840.00', { talent: '80000.00', meal: '1440.00', transport: '2400.00' }],
    ['4 by tier', RECRUIT, { 'talent-amounts': 'by-tier' }, '53840.00', { talent: '50000.00', meal: '1440.00', transport: '2400.00' }],
  ])('worked example %s', async (_, teacher, readings, total, lines) => {
    const result = await one(teacher, { readings });
    expect(result).toMatchObject({ teacherId: teacher.id, personalTotal: total, institutionTotal: '0.00', complete: true, missing: [] });
    expect(amounts(result.lines)).toEqual(lines);
    for (const line of result.lines) {
      expect(sum(line.byMonth)).toBe(fen(line.amount));
      expect(line.segments.reduce((all, { months, rate }) => all + BigInt(months) * fen(rate), 0n)).toBe(fen(line.amount));
    }
  });

  test('has the shape of the reference', async () => {
    const result = await one(BACKBONE);
    expect(Object.keys(result).toSorted()).toEqual(
      [
        'assumed',
        'complete',
        'declined',
        'institutionTotal',
        'lines',
        'missing',
        'parameters',
        'personalTotal',
        'policy',
        'readings',
      ].concat(['repayments', 'teacherId', 'unpaid', 'unused', 'warnings', 'year']),
    );
    expect(result.lines.find(({ allowance }) => allowance === 'meal')).toEqual({
      allowance: 'meal',
      title: '餐补',
      payee: 'teacher',
      amount: '3300.00',
      byMonth: ['01', '02', '03', '04', '05', '06', '09', '10', '11', '12'].map((month) => ({ month: `2025-${month}`, amount: '330.00' })),
      segments: [{ from: '2025-01', to: '2025-12', months: 10, rate: '330.00', facts: { area: 'rural' } }],
      clause: { item: '19', quote: expect.stringContaining('按城乡每人每月180元、330元的标准') },
      readings: ['payment-months'],
    });
    expect(result.declined).toContainEqual({ allowance: 'talent', code: 'not-eligible', fact: 'recruitedOn' });
    expect(result.assumed).toContainEqual({ fact: 'studioHost', value: false });
    const answered = [...result.lines, ...result.declined, ...result.missing].map(({ allowance }) => allowance);
    expect(new Set(answered).size).toBe(13);
  });

  test('what is missing is neither zero nor refused', async () => {
    const result = await one(UNKNOWN);
    expect(result).toMatchObject({ complete: false, personalTotal: '4200.00', institutionTotal: '5600.00' });
    const year = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
    const ten = year.filter((month) => !/0[78]$/.test(month));
    expect(result.missing).toEqual([
      { allowance: 'master', code: 'no-figure', parameter: 'master/city/urban', months: ten },
      { allowance: 'transport', code: 'fact', fact: 'commute', months: ten },
      { allowance: 'principal', code: 'no-figure', parameter: 'principal/monthly', months: year },
    ]);
  });

  test('null is not given', async () => {
    const { id, area, post: posted } = NULLS;
    expect(await one(NULLS)).toEqual(await one({ id, area, post: posted }));
    expect(await one(MOVED, { readings: null, parameters: null })).toEqual(await one(MOVED));
    const forgotten = await one({ ...BACKBONE, changes: [{ from: '2025-07', commute: null }] });
    const months = ['2025-09', '2025-10', '2025-11', '2025-12'];
    expect(forgotten.missing).toEqual([{ allowance: 'transport', code: 'fact', fact: 'commute', months }]);
  });

  test('a result names its settings and is reproduced from them', async () => {
    const readings = { 'payment-months': 'first-ten', 'master-levels': 'all-levels' };
    const parameters = {
      'meal/urban': [
        { from: '2025-07', value: '200' },
        { from: '2025-01', value: '180.5' },
      ],
      'principal/monthly': '500',
    };
    const result = await one(UNKNOWN, { readings, parameters });
    expect(result.readings).toEqual({
      'payment-months': 'first-ten',
      'backbone-and-master': 'both',
      'master-assessment': 'not-required',
      'master-levels': 'all-levels',
      'talent-amounts': 'by-kind',
      'talent-both': 'larger',
      'uplift-months': 'twelve',
      'uplift-posts': 'on-scale',
      'kindergarten-uplift-area': 'resettlement',
    });
    expect(result.parameters).toEqual(parameters);
    expect(await one(UNKNOWN, { year: result.year, readings: result.readings, parameters: result.parameters })).toEqual(result);
    const listed = await (await get('/api/v1/policies')).json<{ policies: { id: string; version: string }[] }>();
    expect(listed.policies).toContainEqual(expect.objectContaining(result.policy));
  });

  test('a year before the policy is warned of', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2020-${String(at + 1).padStart(2, '0')}`);
    const { warnings, notInForce, personalTotal } = await one(BACKBONE, { year: 2020 });
    expect(warnings).toEqual([{ code: 'outside-effective-dates', effectiveFrom: '2021-08-20', months }]);
    const asIf = await one(BACKBONE, { year: 2020, asIfInForce: true });
    expect(personalTotal).toBe('0.00');
    expect(notInForce).toEqual({
      months,
      wouldBe: { personalTotal: asIf.personalTotal, institutionTotal: asIf.institutionTotal, complete: asIf.complete },
    });
    expect(asIf).toMatchObject({ asIfInForce: true, warnings: [{ code: 'outside-effective-dates', asIfInForce: true }] });
    expect(asIf.notInForce).toBeUndefined();
  });

  test.each([32, 31])('%i levels of nesting are no fault of their own', async (levels) => {
    const response = await post('/entitlements', `{"year":2025,"teacher":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/teacher', code: 'wrong-type' }] });
  });
});

describe('many teachers', () => {
  test('a bad teacher spoils nothing else', async () => {
    const { results, summary, ...head } = await batch([BACKBONE, { ...MOVED, area: 'x' }, RECRUIT, BACKBONE, null, UNKNOWN]);
    expect(head).toMatchObject({ policy: { id: 'jinfeng-2021' }, year: 2025, parameters: {} });
    expect(results.map(({ status }) => status)).toEqual(['ok', 'error', 'ok', 'error', 'error', 'ok']);
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(results.map(({ teacherId }) => teacherId)).toEqual(['W1', 'W3', 'W4', 'W1', undefined, 'W5']);
    expect(results[1]).toMatchObject({ errors: [{ pointer: '/teachers/1/area', code: 'unknown-value' }] });
    expect(results[3]).toMatchObject({ errors: [{ pointer: '/teachers/3/id', code: 'duplicate-id' }] });
    expect(results[0]).toEqual({
      index: 0,
      teacherId: 'W1',
      status: 'ok',
      personalTotal: '9624.00',
      institutionTotal: '0.00',
      complete: true,
      lines: [
        { allowance: 'backbone', payee: 'teacher', amount: '3000.00' },
        { allowance: 'meal', payee: 'teacher', amount: '3300.00' },
        { allowance: 'transport', payee: 'teacher', amount: '3000.00' },
        { allowance: 'resettlement-uplift', payee: 'teacher', amount: '324.00' },
      ],
      missing: [],
    });
    expect(summary).toMatchObject({ teachers: 6, failed: 3, incomplete: 1, personalTotal: '97664.00', institutionTotal: '5600.00' });
    expect(Object.keys(summary.byAllowance)).toHaveLength(13);
    expect(sum(Object.values(summary.byAllowance).map((amount) => ({ amount })))).toBe(fen('97664.00') + fen('5600.00'));
  });

  test('agrees with each teacher alone, with months on request', async () => {
    const { results } = await ask<BatchResult>('/entitlements/batch?detail=months', { year: 2025, teachers: TEACHERS });
    for (const [index, teacher] of TEACHERS.entries()) {
      const alone = await one(teacher);
      const lines = alone.lines.map(({ allowance, payee, amount, byMonth }) => ({ allowance, payee, amount, byMonth }));
      const { personalTotal, institutionTotal, complete, missing } = alone;
      expect(results[index]).toEqual({
        index,
        teacherId: teacher.id,
        status: 'ok',
        personalTotal,
        institutionTotal,
        complete,
        lines,
        missing,
      });
    }
  });

  test('a hundred thousand changes of one teacher are the fault of that one alone', async () => {
    const teacher = { post: 'established', area: 'rural', commute: 'far' };
    const { results } = await batch([
      { id: 'a', ...teacher, changes: Array(100_000).fill(1) },
      { id: 'b', ...teacher },
    ]);
    expect(results).toMatchObject([{ status: 'error' }, { status: 'ok', personalTotal: '9300.00' }]);
  });

  test('10,000 teachers are not too many', async () => {
    const { summary } = await batch(Array.from({ length: 10_000 }, (_, index) => ({ ...MOVED, id: `T${index}` })));
    expect(summary).toMatchObject({ teachers: 10_000, failed: 0, personalTotal: '54000000.00' });
  });

  test('the stream gives what the list gives', async () => {
    const { results, summary, ...head } = await batch([...TEACHERS], {
      readings: { 'talent-amounts': 'by-tier' },
      parameters: { 'meal/rural': '360.00' },
    });
    const query = '?year=2025&reading.talent-amounts=by-tier&parameter.meal/rural=360.00';
    const lines = textOf({ type: LINES, body: TEACHERS });
    expect(await stream(`/entitlements/batch${query}`, lines)).toEqual([...results, { summary: { ...head, ...summary } }]);
    const request = { request: { year: head.year, readings: head.readings, parameters: head.parameters } };
    expect(await stream('/entitlements/batch', `${JSON.stringify(request)}\n${lines}`)).toEqual([
      ...results,
      { summary: { ...head, ...summary } },
    ]);
  });

  test.each([
    ['CRLF', (texts: string[]) => texts.map((text) => `${text}\r\n`).join('')],
    ['no last newline', (texts: string[]) => texts.join('\n')],
    ['a BOM', (texts: string[]) => `\uFEFF${texts.join('\n')}\n`],
    ['blank lines', (texts: string[]) => `\n\r\n \t\n${texts.join('\n\n \r\n')}\n\n\n`],
    ['a line of exactly 65,536 bytes', (texts: string[]) => texts.map((text) => `${fill(text, 65_536)}\n`).join('')],
    ['a line of exactly 65,536 bytes and CRLF', (texts: string[]) => texts.map((text) => `${fill(text, 65_536)}\r\n`).join('')],
    ['a line of exactly 65,536 bytes without a newline', (texts: string[]) => texts.map((text) => fill(text, 65_536)).join('\n')],
  ])('lines with %s', async (_, write) => {
    const plain = await stream('/entitlements/batch?year=2025', textOf({ type: LINES, body: TEACHERS }));
    expect(await stream('/entitlements/batch?year=2025', write(TEACHERS.map((teacher) => JSON.stringify(teacher))))).toEqual(plain);
  });

  test('a stream of nobody still has its summary', async () => {
    expect(await stream('/entitlements/batch?year=2025', '')).toMatchObject([
      { summary: { year: 2025, teachers: 0, personalTotal: '0.00' } },
    ]);
    expect(await stream('/entitlements/batch', '{"request":{"year":2025}}')).toMatchObject([{ summary: { teachers: 0 } }]);
  });

  test('a stream does not look for the same id twice', async () => {
    expect(await stream('/entitlements/batch?year=2025', textOf({ type: LINES, body: [MOVED, MOVED] }))).toMatchObject([
      { status: 'ok' },
      { status: 'ok' },
      { summary: { teachers: 2, failed: 0, personalTotal: '10800.00' } },
    ]);
  });
});

function fill(text: string, size: number): string {
  return `${text.slice(0, -1)}${' '.repeat(size - new TextEncoder().encode(text).byteLength)}}`;
}

describe('a budget', () => {
  const dimensions = ['school', 'area', 'stage', 'post', 'allowance', 'month'];

  test('every breakdown of amounts sums to its total', async () => {
    const result = await budget({
      teachers: TEACHERS,
      groupBy: dimensions,
      cohorts: [{ count: 7, facts: { post: 'temporary', area: 'urban' } }],
    });
    const people = fen(result.personalTotal) + fen(result.institutionTotal);
    for (const parts of [result.byAllowance, result.byMonth, result.byBudgetCode, result.groups]) expect(sum(parts)).toBe(people);
    expect(fen(result.total)).toBe(people + fen(result.envelopeTotal));
    expect(sum(result.byAllowance.filter(({ payee }) => payee === 'institution'))).toBe(fen(result.institutionTotal));
    expect(result).toMatchObject({ headcount: 13, failed: 0, failures: [], envelopeTotal: '1500000.00', institutionTotal: '5600.00' });
    expect(result.byMonth.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`),
    );
    for (const { key } of result.groups) expect(Object.keys(key)).toEqual(dimensions);
  });

  test.each(dimensions)('groups by %s sum to the total, an absent fact is null', async (dimension) => {
    const result = await budget({ teachers: TEACHERS, groupBy: [dimension] });
    expect(sum(result.groups)).toBe(fen(result.personalTotal) + fen(result.institutionTotal));
    if (dimension === 'school') expect(result.groups.map(({ key }) => key.school).toSorted()).toEqual([null, '金凤区第一小学'].toSorted());
  });

  test('who moves counts in each group, the amount goes where it arises', async () => {
    const { groups, headcount } = await budget({ teachers: [MOVED], groupBy: ['area'] });
    expect(headcount).toBe(1);
    expect(groups).toEqual([
      { key: { area: 'urban' }, headcount: 1, amount: '2880.00' },
      { key: { area: 'rural' }, headcount: 1, amount: '2520.00' },
    ]);
  });

  test('a cohort of n is n teachers', async () => {
    const rest = { groupBy: ['area', 'allowance'], sensitivity: true, scenarios: [{ id: 's', parameters: { 'meal/urban': '200' } }] };
    const { id: _, ...facts } = MOVED;
    const teachers = Array.from({ length: 25 }, (_one, index) => ({ ...MOVED, id: `T${index}` }));
    expect(await budget({ cohorts: [{ count: 25, facts }], ...rest })).toEqual(await budget({ teachers, ...rest }));
  });

  test('the order of teachers does not matter, nor whether they are streamed', async () => {
    const rest = { year: 2025, groupBy: ['post'], sensitivity: true };
    const there = await budget({ teachers: TEACHERS, ...rest });
    const back = await budget({ teachers: TEACHERS.toReversed(), ...rest });
    const lines = textOf({ type: LINES, body: [{ request: rest }, ...TEACHERS] });
    const streamed = await (await post('/budgets', lines, { 'content-type': LINES })).json<BudgetResult>();
    expect(streamed).toEqual(there);
    expect(back).toEqual(there);
  });

  test('agrees with the batch of the same people', async () => {
    const { summary } = await batch([...TEACHERS]);
    const result = await budget({ teachers: TEACHERS });
    expect(result).toMatchObject({
      headcount: summary.teachers,
      incomplete: summary.incomplete,
      personalTotal: summary.personalTotal,
      institutionTotal: summary.institutionTotal,
    });
    expect(amounts(result.byAllowance)).toEqual(summary.byAllowance);
  });

  test('a scenario is compared person by person', async () => {
    const scenarios = [
      { id: 'meals', title: '提高城市餐补', parameters: { 'meal/urban': '200' } },
      { id: 'tier', readings: { 'talent-amounts': 'by-tier' } },
      { id: 'training', parameters: { 'training/annual': '1200000' } },
    ];
    const { scenarios: found, total } = await budget({ teachers: [BACKBONE, MOVED, RECRUIT], scenarios });
    expect(found).toMatchObject([
      { id: 'meals', title: '提高城市餐补', difference: '280.00', gaining: 2, losing: 0, unchanged: 1 },
      { id: 'tier', title: null, difference: '-30000.00', gaining: 0, losing: 1, unchanged: 2 },
      { id: 'training', difference: '-300000.00', envelopes: [{ id: 'training', amount: '1200000.00', difference: '-300000.00' }] },
    ]);
    for (const { byAllowance, envelopes, ...scenario } of found) {
      const rows = [...byAllowance, ...envelopes];
      expect(fen(scenario.total) - fen(total)).toBe(fen(scenario.difference));
      expect(rows.reduce((all, { difference }) => all + fen(difference), 0n)).toBe(fen(scenario.difference));
      expect(rows.reduce((all, { amount }) => all + fen(amount ?? '0.00'), 0n)).toBe(fen(scenario.total));
    }
    const alone = await budget({ teachers: [BACKBONE, MOVED, RECRUIT], parameters: scenarios[0]?.parameters });
    expect(alone.total).toBe(found[0]?.total);
  });

  test('sensitivity prices every option that was not chosen, one at a time', async () => {
    const readings = { 'payment-months': 'first-ten' };
    const { sensitivity, total } = await budget({ teachers: TEACHERS, readings, sensitivity: true });
    expect(sensitivity.map(({ reading, option }) => `${reading} ${option}`)).toEqual([
      'payment-months no-july-august',
      'payment-months no-february-august',
      'backbone-and-master larger',
      'master-assessment required',
      'master-levels all-levels',
      'talent-amounts by-tier',
      'talent-both sum',
      'uplift-months payment-months',
      'uplift-posts all-teachers',
      'kindergarten-uplift-area district',
    ]);
    for (const { reading, option, total: other, difference } of sensitivity) {
      const run = await budget({ teachers: TEACHERS, readings: { ...readings, [reading]: option } });
      expect(run.total).toBe(other);
      expect(fen(other) - fen(total)).toBe(fen(difference));
    }
  });

  test('bad teachers and cohorts are listed and left out', async () => {
    const bad = { ...MOVED, id: 'B1', area: 'x' };
    const cohorts = [
      { count: 0, facts: {} },
      { count: 2, facts: { post: 'temporary', area: 'urban', commute: 'near' } },
    ];
    const result = await budget({ teachers: [MOVED, bad, MOVED], cohorts });
    expect(result).toMatchObject({ headcount: 3, failed: 3, personalTotal: '15000.00' });
    expect(result.failures).toMatchObject([
      {
        index: 0,
        cohort: true,
        errors: [{ pointer: '/cohorts/0/count' }, { pointer: '/cohorts/0/facts/post' }, { pointer: '/cohorts/0/facts/area' }],
      },
      { index: 1, teacherId: 'B1', errors: [{ pointer: '/teachers/1/area', code: 'unknown-value' }] },
      { index: 2, teacherId: 'W3', errors: [{ pointer: '/teachers/2/id', code: 'duplicate-id' }] },
    ]);
  });

  test('figures awaited are told with the people whom they concern', async () => {
    const { id: _, ...facts } = UNKNOWN;
    const { missing, awaited, incomplete } = await budget({ teachers: [BACKBONE], cohorts: [{ count: 40, facts }] });
    expect(incomplete).toBe(40);
    expect(missing).toContainEqual({ allowance: 'principal', code: 'no-figure', parameter: 'principal/monthly', headcount: 40 });
    expect(missing).toContainEqual({ allowance: 'transport', code: 'fact', fact: 'commute', headcount: 40 });
    expect(awaited).toContainEqual({ allowance: 'principal', parameter: 'principal/monthly', clause: expect.any(Object), headcount: 40 });
    expect(awaited).toContainEqual({ allowance: 'township', parameter: 'township/monthly', clause: expect.any(Object), headcount: 0 });
  });

  test('sums beyond 2^53 fen are exact', async () => {
    const facts = { post: 'kindergarten-contract', area: 'rural', commute: 'near', town: '良田镇', monthlySalary: '999999999999.99' };
    const cohorts = [
      { count: 1_000_000_000, facts },
      { count: 1, facts: { post: 'temporary', area: 'urban', commute: 'near' } },
    ];
    const result = await budget({ cohorts });
    const each = 12n * 10_000_000_000_000n + 330_000n + 300_000n;
    expect(fen(result.personalTotal)).toBe(each * 1_000_000_000n + 480_000n);
    expect(sum(result.byMonth)).toBe(fen(result.personalTotal));
  });
});

describe('HTTP', () => {
  test('the health check', async () => {
    const response = await get('/healthz');
    expect(await response.json()).toEqual({ status: 'ok', version });
  });

  test.each(['/healthz', '/openapi.json', '/api/v1/policies', POLICY, `${POLICY}/teacher-schema`, '/api/v1/nothing'])(
    'HEAD %s has the headers of GET, with the length of its body',
    async (path) => {
      const ask = async (method: string) => {
        const headers = { 'x-request-id': 'same', 'accept-encoding': 'identity' };
        const response = await exports.default.fetch(`${ORIGIN}${path}`, { method, headers });
        const { 'content-length': length, date: _, connection: __, 'keep-alive': ___, ...others } = Object.fromEntries(response.headers);
        return { length, others, status: response.status, body: await response.arrayBuffer() };
      };
      const [head, get] = [await ask('HEAD'), await ask('GET')];
      expect([head.status, head.others]).toEqual([get.status, get.others]);
      expect([head.length, head.body.byteLength]).toEqual([String(get.body.byteLength), 0]);
    },
  );

  test("a client's own request id comes back, one that is not an id does not", async () => {
    const idOf = async (id: string) => (await get('/healthz', { 'x-request-id': id })).headers.get('x-request-id');
    expect(await idOf('payroll-2025_11')).toBe('payroll-2025_11');
    for (const bad of ['a b', 'x'.repeat(65), '<script>', 'a;b']) expect(await idOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf('a')).toBe('a');
    const [first, second] = [await get('/healthz'), await get('/healthz')].map(({ headers }) => headers.get('x-request-id'));
    expect(first).not.toBe(second);
  });

  test.each([
    [undefined, 'zh-CN', '餐补'],
    ['', 'zh-CN', '餐补'],
    ['zh', 'zh-CN', '餐补'],
    ['zh-TW', 'zh-CN', '餐补'],
    ['en', 'en', 'Meal subsidy'],
    ['en-GB,en;q=0.9', 'en', 'Meal subsidy'],
    ['EN', 'en', 'Meal subsidy'],
    ['zh-CN;q=0.5, en;q=0.8', 'en', 'Meal subsidy'],
    ['zh-CN, en;q=0.8', 'zh-CN', '餐补'],
    ['fr', 'zh-CN', '餐补'],
    ['fr, en;q=0.1', 'en', 'Meal subsidy'],
    ['en;q=0', 'zh-CN', '餐补'],
    ['*', 'zh-CN', '餐补'],
    [';;;,q=', 'zh-CN', '餐补'],
  ])('Accept-Language %s answers in %s', async (wanted, language, title) => {
    const body = JSON.stringify({ year: 2025, teacher: BACKBONE });
    const response = await post('/entitlements', body, wanted === undefined ? {} : { 'accept-language': wanted });
    expect(response.headers.get('content-language')).toBe(language);
    expect(response.headers.get('vary')).toMatch(/accept-language/i);
    const result = await response.json<EntitlementResult>();
    expect(result.lines.find(({ allowance }) => allowance === 'meal')?.title).toBe(title);
  });

  test('codes, ids, amounts and quotes are the same in every language', async () => {
    const strip = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, inner) => (['title', 'note'].includes(key) ? null : inner)));
    const body = { year: 2025, teachers: TEACHERS, sensitivity: true };
    expect(strip(await ask('/budgets', body, { 'accept-language': 'en' }))).toEqual(strip(await ask('/budgets', body)));
  });

  test.each(['application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'])(
    'type %s',
    async (type) => {
      const response = await post('/entitlements', JSON.stringify({ year: 2025, teacher: MOVED }), { 'content-type': type });
      expect(response.status).toBe(200);
    },
  );

  test('a body in chunks is not read beyond the limit, whatever length it is said to have', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
        if (sent > 64 * 1024 * 1024) controller.close();
      },
    });
    const headers = { 'content-type': 'application/json', 'content-length': '5', 'transfer-encoding': 'chunked' };
    const response = await exports.default.fetch(`${ORIGIN}${POLICY}/entitlements`, { method: 'POST', headers, body });
    expect(response.status).toBe(413);
    // The home on Node throws the rest away up to a bound before it answers: many a client listens only once it has sent all.
    expect(sent).toBeLessThan((IS_OVER_SOCKETS ? 80 : 8) * 1024 * 1024);
  });

  test('a BOM before JSON is fine, and so is 2025.0', async () => {
    const response = await post('/entitlements', `\uFEFF{"year":2025.0,"teacher":${JSON.stringify(MOVED)}}`);
    expect(await response.json()).toMatchObject({ year: 2025, personalTotal: '5400.00' });
  });

  test.each(GOOD_REQUESTS.map((request) => [request.name, request] as const))(
    '%s is answered, and is not to be cached',
    async (_, request) => {
      const headers = { 'content-type': request.type };
      const response = await exports.default.fetch(`${ORIGIN}${request.path}`, { method: 'POST', headers, body: textOf(request) });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(new TextDecoder().decode(await response.arrayBuffer())).not.toContain('"status":"error"');
    },
  );
});
