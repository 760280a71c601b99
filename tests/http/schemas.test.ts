import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { checkAnswer, checkNext, requestOf, TAGS } from '../edge/bad-input.check.ts';
import { BAD_CASES } from '../edge/bad-input.table.ts';
import { BACKBONE, GOOD_REQUESTS, type GoodRequest, NULLS, POLICY, TEACHERS, textOf } from '../edge/good.table.ts';
import { closed, type Document, expectDocumented } from './documented.ts';

const app = createApp();
const send = async (request: Request): Promise<Response> => app.fetch(request);
const get = async (path: string): Promise<unknown> => (await app.request(path)).json();

/** The dates of the document are checked by our own rules; a JSON Schema's `format` is a note. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  formats: { date: true, int32: true, int64: true },
});
let schema: (name: string) => ValidateFunction;
let document: Document;

beforeAll(async () => {
  document = (await get('/openapi.json')) as Document;
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components', 'discriminator']);
  ajv.addSchema(closed(document), 'openapi');
  schema = (name) => ajv.getSchema(`openapi#/components/schemas/${name}`) as ValidateFunction;
});

function expectValid(name: string, value: unknown): void {
  const validate = schema(name);
  expect(validate, `there is a schema ${name}`).toBeTypeOf('function');
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate({ ...structuredClone(document) });
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  test('names every address', () => {
    const methods = Object.entries(document.paths).map(([path, item]) => `${Object.keys(item).join()} ${path}`);
    expect(methods.toSorted()).toEqual([
      'get /api/v1/policies',
      'get /api/v1/policies/{id}',
      'get /api/v1/policies/{id}/teacher-schema',
      'get /healthz',
      'get /metrics',
      'get /openapi.json',
      'get /readyz',
      'post /api/v1/arrears',
      'post /api/v1/budgets',
      'post /api/v1/entitlements',
      'post /api/v1/entitlements/batch',
      'post /api/v1/policies/check',
      'post /api/v1/policies/{id}/arrears',
      'post /api/v1/policies/{id}/budgets',
      'post /api/v1/policies/{id}/entitlements',
      'post /api/v1/policies/{id}/entitlements/batch',
    ]);
  });
});

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Record<string, unknown>;
}

describe('the query of a stream', () => {
  const BATCH = '/entitlements/batch';
  const parametersOf = (path: string): Parameter[] =>
    ((document.paths[path]?.post?.parameters ?? []) as unknown as Parameter[]).filter((one) => one.in === 'query');
  const ofStreams = () => parametersOf(`/api/v1/policies/{id}${BATCH}`);

  /** Whether the document allows a query: every name is one of a parameter, and its value fits. */
  function isAllowed(query: string): boolean {
    return [...new URLSearchParams(query)].every(([name, text]) => {
      const own = ofStreams().find((one) => one.name === name)?.schema;
      return own !== undefined && ajv.compile(own)(own.type === 'integer' && /^\d+$/.test(text) ? Number(text) : text);
    });
  }

  async function isAccepted(query: string, policy = POLICY): Promise<boolean> {
    const init = { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: '' };
    const { status } = await app.request(`${policy}${BATCH}?${query}`, init);
    expect([200, 422]).toContain(status);
    return status === 200;
  }

  test('has its parameters where a policy is named, and none but the detail where the request brings one', () => {
    const settings = ofStreams().map(({ name }) => name.replace(/\..*/, ''));
    expect([...new Set(settings)]).toEqual(['detail', 'year', 'from', 'to', 'asIfInForce', 'reading', 'parameter']);
    expect(parametersOf(`/api/v1${BATCH}`).map(({ name }) => name)).toEqual(['detail']);
    expect(parametersOf('/api/v1/policies/{id}/budgets')).toEqual([]);
  });

  test.each([
    ['year=2025', true],
    ['year=2000&detail=months', true],
    ['from=2024-07&to=2025-05', true],
    ['from=2024-07&to=2025-13', false],
    ['from=2024-7&to=2025-05', false],
    ['year=1999', false],
    ['year=2101', false],
    ['year=x', false],
    ['year=2025&detail=days', false],
    ['year=2025&colour=red', false],
    ['year=2025&readings=x', false],
    ['year=2025&reading.talent-amounts=by-tier&reading.payment-months=first-ten', true],
    ['year=2025&reading.talent-amounts=x', false],
    ['year=2025&reading.x=by-tier', false],
    ['year=2025&parameter.meal/rural=360.00', true],
    ['year=2025&parameter.meal%2Frural=360&parameter.studio/host-share=33.3333', true],
    ['year=2025&parameter.meal/rural=360.005', false],
    ['year=2025&parameter.meal/rural=-5', false],
    ['year=2025&parameter.meal/rural=', false],
    ['year=2025&parameter.studio/host-share=101', true],
    ['year=2025&parameter.studio/host-share=1000', false],
    ['year=2025&parameter.x=5', false],
  ])('%s is allowed and accepted: %s', async (query, good) => {
    expect(isAllowed(query)).toBe(good);
    expect(await isAccepted(query)).toBe(good);
  });

  test('has every option and every figure of every policy, and no other', async () => {
    const documented = new Set(ofStreams().flatMap(({ name }) => (name.includes('.') ? [name] : [])));
    const list = (await get('/api/v1/policies')) as { policies: { id: string }[] };
    const names = new Set<string>();
    for (const { id } of list.policies) {
      const path = `/api/v1/policies/${id}`;
      const view = (await get(path)) as {
        readings: { id: string; options: { id: string }[] }[];
        parameters: { key: string; unit: string }[];
      };
      const sets = [
        ...view.readings.flatMap((reading) => reading.options.map((option) => [`reading.${reading.id}`, option.id])),
        ...view.parameters.map(({ key, unit }) => [`parameter.${key}`, unit === 'year' ? '2024' : '12.5']),
      ] as [string, string][];
      for (const [name, value] of sets) {
        names.add(name);
        const query = `year=2025&${new URLSearchParams([[name, value]])}`;
        expect([query, isAllowed(query), await isAccepted(query, path)]).toEqual([query, true, true]);
      }
    }
    expect([...documented].toSorted()).toEqual([...names].toSorted());
    expect(documented.size).toBeGreaterThan(50);
  });
});

describe('good requests and their answers', () => {
  test.each(GOOD_REQUESTS.map((request) => [request.name, request] as const))('%s', async (_, good) => {
    for (const language of TAGS) {
      const headers = { 'content-type': good.type, 'accept-language': language };
      const response = await app.request(good.path, { method: 'POST', headers, body: textOf(good) });
      expect(response.status).toBe(200);
      expectDocumented(document, 'POST', good.path, response);
      checkRequest(good);
      checkGoodAnswer(good, response.headers.get('content-type') ?? '', await response.text());
    }
  });

  test('the list of policies and each policy', async () => {
    const list = (await get('/api/v1/policies')) as { policies: { id: string }[] };
    expectValid('PolicyList', list);
    for (const { id } of list.policies) expectValid('Policy', await get(`/api/v1/policies/${id}`));
  });
});

function checkRequest({ request, body, type }: GoodRequest): void {
  if (type === 'application/json') expectValid(request, body);
  else for (const line of body as object[]) if (!('request' in line)) expectValid(request, line);
}

function checkGoodAnswer({ answer }: GoodRequest, type: string, text: string): void {
  if (!type.startsWith('application/x-ndjson')) {
    expectValid(answer, JSON.parse(text));
    return;
  }
  const lines = text.trimEnd().split('\n');
  expectValid(answer.replace('Entry', 'SummaryLine'), JSON.parse(lines.pop() as string));
  for (const line of lines) expectValid(answer, JSON.parse(line));
}

describe('bad requests', () => {
  test.each(BAD_CASES.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    for (const language of TAGS) {
      const response = await send(requestOf(one, language));
      expectDocumented(document, one.method, one.path, response);
      const problem = await checkAnswer(one, response, language);
      if (problem !== null) expectValid('Problem', problem);
    }
    await checkNext(send);
  });

  test('entries that failed are of the schema too', async () => {
    const body = { year: 2025, teachers: [BACKBONE, BACKBONE, null, {}], cohorts: [{}] };
    const ask = async (path: string, { cohorts: _, ...batch }: typeof body, whole: object) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...batch, ...whole }) };
      return (await app.request(`${POLICY}${path}`, init)).json();
    };
    expectValid('Batch', await ask('/entitlements/batch', body, {}));
    expectValid('Budget', await ask('/budgets', body, { cohorts: body.cohorts }));
    expectValid('Arrears', await ask('/arrears', body, { known: {} }));
    const period = { year: undefined, from: '2024-07', to: '2025-05' };
    expectValid('BatchOfPeriod', await ask('/entitlements/batch', body, period));
    expectValid('ArrearsOfPeriod', await ask('/arrears', body, { ...period, known: {} }));
  });
});

describe('the schema of a teacher', () => {
  const compile = async () =>
    new Ajv2020({ allErrors: true, formats: { date: true } }).compile((await get(`${POLICY}/teacher-schema`)) as object);

  test('takes good teachers', async () => {
    const validate = await compile();
    for (const teacher of TEACHERS) expect(validate(teacher), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ['no area', { id: 'T1', post: 'established' }],
    ['an unknown area', { ...BACKBONE, area: 'x' }],
    ['money as a number', { ...BACKBONE, payStepIncrement: 27 }],
    ['money with three decimals', { ...BACKBONE, payStepIncrement: '27.005' }],
    ['negative money', { ...BACKBONE, payStepIncrement: '-27' }],
    ['a month for a date', { ...BACKBONE, recruitedOn: '2025-03' }],
    ['month 13', { ...BACKBONE, employedFrom: '2025-13' }],
    ['an unknown field', { ...BACKBONE, nickname: 'x' }],
    ['text for true', { ...BACKBONE, studioHost: 'true' }],
    ['pay step 66', { ...BACKBONE, payStep: 66 }],
    ['an empty id', { ...BACKBONE, id: '' }],
    ['a long id', { ...BACKBONE, id: 'x'.repeat(65) }],
    ['null for a required fact', { ...NULLS, area: null }],
    ['a change without from', { ...BACKBONE, changes: [{ area: 'urban' }] }],
    ['a change of a fact of the whole year', { ...BACKBONE, changes: [{ from: '2025-03', degree: 'none' }] }],
  ])('refuses %s, as the API does', async (_, teacher) => {
    expect((await compile())(teacher)).toBe(false);
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ year: 2025, teacher }) };
    expect((await app.request(`${POLICY}/entitlements`, init)).status).toBe(422);
  });

  // A character may take two units of UTF-16, or be made of several characters: all count characters as JSON Schema does.
  test.each([
    ['a rare character', '𠮷', 1],
    ['an emoji', '😀', 1],
    ['a family of emoji', '👨‍👩‍👧‍👦', 7],
    ['a letter and its accent', 'e\u0301', 2],
    ['a common character', '张', 1],
  ])('counts %s as the API does', async (_, character, count) => {
    const validate = await compile();
    const post = async (path: string, body: object) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ year: 2025, ...body }) };
      return (await app.request(`${POLICY}${path}`, init)).json() as Promise<{ errors?: object[]; results: object[]; scenarios: object[] }>;
    };
    for (const [field, most] of Object.entries({ id: 64, name: 64, school: 128, town: 64 })) {
      const longest = character.repeat(Math.floor(most / count)) + 'x'.repeat(most % count);
      const good = { ...BACKBONE, [field]: longest };
      const bad = { ...BACKBONE, [field]: `${longest}x` };
      expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
      expect((await post('/entitlements', { teacher: good })).errors).toBe(undefined);
      expect(validate(bad)).toBe(false);
      expect((await post('/entitlements', { teacher: bad })).errors).toMatchObject([{ pointer: `/teacher/${field}`, code: 'too-long' }]);
    }
    const id = character.repeat(Math.floor(64 / count));
    const { results } = await post('/entitlements/batch', {
      teachers: [
        { ...BACKBONE, id, area: 'x' },
        { ...BACKBONE, id },
      ],
    });
    expect(results).toMatchObject([
      { teacherId: id, errors: [{ code: 'unknown-value' }] },
      { teacherId: id, errors: [{ code: 'duplicate-id' }] },
    ]);
    const scenarios = [{ id, title: character.repeat(Math.floor(128 / count)) }];
    expectValid('BudgetRequest', { year: 2025, scenarios });
    expect((await post('/budgets', { scenarios })).scenarios).toMatchObject(scenarios);
  });
});

test('a policy file is as long as it has characters', async () => {
  const check = async (text: string) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) };
    const answer = (await (await app.request('/api/v1/policies/check', init)).json()) as { code?: string; faults?: { code: string }[] };
    return answer.code ?? answer.faults?.map(({ code }) => code);
  };
  const long = `# ${'😀'.repeat(300_000)}\n`;
  expectValid('PolicyCheckRequest', { text: long });
  expect(await check(long)).not.toContain('too-large');
  const tooLong = `# ${'x'.repeat(512 * 1024)}\n`;
  expect(schema('PolicyCheckRequest')({ text: tooLong })).toBe(false);
  expect(await check(tooLong)).toBe('invalid-request');
});
