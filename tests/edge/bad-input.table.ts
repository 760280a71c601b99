/**
 * Bad input over HTTP, as a table. It runs in workerd (`bad-input.test.ts`) and in Node against the schemas (`tests/http/schemas.test.ts`).
 *
 * Values that a person might have sent begin with SECRET: no answer may repeat them.
 */

import { SPAN_FAULTS } from './span.table.ts';

/** Where a fault stands, a JSON Pointer or `?name` for a name in the query, and its code. */
export type Fault = readonly [place: string, code: string];

export interface BadCase {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | (() => ReadableStream<Uint8Array>) | null;
  readonly status: number;
  /** The code of the problem; `null` where the faults stand at the entries of a good answer. */
  readonly code: string | null;
  /** Every fault, or their number where they are cut. */
  readonly faults: readonly Fault[] | number;
  /** What the Allow header has to say. */
  readonly allow?: string;
}

const JSON_TYPE = 'application/json';
const LINES_TYPE = 'application/x-ndjson';
const POLICY = '/api/v1/policies/jinfeng-2021';
const ONE = `${POLICY}/entitlements`;
const BATCH = `${POLICY}/entitlements/batch`;
const BUDGET = `${POLICY}/budgets`;

type Fields = Record<string, unknown>;

const GOOD: Fields = { id: 'G1', name: 'SECRET-GOOD', school: 'SECRET-SCHOOL', post: 'established', area: 'urban', commute: 'near' };
const BASE: Fields = { ...GOOD, id: 'B1', name: 'SECRET-NAME' };

/** A number that JSON.stringify would not write like this. */
const raw = (text: string): string => `@@${text}@@`;
const write = (value: unknown): string => JSON.stringify(value).replaceAll(/"@@(.*?)@@"/g, '$1');
const lines = (...values: unknown[]): string => values.map((value) => `${write(value)}\n`).join('');
const omit = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** An own property, also where its name is `__proto__`. */
const own = (name: string, value: unknown): Fields => Object.fromEntries([[name, value]]);

function post(
  name: string,
  path: string,
  body: BadCase['body'],
  type: string | null = JSON_TYPE,
): Omit<BadCase, 'status' | 'code' | 'faults'> {
  return { name, method: 'POST', path, headers: type === null ? {} : { 'content-type': type }, body };
}
const invalid = (faults: BadCase['faults']) => ({ status: 422, code: 'invalid-request', faults });
const inEntries = (faults: BadCase['faults']) => ({ status: 200, code: null, faults });
const malformed = { status: 400, code: 'malformed-json', faults: [] };
const at = (base: string, faults: readonly Fault[]): Fault[] => faults.map(([place, code]) => [`${base}${place}`, code]);

// ---- one teacher, in everything that carries teachers ----

type TeacherCase = readonly [name: string, teacher: unknown, faults: readonly Fault[]];

const set = (field: string, value: unknown, code: string, name = `${field} = ${write(value)}`): TeacherCase => [
  name,
  { ...BASE, [field]: value },
  [[`/${field}`, code]],
];

const FLAGS = ['resettlement', 'studioHost', 'onPayroll', 'principal', 'classTeacher', 'boardingSchool', 'townshipSchool', 'remoteArea'];
const MORE_FLAGS = ['specialEducation', 'afterSchool', 'supporting', 'inspector'];
const ENUMS = ['stage', 'post', 'area', 'backboneLevel', 'masterLevel', 'assessment', 'commute', 'degree', 'honour'];
const BAD_MONEY = ['+27.00', '27.005', '1234567890123', '1e3', '0x1F', '1_000', '1,000.00', '２７.00', '27．00', ' 27.00', '27.00 ', '27.'];
const MORE_BAD_MONEY = ['.5', '', 'NaN', 'Infinity', '¥27', '27元', '27.00\n', '٢٧', '27.00.00', 'SECRET-SALARY', '0b11', '12e-1'];
const BAD_DATES = ['2025-02-30', '2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-01-00', '2025-01', '2025-1-1', '2025/01/01'];
const MORE_BAD_DATES = ['20250101', '2025-01-01T00:00:00Z', '2025-01-01 ', '２０２５-01-01', '0000-01-01', '2101-01-01', '', '2025-04-31'];
const BAD_MONTHS = [
  '2025-13',
  '2025-00',
  '2025-3',
  '2025-03-01',
  '2025/03',
  '202503',
  '2101-01',
  '２０２５-03',
  '2025-03\n',
  ' 2025-03',
  '',
];

const TEACHERS: readonly TeacherCase[] = [
  ['no id', omit(BASE, 'id'), [['/id', 'required']]],
  ['no post', omit(BASE, 'post'), [['/post', 'required']]],
  ['no area', omit(BASE, 'area'), [['/area', 'required']]],
  [
    'nothing required',
    {},
    [
      ['/id', 'required'],
      ['/post', 'required'],
      ['/area', 'required'],
    ],
  ],
  set('id', null, 'required'),
  set('id', '', 'required'),
  set('id', '   ', 'required'),
  set('id', '\u3000', 'required', 'id of an ideographic space'),
  set('id', 7, 'wrong-type'),
  set('id', true, 'wrong-type'),
  set('id', ['SECRET'], 'wrong-type'),
  set('id', 'x'.repeat(65), 'too-long', 'id of 65 characters'),
  set('id', 'T\ud800', 'invalid-text', 'id with the first half of a pair'),
  set('id', 'T\u0000', 'invalid-text', 'id with NUL'),
  set('post', null, 'required'),
  set('area', null, 'required'),
  set('name', '', 'required'),
  set('name', 'x'.repeat(65), 'too-long', 'name of 65 characters'),
  set('name', 'SECRET\udc00', 'invalid-text', 'name with the second half of a pair'),
  set('name', 'SECRET\nNAME', 'invalid-text', 'name with a newline'),
  set('name', 'SECRET\u0085', 'invalid-text', 'name with a C1 control'),
  set('name', { given: 'SECRET' }, 'wrong-type'),
  set('school', 'x'.repeat(129), 'too-long', 'school of 129 characters'),
  set('school', '\ud83d', 'invalid-text', 'school of half a pair'),
  set('school', 5, 'wrong-type'),
  set('town', 5, 'wrong-type'),
  set('town', '\t', 'required', 'town of a tab'),
  set('village', ['SECRET'], 'wrong-type'),
  ...ENUMS.flatMap((field) => [set(field, 'SECRET-VALUE', 'unknown-value'), set(field, 1, 'wrong-type'), set(field, true, 'wrong-type')]),
  set('post', 'constructor', 'unknown-value'),
  set('backboneLevel', 'toString', 'unknown-value'),
  set('masterLevel', '__proto__', 'unknown-value'),
  set('area', 'Urban', 'unknown-value'),
  set('area', 'ｕrban', 'unknown-value'),
  set('commute', 'near ', 'unknown-value'),
  set('assessment', '', 'unknown-value'),
  set('honour', ['none'], 'wrong-type'),
  ...[...FLAGS, ...MORE_FLAGS].map((field) => set(field, 'true', 'wrong-type')),
  set('studioHost', 1, 'wrong-type'),
  set('onPayroll', 0, 'wrong-type'),
  set('principal', {}, 'wrong-type'),
  set('payStep', 0, 'out-of-range'),
  set('payStep', 66, 'out-of-range'),
  set('payStep', -1, 'out-of-range'),
  set('payStep', raw('-0'), 'out-of-range', 'payStep = -0'),
  set('payStep', raw('1e400'), 'out-of-range', 'payStep = 1e400'),
  set('payStep', raw('-1e400'), 'out-of-range', 'payStep = -1e400'),
  set('payStep', raw('1e308'), 'out-of-range', 'payStep = 1e308'),
  set('payStep', raw('9007199254740993'), 'out-of-range', 'payStep = 9007199254740993'),
  set('payStep', 1.5, 'wrong-type'),
  set('payStep', '5', 'wrong-type'),
  set('payStep', true, 'wrong-type'),
  ...[...BAD_MONEY, ...MORE_BAD_MONEY].map((value) => set('monthlySalary', value, 'invalid-money')),
  ...['-27.00', '-0', '−5', '－5', '-', ' -1'].map((value) => set('payStepIncrement', value, 'negative-money')),
  set('monthlySalary', 4321.15, 'money-not-string'),
  set('monthlySalary', -1, 'money-not-string'),
  set('monthlySalary', raw('1e400'), 'money-not-string', 'monthlySalary = 1e400'),
  set('monthlySalary', true, 'wrong-type'),
  set('monthlySalary', ['27.00'], 'wrong-type'),
  set('payStepIncrement', {}, 'wrong-type'),
  ...[...BAD_DATES, ...MORE_BAD_DATES].map((value) => set('recruitedOn', value, 'invalid-date')),
  set('recruitedOn', 20250101, 'invalid-date'),
  set('recruitedOn', true, 'invalid-date'),
  ...BAD_MONTHS.map((value) => set('employedFrom', value, 'invalid-month')),
  set('employedTo', 202503, 'invalid-month'),
  set('employedTo', {}, 'invalid-month'),
  ['employedTo before employedFrom', { ...BASE, employedFrom: '2025-05', employedTo: '2025-04' }, [['/employedTo', 'invalid-period']]],
  ['an unknown field', { ...BASE, nickname: 'SECRET' }, [['/nickname', 'unknown-field']]],
  ['a field in another case', { ...BASE, Area: 'rural' }, [['/Area', 'unknown-field']]],
  ['an ID-card number', { ...BASE, 身份证号: 'SECRET' }, [['/身份证号', 'unknown-field']]],
  ['a field without a name', { ...BASE, '': 1 }, [['/', 'unknown-field']]],
  ['a field that needs escaping', { ...BASE, 'a/b~c': 1 }, [['/a~1b~0c', 'unknown-field']]],
  ['the field constructor', { ...BASE, constructor: 1 }, [['/constructor', 'unknown-field']]],
  ['the field toString', { ...BASE, toString: 1 }, [['/toString', 'unknown-field']]],
  ['the field hasOwnProperty', { ...BASE, hasOwnProperty: null }, [['/hasOwnProperty', 'unknown-field']]],
  ['the field __proto__', { ...BASE, ...own('__proto__', { area: 'rural' }) }, [['/__proto__', 'unknown-field']]],
  set('changes', {}, 'wrong-type'),
  set('changes', 'SECRET', 'wrong-type'),
  ['a change that is null', { ...BASE, changes: [null] }, [['/changes/0', 'required']]],
  ['a change that is a number', { ...BASE, changes: [5] }, [['/changes/0', 'wrong-type']]],
  ['a change that is an array', { ...BASE, changes: [[]] }, [['/changes/0', 'wrong-type']]],
  ['a change without from', { ...BASE, changes: [{ area: 'rural' }] }, [['/changes/0/from', 'required']]],
  ['a change from null', { ...BASE, changes: [{ from: null }] }, [['/changes/0/from', 'required']]],
  ['a change from month 13', { ...BASE, changes: [{ from: '2025-13' }] }, [['/changes/0/from', 'invalid-month']]],
  ['a change from a date', { ...BASE, changes: [{ from: '2025-03-01' }] }, [['/changes/0/from', 'invalid-month']]],
  [
    'a change of a fact of the whole year',
    { ...BASE, changes: [{ from: '2025-03', degree: 'masters' }] },
    [['/changes/0/degree', 'unknown-field']],
  ],
  ['a change of the id', { ...BASE, changes: [{ from: '2025-03', id: 'SECRET' }] }, [['/changes/0/id', 'unknown-field']]],
  [
    'a change of money to a number',
    { ...BASE, changes: [{ from: '2025-03', monthlySalary: 5 }] },
    [['/changes/0/monthlySalary', 'money-not-string']],
  ],
  ['a change in a change', { ...BASE, changes: [{ from: '2025-03', changes: [] }] }, [['/changes/0/changes', 'unknown-field']]],
  [
    '__proto__ in a change',
    { ...BASE, changes: [{ from: '2025-03', ...own('__proto__', 1) }] },
    [['/changes/0/__proto__', 'unknown-field']],
  ],
  [
    'two changes for one month, twice',
    { ...BASE, changes: ['2025-03', '2025-04', '2025-03', '2025-03'].map((from) => ({ from })) },
    [
      ['/changes/2/from', 'duplicate-change'],
      ['/changes/3/from', 'duplicate-change'],
    ],
  ],
  [
    'several faults, all listed',
    {
      ...omit(BASE, 'area'),
      name: 5,
      post: 'SECRET',
      payStep: 99,
      monthlySalary: 5,
      recruitedOn: '2025-02-30',
      nickname: 'SECRET',
      changes: [{ from: '2025-03' }, { from: '2025-03', commute: 'SECRET' }],
      employedFrom: '2025-05',
      employedTo: '2025-04',
    },
    [
      ['/area', 'required'],
      ['/name', 'wrong-type'],
      ['/post', 'unknown-value'],
      ['/payStep', 'out-of-range'],
      ['/monthlySalary', 'money-not-string'],
      ['/recruitedOn', 'invalid-date'],
      ['/nickname', 'unknown-field'],
      ['/changes/1/from', 'duplicate-change'],
      ['/changes/1/commute', 'unknown-value'],
      ['/employedTo', 'invalid-period'],
    ],
  ],
  ['null for a teacher', null, [['', 'required']]],
  ['a number for a teacher', 5, [['', 'wrong-type']]],
  ['text for a teacher', 'SECRET', [['', 'wrong-type']]],
  ['a list for a teacher', [], [['', 'wrong-type']]],
];

function teacherCases([name, teacher, faults]: TeacherCase): BadCase[] {
  const withoutId = typeof teacher === 'object' && teacher !== null && !Array.isArray(teacher) ? omit(teacher as Fields, 'id') : teacher;
  const cohort = faults.filter(([place]) => place !== '/id');
  const request = { request: { year: 2025 } };
  return [
    { ...post(`one: ${name}`, ONE, write({ year: 2025, teacher })), ...invalid(at('/teacher', faults)) },
    { ...post(`batch: ${name}`, BATCH, write({ year: 2025, teachers: [GOOD, teacher] })), ...inEntries(at('/teachers/1', faults)) },
    { ...post(`batch stream: ${name}`, `${BATCH}?year=2025`, lines(GOOD, teacher), LINES_TYPE), ...inEntries(faults) },
    { ...post(`budget: ${name}`, BUDGET, write({ year: 2025, teachers: [GOOD, teacher] })), ...inEntries(at('/teachers/1', faults)) },
    { ...post(`budget stream: ${name}`, BUDGET, lines(request, GOOD, teacher), LINES_TYPE), ...inEntries(faults) },
    ...(cohort.length > 0
      ? [
          {
            ...post(`cohort: ${name}`, BUDGET, write({ year: 2025, cohorts: [{ count: 2, facts: withoutId }] })),
            ...inEntries(at('/cohorts/0/facts', cohort)),
          },
        ]
      : []),
  ];
}

// ---- the settings of a run, in everything that carries them ----

type SettingsCase = readonly [name: string, settings: Fields, faults: readonly Fault[]];

const year = (value: unknown, code: string, name = `year = ${write(value)}`): SettingsCase => [name, { year: value }, [['/year', code]]];
const figure = (key: string, value: unknown, ...faults: Fault[]): SettingsCase => [
  `${key} = ${write(value)}`,
  { year: 2025, parameters: { [key]: value } },
  at(`/parameters/${key.replaceAll('/', '~1')}`, faults),
];
const scale = (name: string, value: unknown, faults: readonly Fault[]): SettingsCase => [
  name,
  { year: 2025, payScales: [value] },
  at('/payScales/0', faults),
];
const places = (name: string, list: unknown, ...faults: Fault[]): SettingsCase => [
  `places: ${name}`,
  { year: 2025, places: { resettlement: list } },
  at('/places/resettlement', faults),
];
const MEAL = 'meal/rural';
const SHARE = 'studio/host-share';

const CHOICES: readonly SettingsCase[] = [
  ['readings = []', { year: 2025, readings: [] }, [['/readings', 'wrong-type']]],
  ['readings = "x"', { year: 2025, readings: 'x' }, [['/readings', 'wrong-type']]],
  ['readings = 5', { year: 2025, readings: 5 }, [['/readings', 'wrong-type']]],
  ['an unknown reading', { year: 2025, readings: { 'payment-month': 'x' } }, [['/readings/payment-month', 'unknown-reading']]],
  ['the reading constructor', { year: 2025, readings: { constructor: 'x' } }, [['/readings/constructor', 'unknown-reading']]],
  ['the reading toString', { year: 2025, readings: { toString: 'x' } }, [['/readings/toString', 'unknown-reading']]],
  ['the reading __proto__', { year: 2025, readings: own('__proto__', 'x') }, [['/readings/__proto__', 'unknown-field']]],
  ['an unknown option', { year: 2025, readings: { 'payment-months': 'SECRET' } }, [['/readings/payment-months', 'unknown-option']]],
  [
    'the option constructor',
    { year: 2025, readings: { 'payment-months': 'constructor' } },
    [['/readings/payment-months', 'unknown-option']],
  ],
  [
    'an option of another reading',
    { year: 2025, readings: { 'payment-months': 'both' } },
    [['/readings/payment-months', 'unknown-option']],
  ],
  ['an option that is a number', { year: 2025, readings: { 'payment-months': 5 } }, [['/readings/payment-months', 'wrong-type']]],
  ['an option that is a list', { year: 2025, readings: { 'payment-months': [] } }, [['/readings/payment-months', 'wrong-type']]],
  ['parameters = []', { year: 2025, parameters: [] }, [['/parameters', 'wrong-type']]],
  ['parameters = "x"', { year: 2025, parameters: 'x' }, [['/parameters', 'wrong-type']]],
  ['parameters = true', { year: 2025, parameters: true }, [['/parameters', 'wrong-type']]],
  figure('meal', '5', ['', 'unknown-parameter']),
  figure('meal/Rural', '5', ['', 'unknown-parameter']),
  figure('constructor', '5', ['', 'unknown-parameter']),
  figure('toString', '5', ['', 'unknown-parameter']),
  ['the parameter __proto__', { year: 2025, parameters: own('__proto__', '5') }, [['/parameters/__proto__', 'unknown-field']]],
  figure(MEAL, 330, ['', 'money-not-string']),
  figure(MEAL, -1, ['', 'money-not-string']),
  figure(MEAL, '-1', ['', 'negative-money']),
  ...['1e3', '330.005', '1234567890123', '+1', '３３０', '', ' 1', '0x1'].map((value) => figure(MEAL, value, ['', 'invalid-money'])),
  figure(MEAL, true, ['', 'wrong-type']),
  figure(MEAL, {}, ['', 'wrong-type']),
  figure(MEAL, [], ['', 'required']),
  figure(MEAL, [null], ['/0', 'required']),
  figure(MEAL, [5], ['/0', 'wrong-type']),
  figure(MEAL, [{}], ['/0/from', 'required'], ['/0/value', 'required']),
  figure(MEAL, [{ from: '2025-13', value: 5 }], ['/0/from', 'invalid-month'], ['/0/value', 'money-not-string']),
  figure(MEAL, [{ from: '2025-07-01', value: null }], ['/0/from', 'invalid-month'], ['/0/value', 'required']),
  figure(MEAL, [{ from: '2025-07', value: '5', to: '2025-08' }], ['/0/to', 'unknown-field']),
  figure(
    MEAL,
    [
      { from: '2025-07', value: '5' },
      { from: '2025-07', value: '6' },
    ],
    ['/1/from', 'duplicate-change'],
  ),
  ...['1000', '99.99990', '-1', '30.00001', '1e1', '30%', '', '３０', '0030'].map((value) => figure(SHARE, value, ['', 'invalid-percent'])),
  figure(SHARE, 30, ['', 'invalid-percent']),
  figure(SHARE, [{ from: '2025-07', value: '1000' }], ['/0/value', 'invalid-percent']),
  [
    'faults in both, all listed',
    { year: 2025, readings: { x: 'y', 'master-levels': 'z' }, parameters: { x: 'y', [MEAL]: 5 } },
    [
      ['/readings/x', 'unknown-reading'],
      ['/readings/master-levels', 'unknown-option'],
      ['/parameters/x', 'unknown-parameter'],
      ['/parameters/meal~1rural', 'money-not-string'],
    ],
  ],
];

const SETTINGS: readonly SettingsCase[] = [
  ['no year', {}, [['/year', 'required']]],
  year(null, 'required'),
  year(1999, 'out-of-range'),
  year(2101, 'out-of-range'),
  year(-2025, 'out-of-range'),
  year(raw('-0'), 'out-of-range', 'year = -0'),
  year(raw('1e400'), 'out-of-range', 'year = 1e400'),
  year(raw('1e308'), 'out-of-range', 'year = 1e308'),
  year(raw('9007199254740993'), 'out-of-range', 'year = 9007199254740993'),
  year(2025.5, 'wrong-type'),
  year('2025', 'wrong-type'),
  year('２０２５', 'wrong-type'),
  year(true, 'wrong-type'),
  year([2025], 'wrong-type'),
  year({}, 'wrong-type'),
  ['an unknown setting', { year: 2025, payscales: [] }, [['/payscales', 'unknown-field']]],
  ['pay scales that are no list', { year: 2025, payScales: {} }, [['/payScales', 'wrong-type']]],
  scale('a pay scale of nothing', {}, [
    ['/id', 'required'],
    ['/from', 'required'],
    ['/steps', 'required'],
  ]),
  scale('a pay scale without a step', { id: 'a', from: '2025-01', steps: {} }, [['/steps', 'required']]),
  scale('a pay scale with a field too many', { id: 'a', from: '2025-01', steps: { 1: '80' }, lastStep: 65 }, [
    ['/lastStep', 'unknown-field'],
  ]),
  scale('a pay scale that ends before it begins', { id: 'a', from: '2025-02', to: '2025-01', steps: { 1: '80' } }, [
    ['/to', 'invalid-period'],
  ]),
  scale('pay steps that are none', { id: 'a', from: '2025-01', steps: { 0: '1', 66: '1', '01': '1', one: '1' } }, [
    ['/steps/0', 'unknown-field'],
    ['/steps/66', 'unknown-field'],
    ['/steps/01', 'unknown-field'],
    ['/steps/one', 'unknown-field'],
  ]),
  scale('pay steps that are no money', { id: 'a', from: '2025-13', steps: { 1: 80, 2: '-1', 3: 'x', 4: null } }, [
    ['/from', 'invalid-month'],
    ['/steps/1', 'money-not-string'],
    ['/steps/2', 'negative-money'],
    ['/steps/3', 'invalid-money'],
    ['/steps/4', 'required'],
  ]),
  scale('a pay step below the one before', { id: 'a', from: '2025-01', steps: { 1: '80', 3: '79.99' } }, [['/steps/3', 'out-of-range']]),
  [
    'pay scales in force in the same month, and of the same name',
    {
      year: 2025,
      payScales: [
        { id: 'a', from: '2024-01', to: '2025-06', steps: { 1: '80' } },
        { id: 'b', from: '2025-07', steps: { 1: '80' } },
        { id: 'a', from: '2025-06', to: '2025-06', steps: { 1: '80' } },
      ],
    },
    [
      ['/payScales/2/id', 'duplicate-id'],
      ['/payScales/2/from', 'invalid-period'],
    ],
  ],
  ['places that are no mapping', { year: 2025, places: [] }, [['/places', 'wrong-type']]],
  places('no list', {}, ['', 'wrong-type']),
  places('names alone', ['SECRET'], ['/0', 'wrong-type']),
  places('nothing of a town', [{}], ['/0/town', 'required']),
  places('a town that is blank', [{ town: ' ' }], ['/0/town', 'required']),
  places('a name that is too long', [{ town: '镇'.repeat(65) }], ['/0/town', 'too-long']),
  places('a field too many', [{ town: 'SECRET', village: '村' }], ['/0/village', 'unknown-field']),
  places('no village of a town', [{ town: '镇', villages: [] }], ['/0/villages', 'required']),
  places('villages that are none', [{ town: '镇', villages: ['', 5] }], ['/0/villages/0', 'required'], ['/0/villages/1', 'wrong-type']),
  places('a town twice', [{ town: '良田镇' }, { town: ' 良⽥镇', villages: ['村'] }], ['/1/town', 'duplicate-key']),
  ...['area', 'town', 'constructor'].map(
    (fact): SettingsCase => [`the places of ${fact}`, { year: 2025, places: { [fact]: [] } }, [[`/places/${fact}`, 'unknown-field']]],
  ),
  ['the setting constructor', { year: 2025, constructor: 1 }, [['/constructor', 'unknown-field']]],
  ['the setting __proto__', { year: 2025, ...own('__proto__', 1) }, [['/__proto__', 'unknown-field']]],
  [
    'a bad year and a bad reading',
    { year: 1999, readings: { x: 'y' } },
    [
      ['/year', 'out-of-range'],
      ['/readings/x', 'unknown-reading'],
    ],
  ],
  ...CHOICES,
];

function settingsCases([name, settings, faults]: SettingsCase): BadCase[] {
  const line = lines({ request: settings }, GOOD);
  return [
    { ...post(`one: ${name}`, ONE, write({ ...settings, teacher: GOOD })), ...invalid(faults) },
    { ...post(`batch: ${name}`, BATCH, write({ ...settings, teachers: [GOOD] })), ...invalid(faults) },
    { ...post(`batch stream: ${name}`, BATCH, line, LINES_TYPE), ...invalid(at('/request', faults)) },
    { ...post(`budget: ${name}`, BUDGET, write({ ...settings, teachers: [GOOD] })), ...invalid(faults) },
    { ...post(`budget stream: ${name}`, BUDGET, line, LINES_TYPE), ...invalid(at('/request', faults)) },
  ];
}

const spanCases = SPAN_FAULTS.flatMap(([name, span, ...faults]): BadCase[] => {
  // a query has no null, no number and no object
  const query = Object.entries(span).every(([, value]) => typeof value === 'string' || value === 2025);
  const ofQuery = faults.map(([pointer, code]): Fault => [pointer.replace('/', '?'), code]);
  const search = new URLSearchParams(Object.entries(span).map(([key, value]) => [key, String(value)]));
  return [
    { ...post(`one: ${name}`, ONE, write({ ...span, teacher: GOOD })), ...invalid(faults) },
    { ...post(`batch: ${name}`, BATCH, write({ ...span, teachers: [GOOD] })), ...invalid(faults) },
    { ...post(`batch stream: ${name}`, BATCH, lines({ request: span }, GOOD), LINES_TYPE), ...invalid(at('/request', faults)) },
    ...(query ? [{ ...post(`batch stream, query: ${name}`, `${BATCH}?${search}`, lines(GOOD), LINES_TYPE), ...invalid(ofQuery) }] : []),
  ];
});
const budgetSpan: BadCase = {
  ...post('budget: a period', BUDGET, write({ year: 2025, from: '2024-07', to: '2025-05', teachers: [GOOD] })),
  ...invalid([
    ['/from', 'unknown-field'],
    ['/to', 'unknown-field'],
  ]),
};

function scenarioCase([name, settings, faults]: SettingsCase): BadCase {
  const scenario = { id: 's', ...omit(settings, 'year') };
  return { ...post(`scenario: ${name}`, BUDGET, write({ year: 2025, scenarios: [scenario] })), ...invalid(at('/scenarios/0', faults)) };
}

// ---- text that is not JSON, or JSON that would lose something ----

const teacherText = write(GOOD);
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Texts that are no JSON, none of them blank, each on one line. */
const NO_JSON: readonly (readonly [name: string, text: string])[] = [
  ['cut', teacherText.slice(0, -1)],
  ['cut within a string', teacherText.slice(0, 20)],
  ['a trailing comma', `${teacherText.slice(0, -1)},}`],
  ['two values', `${teacherText}${teacherText}`],
  ['two values with a comma', `${teacherText},${teacherText}`],
  ['NaN', '{"id":"T1","payStep":NaN}'],
  ['Infinity', '{"id":"T1","payStep":Infinity}'],
  ['undefined', 'undefined'],
  ['a comment', `${teacherText.slice(0, -1)}/* SECRET */}`],
  ['single quotes', "{'id':'SECRET'}"],
  ['a key without quotes', '{id:"SECRET"}'],
  ['a leading zero', '{"id":"T1","payStep":05}'],
  ['a leading plus', '{"id":"T1","payStep":+5}'],
  ['a hexadecimal number', '{"id":"T1","payStep":0x5}'],
  ['a full-width number', '{"id":"T1","payStep":５}'],
  ['a number with no digit after the point', '{"id":"T1","payStep":5.}'],
  ['a tab within a string', '{"id":"T\t1"}'],
  ['an escape that does not exist', '{"id":"T\\x41"}'],
  ['half an escape', '{"id":"\\u12"}'],
  ['a bracket of the wrong kind', '{"id":"T1"]'],
  ['words', '请计算'],
  ['HTML', '<html></html>'],
  ['a second BOM', `\uFEFF\uFEFF${teacherText}`],
];

type LossyCase = readonly [name: string, text: string, faults: readonly Fault[]];

/** Teachers that JSON.parse would take in silence. */
const LOSSY: readonly LossyCase[] = [
  ['a field twice', `{"area":"rural",${teacherText.slice(1)}`, [['/area', 'duplicate-key']]],
  [
    'a field three times',
    `{"area":"rural","area":"rural",${teacherText.slice(1)}`,
    [
      ['/area', 'duplicate-key'],
      ['/area', 'duplicate-key'],
    ],
  ],
  ['a field twice, once escaped', `{"\\u0061rea":"rural",${teacherText.slice(1)}`, [['/area', 'duplicate-key']]],
  [
    'a field of a change twice',
    `${teacherText.slice(0, -1)},"changes":[{"from":"2025-03"},{"from":"2025-04","area":"rural","area":"urban"}]}`,
    [['/changes/1/area', 'duplicate-key']],
  ],
  ['__proto__, escaped', `{"__\\u0070roto__":1,${teacherText.slice(1)}`, [['/__proto__', 'unknown-field']]],
];

const jsonCases: readonly BadCase[] = [
  ...[
    ['an empty body', ''],
    ['white space', ' \r\n\t '],
    ['only a BOM', '\uFEFF'],
    ['a cut request', '{"year":2025,"teacher":'],
    ...NO_JSON,
  ].flatMap(([name, text]) => [
    { ...post(`one: ${name}`, ONE, text as string), ...malformed },
    { ...post(`batch: ${name}`, BATCH, text as string), ...malformed },
    { ...post(`budget: ${name}`, BUDGET, text as string), ...malformed },
  ]),
  ...NO_JSON.filter(([name]) => name !== 'two values with a comma').flatMap(([name, text]) => [
    {
      ...post(`batch stream: ${name}`, `${BATCH}?year=2025`, `${teacherText}\n${text}\n`, LINES_TYPE),
      ...inEntries([['', 'malformed-json']]),
    },
    {
      ...post(`budget stream: ${name}`, BUDGET, `{"request":{"year":2025}}\n${text}\n${teacherText}`, LINES_TYPE),
      ...inEntries([['', 'malformed-json']]),
    },
  ]),
  ...LOSSY.flatMap(([name, text, faults]) => [
    { ...post(`one: ${name}`, ONE, `{"year":2025,"teacher":${text}}`), ...invalid(at('/teacher', faults)) },
    {
      ...post(`batch: ${name}`, BATCH, `{"year":2025,"teachers":[${write(BASE)},${text}]}`),
      ...inEntries(at('/teachers/1', faults)),
    },
    { ...post(`batch stream: ${name}`, `${BATCH}?year=2025`, `${text}\n`, LINES_TYPE), ...inEntries(faults) },
    {
      ...post(`budget: ${name}`, BUDGET, `{"year":2025,"teachers":[${write(BASE)},${text}]}`),
      ...inEntries(at('/teachers/1', faults)),
    },
    { ...post(`budget stream: ${name}`, BUDGET, `{"request":{"year":2025}}\n${text}`, LINES_TYPE), ...inEntries(faults) },
  ]),
  { ...post('year twice', ONE, `{"year":2024,"year":2025,"teacher":${teacherText}}`), ...invalid([['/year', 'duplicate-key']]) },
  { ...post('teachers twice', BATCH, '{"year":2025,"teachers":[],"teachers":[]}'), ...invalid([['/teachers', 'duplicate-key']]) },
  {
    ...post('a reading twice', ONE, `{"year":2025,"teacher":${teacherText},"readings":{"a/b":1,"a\\/b":1}}`),
    ...invalid([['/readings/a~1b', 'duplicate-key']]),
  },
  {
    ...post(
      'a field of a cohort twice',
      BUDGET,
      '{"year":2025,"cohorts":[{"count":1,"count":2,"facts":{"post":"established","area":"urban"}}]}',
    ),
    ...inEntries([['/cohorts/0/count', 'duplicate-key']]),
  },
  {
    ...post('the request twice', BATCH, '{"request":{"year":2025},"request":{"year":2025}}', LINES_TYPE),
    ...invalid([['/request', 'duplicate-key']]),
  },
  { ...post('33 levels', ONE, nested(33)), ...invalid([[`${'/0'.repeat(32)}`, 'too-deep']]) },
  { ...post('32 levels', ONE, nested(32)), ...invalid([['', 'wrong-type']]) },
  {
    ...post('33 levels in a field', ONE, `{"year":2025,"teacher":${nested(32)}}`),
    ...invalid([[`/teacher${'/0'.repeat(31)}`, 'too-deep']]),
  },
  {
    ...post('32 levels in a field', ONE, `{"year":2025,"teacher":{"id":${nested(30)},"post":"established","area":"urban"}}`),
    ...invalid([['/teacher/id', 'wrong-type']]),
  },
  { ...post('130,000 levels', ONE, nested(130_000)), ...invalid([[`${'/0'.repeat(32)}`, 'too-deep']]) },
  { ...post('four million levels', BATCH, nested(4_000_000)), ...invalid([[`${'/0'.repeat(32)}`, 'too-deep']]) },
  { ...post('130,000 levels, not closed', ONE, '['.repeat(130_000)), ...invalid([[`${'/0'.repeat(32)}`, 'too-deep']]) },
  { ...post('a few levels, not closed', ONE, '['.repeat(30)), ...malformed },
  {
    ...post('33 levels in a line', `${BATCH}?year=2025`, `${nested(33)}\n`, LINES_TYPE),
    ...inEntries([[`${'/0'.repeat(32)}`, 'too-deep']]),
  },
  {
    ...post('30,000 levels in a line', `${BATCH}?year=2025`, `${nested(30_000)}\n`, LINES_TYPE),
    ...inEntries([[`${'/0'.repeat(32)}`, 'too-deep']]),
  },
  ...['null', '5', '"SECRET"', 'true', '[]'].flatMap((text) => {
    const faults: Fault[] = [['', text === 'null' ? 'required' : 'wrong-type']];
    return [ONE, BATCH, BUDGET].map((path) => ({
      ...post(`${path.slice(POLICY.length)}: the body ${text}`, path, text),
      ...invalid(faults),
    }));
  }),
];

// ---- what only some requests have ----

const cohort = (fields: Fields, ...faults: Fault[]): BadCase => ({
  ...post(
    `cohort ${write(fields)}`,
    BUDGET,
    write({ year: 2025, cohorts: [{ count: 1, facts: { post: 'established', area: 'urban' }, ...fields }] }),
  ),
  ...inEntries(at('/cohorts/0', faults)),
});
const budget = (name: string, fields: Fields, ...faults: Fault[]): BadCase[] => [
  { ...post(`budget: ${name}`, BUDGET, write({ year: 2025, ...fields })), ...invalid(faults) },
  {
    ...post(`budget stream: ${name}`, BUDGET, lines({ request: { year: 2025, ...fields } }), LINES_TYPE),
    ...invalid(at('/request', faults)),
  },
];
const manyTeachers = Array.from({ length: 10_001 }, (_, index) => ({ id: `T${index}`, post: 'established', area: 'urban' }));

const bodyCases: readonly BadCase[] = [
  { ...post('one: no teacher', ONE, '{"year":2025}'), ...invalid([['/teacher', 'required']]) },
  {
    ...post('one: an empty object', ONE, '{}'),
    ...invalid([
      ['/year', 'required'],
      ['/teacher', 'required'],
    ]),
  },
  { ...post('one: teachers', ONE, write({ year: 2025, teacher: GOOD, teachers: [] })), ...invalid([['/teachers', 'unknown-field']]) },
  { ...post('batch: no teachers', BATCH, '{"year":2025}'), ...invalid([['/teachers', 'required']]) },
  { ...post('batch: teachers = null', BATCH, '{"year":2025,"teachers":null}'), ...invalid([['/teachers', 'required']]) },
  ...['{}', '"SECRET"', '5', 'true'].flatMap((value) =>
    [BATCH, BUDGET].map((path) => ({
      ...post(`${path.slice(POLICY.length)}: teachers = ${value}`, path, `{"year":2025,"teachers":${value}}`),
      ...invalid([['/teachers', 'wrong-type']]),
    })),
  ),
  { ...post('batch: groupBy', BATCH, write({ year: 2025, teachers: [], groupBy: [] })), ...invalid([['/groupBy', 'unknown-field']]) },
  {
    ...post(
      'budget: two million changes of one teacher',
      BUDGET,
      `{"year":2025,"teachers":[{"id":"T1","post":"established","area":"rural","changes":[${'1,'.repeat(2_000_000)}1]}]}`,
    ),
    ...inEntries([['/teachers/0/changes', 'too-many']]),
  },
  {
    ...post('budget: two million months of a figure', BUDGET, `{"year":2025,"parameters":{"meal/rural":[${'1,'.repeat(2_000_000)}1]}}`),
    ...invalid([['/parameters/meal~1rural', 'too-many']]),
  },
  {
    ...post(
      'a teacher of 10,001 members',
      BUDGET,
      write({ year: 2025, teachers: [Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`k${at}`, 1]))] }),
    ),
    ...invalid([['/teachers/0', 'too-many']]),
  },
  { ...post('batch: 10,001 teachers', BATCH, write({ year: 2025, teachers: manyTeachers })), ...invalid([['/teachers', 'too-many']]) },
  { ...post('budget: 10,001 teachers', BUDGET, write({ year: 2025, teachers: manyTeachers })), ...invalid([['/teachers', 'too-many']]) },
  {
    ...post('budget: 10,001 cohorts', BUDGET, write({ year: 2025, cohorts: manyTeachers.map(() => ({})) })),
    ...invalid([['/cohorts', 'too-many']]),
  },
  {
    ...post('batch: an id three times', BATCH, write({ year: 2025, teachers: [GOOD, BASE, GOOD, GOOD] })),
    ...inEntries([
      ['/teachers/2/id', 'duplicate-id'],
      ['/teachers/3/id', 'duplicate-id'],
    ]),
  },
  {
    ...post('batch: the id of a bad teacher again', BATCH, write({ year: 2025, teachers: [omit(GOOD, 'area'), GOOD] })),
    ...inEntries([
      ['/teachers/0/area', 'required'],
      ['/teachers/1/id', 'duplicate-id'],
    ]),
  },
  {
    ...post('budget: an id twice', BUDGET, write({ year: 2025, teachers: [GOOD, BASE, GOOD] })),
    ...inEntries([['/teachers/2/id', 'duplicate-id']]),
  },
  {
    ...post('budget stream: an id twice', BUDGET, lines({ request: { year: 2025 } }, GOOD, GOOD), LINES_TYPE),
    ...inEntries([['/id', 'duplicate-id']]),
  },
  cohort({ count: 0 }, ['/count', 'out-of-range']),
  cohort({ count: -1 }, ['/count', 'out-of-range']),
  cohort({ count: 1.5 }, ['/count', 'wrong-type']),
  cohort({ count: '3' }, ['/count', 'wrong-type']),
  cohort({ count: 1e10 }, ['/count', 'out-of-range']),
  cohort({ count: raw('1e400') }, ['/count', 'out-of-range']),
  cohort({ count: raw('9007199254740993') }, ['/count', 'out-of-range']),
  cohort({ count: null }, ['/count', 'required']),
  cohort({ count: true }, ['/count', 'wrong-type']),
  cohort({ facts: null }, ['/facts', 'required']),
  cohort({ facts: [] }, ['/facts', 'wrong-type']),
  cohort({ facts: { id: 'SECRET', post: 'established', area: 'urban' } }, ['/facts/id', 'unknown-field']),
  cohort({ id: 'SECRET' }, ['/id', 'unknown-field']),
  cohort({ constructor: 1 }, ['/constructor', 'unknown-field']),
  ...[null, 5, 'SECRET', []].map((entry) => ({
    ...post(`cohort ${write(entry)}`, BUDGET, write({ year: 2025, cohorts: [entry] })),
    ...inEntries([['/cohorts/0', entry === null ? 'required' : 'wrong-type']]),
  })),
  ...budget('cohorts = {}', { cohorts: {} }, ['/cohorts', 'wrong-type']),
  ...budget('groupBy = "area"', { groupBy: 'area' }, ['/groupBy', 'wrong-type']),
  ...budget('groupBy an unknown dimension', { groupBy: ['area', 'SECRET'] }, ['/groupBy/1', 'unknown-value']),
  ...budget('groupBy a person', { groupBy: ['name'] }, ['/groupBy/0', 'unknown-value']),
  ...budget('groupBy constructor', { groupBy: ['constructor'] }, ['/groupBy/0', 'unknown-value']),
  ...budget('groupBy a number', { groupBy: [5] }, ['/groupBy/0', 'wrong-type']),
  ...budget('groupBy null in a list', { groupBy: [null] }, ['/groupBy/0', 'required']),
  ...budget('groupBy one dimension twice', { groupBy: ['area', 'post', 'area'] }, ['/groupBy/2', 'duplicate-key']),
  ...budget('budgetCodes a list', { budgetCodes: [] }, ['/budgetCodes', 'wrong-type']),
  ...budget('budgetCodes of a kind that is none', { budgetCodes: { economic: {} } }, ['/budgetCodes/economic', 'unknown-field']),
  ...budget('budgetCodes not by name', { budgetCodes: { allowances: '30102' } }, ['/budgetCodes/allowances', 'wrong-type']),
  ...budget(
    'budgetCodes of nothing that there is',
    {
      budgetCodes: {
        allowances: { SECRET: '30102', constructor: '30102' },
        exceptions: { established: '30102' },
        functional: { university: '2050205' },
      },
    },
    ['/budgetCodes/allowances/SECRET', 'unknown-field'],
    ['/budgetCodes/allowances/constructor', 'unknown-field'],
    ['/budgetCodes/exceptions/established', 'unknown-field'],
    ['/budgetCodes/functional/university', 'unknown-field'],
  ),
  ...budget(
    'budgetCodes that are none',
    {
      budgetCodes: {
        allowances: { meal: 30106, transport: '301O6', master: '3010', talent: ' 30106', backbone: '' },
        exceptions: { temporary: '2050202' },
        functional: { primary: '205020', junior: '205020201', senior: true },
      },
    },
    ['/budgetCodes/allowances/meal', 'wrong-type'],
    ['/budgetCodes/allowances/transport', 'invalid-budget-code'],
    ['/budgetCodes/allowances/master', 'invalid-budget-code'],
    ['/budgetCodes/allowances/talent', 'invalid-budget-code'],
    ['/budgetCodes/allowances/backbone', 'invalid-budget-code'],
    ['/budgetCodes/exceptions/temporary', 'invalid-budget-code'],
    ['/budgetCodes/functional/primary', 'invalid-budget-code'],
    ['/budgetCodes/functional/junior', 'invalid-budget-code'],
    ['/budgetCodes/functional/senior', 'wrong-type'],
  ),
  ...budget('sensitivity = "yes"', { sensitivity: 'yes' }, ['/sensitivity', 'wrong-type']),
  ...budget('sensitivity = 1', { sensitivity: 1 }, ['/sensitivity', 'wrong-type']),
  ...budget('scenarios = {}', { scenarios: {} }, ['/scenarios', 'wrong-type']),
  ...budget('a scenario null', { scenarios: [null] }, ['/scenarios/0', 'required']),
  ...budget('a scenario without id', { scenarios: [{}] }, ['/scenarios/0/id', 'required']),
  ...budget('a scenario with id 5', { scenarios: [{ id: 5 }] }, ['/scenarios/0/id', 'wrong-type']),
  ...budget('a scenario with a blank id', { scenarios: [{ id: ' ' }] }, ['/scenarios/0/id', 'required']),
  ...budget('a scenario with a long id', { scenarios: [{ id: 'x'.repeat(65) }] }, ['/scenarios/0/id', 'too-long']),
  ...budget('a scenario with half a character', { scenarios: [{ id: '\ud800' }] }, ['/scenarios/0/id', 'invalid-text']),
  ...budget('a scenario with a title 5', { scenarios: [{ id: 's', title: 5 }] }, ['/scenarios/0/title', 'wrong-type']),
  ...budget('a scenario with a year', { scenarios: [{ id: 's', year: 2026 }] }, ['/scenarios/0/year', 'unknown-field']),
  ...budget('targets = []', { scenarios: [{ id: 's', targets: [] }] }, ['/scenarios/0/targets', 'wrong-type']),
  ...budget('a target that is not there', { scenarios: [{ id: 's', targets: { constructor: 'present' } }] }, [
    '/scenarios/0/targets/constructor',
    'unknown-value',
  ]),
  ...budget('a target split in another way', { scenarios: [{ id: 't' }, { id: 's', targets: { backbone: 'SECRET' } }] }, [
    '/scenarios/1/targets/backbone',
    'unknown-value',
  ]),
  ...budget(
    'a target of no people, and of wrong ones',
    { scenarios: [{ id: 's', targets: { backbone: [{ count: -1, facts: [] }], masters: [{ count: 100, facts: { area: 'SECRET' } }] } }] },
    ['/scenarios/0/targets/backbone/0/count', 'out-of-range'],
    ['/scenarios/0/targets/backbone/0/facts', 'wrong-type'],
    ['/scenarios/0/targets/masters/0/facts/masterLevel', 'required'],
    ['/scenarios/0/targets/masters/0/facts/area', 'unknown-value'],
  ),
  ...budget('projection = []', { projection: [] }, ['/projection', 'wrong-type']),
  ...budget('projection = 3', { projection: 3 }, ['/projection', 'wrong-type']),
  ...budget('a projection of no year', { projection: { years: 0 } }, ['/projection/years', 'out-of-range']),
  ...budget('a projection of six years', { projection: { years: 6 } }, ['/projection/years', 'out-of-range']),
  ...budget('a projection of half a year', { projection: { years: 0.5 } }, ['/projection/years', 'wrong-type']),
  ...budget('a projection past the last year', { year: 2098, projection: {} }, ['/projection/years', 'out-of-range']),
  ...budget('a projection with a field too many', { projection: { year: 2026 } }, ['/projection/year', 'unknown-field']),
  ...[2, '2%', '１', '100.0001', '-100.0001', '+1', '--1', '1e1', '', '-', true, '0.00001'].flatMap((growth) =>
    budget(
      `growth = ${write(growth)}`,
      { projection: { headcountGrowth: growth, rateGrowth: growth } },
      ['/projection/headcountGrowth', 'invalid-percent'],
      ['/projection/rateGrowth', 'invalid-percent'],
    ),
  ),
  ...budget(
    'growth of what is not there',
    {
      projection: {
        headcountGrowthByStage: { SECRET: '1', constructor: '1' },
        rateGrowthByParameter: { 'meal/rural': '1', toString: '1' },
      },
    },
    ['/projection/headcountGrowthByStage/SECRET', 'unknown-value'],
    ['/projection/headcountGrowthByStage/constructor', 'unknown-value'],
    ['/projection/rateGrowthByParameter/meal~1rural', 'unknown-value'],
    ['/projection/rateGrowthByParameter/toString', 'unknown-value'],
  ),
  ...budget(
    'growth of a percentage, and of a stage by no number',
    { projection: { headcountGrowthByStage: { primary: 1 }, rateGrowthByParameter: { 'studio/host-share': '1' } } },
    ['/projection/headcountGrowthByStage/primary', 'invalid-percent'],
    ['/projection/rateGrowthByParameter/studio~1host-share', 'unknown-value'],
  ),
  ...budget(
    'growth of a rate past the largest',
    { parameters: { 'meal/rural': '999999999999.99' }, projection: { rateGrowth: '0.0001' } },
    ['/projection/rateGrowth', 'out-of-range'],
  ),
  ...budget('a scenario twice', { scenarios: [{ id: 's' }, { id: 't' }, { id: 's' }] }, ['/scenarios/2/id', 'duplicate-id']),
  ...budget('51 scenarios', { scenarios: Array.from({ length: 51 }, (_, index) => ({ id: `s${index}` })) }, ['/scenarios', 'too-many']),
  ...budget(
    'faults of the run and of a scenario',
    { sensitivity: 'yes', readings: { x: 'y' }, scenarios: [{ id: 's', readings: { x: 'y' }, parameters: { [MEAL]: 5 } }] },
    ['/sensitivity', 'wrong-type'],
    ['/readings/x', 'unknown-reading'],
    ['/scenarios/0/readings/x', 'unknown-reading'],
    ['/scenarios/0/parameters/meal~1rural', 'money-not-string'],
  ),
  { ...post('one: 150 faults', ONE, write({ year: 2025, teacher: { ...GOOD, ...unknownFields(150) } })), ...invalid(100) },
  { ...post('one: 150 fields twice', ONE, `{${'"SECRET":1,'.repeat(150)}"year":2025}`), ...invalid(100) },
  {
    ...post('batch: 150 faults in a teacher', BATCH, write({ year: 2025, teachers: [{ ...GOOD, ...unknownFields(150) }] })),
    ...inEntries(100),
  },
  { ...post('batch stream: 150 faults', `${BATCH}?year=2025`, lines({ ...GOOD, ...unknownFields(150) }), LINES_TYPE), ...inEntries(100) },
  { ...post('budget: 150 faults in a cohort', BUDGET, write({ year: 2025, cohorts: [unknownFields(150)] })), ...inEntries(100) },
];

function unknownFields(count: number): Fields {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, 'SECRET']));
}

// ---- lines ----

/** A line of exactly so many bytes: a teacher and white space. */
const padded = (teacher: Fields, size: number): string => {
  const text = write(teacher);
  return `${text.slice(0, -1)}${' '.repeat(size - bytes(text).byteLength)}}`;
};
const stream = (name: string, body: string | Uint8Array, faults: readonly Fault[]): BadCase[] => [
  { ...post(`batch stream: ${name}`, `${BATCH}?year=2025`, body, LINES_TYPE), ...inEntries(faults) },
  {
    ...post(
      `budget stream: ${name}`,
      BUDGET,
      typeof body === 'string' ? `{"request":{"year":2025}}\n${body}` : joined(bytes('{"request":{"year":2025}}\n'), body),
      LINES_TYPE,
    ),
    ...inEntries(faults),
  },
];
function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.byteLength;
  }
  return all;
}
const NO_UTF8 = Uint8Array.of(0xff, 0xfe, 0x7b);
const GBK_NAME = joined(
  bytes('{"id":"T9","post":"established","area":"urban","name":"'),
  Uint8Array.of(0xd5, 0xc5, 0xce, 0xb0),
  bytes('"}'),
);

const lineCases: readonly BadCase[] = [
  ...stream('a line of 65,537 bytes', `${padded(GOOD, 65_537)}\n${write(BASE)}\n`, [['', 'line-too-long']]),
  ...stream('a line of 65,537 bytes at the end', `${write(BASE)}\n${padded(GOOD, 65_537)}`, [['', 'line-too-long']]),
  ...stream('a line of 65,537 bytes and CRLF', `${padded(GOOD, 65_537)}\r\n${write(BASE)}\r\n`, [['', 'line-too-long']]),
  ...stream('a line of 3 MiB', `${padded(GOOD, 3 << 20)}\n${write(BASE)}\n`, [['', 'line-too-long']]),
  ...stream('a BOM in a later line', `${write(GOOD)}\n\uFEFF${write(BASE)}\n`, [['', 'malformed-json']]),
  ...stream('bytes that are no UTF-8', joined(NO_UTF8, bytes(`\n${teacherText}\n`)), [['', 'malformed-json']]),
  ...stream('a name in GBK', joined(GBK_NAME, bytes(`\n${teacherText}\n`)), [['', 'malformed-json']]),
  ...stream('a second request line', `${teacherText}\n{"request":{"year":2025}}\n`, [
    ['/request', 'unknown-field'],
    ['/id', 'required'],
    ['/post', 'required'],
    ['/area', 'required'],
  ]),
  ...stream('a list of teachers in a line', `[${teacherText}]\n`, [['', 'wrong-type']]),
  ...stream('every line broken', '{\n[\n"\nx\n', [
    ['', 'malformed-json'],
    ['', 'malformed-json'],
    ['', 'malformed-json'],
    ['', 'malformed-json'],
  ]),
  { ...post('batch stream: neither query nor request line', BATCH, lines(GOOD), LINES_TYPE), ...invalid([['?year', 'required']]) },
  { ...post('batch stream: nothing at all', BATCH, '', LINES_TYPE), ...invalid([['?year', 'required']]) },
  { ...post('batch stream: only blank lines', BATCH, '\n \r\n\t\n', LINES_TYPE), ...invalid([['?year', 'required']]) },
  {
    ...post(
      'batch stream: query and request line',
      `${BATCH}?year=2025&reading.master-levels=district`,
      lines({ request: { year: 2025 } }, GOOD),
      LINES_TYPE,
    ),
    ...invalid([
      ['?year', 'duplicate-key'],
      ['?reading.master-levels', 'duplicate-key'],
    ]),
  },
  {
    ...post('batch stream: a broken request line', BATCH, '{"request":{"year":2025,}}\n', LINES_TYPE),
    ...invalid([['', 'malformed-json']]),
  },
  {
    ...post('batch stream: a request line too long', BATCH, `{"request":{"year":2025${' '.repeat(65_536)}}}\n`, LINES_TYPE),
    ...invalid([['', 'line-too-long']]),
  },
  { ...post('batch stream: request null', BATCH, '{"request":null}\n', LINES_TYPE), ...invalid([['/request', 'required']]) },
  { ...post('batch stream: request a list', BATCH, '{"request":[]}\n', LINES_TYPE), ...invalid([['/request', 'wrong-type']]) },
  {
    ...post('batch stream: request and something else', BATCH, '{"request":{"year":2025},"teacher":{}}\n', LINES_TYPE),
    ...invalid([['/teacher', 'unknown-field']]),
  },
  {
    ...post('batch stream: a bad request and something else', BATCH, '{"request":{},"teacher":{}}\n', LINES_TYPE),
    ...invalid([
      ['/teacher', 'unknown-field'],
      ['/request/year', 'required'],
    ]),
  },
  {
    ...post('batch stream: teachers in the request line', BATCH, lines({ request: { year: 2025, teachers: [] } }), LINES_TYPE),
    ...invalid([['/request/teachers', 'unknown-field']]),
  },
  { ...post('budget stream: no request line', BUDGET, lines(GOOD), LINES_TYPE), ...invalid([['/request', 'required']]) },
  { ...post('budget stream: nothing at all', BUDGET, '', LINES_TYPE), ...invalid([['/request', 'required']]) },
  { ...post('budget stream: only blank lines', BUDGET, '\n\r\n', LINES_TYPE), ...invalid([['/request', 'required']]) },
  {
    ...post('budget stream: a broken request line', BUDGET, '{"request":{"year":2025,}}\n', LINES_TYPE),
    ...invalid([['', 'malformed-json']]),
  },
  { ...post('budget stream: request null', BUDGET, '{"request":null}\n', LINES_TYPE), ...invalid([['/request', 'required']]) },
  {
    ...post('budget stream: teachers in the request line', BUDGET, lines({ request: { year: 2025, teachers: [] } }), LINES_TYPE),
    ...invalid([['/request/teachers', 'unknown-field']]),
  },
  {
    ...post('budget stream: request and something else', BUDGET, lines({ request: { year: 2025 }, year: 2025 }), LINES_TYPE),
    ...invalid([['/year', 'unknown-field']]),
  },
];

// ---- the query ----

const query = (text: string, ...faults: Fault[]): BadCase => ({
  ...post(`batch stream ?${text}`, `${BATCH}?${text}`, lines(GOOD), LINES_TYPE),
  ...invalid(faults),
});
const get = (path: string, ...faults: Fault[]): BadCase => ({
  name: `GET ${path}`,
  method: 'GET',
  path,
  headers: {},
  body: null,
  ...invalid(faults),
});

const queryCases: readonly BadCase[] = [
  query('', ['?year', 'required']),
  query('year=', ['?year', 'wrong-type']),
  query('year=abc', ['?year', 'wrong-type']),
  query('year=2025.0', ['?year', 'wrong-type']),
  query('year=2e3', ['?year', 'wrong-type']),
  query('year=-2025', ['?year', 'wrong-type']),
  query('year=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%95', ['?year', 'wrong-type']),
  query('year=+2025', ['?year', 'wrong-type']),
  query('year=02025', ['?year', 'wrong-type']),
  query('year=%FF', ['?year', 'wrong-type']),
  query('year=1999', ['?year', 'out-of-range']),
  query('year=2101', ['?year', 'out-of-range']),
  query('year=0', ['?year', 'out-of-range']),
  query('year=2025&year=2025', ['?year', 'duplicate-key']),
  query('year=2025&Year=2025', ['?Year', 'unknown-field']),
  query('year=2025&name=SECRET', ['?name', 'unknown-field']),
  query('year=2025&reading=SECRET', ['?reading', 'unknown-field']),
  query('year=2025&readings.master-levels=district', ['?readings.master-levels', 'unknown-field']),
  query('year=2025&constructor=1&__proto__=1', ['?constructor', 'unknown-field'], ['?__proto__', 'unknown-field']),
  query('year=2025&reading.x=y', ['?reading.x', 'unknown-reading']),
  query('year=2025&reading.=y', ['?reading.', 'unknown-reading']),
  query('year=2025&reading.constructor=y', ['?reading.constructor', 'unknown-reading']),
  query('year=2025&reading.__proto__=y', ['?reading.__proto__', 'unknown-reading']),
  query('year=2025&reading.master-levels=SECRET', ['?reading.master-levels', 'unknown-option']),
  query('year=2025&reading.master-levels=', ['?reading.master-levels', 'unknown-option']),
  query('year=2025&reading.master-levels=district&reading.master-levels=district', ['?reading.master-levels', 'duplicate-key']),
  query('year=2025&parameter.x=5', ['?parameter.x', 'unknown-parameter']),
  query('year=2025&parameter.__proto__=5', ['?parameter.__proto__', 'unknown-parameter']),
  query('year=2025&parameter.meal/rural=-5', ['?parameter.meal/rural', 'negative-money']),
  query('year=2025&parameter.meal%2Frural=1e3', ['?parameter.meal/rural', 'invalid-money']),
  query('year=2025&parameter.meal/rural=', ['?parameter.meal/rural', 'invalid-money']),
  query('year=2025&parameter.studio/host-share=1000', ['?parameter.studio/host-share', 'invalid-percent']),
  query(
    'year=1999&reading.x=y&parameter.x=5',
    ['?year', 'out-of-range'],
    ['?reading.x', 'unknown-reading'],
    ['?parameter.x', 'unknown-parameter'],
  ),
  query('year=2025&detail=foo', ['?detail', 'unknown-value']),
  query('year=2025&detail=', ['?detail', 'unknown-value']),
  query('year=2025&detail=months&detail=months', ['?detail', 'duplicate-key']),
  {
    ...post('batch ?detail=foo', `${BATCH}?detail=foo`, write({ year: 2025, teachers: [GOOD] })),
    ...invalid([['?detail', 'unknown-value']]),
  },
  { ...post('batch ?year', `${BATCH}?year=2025`, write({ year: 2025, teachers: [GOOD] })), ...invalid([['?year', 'unknown-field']]) },
  {
    ...post('one ?detail=months', `${ONE}?detail=months`, write({ year: 2025, teacher: GOOD })),
    ...invalid([['?detail', 'unknown-field']]),
  },
  {
    ...post('one ?SECRET-free query', `${ONE}?a=SECRET&a=SECRET`, write({ year: 2025, teacher: GOOD })),
    ...invalid([
      ['?a', 'unknown-field'],
      ['?a', 'unknown-field'],
    ]),
  },
  { ...post('budget ?year', `${BUDGET}?year=2025`, write({ year: 2025 })), ...invalid([['?year', 'unknown-field']]) },
  {
    ...post('budget stream ?year', `${BUDGET}?year=2025`, lines({ request: { year: 2025 } }), LINES_TYPE),
    ...invalid([['?year', 'unknown-field']]),
  },
  get('/api/v1/policies?x=1', ['?x', 'unknown-field']),
  get(`${POLICY}?lang=en`, ['?lang', 'unknown-field']),
  get(`${POLICY}/teacher-schema?x`, ['?x', 'unknown-field']),
  get(`${POLICY}?%FF=1`, ['?\uFFFD', 'unknown-field']),
];

// ---- HTTP itself ----

const unsupported = { status: 415, code: 'unsupported-media-type', faults: [] };
const tooLarge = { status: 413, code: 'payload-too-large', faults: [] };
const notFound = (method: string, path: string): BadCase => ({
  name: `${method} ${path}`,
  method,
  path,
  headers: method === 'POST' ? { 'content-type': JSON_TYPE } : {},
  body: method === 'POST' ? '{}' : null,
  status: 404,
  code: 'not-found',
  faults: [],
});
const wrongMethod = (method: string, path: string, allow: string): BadCase => ({
  name: `${method} ${path}`,
  method,
  path,
  headers: {},
  body: null,
  status: 405,
  code: 'method-not-allowed',
  faults: [],
  allow,
});
/** A body without a content-length, in pieces of 64 KiB. */
const chunked = (pieces: number) => (): ReadableStream<Uint8Array> => {
  const piece = bytes(' '.repeat(64 * 1024));
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent++ < pieces) controller.enqueue(piece);
      else controller.close();
    },
  });
};

const good: Readonly<Record<string, string>> = {
  [ONE]: write({ year: 2025, teacher: GOOD }),
  [BATCH]: write({ year: 2025, teachers: [GOOD] }),
  [BUDGET]: write({ year: 2025, teachers: [GOOD] }),
};
const BAD_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'text/json',
  '',
];
const BAD_CHARSETS = ['application/json; charset=gbk', 'application/json;charset="GB18030"', 'application/json; charset=utf-16'];

const httpCases: readonly BadCase[] = [
  ...Object.entries(good).flatMap(([path, body]) => [
    ...[...BAD_TYPES, ...BAD_CHARSETS].map((type) => ({
      ...post(`${path.slice(POLICY.length)}: type ${type || 'empty'}`, path, body, type),
      ...unsupported,
    })),
    { ...post(`${path.slice(POLICY.length)}: no type`, path, bytes(body), null), ...unsupported },
    {
      ...post(`${path.slice(POLICY.length)}: gzip`, path, Uint8Array.of(0x1f, 0x8b, 8, 0)),
      headers: { 'content-type': JSON_TYPE, 'content-encoding': 'gzip' },
      ...unsupported,
    },
    { ...post(`${path.slice(POLICY.length)}: bytes that are no UTF-8`, path, NO_UTF8), ...malformed },
    {
      ...post(
        `${path.slice(POLICY.length)}: UTF-16`,
        path,
        joined(Uint8Array.of(0xff, 0xfe), new Uint8Array(Uint16Array.from(body, (one) => one.charCodeAt(0)).buffer)),
      ),
      ...malformed,
    },
    ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => wrongMethod(method, path, 'POST')),
  ]),
  { ...post('one: a name in GBK', ONE, joined(bytes('{"year":2025,"teacher":'), GBK_NAME, bytes('}'))), ...malformed },
  { ...post('one: lines', ONE, lines({ request: { year: 2025 } }, GOOD), LINES_TYPE), ...unsupported },
  { ...post('batch: lines in GBK', `${BATCH}?year=2025`, lines(GOOD), `${LINES_TYPE}; charset=gbk`), ...unsupported },
  ...['/healthz', '/openapi.json', '/api/v1/policies', POLICY, `${POLICY}/teacher-schema`].flatMap((path) =>
    ['POST', 'PUT', 'DELETE', 'OPTIONS'].map((method) => wrongMethod(method, path, 'GET, HEAD')),
  ),
  notFound('GET', '/api'),
  notFound('GET', '/api/v1'),
  notFound('GET', '/api/v1/nothing'),
  notFound('GET', '/api/v2/policies'),
  notFound('GET', '/api/v1/policies/'),
  notFound('GET', '/api/v1/policies/SECRET'),
  notFound('GET', '/api/v1/policies/constructor'),
  notFound('GET', '/api/v1/policies/__proto__/teacher-schema'),
  notFound('GET', '/api/v1/policies/%E9%87%91%E5%87%A4'),
  notFound('GET', '/api/v1/policies/%FF%zz'),
  notFound('GET', '/api/v1/policies/JINFENG-2021'),
  notFound('GET', `${POLICY}/nothing`),
  notFound('GET', `${POLICY}/entitlements/batch/x`),
  notFound('POST', '/api/v1/policies/none/entitlements'),
  notFound('POST', '/api/v1/policies/none/entitlements/batch'),
  notFound('POST', '/api/v1/policies/none/budgets'),
  notFound('POST', `${POLICY}/nothing`),
  notFound('DELETE', '/api/v1/nothing'),
  { ...post('one: more than 256 KiB', ONE, `${good[ONE]}${' '.repeat(256 * 1024)}`), ...tooLarge },
  { ...post('one: more than 256 KiB in pieces', ONE, chunked(5)), ...tooLarge },
  { ...post('batch: more than 8 MiB', BATCH, `${good[BATCH]}${' '.repeat(8 << 20)}`), ...tooLarge },
  { ...post('batch: more than 8 MiB in pieces', BATCH, chunked(129)), ...tooLarge },
  { ...post('budget: more than 8 MiB', BUDGET, `${good[BUDGET]}${' '.repeat(8 << 20)}`), ...tooLarge },
  { ...post('budget: more than 8 MiB in pieces', BUDGET, chunked(129)), ...tooLarge },
];

/** Every case. */
export const BAD_CASES: readonly BadCase[] = [
  ...TEACHERS.flatMap(teacherCases),
  ...SETTINGS.flatMap(settingsCases),
  ...CHOICES.map(scenarioCase),
  ...spanCases,
  budgetSpan,
  ...jsonCases,
  ...bodyCases,
  ...lineCases,
  ...queryCases,
  ...httpCases,
];

/** A request that nothing before it may have spoilt. */
export const NEXT_REQUEST = { path: ONE, body: good[ONE] as string, type: JSON_TYPE };
