/** fast-check arbitraries of valid requests under `jinfeng-2021`: every fact, reading and parameter, leaning towards the corners. */
import fc from 'fast-check';
import type { GroupBy } from './budget-groups.ts';
import type { ReadingId } from './clauses.ts';
import { readingOptions } from './clauses.ts';
import type { PlaceList, RequestChange, RequestTeacher } from './facts.ts';
import type { ParameterOverrides } from './figures.ts';
import { ownFigures } from './figures.ts';
import type { RequestScale } from './pay-scales.ts';

const pad = (number: number): string => String(number).padStart(2, '0');

/** Money as a request may write it, yuan: no, one or two decimals, leading zeros, from zero to twelve digits. */
export const moneyArbitrary: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('0', '0.0', '0.00', '0.04', '0.05', '27', '27.5', '27.00', '4321.15', '000123.4', '999999999999.99'),
  },
  { weight: 3, arbitrary: fc.nat({ max: 2_000_000 }).map((fen) => `${Math.floor(fen / 100)}.${pad(fen % 100)}`) },
  { weight: 1, arbitrary: fc.tuple(fc.nat({ max: 999_999_999_999 }), fc.nat({ max: 9 })).map(([yuan, tenths]) => `${yuan}.${tenths}`) },
);

/** What was paid, or taken back now and then. */
export const paidMoneyArbitrary: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(fc.constantFrom('100', '33.33', '0.00', '250.5'), moneyArbitrary), fc.constantFrom('', '', '-'))
  .map(([amount, sign]) => `${sign}${amount}`);

/** Percentages, 0–100 with up to four decimals. */
export const percentArbitrary: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('0', '100', '100.0000', '10', '30.0', '50', '12.5', '33.3333', '0.0001', '99.9999'),
  fc.nat({ max: 1_000_000 }).map((parts) => `${Math.floor(parts / 10_000)}.${String(parts % 10_000).padStart(4, '0')}`),
);

/** Months `YYYY-MM`, mostly of the given year, else of its neighbours within 2000–2100. */
export function monthArbitrary(year: number): fc.Arbitrary<string> {
  const numbers = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 7, 8, 9, 11, 12));
  const years = fc.oneof(
    { weight: 6, arbitrary: fc.constant(year) },
    { weight: 1, arbitrary: fc.constantFrom(Math.max(2000, year - 1), Math.min(2100, year + 1)) },
  );
  return fc.tuple(years, numbers).map(([of, number]) => `${of}-${pad(number)}`);
}

function dateArbitrary(year: number): fc.Arbitrary<string> {
  return fc.tuple(monthArbitrary(year), fc.constantFrom('first', 'middle', 'last')).map(([month, place]) => {
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
    return `${month}-${pad(place === 'first' ? 1 : place === 'middle' ? 15 : last)}`;
  });
}

const levels = fc.constantFrom('none', 'district', 'district', 'city', 'region', 'national');
const flag = fc.boolean();

/** Towns and villages by their names, padded, in compatibility characters (⽥, 良 as U+F97C), nearly right and wrong. */
const town = fc.constantFrom(
  '良田镇',
  '丰登镇',
  '丰登镇',
  '丰登镇',
  ' 良田镇\u3000',
  '良⽥镇',
  '\uF97C田镇',
  '\u3000丰登镇',
  '良田',
  '良 田镇',
  '黄河东路街道',
);
const village = fc.constantFrom('润丰村', '和丰村', ' 润丰村', '和丰村\u3000', '联丰村', '润丰', '良田镇');

/** The facts that may change during the year, each as a value that is not null; `post` and `area` are required, so never null. */
const monthlyFacts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  school: fc.constantFrom('金凤区第一小学', '金凤区第二小学', '良田幼儿园', '__proto__', 'null'),
  stage: fc.constantFrom('kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'),
  town,
  village,
  resettlement: fc.constantFrom(null, null, null, true, false),
  backboneLevel: levels,
  masterLevel: levels,
  studioHost: flag,
  assessment: fc.constantFrom('passed', 'passed', 'passed', 'passed', 'passed', 'failed', 'pending'),
  commute: fc.constantFrom('near', 'far'),
  payStep: fc.constantFrom(1, 13, 26, 64, 65),
  payStepIncrement: moneyArbitrary,
  monthlySalary: moneyArbitrary,
  onPayroll: fc.constantFrom(true, true, true, true, true, true, false),
  principal: flag,
  classTeacher: flag,
  boardingSchool: flag,
  townshipSchool: flag,
  remoteArea: flag,
  specialEducation: flag,
  afterSchool: flag,
  supporting: flag,
  inspector: flag,
};
const requiredFacts = {
  post: fc.constantFrom('established', 'special-post', 'temporary', 'kindergarten-contract', 'kindergarten-contract'),
  area: fc.constantFrom('urban', 'rural'),
};

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('张', '伟', '𠮷', '😀', 'a', '/', '~', '"', '\\', '7'), minLength: 1, maxLength });
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 12 });

/** `facts`, each present with a chance of 1 − 1 / (freq + 1), and then null now and then. */
function someOf(facts: Readonly<Record<string, fc.Arbitrary<unknown>>>, freq: number): fc.Arbitrary<RequestTeacher> {
  const absent = Symbol('absent');
  const names = Object.keys(facts);
  const values = Object.values(facts).map((fact) => fc.option(orNull(fact), { nil: absent, freq }));
  return fc
    .tuple(...values)
    .map((chosen) => Object.fromEntries(names.flatMap((name, index) => (chosen[index] === absent ? [] : [[name, chosen[index]]]))));
}

/** One change: one to four facts from a month on, null now and then. */
function changeArbitrary(year: number): fc.Arbitrary<RequestChange> {
  const nullable = Object.entries(monthlyFacts).map(([name, fact]) => orNull(fact).map((value) => [name, value] as const));
  const required = Object.entries(requiredFacts).map(([name, fact]) => fact.map((value) => [name, value] as const));
  const places = [town.map((value) => ['town', value] as const), orNull(village).map((value) => ['village', value] as const)];
  const ranks = fc.tuple(fc.constantFrom('backboneLevel', 'masterLevel'), levels);
  const forgotten = fc.constantFrom('assessment', 'commute', 'payStepIncrement', 'monthlySalary').map((name) => [name, null] as const);
  const entry = fc.oneof(
    { weight: 3, arbitrary: fc.oneof(...nullable) },
    { weight: 1, arbitrary: fc.oneof(...required) },
    { weight: 1, arbitrary: fc.oneof(...places) },
    { weight: 1, arbitrary: ranks },
    { weight: 1, arbitrary: forgotten },
  );
  const entries = fc.uniqueArray(entry, { selector: ([name]) => name, minLength: 1, maxLength: 4 });
  return fc.tuple(monthArbitrary(year), entries).map(([from, facts]) => ({ from, ...Object.fromEntries(facts) }));
}

/** First and last month: the whole year, open at one end, one month only, a stretch, or wholly outside the year; and days of arriving and leaving. */
function employmentArbitrary(year: number): fc.Arbitrary<RequestTeacher> {
  const month = monthArbitrary(year);
  const periods = fc.tuple(month, month).map(([a, b]) => (a < b ? { employedFrom: a, employedTo: b } : { employedFrom: b, employedTo: a }));
  const employed = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom({}, { employedFrom: null, employedTo: null }, { employedFrom: `${year}-01`, employedTo: `${year}-12` }),
    },
    {
      weight: 2,
      arbitrary: fc.oneof(
        month.map((employedFrom) => ({ employedFrom })),
        month.map((employedTo) => ({ employedTo })),
      ),
    },
    { weight: 2, arbitrary: periods },
    { weight: 1, arbitrary: month.map((only) => ({ employedFrom: only, employedTo: only })) },
  );
  const days = fc.record({ arrivedOn: dateArbitrary(year), leftOn: dateArbitrary(year) }, { requiredKeys: [] });
  return fc.tuple(employed, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: days })).map(([months, own]) => ({
    ...months,
    ...own,
  }));
}

/** A valid teacher without an id, as a cohort has it. */
export function cohortFactsArbitrary(year = 2025): fc.Arbitrary<RequestTeacher> {
  const merits = someOf(
    {
      recruitedOn: dateArbitrary(year),
      degree: fc.constantFrom('none', 'bachelor', 'masters', 'doctorate'),
      honour: fc.constantFrom('none', 'special-grade', 'city-master'),
    },
    2,
  );
  const changes = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom({}, { changes: null }, { changes: [] }) },
    {
      weight: 3,
      arbitrary: fc
        .uniqueArray(changeArbitrary(year), { selector: ({ from }) => from, minLength: 1, maxLength: 6 })
        .map((list) => ({ changes: list })),
    },
  );
  const rest = someOf({ name: text(64) }, 1);
  // Few facts, or nearly all: both the unknown and the well known teacher should be frequent.
  const facts = fc.oneof(someOf(monthlyFacts, 1), someOf(monthlyFacts, 4), someOf(monthlyFacts, 20));
  return fc
    .tuple(rest, fc.record(requiredFacts), facts, merits, employmentArbitrary(year), changes)
    .map((parts) => Object.assign({}, ...parts) as RequestTeacher);
}

const idArbitrary = fc.oneof(
  fc.nat({ max: 99_999 }).map((number) => `T${number}`),
  text(64),
);

/** A valid request teacher, whose months lie around `year`. */
export function teacherArbitraryOf(year: number): fc.Arbitrary<RequestTeacher> {
  return fc.tuple(idArbitrary, cohortFactsArbitrary(year)).map(([id, facts]) => ({ id, ...facts }));
}

/** A valid request teacher for 2025. */
export const teacherArbitrary: fc.Arbitrary<RequestTeacher> = teacherArbitraryOf(2025);

/** Each of the readings absent or any of its options. */
export const readingsArbitrary: fc.Arbitrary<Readonly<Partial<Record<ReadingId, string>>>> = fc
  .tuple(...Object.entries(readingOptions).map(([id, options]) => fc.constantFrom(null, ...options).map((option) => [id, option] as const)))
  .map((choices) => Object.fromEntries(choices.filter(([, option]) => option !== null)));

/** Up to eight overrides of any keys, plain or dated (in no order, also outside the year), with the values that its unit allows. */
export function parametersArbitraryOf(year: number): fc.Arbitrary<ParameterOverrides> {
  const isPercent = (key: string): boolean => key.endsWith('share') || key.endsWith('percent');
  // Round rates, so that two allowances often come to the same, and money of every size.
  const money = fc.oneof(fc.constantFrom('0', '0.00', '200', '300.00', '300', '400.0', '400.01'), moneyArbitrary);
  const keys = Object.keys(ownFigures);
  const awaited = keys.filter((key) => ownFigures[key] === null);
  const stacking = keys.filter((key) => key.startsWith('backbone/') || key.startsWith('master/district'));
  const key = fc.oneof(
    fc.constantFrom(...keys),
    fc.constantFrom(...awaited),
    fc.constantFrom(...stacking),
    fc.constantFrom(...keys.filter(isPercent)),
  );
  const entry = key.chain((name) => {
    const value = isPercent(name) ? percentArbitrary : money;
    const dated = fc.uniqueArray(fc.record({ from: monthArbitrary(year), value }), {
      selector: ({ from }) => from,
      minLength: 1,
      maxLength: 4,
    });
    return fc.oneof(value, dated).map((override) => [name, override] as const);
  });
  const entries = fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 8 });
  return fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 4, arbitrary: entries.map((list) => Object.fromEntries(list)) });
}

/** Parameter overrides around 2025. */
export const parametersArbitrary: fc.Arbitrary<ParameterOverrides> = parametersArbitraryOf(2025);

/** None, or up to three pay scales that do not overlap, some with gaps between them, some without an end; each with some steps only. */
export function payScalesArbitraryOf(year: number): fc.Arbitrary<readonly RequestScale[] | undefined> {
  const steps = fc
    .tuple(
      fc.subarray([1, 2, 13, 14, 26, 27, 63, 64, 65], { minLength: 1 }),
      fc.array(fc.nat({ max: 99_999 }), { minLength: 9, maxLength: 9 }),
    )
    .map(([keys, rises]) => {
      const fen = keys.map((_, index) => rises.slice(0, index + 1).reduce((sum, rise) => sum + rise, 0));
      return Object.fromEntries(keys.map((key, index) => [key, fen[index] as number]));
    })
    .map((fen) => Object.fromEntries(Object.entries(fen).map(([step, at]) => [step, `${Math.floor(at / 100)}.${pad(at % 100)}`])));
  const months = fc.uniqueArray(monthArbitrary(year), { minLength: 1, maxLength: 6 }).map((list) => list.toSorted());
  const scales = fc.tuple(months, fc.array(steps, { minLength: 3, maxLength: 3 }), fc.boolean()).map(([list, rows, open]) => {
    const pairs = [0, 2, 4].flatMap((at, index) => (list[at] ? [{ from: list[at], to: list[at + 1], index }] : []));
    return pairs.map(({ from, to, index }): RequestScale => {
      const end = to ?? (open ? undefined : from);
      return { id: `S${index}`, from, ...(end ? { to: end } : {}), steps: rows[index] as Record<string, string> };
    });
  });
  return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: scales });
}

/** No list of places, or one of the run's own: towns whole or by village, also those of the policy. */
export const placesArbitrary: fc.Arbitrary<{ readonly resettlement: PlaceList } | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(
        fc.record({ town, villages: fc.option(fc.array(village, { minLength: 1, maxLength: 3 })) }, { requiredKeys: ['town'] }),
        { selector: (place) => place.town.normalize('NFKC').trim(), maxLength: 3 },
      )
      .map((resettlement) => ({ resettlement })),
  },
);

/** Years of a calculation: mostly 2025, also a leap year, years before the policy with a pay scale of the past, and both ends of the range. */
export const yearArbitrary: fc.Arbitrary<number> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(2025) },
  { weight: 1, arbitrary: fc.constantFrom(2000, 2014, 2016, 2018, 2020, 2021, 2024, 2100) },
);

/** Some months in a row, that a year begins or ends among them or not, from the year before to the year after. */
export function periodArbitraryOf(year: number): fc.Arbitrary<{ readonly from: string; readonly to: string }> {
  const [first, last] = [Math.max(year - 1, 2000) * 12, Math.min(year + 1, 2100) * 12 + 11];
  const write = (month: number) => `${Math.floor(month / 12)}-${pad((month % 12) + 1)}`;
  return fc.tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last })).map((ends) => {
    const [from, to] = ends.toSorted((a, b) => a - b).map(write) as [string, string];
    return { from, to };
  });
}

export interface EntitlementRequest {
  readonly year: number;
  readonly teacher: RequestTeacher;
  readonly readings: Readonly<Partial<Record<ReadingId, string>>>;
  readonly parameters: ParameterOverrides;
  readonly payScales?: readonly RequestScale[] | undefined;
  readonly places?: { readonly resettlement: PlaceList } | undefined;
  readonly asIfInForce?: boolean | undefined;
}

/** Whether to go on as if a policy were in force: mostly not said. */
export const asIfInForceArbitrary = fc.constantFrom(undefined, undefined, false, true);

/** A whole valid request for one teacher. */
export const requestArbitrary: fc.Arbitrary<EntitlementRequest> = yearArbitrary.chain((year) =>
  fc.record({
    year: fc.constant(year),
    teacher: teacherArbitraryOf(year),
    readings: readingsArbitrary,
    parameters: parametersArbitraryOf(year),
    payScales: payScalesArbitraryOf(year),
    places: placesArbitrary,
    asIfInForce: asIfInForceArbitrary,
  }),
);

/** A valid list of up to `maxLength` teachers, ids unique. */
export function teachersArbitrary(year = 2025, maxLength = 8): fc.Arbitrary<RequestTeacher[]> {
  return fc.uniqueArray(teacherArbitraryOf(year), { selector: (teacher) => teacher.id, maxLength });
}

/** A valid cohort for 2025: one to very many people alike. */
export function cohortArbitrary(year = 2025): fc.Arbitrary<{ readonly count: number; readonly facts: RequestTeacher }> {
  return fc.record({ count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(120, 1_000_000)), facts: cohortFactsArbitrary(year) });
}

const groupNames: readonly GroupBy[] = ['school', 'area', 'stage', 'post', 'allowance', 'month'];

/** A whole valid budget request over a few teachers and cohorts. */
export const budgetRequestArbitrary = yearArbitrary.chain((year) =>
  fc.record({
    year: fc.constant(year),
    teachers: teachersArbitrary(year),
    cohorts: fc.array(cohortArbitrary(year), { maxLength: 3 }),
    groupBy: fc.shuffledSubarray([...groupNames]),
    readings: readingsArbitrary,
    parameters: parametersArbitraryOf(year),
    places: placesArbitrary,
  }),
);
