import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import * as z from 'zod';
import { arrearsRequest } from '../contract/arrears-request.ts';
import { arrearsPeriodResult, arrearsResult } from '../contract/arrears-result.ts';
import { batchEntry, batchResult, batchSummaryLine } from '../contract/batch.ts';
import { budgetResult } from '../contract/budget-result.ts';
import { entitlementResult } from '../contract/entitlement.ts';
import { payment } from '../contract/payments.ts';
import { batchPeriodLine, batchPeriodResult, batchPeriodSummaryLine } from '../contract/period/batch.ts';
import { entitlementPeriodResult } from '../contract/period/entitlement.ts';
import { policyCheckRequest, policyCheckResult } from '../contract/policy-check.ts';
import { policyList, policyView } from '../contract/policy-view.ts';
import { problemBody } from '../contract/problem.ts';
import { requestSchemas } from '../contract/schemas.ts';
import { bundledPolicies, dictionary } from '../policy/bundled.ts';
import { OPENAPI_TEXT as TEXT } from '../text/openapi.ts';
import { JSON_TYPE, NDJSON_TYPE } from './body.ts';
import { streamSettings } from './openapi-query.ts';
import { YAML_TYPES } from './policies-check.ts';

type Json = Record<string, unknown>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The schemas of requests and results, generated from those that validate. */
function components(): Record<string, Json> {
  const requests = requestSchemas(dictionary, []);
  const inward = { Teacher: requests.teacher, Cohort: requests.cohort, EntitlementRequest: requests.entitlement };
  const many = { BatchRequest: requests.batch, BudgetRequest: requests.budget, ArrearsRequest: arrearsRequest, Payment: payment };
  const files = { PolicyCheckRequest: policyCheckRequest };
  const outward = {
    PolicyList: policyList,
    Policy: policyView,
    Entitlement: entitlementResult,
    EntitlementOfPeriod: entitlementPeriodResult,
    Batch: batchResult,
    BatchEntry: batchEntry,
    BatchSummaryLine: batchSummaryLine,
    BatchOfPeriod: batchPeriodResult,
    BatchEntryOfPeriod: batchPeriodLine,
    BatchSummaryLineOfPeriod: batchPeriodSummaryLine,
    Budget: budgetResult,
    Arrears: arrearsResult,
    ArrearsOfPeriod: arrearsPeriodResult,
    PolicyCheck: policyCheckResult,
    Problem: problemBody,
  };
  const json = (schemas: Record<string, z.ZodType>, io: 'input' | 'output') =>
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io }) as Json;
      return [name, rest] as const;
    });
  const all = Object.fromEntries([...json({ ...inward, ...many, ...files }, 'input'), ...json(outward, 'output')]);
  itemsOf(all.BatchRequest as Json, 'teachers', 'Teacher');
  itemsOf(all.BudgetRequest as Json, 'teachers', 'Teacher');
  itemsOf(all.BudgetRequest as Json, 'cohorts', 'Cohort');
  itemsOf(all.ArrearsRequest as Json, 'teachers', 'Teacher');
  itemsOf(all.ArrearsRequest as Json, 'paid', 'Payment');
  for (const name of ['EntitlementRequest', 'BatchRequest', 'BudgetRequest', 'ArrearsRequest']) {
    all[`${name}WithPolicy`] = withPolicy(all[name] as Json);
  }
  return all;
}

/** A request that brings its policy along. */
function withPolicy(request: Json): Json {
  const policy = { type: 'string', description: TEXT.policyText };
  return { ...request, properties: { ...(request.properties as Json), policy }, required: [...(request.required as string[]), 'policy'] };
}

/** The entries of a list are checked one by one when they are computed; the document says what they are. */
function itemsOf(schema: Json, property: string, name: string): void {
  const node = (schema.properties as Record<string, Json>)[property] as Json;
  const array = ((node.anyOf as Json[] | undefined)?.find((one) => one.type === 'array') ?? node) as Json;
  array.items = ref(name);
}

/** The answer about a year, and about a period. */
const either = (name: string): Json => ({ anyOf: [ref(name), ref(`${name}OfPeriod`)] });

const content = (types: Record<string, Json>) => ({
  content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
});
const problem = { description: TEXT.responses.problem, ...content({ 'application/problem+json': ref('Problem') }) };
const policyId = { name: 'id', in: 'path', required: true, description: TEXT.policyId, schema: { type: 'string' } };
const language = { name: 'Accept-Language', in: 'header', description: TEXT.language, schema: { type: 'string' } };
const detail = { name: 'detail', in: 'query', description: TEXT.detail, schema: { enum: ['months'] } };

function get(operationId: keyof typeof TEXT.operations, schema: Json, parameters: Json[] = [], type: string = JSON_TYPE): Json {
  const responses = { 200: { description: TEXT.responses.ok, ...content({ [type]: schema }) }, default: problem };
  return { get: { operationId, summary: TEXT.operations[operationId], parameters: [...parameters, language], responses } };
}

/** One operation under two addresses: with a policy of ours in the path (`ofNamed` are parameters of that alone), and with one in the body. */
function computing(
  path: string,
  operationId: 'entitlement' | 'batch' | 'budget' | 'arrears',
  request: string,
  answer: Record<string, Json>,
  options: { streamed?: boolean; parameters?: Json[]; ofNamed?: Json[] } = {},
): Json {
  const { streamed = false, parameters = [], ofNamed = [] } = options;
  const responses = { 200: { description: TEXT.responses.ok, ...content(answer) }, default: problem };
  const operation = (schema: Json, id: string, own: Json[]): Json => ({
    post: {
      operationId: id,
      summary: TEXT.operations[operationId],
      parameters: [...own, ...parameters, language],
      requestBody: { required: true, ...content({ [JSON_TYPE]: schema, ...(streamed && { [NDJSON_TYPE]: { type: 'string' } }) }) },
      responses,
    },
  });
  return {
    [`/api/v1/policies/{id}/${path}`]: operation(ref(request), operationId, [policyId, ...ofNamed]),
    [`/api/v1/${path}`]: operation(ref(`${request}WithPolicy`), `${operationId}WithPolicy`, []),
  };
}

/** The check of a policy file, in JSON with its document or as it is. */
function checking(): Json {
  const text = { type: 'string', description: TEXT.policyText };
  const bodies = { [JSON_TYPE]: ref('PolicyCheckRequest'), ...Object.fromEntries(YAML_TYPES.map((type) => [type, text])) };
  const responses = { 200: { description: TEXT.responses.checked, ...content({ [JSON_TYPE]: ref('PolicyCheck') }) }, default: problem };
  const requestBody = { required: true, ...content(bodies) };
  return { post: { operationId: 'checkPolicy', summary: TEXT.operations.checkPolicy, parameters: [language], requestBody, responses } };
}

/** The OpenAPI 3.1 document of the API. */
export function openApiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: TEXT.title, description: TEXT.description, version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths: {
      '/healthz': get('health', {
        type: 'object',
        properties: { status: { const: 'ok' }, version: { type: 'string' } },
        required: ['status', 'version'],
      }),
      '/readyz': get('ready', {
        type: 'object',
        properties: { status: { enum: ['ready', 'starting'] } },
        required: ['status'],
      }),
      '/metrics': get('metrics', { type: 'string' }, [], 'text/plain'),
      '/openapi.json': get('document', { type: 'object' }),
      '/api/v1/policies': get('listPolicies', ref('PolicyList')),
      '/api/v1/policies/check': checking(),
      '/api/v1/policies/{id}': get('showPolicy', ref('Policy'), [policyId]),
      '/api/v1/policies/{id}/teacher-schema': get('teacherSchema', { type: 'object' }, [policyId], 'application/schema+json'),
      ...computing('entitlements', 'entitlement', 'EntitlementRequest', { [JSON_TYPE]: either('Entitlement') }),
      ...computing(
        'entitlements/batch',
        'batch',
        'BatchRequest',
        { [JSON_TYPE]: either('Batch'), [NDJSON_TYPE]: { anyOf: [either('BatchEntry'), either('BatchSummaryLine')] } },
        { streamed: true, parameters: [detail], ofNamed: streamSettings([...bundledPolicies.values()]) },
      ),
      ...computing('budgets', 'budget', 'BudgetRequest', { [JSON_TYPE]: ref('Budget') }, { streamed: true }),
      ...computing('arrears', 'arrears', 'ArrearsRequest', { [JSON_TYPE]: either('Arrears') }),
    },
    components: { schemas: components() },
  };
}

/** Serves the OpenAPI document; it is made once, when it is first asked for. */
export function openApi(app: Hono, version: string): void {
  let document: Json | null = null;
  app.get('/openapi.json', etag({ weak: true }), (c) => {
    document ??= openApiDocument(version);
    return c.json(document);
  });
}
