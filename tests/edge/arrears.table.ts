/** Bad requests about arrears, as a table. Values that a person might have sent begin with SECRET: no answer may repeat them. */
import type { BadCase, Fault } from './bad-input.table.ts';
import { SPAN_FAULTS } from './span.table.ts';

export const ARREARS = '/api/v1/policies/jinfeng-2021/arrears';

type Fields = Record<string, unknown>;

const JSON_TYPE = { 'content-type': 'application/json' };
export const URBAN: Fields = { id: 'T1', name: 'SECRET-NAME', post: 'established', area: 'urban', commute: 'near' };
const PAYMENT: Fields = { teacherId: 'T1', allowance: 'meal', month: '2025-01', amount: '180.00' };

const post = (name: string, body: BadCase['body'], headers: Record<string, string> = JSON_TYPE) => ({
  name,
  method: 'POST',
  path: ARREARS,
  headers,
  body,
});
const invalid = (name: string, body: unknown, ...faults: Fault[]): BadCase => ({
  ...post(name, typeof body === 'string' ? body : JSON.stringify(body)),
  status: 422,
  code: 'invalid-request',
  faults,
});
const request = (fields: Fields): Fields => ({ year: 2025, teachers: [URBAN], ...fields });
const known = (value: unknown, ...faults: Fault[]): BadCase =>
  invalid(`known ${JSON.stringify(value)}`, request({ known: value }), ...faults);
const paid = (name: string, fields: unknown, ...faults: Fault[]): BadCase =>
  invalid(`a payment with ${name}`, request({ paid: [PAYMENT, fields] }), ...faults.map(([at, code]): Fault => [`/paid/1${at}`, code]));
const payment = (fields: Fields): Fields => ({ ...PAYMENT, month: '2025-02', ...fields });
const { amount: _, ...NO_AMOUNT } = payment({});

const settings: readonly BadCase[] = [
  invalid('neither known nor paid', request({}), ['/known', 'required']),
  invalid('known and paid null', request({ known: null, paid: null }), ['/known', 'required']),
  invalid('known and paid', request({ known: {}, paid: [] }), ['/paid', 'not-together']),
  invalid(
    'known and paid, each with a fault',
    request({ known: { policy: 'x' }, paid: [{}, PAYMENT] }),
    ...([
      ['/paid', 'not-together'],
      ['/known/policy', 'unknown-value'],
      ['/paid/0/teacherId', 'required'],
      ['/paid/0/allowance', 'required'],
      ['/paid/0/month', 'required'],
      ['/paid/0/amount', 'required'],
    ] as const),
  ),
  invalid('no teachers', { year: 2025, known: {} }, ['/teachers', 'required']),
  invalid('no teachers, but payments', { year: 2025, paid: [PAYMENT] }, ['/teachers', 'required']),
  invalid('no year', { teachers: [], paid: [] }, ['/year', 'required']),
  invalid('a bad year, and a payment of any month', { ...request({ paid: [PAYMENT] }), year: 1999 }, ['/year', 'out-of-range']),
  invalid('an empty object', {}, ['/year', 'required'], ['/teachers', 'required'], ['/known', 'required']),
  invalid('null', 'null', ['', 'required']),
  invalid('a list', '[]', ['', 'wrong-type']),
  invalid('cohorts', request({ known: {}, cohorts: [] }), ['/cohorts', 'unknown-field']),
  invalid('10,001 teachers', request({ known: {}, teachers: new Array(10_001).fill({}) }), ['/teachers', 'too-many']),
  invalid(
    'readings and parameters of now',
    request({ known: {}, readings: { x: 'y' }, parameters: { 'meal/rural': 5 } }),
    ...([
      ['/readings/x', 'unknown-reading'],
      ['/parameters/meal~1rural', 'money-not-string'],
    ] as const),
  ),
  known('SECRET', ['/known', 'wrong-type']),
  known([], ['/known', 'wrong-type']),
  known({ policy: 'SECRET' }, ['/known/policy', 'unknown-value']),
  known({ policy: 'constructor' }, ['/known/policy', 'unknown-value']),
  known({ policy: 7 }, ['/known/policy', 'wrong-type']),
  known({ year: 2024 }, ['/known/year', 'unknown-field']),
  known({ readings: { 'payment-months': 'SECRET' } }, ['/known/readings/payment-months', 'unknown-option']),
  known({ readings: { SECRET: 'x' } }, ['/known/readings/SECRET', 'unknown-reading']),
  known({ readings: 'SECRET' }, ['/known/readings', 'wrong-type']),
  known({ places: { resettlement: [{}] } }, ['/known/places/resettlement/0/town', 'required']),
  known({ places: { area: [] } }, ['/known/places/area', 'unknown-field']),
  known({ parameters: { 'meal/rural': '-1' } }, ['/known/parameters/meal~1rural', 'negative-money']),
  known({ parameters: { 'meal/nowhere': '1' } }, ['/known/parameters/meal~1nowhere', 'unknown-parameter']),
  known(
    { parameters: { 'meal/rural': [{ from: '2025-13', value: 1 }] } },
    ...([
      ['/known/parameters/meal~1rural/0/from', 'invalid-month'],
      ['/known/parameters/meal~1rural/0/value', 'money-not-string'],
    ] as const),
  ),
  known({ policy: 'xiangtan', parameters: { 'meal/rural': '360' } }, ['/known/parameters/meal~1rural', 'unknown-parameter']),
  known({ policy: 'xiangtan', readings: { 'payment-months': 'first-ten' } }, ['/known/readings/payment-months', 'unknown-reading']),
  known({ payScales: {} }, ['/known/payScales', 'wrong-type']),
  known(
    {
      payScales: [
        { id: 'a', from: '2025-01', steps: { '1': '2', '2': '1' } },
        { id: 'a', from: '2025-07', steps: { '1': 'SECRET' } },
      ],
    },
    ...([
      ['/known/payScales/0/steps/2', 'out-of-range'],
      ['/known/payScales/1/id', 'duplicate-id'],
      ['/known/payScales/1/from', 'invalid-period'],
      ['/known/payScales/1/steps/1', 'invalid-money'],
    ] as const),
  ),
  invalid('a key twice in known', '{"year":2025,"teachers":[],"known":{"policy":null,"policy":null}}', ['/known/policy', 'duplicate-key']),
];

const payments: readonly BadCase[] = [
  ...['SECRET', 5, {}].map((value) => invalid(`paid ${JSON.stringify(value)}`, request({ paid: value }), ['/paid', 'wrong-type'])),
  paid('an unknown teacher', payment({ teacherId: 'SECRET-T2' }), ['/teacherId', 'unknown-value']),
  paid('the id in another case', payment({ teacherId: 't1' }), ['/teacherId', 'unknown-value']),
  paid('an unknown allowance', payment({ allowance: 'SECRET' }), ['/allowance', 'unknown-value']),
  paid('an allowance of another policy', payment({ allowance: 'rural-living' }), ['/allowance', 'unknown-value']),
  paid('the name of a method', payment({ allowance: '__proto__' }), ['/allowance', 'unknown-value']),
  invalid(
    'a payment before the period',
    { ...request({ paid: [payment({ month: '2024-06' })] }), year: null, from: '2024-07', to: '2025-05' },
    ['/paid/0/month', 'out-of-range'],
  ),
  invalid(
    'a payment after the period',
    { ...request({ paid: [payment({ month: '2025-06' })] }), year: null, from: '2024-07', to: '2025-05' },
    ['/paid/0/month', 'out-of-range'],
  ),
  paid('a month before the year', payment({ month: '2024-12' }), ['/month', 'out-of-range']),
  paid('a month after the year', payment({ month: '2026-01' }), ['/month', 'out-of-range']),
  paid('month 13', payment({ month: '2025-13' }), ['/month', 'invalid-month']),
  paid('a date', payment({ month: '2025-02-01' }), ['/month', 'invalid-month']),
  paid('an amount as a number', payment({ amount: 180 }), ['/amount', 'money-not-string']),
  paid('a sign that is no minus', payment({ amount: '\u2212180' }), ['/amount', 'invalid-money']),
  paid('two signs', payment({ amount: '--180' }), ['/amount', 'invalid-money']),
  paid('a negative amount with a third decimal', payment({ amount: '-180.005' }), ['/amount', 'invalid-money']),
  paid('a third decimal', payment({ amount: '180.005' }), ['/amount', 'invalid-money']),
  paid('no amount', NO_AMOUNT, ['/amount', 'required']),
  paid('an amount that is null', payment({ amount: null }), ['/amount', 'required']),
  paid('a field too many', payment({ note: 'SECRET' }), ['/note', 'unknown-field']),
  paid('an id that is a number', payment({ teacherId: 1 }), ['/teacherId', 'wrong-type']),
  paid('an id of 65 characters', payment({ teacherId: 'x'.repeat(65) }), ['/teacherId', 'too-long']),
  paid(
    'everything wrong',
    { teacherId: '', allowance: 1, month: 1, amount: true },
    ...([
      ['/teacherId', 'required'],
      ['/allowance', 'wrong-type'],
      ['/month', 'invalid-month'],
      ['/amount', 'wrong-type'],
    ] as const),
  ),
  paid(
    'all that it names unknown',
    { teacherId: 'SECRET', allowance: 'SECRET', month: '2024-01', amount: '1' },
    ...([
      ['/teacherId', 'unknown-value'],
      ['/allowance', 'unknown-value'],
      ['/month', 'out-of-range'],
    ] as const),
  ),
  paid('nothing but null', null, ['', 'required']),
  paid('text for an entry', 'SECRET', ['', 'wrong-type']),
  invalid('a key twice in a payment', JSON.stringify(request({ paid: [PAYMENT] })).replace('"amount"', '"amount":"1","amount"'), [
    '/paid/0/amount',
    'duplicate-key',
  ]),
  { ...invalid('150 bad payments', request({ paid: new Array(150).fill('SECRET') })), faults: 100 },
  { ...invalid('200,001 payments', request({ paid: new Array(200_001).fill(0) })), faults: 100 },
];

const spans: readonly BadCase[] = SPAN_FAULTS.map(([name, span, ...faults]) =>
  invalid(name, { ...request({ paid: [PAYMENT] }), year: undefined, ...span }, ...faults),
);

const http: readonly BadCase[] = [
  { ...post('text', '{}', { 'content-type': 'text/plain' }), status: 415, code: 'unsupported-media-type', faults: [] },
  { ...post('lines', '{}', { 'content-type': 'application/x-ndjson' }), status: 415, code: 'unsupported-media-type', faults: [] },
  { ...post('half', '{"year":2025,'), status: 400, code: 'malformed-json', faults: [] },
  { ...post('more than 32 MiB', ' '.repeat((32 << 20) + 1)), status: 413, code: 'payload-too-large', faults: [] },
  { ...invalid('a query', request({ known: {} }), ['?year', 'unknown-field']), path: `${ARREARS}?year=2025` },
  {
    ...post('no such policy', JSON.stringify(request({ known: {} }))),
    path: '/api/v1/policies/none/arrears',
    status: 404,
    code: 'not-found',
    faults: [],
  },
  ...['GET', 'HEAD', 'PUT', 'DELETE'].map((method) => ({
    name: method,
    method,
    path: ARREARS,
    headers: {},
    body: null,
    status: 405,
    code: 'method-not-allowed',
    faults: [],
    allow: 'POST',
  })),
  {
    ...invalid('a bad teacher and an id twice', request({ known: {}, teachers: [URBAN, { ...URBAN, area: 'x' }, { id: 'T2' }] })),
    status: 200,
    code: null,
    faults: [
      ['/teachers/1/id', 'duplicate-id'],
      ['/teachers/2/post', 'required'],
      ['/teachers/2/area', 'required'],
    ],
  },
];

/** Every case. */
export const ARREARS_CASES: readonly BadCase[] = [...settings, ...spans, ...payments, ...http];
