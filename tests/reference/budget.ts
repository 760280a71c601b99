/** A plain reference budget over any policy: the entitlements of everyone, each worked out alone, added up in exact decimals. */
import type { Decimal } from 'decimal.js';
import { byBudgetCode, type ReferenceCode } from './budget-codes.ts';
import { type GroupBy, groupsOf, type ReferenceGroup } from './budget-groups.ts';
import { isEmployedIn } from './employment.ts';
import type { RequestTeacher } from './facts.ts';
import { monthsOf } from './facts.ts';
import { Exact } from './figures.ts';
import type { Entitled, Payee, ReferenceEnvelope, ReferencePolicy, ReferenceRun } from './policy.ts';
import type { Lack } from './word-amounts.ts';
import { waysToChoose } from './word-asking.ts';
import type { ReferenceFunding } from './word-funding.ts';

export interface ReferenceScenario extends Pick<ReferenceRun, 'readings' | 'parameters' | 'places'> {
  readonly id: string;
}

export interface ReferenceBudgetRequest extends ReferenceRun {
  readonly teachers?: readonly RequestTeacher[];
  /** `count` people alike; `facts` is a teacher without an id. */
  readonly cohorts?: readonly { readonly count: number; readonly facts: RequestTeacher }[];
  readonly groupBy?: readonly GroupBy[];
  readonly scenarios?: readonly ReferenceScenario[];
  readonly sensitivity?: boolean;
}

interface Compared {
  readonly total: string;
  readonly difference: string;
}

/** Amounts are yuan with two decimals. Headcounts are of distinct people, a cohort counting `count` times. */
export interface ReferenceBudget {
  readonly headcount: number;
  readonly incomplete: number;
  /** Cohorts first; one who cannot be computed in this run or in one that is compared with it is in no figure. */
  readonly failures: readonly { readonly index: number; readonly cohort?: true; readonly code: 'duplicate-id' | 'out-of-range' }[];
  readonly total: string;
  readonly personalTotal: string;
  readonly institutionTotal: string;
  readonly envelopeTotal: string;
  /** Every allowance in the order of the policy; `headcount` counts those whose line is not zero. */
  readonly byAllowance: readonly {
    readonly allowance: string;
    readonly payee: Payee;
    readonly headcount: number;
    readonly amount: string;
  }[];
  /** The twelve months, without envelopes. */
  readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
  /** The same by the month in which it is paid out, as far as it is not zero. */
  readonly paidOut: readonly { readonly month: string; readonly amount: string }[];
  readonly byBudgetCode: readonly ReferenceCode[];
  readonly envelopes: readonly ReferenceEnvelope[];
  /** In the order of their keys as JSON text; none if `groupBy` is empty. */
  readonly groups: readonly ReferenceGroup[];
  /** What is noted of amounts, and of how many people; `null` for a policy of which the reference does not say it. */
  readonly notes:
    | readonly { readonly code: string; readonly allowance?: string; readonly claim?: string; readonly headcount: number }[]
    | null;
  /** What each source of funds bears; `null` for a policy whose text splits nothing. */
  readonly funding: ReferenceFunding | null;
  /** What people owe, which is in no total. */
  readonly repayments: {
    readonly amount: string;
    readonly headcount: number;
    readonly openHeadcount: number;
    readonly byClaim: readonly {
      readonly claim: string;
      readonly headcount: number;
      readonly amount: string;
      readonly openHeadcount: number;
    }[];
  };
  /** In the order of the policy's allowances, within one by the name of what is missing. */
  readonly missing: readonly (Lack & { readonly allowance: string; readonly headcount: number })[];
  /** What hangs on readings that are not chosen; `null` where none is open that decides anything. */
  readonly open: {
    readonly headcount: number;
    readonly readings: readonly { readonly reading: string; readonly headcount: number }[];
    readonly least: string;
    readonly most: string;
    readonly byAllowance: readonly { readonly allowance: string; readonly least: string; readonly most: string }[];
  };
  readonly awaited: readonly { readonly allowance: string; readonly parameter: string; readonly headcount: number }[];
  /** Where a reading is open, of the least totals. */
  readonly sensitivity: readonly (Compared & { readonly reading: string; readonly option: string })[];
  readonly scenarios: readonly (Compared & {
    readonly id: string;
    readonly gaining: number;
    readonly losing: number;
    readonly unchanged: number;
    readonly byAllowance: readonly { readonly allowance: string; readonly amount: string; readonly difference: string }[];
    readonly envelopes: readonly { readonly id: string; readonly amount: string | null; readonly difference: string }[];
  })[];
}

/** Everyone of the budget, entitled alone and counted `count` times. */
export interface Person {
  readonly count: number;
  readonly facts: RequestTeacher;
  readonly result: Entitled;
}

/** Everyone under this run, and under each that is compared with it. */
type Everyone = readonly (readonly Person[])[];

/** Adds up a budget over valid teachers and cohorts. `total` includes the envelopes, the breakdowns do not. */
export function referenceBudget(policy: ReferencePolicy, request: ReferenceBudgetRequest): ReferenceBudget {
  const { year, groupBy = [], scenarios = [] } = request;
  const options = request.sensitivity ? otherOptions(policy, request) : [];
  const others = [...scenarios, ...options.map(({ reading, option }) => ({ readings: { [reading]: option } }))];
  const runs = [request, ...others.map((own) => overlay(request, own))];
  const { everyone, failures } = entitleAll(policy, runs, request);
  const [people = [], ...there] = everyone;
  const missing = missingOf(policy, people);
  const total = totalOf(policy, request, people);
  const compare = (at: number): Compared => {
    const other = totalOf(policy, runs[at + 1] as ReferenceRun, there[at] as readonly Person[]);
    return { total: other.toFixed(2), difference: other.minus(total).toFixed(2) };
  };
  return {
    headcount: heads(people),
    incomplete: heads(people.filter(({ result }) => !result.complete)),
    failures,
    total: total.toFixed(2),
    personalTotal: sum(people.map(({ count, result }) => times(result.personalTotal, count))).toFixed(2),
    institutionTotal: sum(people.map(({ count, result }) => times(result.institutionTotal, count))).toFixed(2),
    envelopeTotal: envelopeTotal(policy, request).toFixed(2),
    byAllowance: policy.allowances.map(({ id, payee }) => ({
      allowance: id,
      payee,
      headcount: heads(people.filter((person) => lineOf(person, id) !== '0.00')),
      amount: amountOf(id, people).toFixed(2),
    })),
    byMonth: monthsOf(year).map((month) => ({ month, amount: sum(amountsIn(month, people)).toFixed(2) })),
    paidOut: [...monthsOf(year), ...monthsOf(year + 1)].flatMap((month) => {
      const amount = sum(paidOutIn(month, people)).toFixed(2);
      return amount === '0.00' ? [] : [{ month, amount }];
    }),
    byBudgetCode: byBudgetCode(policy, request, people),
    envelopes: policy.envelopes(request),
    groups: groupBy.length === 0 ? [] : groupsOf(policy, request, groupBy, people),
    missing,
    funding: policy.funding?.(request, people) ?? null,
    repayments: repaymentsOf(people),
    notes: people.every(({ result }) => result.warnings) ? [...noMonthEmployed(people, year), ...notesOf(policy, people)] : null,
    awaited: policy.awaited(request).map(({ allowance, parameter }) => {
      const found = missing.find((one) => one.allowance === allowance && one.code === 'no-figure' && one.parameter === parameter);
      return { allowance, parameter, headcount: found?.headcount ?? 0 };
    }),
    open: openOf(policy, request, people),
    sensitivity: options.map((option, at) => {
      const there = runs[scenarios.length + at + 1] as ReferenceRun;
      const other = leastOf(policy, there, people);
      return { ...option, total: other.toFixed(2), difference: other.minus(leastOf(policy, request, people)).toFixed(2) };
    }),
    scenarios: scenarios.map(({ id }, at) => ({
      id,
      ...compare(at),
      ...movedBetween(policy, people, there[at] as readonly Person[]),
      envelopes: envelopesBeside(policy, runs[at + 1] as ReferenceRun, request),
    })),
  };
}

const heads = (people: readonly Person[]): number => people.reduce((total, { count }) => total + count, 0);
const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, amount) => total.plus(amount), new Exact(0));
const times = (amount: string, count: number): Decimal => new Exact(amount).times(count);
const lineOf = ({ result }: Person, id: string): string => result.lines.find(({ allowance }) => allowance === id)?.amount ?? '0.00';
const amountOf = (id: string, people: readonly Person[]) => sum(people.map((person) => times(lineOf(person, id), person.count)));

/** What a scenario or another option sets replaces what this run sets. */
function overlay(run: ReferenceRun, own: Omit<ReferenceScenario, 'id'>): ReferenceRun {
  const { year, payScales, asIfInForce } = run;
  const readings = { ...run.readings, ...own.readings };
  return {
    year,
    payScales,
    asIfInForce,
    readings,
    parameters: { ...run.parameters, ...own.parameters },
    places: { ...run.places, ...own.places },
  };
}

/** Every option that a run did not choose, one at a time. */
function otherOptions(policy: ReferencePolicy, { readings = {} }: ReferenceRun): { reading: string; option: string }[] {
  return Object.entries(policy.readings).flatMap(([reading, { default: own, options }]) =>
    options.filter((option) => option !== (readings[reading] ?? own)).map((option) => ({ reading, option })),
  );
}

/** Entitles everyone under every run: of the same id only the first counts, and only who can be computed under all of them. */
function entitleAll(policy: ReferencePolicy, runs: readonly ReferenceRun[], { teachers = [], cohorts = [] }: ReferenceBudgetRequest) {
  const everyone: Person[][] = runs.map(() => []);
  const failures: ReferenceBudget['failures'][number][] = [];
  const add = (count: number, facts: RequestTeacher): boolean => {
    const results = runs.map((run) => policy.entitle(run, facts));
    if (results.includes(null)) return false;
    for (const [at, result] of results.entries()) everyone[at]?.push({ count, facts, result: result as Entitled });
    return true;
  };
  for (const [index, { count, facts }] of cohorts.entries()) {
    if (!add(count, facts)) failures.push({ index, cohort: true, code: 'out-of-range' });
  }
  for (const [index, teacher] of teachers.entries()) {
    if (teachers.slice(0, index).some(({ id }) => id === teacher.id)) failures.push({ index, code: 'duplicate-id' });
    else if (!add(1, teacher)) failures.push({ index, code: 'out-of-range' });
  }
  return { everyone: everyone as Everyone, failures };
}

/** One whose figure is awaited counts for nothing, on either side. */
function envelopesBeside(policy: ReferencePolicy, there: ReferenceRun, here: ReferenceRun) {
  return policy.envelopes(there).map(({ id, amount }) => {
    const now = policy.envelopes(here).find((one) => one.id === id)?.amount ?? '0';
    return { id, amount, difference: new Exact(amount ?? '0').minus(now).toFixed(2) };
  });
}

function envelopeTotal(policy: ReferencePolicy, run: ReferenceRun): Decimal {
  return sum(policy.envelopes(run).map(({ amount }) => new Exact(amount ?? 0)));
}

function totalOf(policy: ReferencePolicy, run: ReferenceRun, people: readonly Person[]): Decimal {
  const both = people.flatMap(({ count, result }) => [times(result.personalTotal, count), times(result.institutionTotal, count)]);
  return sum(both).plus(envelopeTotal(policy, run));
}

function amountsIn(month: string, people: readonly Person[]): Decimal[] {
  return people.flatMap(({ count, result }) =>
    result.lines.flatMap(({ byMonth }) => byMonth.filter((entry) => entry.month === month).map(({ amount }) => times(amount, count))),
  );
}

function paidOutIn(month: string, people: readonly Person[]): Decimal[] {
  return people.flatMap(({ count, result }) =>
    result.lines.flatMap(({ byMonth, paidOut = byMonth }) =>
      paidOut.filter((entry) => entry.month === month).map(({ amount }) => times(amount, count)),
    ),
  );
}

/** Who gains and who loses by personal total, and the allowances one by one. */
function movedBetween({ allowances }: ReferencePolicy, here: readonly Person[], there: readonly Person[]) {
  const moves = here.map(({ count, result }, at) => {
    const other = (there[at] as Person).result;
    return { count, by: new Exact(other.personalTotal).comparedTo(result.personalTotal) };
  });
  const counted = (by: number): number => moves.filter((move) => move.by === by).reduce((total, { count }) => total + count, 0);
  const byAllowance = allowances.map(({ id }) => {
    const amount = amountOf(id, there);
    return { allowance: id, amount: amount.toFixed(2), difference: amount.minus(amountOf(id, here)).toFixed(2) };
  });
  return { gaining: counted(1), losing: counted(-1), unchanged: counted(0), byAllowance };
}

function repaymentsOf(people: readonly Person[]): ReferenceBudget['repayments'] {
  const owedBy = ({ result }: Person) => result.repayments ?? [];
  const openOf = ({ result }: Person) => result.open ?? [];
  const ids = [...new Set(people.flatMap((person) => [...owedBy(person), ...openOf(person)].map(({ claim }) => claim)))].sort();
  const summed = (isOf: (claim: string) => boolean) => ({
    headcount: heads(people.filter((person) => owedBy(person).some(({ claim }) => isOf(claim)))),
    amount: sum(
      people.flatMap((person) => owedBy(person).flatMap(({ claim, amount }) => (isOf(claim) ? [times(amount, person.count)] : []))),
    ).toFixed(2),
    openHeadcount: heads(people.filter((person) => openOf(person).some(({ claim }) => isOf(claim)))),
  });
  return { ...summed(() => true), byClaim: ids.map((id) => ({ claim: id, ...summed((claim) => claim === id) })) };
}

function noMonthEmployed(people: readonly Person[], year: number): NonNullable<ReferenceBudget['notes']> {
  const headcount = heads(people.filter(({ facts }) => !monthsOf(year).some((month) => isEmployedIn(month, facts))));
  return headcount === 0 ? [] : [{ code: 'no-month-employed', headcount }];
}

/** A person counts once for each note and allowance. */
function notesOf({ allowances }: ReferencePolicy, people: readonly Person[]): NonNullable<ReferenceBudget['notes']> {
  const differing = heads(people.filter(({ result }) => result.warnings?.some(({ code }) => code === 'employment-dates-differ')));
  const ofAllowances = allowances.flatMap(({ id }) => {
    const noted = people.flatMap((person) =>
      (person.result.warnings ?? []).flatMap(({ code, allowance }) => (allowance === id ? [{ code, count: person.count }] : [])),
    );
    return [...new Set(noted.map(({ code }) => code))].map((code) => ({
      code,
      allowance: id,
      headcount: noted.reduce((sum, one) => (one.code === code ? sum + one.count : sum), 0),
    }));
  });
  const claims = people.flatMap((person) =>
    (person.result.warnings ?? []).flatMap(({ claim }) => (claim === undefined ? [] : [{ claim, count: person.count }])),
  );
  const ofClaims = [...new Set(claims.map(({ claim }) => claim))].map((claim) => ({
    code: 'service-interrupted',
    claim,
    headcount: claims.reduce((all, one) => (one.claim === claim ? all + one.count : all), 0),
  }));
  const notes = [...ofAllowances, ...ofClaims];
  return differing === 0 ? notes : [{ code: 'employment-dates-differ', headcount: differing }, ...notes];
}

function missingOf({ allowances }: ReferencePolicy, people: readonly Person[]): ReferenceBudget['missing'] {
  return allowances.flatMap(({ id }) => {
    const lacks = new Map<string, ReferenceBudget['missing'][number]>();
    for (const { count, result } of people) {
      for (const entry of result.missing.filter(({ allowance }) => allowance === id)) {
        const name = `${subjectOf(entry)} ${entry.code}`;
        const { months: _, under: _under, ...lack } = entry as typeof entry & { under?: unknown };
        lacks.set(name, { ...lack, headcount: (lacks.get(name)?.headcount ?? 0) + count });
      }
    }
    return [...lacks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lack]) => lack);
  });
}

/** The fact, the figure or the reading that is missing. */
function subjectOf(entry: Lack): string {
  if (entry.code === 'reading') return entry.reading;
  return entry.code === 'no-figure' ? entry.parameter : entry.fact;
}

/** Everybody under each way to choose the readings that a run leaves open; one option holds for all of them. */
function waysOf(policy: ReferencePolicy, run: ReferenceRun, people: readonly Person[]): Person[][] {
  return waysToChoose(policyReadings(policy), run.readings).map((readings) =>
    people.map((person) => ({ ...person, result: policy.entitle({ ...run, readings }, person.facts) as Entitled })),
  );
}

const policyReadings = ({ readings }: ReferencePolicy) => ({
  readings: Object.fromEntries(
    Object.entries(readings).map(([id, { default: own, options }]) => [
      id,
      { default: own, options: Object.fromEntries(options.map((option) => [option, null])) },
    ]),
  ),
});

function leastOf(policy: ReferencePolicy, run: ReferenceRun, people: readonly Person[]): Decimal {
  return Exact.min(...waysOf(policy, run, people).map((one) => totalOf(policy, run, one)));
}

function openOf(policy: ReferencePolicy, run: ReferenceRun, people: readonly Person[]): ReferenceBudget['open'] {
  const ways = waysOf(policy, run, people);
  const span = (of: (people: readonly Person[]) => Decimal) => {
    const sums = ways.map(of);
    return { least: Exact.min(...sums).toFixed(2), most: Exact.max(...sums).toFixed(2) };
  };
  const hangsOn = ({ result }: Person, reading?: string) =>
    result.missing.some((lack) => lack.code === 'reading' && (reading === undefined || lack.reading === reading));
  const readings = Object.keys(policy.readings).map((reading) => ({
    reading,
    headcount: heads(people.filter((one) => hangsOn(one, reading))),
  }));
  return {
    headcount: heads(people.filter((one) => hangsOn(one))),
    readings: readings.filter(({ headcount }) => headcount > 0),
    ...span((one) => totalOf(policy, run, one)),
    byAllowance: policy.allowances.map(({ id }) => ({ allowance: id, ...span((one) => amountOf(id, one)) })),
  };
}
