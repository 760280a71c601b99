/** fast-check arbitraries of policies in the rule language: any nesting of its words that a policy file could hold. */
import fc from 'fast-check';
import { moneyArbitrary, monthArbitrary, percentArbitrary as partArbitrary, teacherArbitraryOf } from '../reference/arbitraries.ts';
import type { RequestChange, RequestTeacher } from '../reference/facts.ts';
import { OWN_FACTS } from '../reference/own-facts.ts';
import { factEntries } from '../reference/word-facts.ts';

type Node = Record<string, unknown>;

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };

const READINGS: Readonly<Record<string, readonly string[]>> = { how: ['one', 'two'], which: ['a', 'b', 'c'] };

/** Tables, each laid out by facts with a list of values. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  area: ['area'],
  level: ['backboneLevel'],
  both: ['commute', 'area'],
  school: ['schoolClass', 'area'],
};
/** The values of a derived fact. */
const CLASSES = ['first', 'second', 'third'];
const MONEY = ['sum/one', 'sum/two'];
/** Of envelopes: a whole, one of its parts, and another whole. */
const FUNDS = ['fund/whole', 'fund/part', 'fund/other'];
const PARTS = ['rate/one'];
const ABOVE = ['rate/two'];
const PERCENT = [...PARTS, ...ABOVE];
const YEAR = ['start/one'];
const COUNT = ['number/one', 'number/two'];
/** Percentages of an amount alone, which may be more than the whole; what is a share as well may not. */
const percentArbitrary = fc.oneof(
  { weight: 5, arbitrary: partArbitrary },
  { weight: 1, arbitrary: fc.constantFrom('100.0001', '150', '300', '999.9999') },
);
const counts = fc.constantFrom('0', '1', '12', '21.75', '0.0003');
/** Limits on several allowances together: of a month, and of a year. */
const LIMITS = ['limit/month', 'limit/year'];
const limits = fc.constantFrom('0', '100', '150.55', '333.33', '1000', '20000');
/** Shares of sources: some that come to the whole, one that is awaited, and some that do not fit. */
const SHARES: Readonly<Record<string, string | null>> = {
  'share/half': '50',
  'share/forty': '40',
  'share/third': '33.3333',
  'share/open': null,
};
/** A floor and a ceiling, which nothing is computed from. */
const RANGE = { atLeast: '0.05', atMost: '250.50' };

const valuesOf = (fact: string): string[] => (fact === 'schoolClass' ? CLASSES : Object.keys(factEntries[fact]?.values ?? {}));

/** A figure, a list of them by month, or `null` while it is awaited. */
function figure(value: fc.Arbitrary<string>, year: number): fc.Arbitrary<unknown> {
  const entry = fc.record({ from: monthArbitrary(year), value });
  const dated = fc.uniqueArray(entry, { selector: ({ from }) => from, minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 6, arbitrary: value }, { weight: 2, arbitrary: dated }, { weight: 1, arbitrary: fc.constant(null) });
}

const money = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('0', '100', '100.00', '250.5', '33.33', '0.05') },
  { weight: 1, arbitrary: moneyArbitrary },
);
const years = (year: number) => fc.integer({ min: Math.max(2000, year - 4), max: Math.min(2100, year + 3) }).map(String);

function parameters(year: number): fc.Arbitrary<Node> {
  const plain = (keys: readonly string[], unit: string, value: fc.Arbitrary<string>, period?: string) =>
    keys.map((key) => figure(value, year).map((one) => [key, { unit, ...(period && { period }), clause, value: one }] as const));
  const tables = Object.entries(TABLES).map(([key, by]) =>
    table(by, figure(money, year)).map((values) => [key, { unit: 'yuan', period: 'month', clause, by, values }] as const),
  );
  const all = [
    ...plain(MONEY, 'yuan', money, 'month'),
    ...plain(FUNDS, 'yuan', money, 'year'),
    ...plain(PARTS, 'percent', partArbitrary),
    ...plain(ABOVE, 'percent', percentArbitrary),
    ...plain(YEAR, 'year', years(year)),
    ...plain(COUNT, 'count', counts),
    ...Object.entries(SHARES).map(([key, value]) => fc.constant([key, { unit: 'percent', clause, value }] as const)),
    table(['area'], figure(partArbitrary, year)).map((values) => ['raise', { unit: 'percent', clause, by: ['area'], values }] as const),
    ...LIMITS.map((key) =>
      figure(limits, year).map((value) => [key, { unit: 'yuan', period: key.slice('limit/'.length), clause, value }] as const),
    ),
    ...tables,
  ];
  return fc.tuple(...all).map((entries) => {
    const made: Record<string, Node> = Object.fromEntries(entries);
    return { ...made, [MONEY[0] as string]: { ...made[MONEY[0] as string], ...RANGE } };
  });
}

function table([fact, ...rest]: readonly string[], leaf: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  if (fact === undefined) return leaf;
  return fc.record(Object.fromEntries(valuesOf(fact).map((value) => [value, table(rest, leaf)])));
}

/** A value by a reading, for any slot. */
function byReading(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...Object.keys(READINGS))
    .chain((reading) =>
      fc
        .record(Object.fromEntries((READINGS[reading] as string[]).map((option) => [option, value])))
        .map((options) => ({ reading, ...options })),
    );
}

const FACTS_WITH_VALUES = ['area', 'post', 'backboneLevel', 'assessment', 'commute', 'degree', 'honour'];
const FLAGS = ['studioHost', 'principal', 'resettlement', 'away'];
/** Derived numbers of years. */
const YEARS = ['ruralYears', 'schoolYears'];
/** Derived numbers of months and days. */
const SPANS = ['sickMonth', 'absentDays', 'served', 'longestAway'];

const KM = ['0', '25', '25.0', '49.9999', '50', '120.5', '300'];
const SIZES = ['0.5', '15', '20', '20.0001', '1000'];
/** Where a fact may begin or end to be what a condition wants; the same are among what people have, so that ends are met. */
const EDGES: Readonly<Record<string, readonly (string | number)[]>> = {
  countyKm: KM,
  roomSize: SIZES,
  lessons: [0, '6', 12, 40],
  payStep: [1, 13, '26', 65],
  ruralYears: [0, 1, '3', 6],
  schoolYears: [0, 1, 2, '5'],
  sickMonth: [0, 1, '3', 7],
  absentDays: [0, 1, 15, '31'],
  served: [0, 1, '2', 4],
  longestAway: [0, 1, '2', 31],
  monthlySalary: ['0', '27.5', '0.432115万', '999999999999.99'],
  teachingSince: ['2015-09-01', '2020-02-29', '2024-12-31', '2025-03-15'],
};

/** A number or a day that is compared: with a value, an interval, several of either, or none of them. */
const numberTest: fc.Arbitrary<Node> = fc.constantFrom(...Object.keys(EDGES)).chain((fact) => {
  const edge = fc.constantFrom(...(EDGES[fact] as (string | number)[]));
  const from = fc.oneof(
    edge.map((at) => ({ atLeast: at })),
    edge.map((at) => ({ above: at })),
  );
  const to = fc.oneof(
    edge.map((at) => ({ atMost: at })),
    edge.map((at) => ({ below: at })),
  );
  const part = fc.oneof(
    edge as fc.Arbitrary<unknown>,
    from,
    to,
    fc.tuple(from, to).map(([a, b]) => ({ ...a, ...b })),
  );
  const wanted = fc.oneof({ weight: 3, arbitrary: part }, { weight: 1, arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }) });
  return fc
    .oneof({ weight: 3, arbitrary: wanted }, { weight: 1, arbitrary: wanted.map((not) => ({ not })) })
    .map((test) => ({ [fact]: test }));
});

const factTest: fc.Arbitrary<Node> = fc.oneof(
  fc.constantFrom(...FACTS_WITH_VALUES).chain((fact) => {
    const one = fc.constantFrom(...valuesOf(fact));
    const some = fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
    return fc
      .oneof(
        one,
        some,
        fc.oneof(one, some).map((not) => ({ not })),
      )
      .map((wanted) => ({ [fact]: wanted }));
  }),
  fc.tuple(fc.constantFrom(...FLAGS), fc.boolean()).map(([fact, wanted]) => ({ [fact]: wanted })),
  fc.constantFrom(1, 13, 26).map((step) => ({ payStep: { not: step } })),
  numberTest,
);

/** What is derived from facts by cases, or such a fact. */
const anyTest: fc.Arbitrary<Node> = fc.oneof(
  { weight: 8, arbitrary: factTest },
  { weight: 1, arbitrary: fc.constantFrom(...CLASSES).map((schoolClass) => ({ schoolClass })) },
  { weight: 1, arbitrary: fc.constantFrom(...CLASSES).map((not) => ({ schoolClass: { not } })) },
);

/** Conditions, nested up to a depth. @param test those of a fact */
export function condition(depth: number, test = anyTest): fc.Arbitrary<unknown> {
  const leaf = fc.oneof({ weight: 1, arbitrary: fc.constant('always') }, { weight: 5, arbitrary: test });
  if (depth === 0) return leaf;
  const inner = condition(depth - 1, test);
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: fc.tuple(test, test).map(([a, b]) => ({ ...a, ...b })) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: inner.map((not) => ({ not })) },
    { weight: 1, arbitrary: byReading(inner) },
  );
}

/** What another allowance pays, which one is said by {@link withItems}. */
const someItem = fc.integer({ min: 0, max: 3 }).map((item) => ({ allowance: item }));

/** A value that is given outright, or now and then chosen by a reading. */
function maybeByReading(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: byReading(value) });
}

/** An amount by pay step, of the person's own or of the one above. */
const onScale = fc
  .tuple(
    maybeByReading(fc.constantFrom('next', 'difference')),
    maybeByReading(fc.constantFrom('last-difference', 'nothing', 'ask')),
    fc.boolean(),
  )
  .map(([step, beyond, isOwn]) => ({
    scale: 'step-pay',
    at: 'payStep',
    ...(isOwn ? { step: 'own' } : { step, beyond }),
    given: 'payStepIncrement',
  }));

const leafAmount: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant('nothing'),
  fc.constantFrom(...MONEY).map((parameter) => ({ parameter })),
  fc.constantFrom(...Object.keys(TABLES)).map((parameter) => ({ parameter, by: TABLES[parameter] })),
  fc.constantFrom('payStepIncrement', 'monthlySalary').map((fact) => ({ fact })),
  onScale,
  someItem,
);

/**
 * Allowances that rest on what others pay, as far as that is possible: of the month on those that pay by month, of the year where it is paid once a
 * year, and in no circle, also through groups.
 */
function withItems(allowances: readonly Node[], groups: readonly { readonly members: readonly number[] }[]): Node[] {
  const family = allowances.map((_, at) => {
    const found = new Set([at]);
    for (const one of found) for (const { members } of groups) if (members.includes(one)) for (const other of members) found.add(other);
    return Math.min(...found);
  });
  return allowances.map((one, at): Node => {
    const pays = one.pays as { at?: string; every?: string; spread?: string };
    const text = JSON.stringify(one, (_key, node) => {
      if (typeof node !== 'object' || node === null || typeof node.allowance !== 'number') return node;
      const on = allowances[node.allowance]?.pays as typeof pays | undefined;
      const isBefore = on !== undefined && (family[node.allowance] as number) < (family[at] as number);
      const isMonthly = on?.every === 'month' || on?.spread !== undefined;
      if (!isBefore || pays.at !== undefined || (pays.every === 'month' && !isMonthly)) return { parameter: 'sum/one' };
      return {
        allowance: `p${node.allowance}`,
        ...(pays.every === 'year' && (pays.spread || !isMonthly || at % 2 === 0) && { of: 'year' }),
      };
    });
    return JSON.parse(text) as Node;
  });
}

/** A word for amounts, made of the amounts within. */
type Wrap = (inner: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>;

const percents = fc.constantFrom(...PERCENT);

/** Every word that holds another amount. */
const WRAPS: readonly Wrap[] = [
  (inner) =>
    fc
      .tuple(
        fc.oneof(
          percents.map((percent) => ({ percent })),
          fc.constant({ percent: 'raise', by: ['area'] }),
        ),
        inner,
      )
      .map(([percent, of]) => ({ ...percent, of })),
  (inner) => fc.tuple(inner, inner).map(([rest, less]) => ({ rest, less })),
  (inner) =>
    fc.constantFrom('degree', 'assessment', 'studioHost', 'schoolClass').chain((match) => {
      const values = valuesOf(match).length > 0 ? valuesOf(match) : ['true', 'false'];
      return fc.record(Object.fromEntries(values.map((value) => [value, inner]))).map((amounts) => ({ match, amounts }));
    }),
  (inner) => {
    const plain = fc.constantFrom('larger', 'smaller', 'sum');
    const how = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: byReading(plain) });
    return fc.tuple(how, fc.array(inner, { minLength: 2, maxLength: 3 })).map(([combine, of]) => ({ combine, of }));
  },
  (inner) =>
    fc
      .tuple(
        inner,
        fc.oneof(
          { weight: 3, arbitrary: percents.map((yearly) => ({ yearly })) },
          { weight: 1, arbitrary: fc.constant({ by: 'sum/two' }) },
        ),
      )
      .map(([grow, growth]) => ({ grow, ...growth, at: 'start/one' })),
  (inner) => {
    const given = fc.constantFrom<unknown>(
      '0',
      3,
      '1.5',
      '0.3333',
      ...['payStep', 'countyKm', ...YEARS, ...SPANS].map((fact) => ({ fact })),
      {
        parameter: 'number/one',
      },
    );
    const over = fc.constantFrom<unknown>(7, '21.75', { fact: 'payStep' }, { parameter: 'number/one' }, { parameter: 'number/two' });
    const numbers = fc.record({ times: maybeByReading(given), per: maybeByReading(over) }, { requiredKeys: ['times'] });
    return fc.tuple(numbers, inner).map(([more, of]) => ({ ...more, of }));
  },
  (inner) => {
    const edge = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 30 }));
    const edges = fc.uniqueArray(edge, { maxLength: 2 }).map((list) => list.toSorted((a, b) => a - b));
    const fact = fc.constantFrom(
      { by: 'payStep', first: '1' },
      { by: 'monthlySalary', first: '0' },
      { by: 'countyKm', first: 0 },
      ...[...YEARS, ...SPANS].map((by) => ({ by, first: '0' })),
    );
    return fc
      .tuple(fact, edges, fc.array(inner, { minLength: 3, maxLength: 3 }), fc.constantFrom({}, {}, { progressive: true }))
      .map(([{ by, first }, later, parts, more]) => ({
        by,
        bands: [first, ...later.map((edge) => (by === 'monthlySalary' ? `${edge * 100}.5` : by === 'payStep' ? edge + 1 : edge))].map(
          (from, index) => ({
            from,
            amount: parts[index],
          }),
        ),
        ...more,
      }));
  },
  (inner) => {
    const ends = fc.record({ after: fc.constantFrom('1', 3, '2.5'), atMost: fc.constantFrom(5, '20', '100.25') }, { requiredKeys: [] });
    return fc
      .tuple(fc.constantFrom('payStep', 'monthlySalary', 'countyKm', 'lessons', ...YEARS, ...SPANS), ends, inner)
      .map(([each, more, one]) => ({ each, ...more, amount: one }));
  },
  (inner) => {
    const how = fc.tuple(maybeByReading(fc.constantFrom('yuan', 'jiao', 'fen')), maybeByReading(fc.constantFrom('half-up', 'up', 'down')));
    return fc.tuple(how, inner).map(([[unit, mode], of]) => ({ round: unit, mode, of }));
  },
  (inner) => byReading(inner),
];

/** Amounts, nested up to a depth. */
export function amount(depth: number): fc.Arbitrary<unknown> {
  if (depth === 0) return leafAmount;
  const inner = amount(depth - 1);
  return fc.oneof({ weight: 4, arbitrary: leafAmount }, ...WRAPS.map((wrap) => ({ weight: 1, arbitrary: wrap(inner) })));
}

const monthNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const monthSets = fc.record({
  all: fc.constant('all'),
  some: fc.oneof(
    monthNumbers.map((except) => ({ except })),
    monthNumbers.map((only) => ({ only })),
  ),
  few: fc.integer({ min: 1, max: 12 }).map((first) => ({ first })),
});

/** How many sums fall after a date, from when on, and what becomes of one that is not due. */
function dates(): fc.Arbitrary<Node> {
  const either = (one: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: byReading(one) });
  const shares = fc.constantFrom(['40', '30', '30'], ['50', '50'], ['33.3333', '33.3333', '33.3334'], ['20', '20', '20', '20', '20']);
  const many = fc.oneof(
    fc.constant({}),
    either(fc.integer({ min: 1, max: 5 })).map((count) => ({ count })),
    shares.map((parts) => ({ shares: parts })),
  );
  const rest = fc.record(
    { after: either(fc.integer({ min: 0, max: 3 })), skipped: either(fc.constantFrom('lapsed', 'postponed')) },
    { requiredKeys: [] },
  );
  return fc.tuple(many, rest).map(([one, some]) => ({ ...one, ...some }));
}

function pays(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: amount(3).map((one) => ({ every: 'month', amount: one })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(amount(3), maybeByReading(fc.constantFrom('calendar', '30')))
        .map(([one, basis]) => ({ every: 'month', prorate: { by: 'days', basis }, amount: one })),
    },
    { weight: 1, arbitrary: amount(3).map((one) => ({ every: 'year', amount: one })) },
    { weight: 1, arbitrary: amount(3).map((one) => ({ every: 'year', spread: 'months', amount: one })) },
    { weight: 1, arbitrary: amount(3).map((one) => ({ at: 'recruitedOn', amount: one })) },
    {
      weight: 3,
      arbitrary: fc.tuple(amount(2), dates()).map(([one, some]) => ({ at: 'teachingSince', amount: one, ...some })),
    },
  );
}

/** The first and the last month of an allowance, now and then. */
function ends(year: number): fc.Arbitrary<Node> {
  const month = fc.oneof({ weight: 3, arbitrary: monthArbitrary(year) }, { weight: 1, arbitrary: monthArbitrary(year - 1) });
  const some = fc
    .tuple(fc.option(month, { freq: 2 }), fc.option(month, { freq: 2 }))
    .map(([a, b]) => (a !== null && b !== null && b < a ? [b, a] : [a, b]))
    .map(([from, to]) => ({ ...(from && { from }), ...(to && { to }) }));
  return fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: some });
}

/** Sources of funds, on up to three levels: by standards of a person, by shares, or the one below the other. */
const funding: fc.Arbitrary<Node[]> = (() => {
  const share = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...Object.keys(SHARES)).map((key) => ({ share: key })) },
    { weight: 1, arbitrary: fc.constantFrom({ share: 'rate/one' }, { share: 'raise', by: ['area'] }, { share: 'raise', by: ['area'] }) },
  );
  const standard = fc.constantFrom<Node>(
    { parameter: 'limit/month' },
    { parameter: 'area', by: ['area'] },
    { parameter: 'school', by: ['schoolClass', 'area'] },
    { parameter: 'limit/year' },
    { parameter: 'limit/year', spread: 'months' },
  );
  const byShares = (below: fc.Arbitrary<Node>) =>
    fc
      .tuple(fc.array(fc.tuple(share, below), { minLength: 1, maxLength: 2 }), fc.oneof(share, fc.constant({})), below)
      .map(([some, last, more]) => [...some.map(([one, split]) => ({ ...said, ...one, ...split })), { ...said, ...last, ...more }]);
  const none = fc.constant({});
  const below = fc.oneof(
    none,
    byShares(fc.oneof({ weight: 4, arbitrary: none }, { weight: 1, arbitrary: byShares(none).map((split) => ({ split })) })).map(
      (split) => ({ split }),
    ),
  );
  const byStandards = fc
    .tuple(fc.array(fc.tuple(standard, below), { minLength: 1, maxLength: 2 }), below)
    .map(([some, more]) => [...some.map(([upTo, split]) => ({ ...said, upTo, ...split })), { ...said, ...more }]);
  return fc.oneof(byShares(below), byStandards);
})();

function allowance(year: number): fc.Arbitrary<Node> {
  const plain = fc.constantFrom('all', 'all', 'some', 'few');
  const rule = fc.record({
    title: fc.constant(said),
    payee: fc.constantFrom('teacher', 'teacher', 'institution'),
    economicCode: fc.constantFrom('30102', '30106', '30199', '302'),
    clause: fc.constant(clause),
    when: condition(2),
    pays: pays(),
    months: fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: byReading(plain) }),
  });
  const paid = fc.option(
    monthNumbers.map((months) => ({ paid: { in: months } })),
    { nil: {}, freq: 3 },
  );
  const from = fc.constantFrom('same-month', 'next-month');
  const last = fc.constantFrom('same-month', 'previous-month');
  const limits = fc.record(
    {
      starts: fc.oneof(from, byReading(from)).map((one) => ({ after: 'arrivedOn', from: one })),
      stops: fc.oneof(last, byReading(last)).map((one) => ({ at: 'leftOn', last: one })),
    },
    { requiredKeys: [] },
  );
  return fc
    .tuple(
      rule,
      fc.option(limits, { nil: {} }),
      paid,
      ends(year),
      fc.option(
        funding.map((sources) => ({ funding: sources })),
        { nil: {}, freq: 2 },
      ),
    )
    .map(([one, some, cash, own, borne]) => ({
      ...one,
      ...cash,
      ...own,
      ...borne,
      ...('every' in (one.pays as Node) && !('prorate' in (one.pays as Node)) ? some : {}),
    }));
}

/** What is derived from periods: whether a month is in one, which month of one it is, and how many days. */
const ofPeriods: Readonly<Record<string, fc.Arbitrary<Node>>> = (() => {
  const some = fc.constantFrom(['sick'], ['secondment'], ['sick', 'secondment']);
  const kinds = fc.oneof({ weight: 3, arbitrary: some as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: byReading(some) });
  const either = (one: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: byReading(one) });
  const length = fc
    .tuple(
      fc.constantFrom('atLeast', 'above', 'atMost', 'below'),
      fc.constantFrom([1, 'months'], [6, 'months'], [1, 'years'], [20, 'days'], [0, 'days']),
    )
    .map(([end, [count, unit]]) => ({ [end]: count, unit }));
  const lasting = either(length);
  /** Of periods with kinds, or without. */
  const of = (key: string, rest: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
    fc.oneof(
      fc.record({ [key]: fc.constant('leave'), kinds, lasting, ...rest }, { requiredKeys: [key, ...requiredKeys] }),
      fc.record({ [key]: fc.constant('service'), lasting, ...rest }, { requiredKeys: [key, ...requiredKeys] }),
    );
  const ends = {
    from: either(fc.constantFrom('same-month', 'next-month')),
    last: either(fc.constantFrom('same-month', 'previous-month')),
  };
  const day = fc.constantFrom('month-start', 'month-end', '12-31', '02-29', { schoolYear: '08-31' });
  const without = fc.oneof(
    fc.record({ periods: fc.constant('leave'), kinds, lasting }, { requiredKeys: ['periods'] }),
    fc.record({ periods: fc.constant('service'), lasting }, { requiredKeys: ['periods'] }),
  );
  const run = either(fc.constantFrom('all', 'last'));
  return {
    served: fc.oneof(
      of('years', { run, by: either(day), without }, []),
      fc.record({ years: fc.constant('teachingSince'), by: either(day), without }, { requiredKeys: ['years', 'without'] }),
    ),
    away: of('in', ends, []),
    sickMonth: of(
      'nth',
      { unit: fc.constantFrom('days', 'months', 'months', 'years'), by: either(fc.constantFrom('month-start', 'month-end')) },
      ['unit'],
    ),
    longestAway: of(
      'longest',
      { unit: fc.constantFrom('days', 'months', 'months', 'years'), by: either(fc.constantFrom('month-start', 'month-end')) },
      ['unit'],
    ),
    absentDays: of('days', { of: fc.constantFrom('month', 'year') }, ['of']),
  };
})();

/** What people owe, of a policy that has these allowances: at a date or on leaving, for a service or not, with what is added to it. */
function claim(allowances: readonly string[]): fc.Arbitrary<Node> {
  const either = (one: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: byReading(one) });
  const paid = fc.constantFrom(...allowances).map((one) => ({ paid: one }));
  const unit = either(fc.constantFrom('years', 'months'));
  const begun = either(fc.constantFrom('unserved', 'served'));
  const part = fc.oneof<fc.Arbitrary<unknown>[]>(
    paid,
    fc.tuple(percents, paid).map(([percent, of]) => ({ percent, of })),
    amount(1),
  );
  const ofService = fc.oneof<fc.Arbitrary<unknown>[]>(
    fc.tuple(unit, begun, part).map(([unserved, how, one]) => ({ unserved, begun: how, amount: one })),
    fc.tuple(either(fc.constantFrom('unserved', 'served')), unit, begun, part).map(([which, counted, how, of]) => {
      return { part: which, unit: counted, begun: how, of };
    }),
  );
  const several = (one: fc.Arbitrary<unknown>) => fc.tuple(one, one).map((of) => ({ combine: 'sum', of }));
  const owesOf = (leaf: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: several(leaf) }, { weight: 1, arbitrary: byReading(leaf) });
  const penalty = fc.oneof<fc.Arbitrary<unknown>[]>(
    fc.constant('none'),
    percents.map((percent) => ({ percent })),
    fc.constant({ percent: 'raise', by: ['area'] }),
    amount(1).map((one) => ({ amount: one })),
  );
  const late = fc.record({
    perDay: percents,
    of: either(fc.constantFrom('owed', 'all')),
    from: fc.constantFrom('recruitedOn', 'teachingSince'),
    after: either(fc.constantFrom(0, 30)),
    to: fc.constantFrom('arrivedOn', 'recruitedOn'),
  });
  const rest = fc.record(
    {
      penalty: either(penalty),
      late: fc.oneof({ weight: 3, arbitrary: late }, { weight: 1, arbitrary: byReading(fc.oneof(fc.constant('none'), late)) }),
    },
    { requiredKeys: [] },
  );
  const bound = fc.record({
    at: fc.constantFrom('leftOn', 'leftOn', 'leftOn', 'recruitedOn'),
    service: fc.record({
      from: fc.constantFrom('teachingSince', 'teachingSince', 'recruitedOn'),
      years: either(fc.integer({ min: 1, max: 8 })),
    }),
    owes: owesOf(fc.oneof(part, ofService, ofService)),
  });
  const free = fc.record({ at: fc.constantFrom('leftOn', 'recruitedOn', 'teachingSince'), owes: owesOf(part) });
  const rule = fc.oneof({ weight: 3, arbitrary: bound as fc.Arbitrary<Node> }, { weight: 1, arbitrary: free as fc.Arbitrary<Node> });
  return fc.tuple(rule, rest, condition(1)).map(([one, more, when]) => ({ title: said, clause, when, ...one, ...more }));
}

/** The facts that are derived in every policy, by rules of its own. */
const derive: fc.Arbitrary<Node> = (() => {
  const day = fc.constantFrom('month-start', 'month-end', '12-31', '02-29', { schoolYear: '08-31' }, { schoolYear: '03-01' });
  const by = fc.oneof({ weight: 3, arbitrary: day }, { weight: 1, arbitrary: byReading(day) });
  const years = fc.record(
    { years: fc.constantFrom('teachingSince', 'teachingSince', 'teachingSince', 'recruitedOn'), by },
    { requiredKeys: ['years'] },
  );
  const value = fc.constantFrom(...CLASSES);
  const is = (usual: string) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value }, { weight: 1, arbitrary: byReading(value) });
  const cases = fc.tuple(...CLASSES.map((usual) => fc.record({ is: is(usual), when: condition(1, factTest) })));
  const rest = fc.oneof(value, fc.constant('ask'), byReading(fc.oneof(value, fc.constant('ask'))));
  const listed = fc.record({ cases, else: rest, order: fc.constant('first') }, { requiredKeys: ['cases'] });
  // A case of each value, so that the fact has them all.
  const every = CLASSES.map((one) => ({ is: one, when: [{ area: 'urban' }, { area: 'rural' }] }));
  const schoolClass = listed.map((node) => ({ ...node, clause, cases: [...node.cases, ...every] }));
  return fc.record({ ruralYears: years, schoolYears: years, ...ofPeriods, schoolClass });
})();

/** Derived facts that are given all the same, now and then. */
export const givenDerivedArbitrary: fc.Arbitrary<Node> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({ ruralYears: fc.integer({ min: 0, max: 7 }), schoolClass: fc.constantFrom(...CLASSES) }, { requiredKeys: [] }),
  },
);

const PLACES = {
  resettlement: { clause, towns: [{ town: '良田镇' }, { town: '丰登镇', villages: ['润丰村', '和丰村'] }] },
};

/** Sums of the year beside the allowances: none of them depends on a teacher. */
const ENVELOPES = {
  training: { title: said, clause, parameter: 'fund/whole', parts: { some: { title: said, parameter: 'fund/part' } } },
  awards: { title: said, clause, parameter: 'fund/other', atLeast: true },
};

const limit = fc.oneof(
  fc.constantFrom(...LIMITS).map((parameter) => ({ parameter })),
  fc.constant({ parameter: 'area', by: ['area'] }),
);
const keep = fc.oneof(fc.constant('largest'), fc.constant({ reading: 'how', one: 'largest', two: 'all' }));
const cap = fc.oneof({ weight: 3, arbitrary: limit }, { weight: 1, arbitrary: byReading(fc.oneof(fc.constant('none'), limit)) });

/** Allowances that exclude one another, that stand under one limit, or both. */
const group = fc
  .tuple(
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
    fc.oneof(
      keep.map((one) => ({ keep: one })),
      cap.map((one) => ({ cap: one })),
      cap.map((one) => ({ cap: one })),
      fc.record({ keep, cap }),
    ),
  )
  .map(([members, rules]) => ({ members, ...rules }));

/** Allowances by their place, in claims that are made before their ids are known. */
const PLACES_OF_ALLOWANCES = ['first', 'second', 'third', 'fourth'];

/** A policy document of up to four allowances, of which some may exclude one another, and of claims on what they have paid. */
export function documentArbitrary(year: number): fc.Arbitrary<Node> {
  const readings = Object.entries(READINGS).map(([id, options]) => {
    const reading = { question: said, clause, reason: said, options: Object.fromEntries(options.map((option) => [option, said])) };
    const usual = fc.constantFrom(options[0], 'ask');
    return usual.map((one) => [id, { ...reading, default: one }] as const);
  });
  return fc
    .record({
      readings: fc.tuple(...readings).map((entries) => Object.fromEntries(entries)),
      parameters: parameters(year),
      months: monthSets,
      allowances: fc.array(allowance(year), { minLength: 1, maxLength: 4 }),
      groups: fc.array(group, { maxLength: 3 }),
      derived: derive,
      claims: fc.array(claim(PLACES_OF_ALLOWANCES), { maxLength: 2 }),
    })
    .map(({ readings: read, parameters: figures, months, allowances, groups, derived, claims: made }) => {
      const ids = allowances.map((_, index) => `p${index}`);
      const claims = JSON.parse(JSON.stringify(made), (key, one) => {
        if (key === 'paid') return ids[PLACES_OF_ALLOWANCES.indexOf(one) % ids.length];
        // What an allowance pays in a month is none of what is owed.
        return typeof one?.allowance === 'number' ? { parameter: 'sum/one' } : one;
      }) as Node[];
      const stacking = groups.map(({ members, ...rules }) => ({ allowances: members.flatMap((index) => ids[index] ?? []), ...rules }));
      return {
        id: 'random',
        title: said,
        documentNumber: null,
        issuer: said,
        issuedOn: null,
        effectiveFrom: null,
        source: { file: 'source.txt' },
        requires: ['area'],
        facts: OWN_FACTS,
        places: PLACES,
        derive: derived,
        months,
        readings: read,
        parameters: figures,
        allowances: Object.fromEntries(withItems(allowances, groups).map((one, index) => [ids[index], one])),
        claims: Object.fromEntries(claims.map((one, index) => [`c${index}`, one])),
        envelopes: ENVELOPES,
        stacking: stacking.filter((one) => one.allowances.length > ('keep' in one ? 1 : 0)),
      };
    });
}

/** The same, now and then in force from a day on or to one. */
export function datedDocumentArbitrary(year: number): fc.Arbitrary<Node> {
  const day = fc.tuple(monthArbitrary(year), fc.constantFrom('01', '15', '28')).map(([month, number]) => `${month}-${number}`);
  const dates = fc
    .tuple(fc.option(day, { freq: 1 }), fc.option(day, { freq: 1 }))
    .map(([a, b]) => (a !== null && b !== null && b < a ? { effectiveFrom: b, effectiveTo: a } : { effectiveFrom: a, effectiveTo: b }));
  const maybe = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: dates });
  return fc.tuple(documentArbitrary(year), maybe).map(([document, own]) => ({ ...document, ...own }));
}

/** Choices of the readings of such a policy. */
export const readingsArbitrary: fc.Arbitrary<Record<string, string>> = fc
  .tuple(...Object.entries(READINGS).map(([id, options]) => fc.constantFrom(null, ...options).map((option) => [id, option] as const)))
  .map((entries) => Object.fromEntries(entries.flatMap(([id, option]) => (option === null ? [] : [[id, option]]))));

/** Overrides of the figures of such a policy, plain or dated. */
export function overridesArbitrary(year: number): fc.Arbitrary<Record<string, string | { from: string; value: string }[]>> {
  const cells = Object.entries(TABLES).flatMap(([key, by]) =>
    by.reduce((keys, fact) => keys.flatMap((one) => valuesOf(fact).map((value) => `${one}/${value}`)), [key]),
  );
  const of = (keys: readonly string[], value: fc.Arbitrary<string>) =>
    fc.tuple(
      fc.constantFrom(...keys),
      figure(value, year).filter((one) => one !== null),
    ) as fc.Arbitrary<[string, string]>;
  const entry = fc.oneof(
    of(MONEY, money),
    of([...FUNDS, ...cells], money),
    of(LIMITS, limits),
    of(PARTS, partArbitrary),
    of(ABOVE, percentArbitrary),
    of(YEAR, years(year)),
    of(COUNT, counts),
    of(['raise/urban', 'raise/rural'], partArbitrary),
  );
  return fc.uniqueArray(entry, { selector: ([key]) => key, maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

/** When a person began to teach, came and left: years ago, in the year, or not known. */
export function datesArbitrary(year: number): fc.Arbitrary<Record<string, string | null>> {
  const date = fc
    .tuple(fc.integer({ min: year - 7, max: year }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 15, 28, 29))
    .map(([of, month, day]) => {
      const last = new Date(Date.UTC(of, month, 0)).getUTCDate();
      return `${of}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
    });
  const near = monthArbitrary(year).map((month) => `${month}-15`);
  return fc.record(
    { teachingSince: date, arrivedOn: fc.option(fc.oneof(near, near, date), { freq: 9 }), leftOn: fc.option(near, { freq: 9 }) },
    { requiredKeys: [] },
  );
}

/** Periods about a year: long ago and lately, short and long, some of which touch, overlap or go on. Each may have a kind. */
export function periodsArbitrary(year: number, kinds: readonly string[]): fc.Arbitrary<Node[]> {
  const day = fc
    .tuple(
      fc.constantFrom(year, year, year, year - 1, year - 2),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 1, 2, 15, 28, 29, 30, 31),
    )
    .map(([of, month, number]) => [of, month, Math.min(number, new Date(Date.UTC(of, month, 0)).getUTCDate())] as const);
  const dayText = (of: number, month: number, number: number) => new Date(Date.UTC(of, month - 1, number)).toISOString().slice(0, 10);
  const length = fc.constantFrom(1, 2, 20, 28, 30, 31, 59, 90, 181, 184, 366, 900);
  const period = fc
    .tuple(day, length, fc.constantFrom(...(kinds.length > 0 ? kinds : [null])))
    .map(([[of, month, number], count, kind]) => ({
      from: dayText(of, month, number),
      to: dayText(of, month, number + count - 1),
      ...(kind !== null && { kind }),
    }));
  /** Another of the kind that begins on the last day of one, on the next, or a day later. */
  const next = fc.tuple(period, length, fc.constantFrom(0, 1, 2)).map(([one, count, gap]) => {
    const at = new Date(`${one.to}T00:00:00Z`).getTime() + gap * 86_400_000;
    return [
      one,
      { ...one, from: new Date(at).toISOString().slice(0, 10), to: new Date(at + (count - 1) * 86_400_000).toISOString().slice(0, 10) },
    ];
  });
  const some = fc
    .array(
      fc.oneof(
        period.map((one) => [one]),
        next,
      ),
      { maxLength: 3 },
    )
    .map((lists) => lists.flat());
  return fc.tuple(some, fc.constantFrom(true, false, false)).map(([list, isOpen]) => {
    const last = list.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
    // No day is later than the last one that can be given.
    const within = (day: string) => (day < '2100-12-31' ? day : '2100-12-31');
    return list.map((one): Node => {
      const { to, ...open } = { ...one, from: within(one.from) };
      return isOpen && one === last ? open : { ...open, to: within(to) };
    });
  });
}

/** What is given of the facts that the policies declare themselves. */
const ownFactsArbitrary: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    countyKm: fc.option(fc.constantFrom(...KM), { freq: 9 }),
    roomSize: fc.option(fc.constantFrom(...SIZES)),
    lessons: fc.option(fc.constantFrom(0, 6, 7, 12, 40)),
  },
  { requiredKeys: [] },
);

/** The same for a change during the year. */
const ownChangeArbitrary = ownFactsArbitrary.map(({ roomSize: _, ...monthly }) => monthly);

/** A teacher, or the facts of a cohort, with days of a career and with facts of the policies' own. */
export function withOwnFacts<T extends RequestTeacher>(person: fc.Arbitrary<T>, year: number): fc.Arbitrary<T> {
  const periods = fc.record(
    { leave: periodsArbitrary(year, ['sick', 'secondment']), service: fc.option(periodsArbitrary(year, []), { freq: 9 }) },
    { requiredKeys: [] },
  );
  return fc.tuple(person, datesArbitrary(year), ownFactsArbitrary, ownChangeArbitrary, periods).map(([one, dates, own, later, spent]) => {
    const changes = one.changes?.map((change, at): RequestChange => (at === 0 ? { ...change, ...later } : change));
    return { ...one, ...dates, ...own, ...spent, ...(changes && { changes }) };
  });
}

/** Teachers under such policies. */
export function personArbitrary(year: number): fc.Arbitrary<RequestTeacher> {
  return withOwnFacts(teacherArbitraryOf(year), year);
}

/** Facts that a run gives for everybody, none of them mostly. */
export const runFactsArbitrary: fc.Arbitrary<Record<string, string | number | boolean>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        town: fc.constantFrom('良田镇', '丰登镇', '别处'),
        village: fc.constantFrom('润丰村', '别村'),
        resettlement: fc.boolean(),
        assessment: fc.constantFrom('passed', 'pending'),
        studioHost: fc.boolean(),
        countyKm: fc.constantFrom(...KM),
        lessons: fc.constantFrom(6, 40),
        monthlySalary: fc.constantFrom('27.5', '4321.15'),
      },
      { requiredKeys: [] },
    ),
  },
);
