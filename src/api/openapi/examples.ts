import { JSON_TYPE, NDJSON_TYPE } from '../reading/body.ts';
import { YAML_TYPES } from '../resources/policies-check.ts';
import { EXAMPLE_POLICY, EXAMPLE_SOURCE } from './example-policy.ts';

/** An example request of the document; the server's answer becomes the example response. */
export interface Example {
  /** Its name among the examples of the operation. */
  readonly name: string;
  /** The path with `{id}` filled in, and a query. */
  readonly path: string;
  /** The media type and the text or value of the body, if there is one. */
  readonly type?: string;
  readonly body?: unknown;
}

const POLICY = '/api/v1/policies/jinfeng-2021';
const YEAR = { year: 2025 };

const MOVED = { id: 'T3', post: 'temporary', area: 'urban', commute: 'near', changes: [{ from: '2025-09', area: 'rural' }] };
const TEACHERS = [
  { id: 'T1', post: 'established', area: 'rural', commute: 'far' },
  { id: 'T2', post: 'established', area: 'urban' },
];
/** One line of the stream is faulty, which does not affect the others. */
const BAD = { id: 'T3', post: 'established', area: 'suburban' };
const REMOTE = [
  { id: 'T1', remoteClass: 'first' },
  { id: 'T2', remoteClass: 'second' },
];
const OWN = { policy: EXAMPLE_POLICY, ...YEAR };
const RAISED = { 'meal/rural': [{ from: '2025-07', value: '360.00' }] };
const BUDGET = {
  ...YEAR,
  cohorts: [{ count: 120, facts: { post: 'established', area: 'rural', commute: 'near' } }],
  groupBy: ['area'],
  scenarios: [{ id: 'raise', title: 'Meals at 360', parameters: { 'meal/rural': '360.00' } }],
};

const lines = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const get = (path: string): readonly Example[] => [{ name: 'example', path }];
const json = (name: string, path: string, body: unknown): Example => ({ name, path, type: JSON_TYPE, body });
const stream = (name: string, path: string, ...values: readonly unknown[]): Example => ({
  name,
  path,
  type: NDJSON_TYPE,
  body: lines(...values),
});

/** The examples of each operation, by its id. */
export const EXAMPLES = {
  health: get('/healthz'),
  ready: get('/readyz'),
  metrics: get('/metrics'),
  listPolicies: get('/api/v1/policies'),
  showPolicy: get(POLICY),
  teacherSchema: get(`${POLICY}/teacher-schema`),
  checkPolicy: [
    json('json', '/api/v1/policies/check', { text: EXAMPLE_POLICY, source: EXAMPLE_SOURCE }),
    ...YAML_TYPES.map((type) => ({ name: 'yaml', path: '/api/v1/policies/check', type, body: EXAMPLE_POLICY })),
  ],
  computeEntitlement: [
    json('year', `${POLICY}/entitlements`, { ...YEAR, teacher: MOVED }),
    json('period', `${POLICY}/entitlements`, { from: '2025-07', to: '2025-09', teacher: MOVED }),
  ],
  computeEntitlementWithPolicy: [json('year', '/api/v1/entitlements', { ...OWN, teacher: REMOTE[0] })],
  computeBatch: [
    json('year', `${POLICY}/entitlements/batch`, { ...YEAR, teachers: TEACHERS }),
    stream('stream', `${POLICY}/entitlements/batch`, { request: { ...YEAR, parameters: RAISED } }, ...TEACHERS, BAD),
  ],
  computeBatchWithPolicy: [
    json('year', '/api/v1/entitlements/batch', { ...OWN, teachers: REMOTE }),
    stream('stream', '/api/v1/entitlements/batch', { request: OWN }, ...REMOTE),
  ],
  computeBudget: [json('year', `${POLICY}/budgets`, BUDGET), stream('stream', `${POLICY}/budgets`, { request: YEAR }, ...TEACHERS)],
  computeBudgetWithPolicy: [
    json('year', '/api/v1/budgets', { ...OWN, cohorts: [{ count: 211, facts: { remoteClass: 'first' } }] }),
    stream('stream', '/api/v1/budgets', { request: OWN }, ...REMOTE),
  ],
  computeArrears: [
    json('known', `${POLICY}/arrears`, { ...YEAR, teachers: TEACHERS.slice(0, 1), parameters: RAISED, known: {} }),
    json('paid', `${POLICY}/arrears`, {
      from: '2025-06',
      to: '2025-07',
      teachers: TEACHERS.slice(0, 1),
      paid: [{ teacherId: 'T1', allowance: 'meal', month: '2025-06', amount: '300.00' }],
    }),
  ],
  computeArrearsWithPolicy: [
    json('known', '/api/v1/arrears', { ...OWN, teachers: REMOTE, parameters: { 'remote/first': '320' }, known: {} }),
  ],
} as const satisfies Record<string, readonly Example[]>;

/** The request of an example, as an English reader sends it. */
export function requestOf({ path, type, body }: Example): Request {
  const headers = { 'Accept-Language': 'en', ...(type !== undefined && { 'Content-Type': type }) };
  const text = type === JSON_TYPE ? JSON.stringify(body) : (body as string | undefined);
  return new Request(new URL(path, 'http://localhost'), text === undefined ? { headers } : { method: 'POST', headers, body: text });
}
