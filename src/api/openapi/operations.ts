import type { Policy } from '../../policy/policy.ts';
import { OPENAPI_TEXT as TEXT } from '../../text/openapi/document.ts';
import { JSON_TYPE, NDJSON_TYPE } from '../reading/body.ts';
import { YAML_TYPES } from '../resources/policies-check.ts';
import { type Json, ref } from './json.ts';
import { queryParameter, streamSettings } from './query.ts';
import { type AnsweredProblem, headersOf, problemsOf } from './responses.ts';

type OperationId = keyof typeof TEXT.operations;

/** An operation, without what all operations share. */
interface Parts {
  readonly tag: keyof typeof TEXT.tags;
  /** The schema of a successful answer, by media type. */
  readonly answers: Readonly<Record<string, Json>>;
  readonly bodies?: Readonly<Record<string, Json>>;
  readonly parameters?: readonly Json[];
  /** Whether the answer can be revalidated by its `ETag`. */
  readonly isTagged?: boolean;
  readonly problems?: readonly AnsweredProblem[];
  readonly responses?: Json;
}

function operation(operationId: OperationId, parts: Parts): Json {
  const { tag, answers, bodies, parameters = [], isTagged = false, problems = [], responses = {} } = parts;
  const { summary, description } = TEXT.operations[operationId];
  const common = [ref('parameters', 'Accept-Language'), ref('parameters', 'X-Request-Id')];
  const ok = { description: TEXT.responses.ok, headers: headersOf(...(isTagged ? ['ETag' as const] : [])), content: contentOf(answers) };
  return {
    tags: [tag],
    operationId,
    summary,
    description,
    parameters: [...parameters, ...(isTagged ? [ref('parameters', 'If-None-Match')] : []), ...common],
    ...(bodies && { requestBody: { required: true, description: TEXT.body, content: contentOf(bodies) } }),
    responses: { 200: ok, ...(isTagged && { 304: ref('responses', 'NotModified') }), ...responses, ...problemsOf(problems) },
  };
}

const contentOf = (types: Readonly<Record<string, Json>>): Json =>
  Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]));

const schema = (name: string): Json => ref('schemas', name);
/** Lines of text; the schema of each line is where JSON Schema has a place for it. */
const linesOf = (name: string, description: string): Json => ({
  type: 'string',
  description,
  contentMediaType: NDJSON_TYPE,
  contentSchema: schema(name),
});

const POLICY_ID = ref('parameters', 'PolicyId');
/** The problems of any body. */
const OF_BODIES = ['malformed-json', 'payload-too-large', 'unsupported-media-type', 'invalid-request'] as const;

/** The operations of a path, by method. */
export function pathItems(policies: readonly Policy[]): Record<string, Json> {
  const service = (id: OperationId, answers: Parts['answers'], responses: Json = {}) => ({
    get: operation(id, { tag: 'Service', answers, responses }),
  });
  const shown = (id: OperationId, answers: Parts['answers'], parts: Pick<Parts, 'parameters' | 'problems'>) => ({
    get: operation(id, { tag: 'Policies', answers, isTagged: true, ...parts }),
  });
  const ofNamed = { parameters: [POLICY_ID], problems: ['not-found', 'invalid-request'] } as const;
  const starting = { description: TEXT.responses.starting, headers: headersOf(), content: contentOf({ [JSON_TYPE]: schema('Readiness') }) };
  const text = { type: 'string', description: TEXT.policyText };
  return {
    '/healthz': service('health', { [JSON_TYPE]: schema('Liveness') }),
    '/readyz': service('ready', { [JSON_TYPE]: schema('Readiness') }, { 503: starting }),
    '/metrics': service('metrics', { 'text/plain': { type: 'string' } }),
    '/openapi.json': { get: operation('showOpenApi', { tag: 'Service', answers: { [JSON_TYPE]: { type: 'object' } }, isTagged: true }) },
    '/api/v1/policies': shown('listPolicies', { [JSON_TYPE]: schema('PolicyList') }, { problems: ['invalid-request'] }),
    '/api/v1/policies/check': {
      post: operation('checkPolicy', {
        tag: 'Policies',
        answers: { [JSON_TYPE]: schema('PolicyCheck') },
        bodies: { [JSON_TYPE]: schema('PolicyCheckRequest'), ...Object.fromEntries(YAML_TYPES.map((type) => [type, text])) },
        problems: OF_BODIES,
      }),
    },
    '/api/v1/policies/{id}': shown('showPolicy', { [JSON_TYPE]: schema('Policy') }, ofNamed),
    '/api/v1/policies/{id}/teacher-schema': shown('teacherSchema', { 'application/schema+json': { type: 'object' } }, ofNamed),
    ...computing('entitlements', 'computeEntitlement', 'EntitlementRequest', {
      tag: 'Entitlements',
      answers: { [JSON_TYPE]: schema('EntitlementAnswer') },
    }),
    ...computing('entitlements/batch', 'computeBatch', 'BatchRequest', {
      tag: 'Entitlements',
      answers: { [JSON_TYPE]: schema('BatchAnswer'), [NDJSON_TYPE]: linesOf('BatchStreamLine', TEXT.streamAnswer) },
      parameters: [queryParameter('detail', TEXT.detail, { type: 'string', enum: ['months'] })],
      settings: streamSettings(policies),
      isStreamed: true,
    }),
    ...computing('budgets', 'computeBudget', 'BudgetRequest', {
      tag: 'Budgets',
      answers: { [JSON_TYPE]: schema('Budget') },
      isStreamed: true,
    }),
    ...computing('arrears', 'computeArrears', 'ArrearsRequest', { tag: 'Arrears', answers: { [JSON_TYPE]: schema('ArrearsAnswer') } }),
  };
}

/**
 * One operation at two addresses: with a built-in policy in the path (only this one has the parameters `settings`), and with a policy in
 * the body.
 */
function computing(
  path: string,
  id: 'computeEntitlement' | 'computeBatch' | 'computeBudget' | 'computeArrears',
  request: string,
  {
    parameters = [],
    settings = [],
    isStreamed = false,
    ...parts
  }: Parts & { readonly settings?: readonly Json[]; readonly isStreamed?: boolean },
): Record<string, Json> {
  const bodies = (name: string) => ({
    [JSON_TYPE]: schema(name),
    ...(isStreamed && { [NDJSON_TYPE]: { type: 'string', description: TEXT.streamRequest } }),
  });
  return {
    [`/api/v1/policies/{id}/${path}`]: {
      post: operation(id, {
        ...parts,
        bodies: bodies(request),
        parameters: [POLICY_ID, ...parameters, ...settings],
        problems: ['not-found', ...OF_BODIES],
      }),
    },
    [`/api/v1/${path}`]: {
      post: operation(`${id}WithPolicy`, { ...parts, bodies: bodies(`${request}WithPolicy`), parameters, problems: OF_BODIES }),
    },
  };
}
