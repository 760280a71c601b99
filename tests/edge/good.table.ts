/** Good requests, each with the names of its schemas in the OpenAPI document. */

export interface GoodRequest {
  readonly name: string;
  readonly path: string;
  readonly type: 'application/json' | 'application/x-ndjson';
  /** The body, or its lines. */
  readonly body: unknown;
  readonly request: string;
  readonly answer: string;
}

export const POLICY = '/api/v1/policies/jinfeng-2021';

type Fields = Readonly<Record<string, unknown>>;

/** A district backbone teacher in the resettlement area. */
export const BACKBONE: Fields = {
  id: 'W1',
  area: 'rural',
  post: 'established',
  town: '良田镇',
  backboneLevel: 'district',
  assessment: 'passed',
  commute: 'near',
  payStepIncrement: '27.00',
};
export const KINDERGARTEN: Fields = {
  id: 'W2',
  area: 'rural',
  post: 'kindergarten-contract',
  town: '良田镇',
  commute: 'far',
  monthlySalary: '4321.15',
};
export const MOVED: Fields = {
  id: 'W3',
  area: 'urban',
  post: 'temporary',
  commute: 'near',
  changes: [{ from: '2025-09', area: 'rural' }],
};
export const RECRUIT: Fields = {
  id: 'W4',
  area: 'urban',
  post: 'established',
  commute: 'near',
  degree: 'masters',
  recruitedOn: '2025-03-15',
  employedFrom: '2025-03',
};
/** Hosts a studio, waits for figures and for a fact. */
export const UNKNOWN: Fields = {
  id: 'W5',
  name: '张三',
  school: '金凤区第一小学',
  stage: 'primary',
  area: 'urban',
  post: 'established',
  masterLevel: 'city',
  studioHost: true,
  principal: true,
};
/** Everything that may be null is. */
export const NULLS: Fields = {
  ...Object.fromEntries(
    ['name', 'school', 'stage', 'town', 'village', 'resettlement', 'backboneLevel', 'masterLevel', 'studioHost', 'assessment', 'commute']
      .concat([
        'payStep',
        'payStepIncrement',
        'monthlySalary',
        'degree',
        'honour',
        'recruitedOn',
        'employedFrom',
        'employedTo',
        'onPayroll',
      ])
      .concat(['principal', 'classTeacher', 'boardingSchool', 'townshipSchool', 'remoteArea', 'specialEducation', 'afterSchool'])
      .concat(['supporting', 'inspector', 'changes'])
      .map((field) => [field, null]),
  ),
  id: 'W6',
  area: 'rural',
  post: 'special-post',
};

export const TEACHERS: readonly Fields[] = [BACKBONE, KINDERGARTEN, MOVED, RECRUIT, UNKNOWN, NULLS];

const withoutId = ({ id: _, ...facts }: Fields): Fields => facts;

const RUN: Fields = {
  year: 2025,
  readings: { 'payment-months': 'first-ten', 'talent-amounts': 'by-tier', 'uplift-months': null },
  parameters: {
    'meal/rural': [
      { from: '2025-07', value: '360' },
      { from: '2020-01', value: '330.5' },
    ],
    'studio/host-share': '33.3333',
    'principal/monthly': '500',
    'meal/urban': null,
  },
};

/** The same over two years. */
const SPAN: Fields = { ...RUN, year: null, from: '2024-07', to: '2025-05' };

/** Names as long as they may be, of characters that take two units of UTF-16. */
const RARE: Fields = { ...BACKBONE, id: '𠮷'.repeat(64), name: '😀'.repeat(64), school: '𠮷'.repeat(128) };

const PLACES: Fields = {
  resettlement: [{ town: '良田镇', villages: ['植物园村'] }, { town: '丰登镇', villages: null }, { town: '掌政镇' }],
};

const PAID = [
  { teacherId: 'W1', allowance: 'meal', month: '2025-01', amount: '330' },
  { teacherId: 'W5', allowance: 'transport', month: '2025-12', amount: '0.00' },
];

const FULL_BUDGET: Fields = {
  ...RUN,
  groupBy: ['school', 'area', 'stage', 'post', 'allowance', 'month'],
  cohorts: [{ count: 120, facts: withoutId(MOVED) }],
  scenarios: [
    { id: 'more', title: '提高餐补', parameters: { 'meal/urban': '200' }, readings: { 'master-levels': 'all-levels' } },
    { id: 'same', title: null, parameters: null, places: null },
    { id: 'places', places: PLACES },
    { id: 'nowhere', places: { resettlement: [] } },
    { id: 'targets', targets: { backbone: 'present', masters: [{ count: 100, facts: { masterLevel: 'district', area: 'urban' } }] } },
    { id: 'no-targets', targets: { backbone: null } },
  ],
  sensitivity: true,
  projection: {
    years: 2,
    headcountGrowth: '-1.5',
    headcountGrowthByStage: { primary: '-100', junior: null },
    rateGrowth: '3',
    rateGrowthByParameter: { meal: '100.0000', transport: null },
  },
  budgetCodes: { allowances: { meal: '30199', transport: null }, exceptions: { temporary: '302' }, functional: { special: '2050701' } },
};

const json = (name: string, path: string, body: unknown, request: string, answer: string): GoodRequest => ({
  name,
  path: `${POLICY}${path}`,
  type: 'application/json',
  body,
  request,
  answer,
});

export const GOOD_REQUESTS: readonly GoodRequest[] = [
  ...TEACHERS.map((teacher) =>
    json(`one: ${teacher.id}`, '/entitlements', { year: 2025, teacher, readings: {}, parameters: {} }, 'EntitlementRequest', 'Entitlement'),
  ),
  json('one: readings and parameters', '/entitlements', { ...RUN, teacher: UNKNOWN }, 'EntitlementRequest', 'Entitlement'),
  json('one: rare characters', '/entitlements', { year: 2025, teacher: RARE }, 'EntitlementRequest', 'Entitlement'),
  json('one: places', '/entitlements', { year: 2025, teacher: BACKBONE, places: PLACES }, 'EntitlementRequest', 'Entitlement'),
  json('one: before the policy', '/entitlements', { year: 2000, teacher: BACKBONE }, 'EntitlementRequest', 'Entitlement'),
  json('one: the last year', '/entitlements', { year: 2100, teacher: BACKBONE, readings: null }, 'EntitlementRequest', 'Entitlement'),
  json('batch', '/entitlements/batch', { year: 2025, teachers: TEACHERS }, 'BatchRequest', 'Batch'),
  json('batch with months', '/entitlements/batch?detail=months', { ...RUN, teachers: TEACHERS }, 'BatchRequest', 'Batch'),
  json('batch of nobody', '/entitlements/batch', { year: 2025, teachers: [] }, 'BatchRequest', 'Batch'),
  json('budget', '/budgets', { ...FULL_BUDGET, teachers: TEACHERS }, 'BudgetRequest', 'Budget'),
  json('budget of nobody', '/budgets', { year: 2025 }, 'BudgetRequest', 'Budget'),
  json('budget of the next three years', '/budgets', { year: 2025, teachers: TEACHERS, projection: {} }, 'BudgetRequest', 'Budget'),
  json('budget with nulls', '/budgets', nullBudget(), 'BudgetRequest', 'Budget'),
  json(
    'arrears by the rules known then',
    '/arrears',
    { ...RUN, teachers: TEACHERS, known: { policy: 'xiangtan', readings: {}, parameters: null, places: null } },
    'ArrearsRequest',
    'Arrears',
  ),
  json('arrears by payments', '/arrears', { ...RUN, known: null, teachers: TEACHERS, paid: PAID }, 'ArrearsRequest', 'Arrears'),
  ...TEACHERS.map((teacher) =>
    json(`one over years: ${teacher.id}`, '/entitlements', { ...SPAN, teacher }, 'EntitlementRequest', 'EntitlementOfPeriod'),
  ),
  json(
    'one in a month',
    '/entitlements',
    { from: '2025-03', to: '2025-03', teacher: RECRUIT },
    'EntitlementRequest',
    'EntitlementOfPeriod',
  ),
  json('batch over years', '/entitlements/batch', { ...SPAN, teachers: TEACHERS }, 'BatchRequest', 'BatchOfPeriod'),
  json(
    'batch over years with months',
    '/entitlements/batch?detail=months',
    { ...SPAN, teachers: TEACHERS },
    'BatchRequest',
    'BatchOfPeriod',
  ),
  json(
    'batch of nobody over ten years',
    '/entitlements/batch',
    { from: '2016-01', to: '2025-12', teachers: [] },
    'BatchRequest',
    'BatchOfPeriod',
  ),
  json('arrears over years, then and now', '/arrears', { ...SPAN, teachers: TEACHERS, known: {} }, 'ArrearsRequest', 'ArrearsOfPeriod'),
  json(
    'arrears over years by payments',
    '/arrears',
    { from: '2024-07', to: '2025-12', teachers: TEACHERS, paid: [...PAID, ...PAID, { ...PAID[0], amount: '-80.00' }] },
    'ArrearsRequest',
    'ArrearsOfPeriod',
  ),
  {
    name: 'batch stream over years',
    path: `${POLICY}/entitlements/batch?from=2024-07&to=2025-05&detail=months`,
    type: 'application/x-ndjson',
    body: TEACHERS,
    request: 'Teacher',
    answer: 'BatchEntryOfPeriod',
  },
  {
    name: 'batch stream over years with a request line',
    path: `${POLICY}/entitlements/batch`,
    type: 'application/x-ndjson',
    body: [{ request: SPAN }, ...TEACHERS],
    request: 'Teacher',
    answer: 'BatchEntryOfPeriod',
  },
  {
    name: 'batch stream',
    path: `${POLICY}/entitlements/batch?year=2025&detail=months&reading.talent-amounts=by-tier&parameter.meal/rural=360.00`,
    type: 'application/x-ndjson',
    body: TEACHERS,
    request: 'Teacher',
    answer: 'BatchEntry',
  },
  {
    name: 'batch stream with a request line',
    path: `${POLICY}/entitlements/batch`,
    type: 'application/x-ndjson',
    body: [{ request: RUN }, ...TEACHERS],
    request: 'Teacher',
    answer: 'BatchEntry',
  },
  {
    name: 'budget stream',
    path: `${POLICY}/budgets`,
    type: 'application/x-ndjson',
    body: [{ request: FULL_BUDGET }, ...TEACHERS],
    request: 'Teacher',
    answer: 'Budget',
  },
];

function nullBudget(): Fields {
  const nothing = [
    'teachers',
    'cohorts',
    'groupBy',
    'scenarios',
    'sensitivity',
    'readings',
    'parameters',
    'places',
    'budgetCodes',
    'projection',
  ];
  return { year: 2025, ...Object.fromEntries(nothing.map((field) => [field, null])) };
}

/** The text of a body. */
export function textOf({ type, body }: Pick<GoodRequest, 'type' | 'body'>): string {
  return type === 'application/json' ? JSON.stringify(body) : (body as unknown[]).map((line) => `${JSON.stringify(line)}\n`).join('');
}
