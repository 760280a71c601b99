import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { checkAnswer, checkNext, requestOf, TAGS } from '../edge/bad-input.check.ts';
import { BAD_CASES } from '../edge/bad-input.table.ts';
import { BACKBONE, GOOD_REQUESTS, type GoodRequest, NULLS, POLICY, TEACHERS, textOf } from '../edge/good.table.ts';

const app = createApp();
const send = async (request: Request): Promise<Response> => app.fetch(request);
const get = async (path: string): Promise<unknown> => (await app.request(path)).json();

/** The dates of the document are checked by our own rules; a JSON Schema's `format` is a note. */
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, formats: { date: true } });
let schema: (name: string) => ValidateFunction;
let document: { openapi: string; paths: Record<string, object>; components: { schemas: Record<string, object> } };

beforeAll(async () => {
  document = (await get('/openapi.json')) as typeof document;
  ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components']);
  ajv.addSchema(document, 'openapi');
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
    const { valid, errors } = await validator.validate(structuredClone(document));
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

describe('good requests and their answers', () => {
  test.each(GOOD_REQUESTS.map((request) => [request.name, request] as const))('%s', async (_, good) => {
    for (const language of TAGS) {
      const headers = { 'content-type': good.type, 'accept-language': language };
      const response = await app.request(good.path, { method: 'POST', headers, body: textOf(good) });
      expect(response.status).toBe(200);
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
  expectValid('BatchSummaryLine', JSON.parse(lines.pop() as string));
  for (const line of lines) expectValid(answer, JSON.parse(line));
}

describe('bad requests', () => {
  test.each(BAD_CASES.map((one) => [one.name, one] as const))('%s', { timeout: 30_000 }, async (_, one) => {
    for (const language of TAGS) {
      const problem = await checkAnswer(one, await send(requestOf(one, language)), language);
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
});
