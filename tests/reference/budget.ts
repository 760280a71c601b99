/** A plain reference budget: the entitlements of everyone, each worked out alone, added up in exact decimals. */
import type { Decimal } from 'decimal.js';
import type { RequestTeacher } from './facts.ts';
import { factsByMonth, monthsOf } from './facts.ts';
import { Exact, figureAt } from './figures.ts';
import type { Allowance, Lack, Payee, ReferenceRequest, ReferenceResult } from './jinfeng.ts';
import { allowances, referenceEntitlement } from './jinfeng.ts';

export type GroupBy = 'school' | 'area' | 'stage' | 'post' | 'allowance' | 'month';

export interface ReferenceBudgetRequest extends Omit<ReferenceRequest, 'teacher'> {
  readonly teachers?: readonly RequestTeacher[];
  /** `count` people alike; `facts` is a teacher without an id. */
  readonly cohorts?: readonly { readonly count: number; readonly facts: RequestTeacher }[];
  readonly groupBy?: readonly GroupBy[];
}

export interface ReferenceGroup {
  /** One entry for each of `groupBy`, in its order; `null` for a fact not known in that month. */
  readonly key: Readonly<Partial<Record<GroupBy, string | null>>>;
  readonly headcount: number;
  readonly amount: string;
}

/** Amounts are yuan with two decimals. Headcounts are of distinct people, a cohort counting `count` times. */
export interface ReferenceBudget {
  readonly headcount: number;
  readonly incomplete: number;
  readonly total: string;
  readonly personalTotal: string;
  readonly institutionTotal: string;
  readonly envelopeTotal: string;
  /** Every allowance in the order of the policy; `headcount` counts those whose line is not zero. */
  readonly byAllowance: readonly {
    readonly allowance: Allowance;
    readonly payee: Payee;
    readonly headcount: number;
    readonly amount: string;
  }[];
  /** The twelve months, without envelopes. */
  readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
  /** In the order of their keys as JSON text; none if `groupBy` is empty. */
  readonly groups: readonly ReferenceGroup[];
  /** In the order of the policy's allowances, within one by the name of what is missing. */
  readonly missing: readonly (Lack & { readonly allowance: Allowance; readonly headcount: number })[];
}

/** Everyone of the budget, entitled alone and counted `count` times. */
interface Person {
  readonly count: number;
  readonly facts: RequestTeacher;
  readonly result: ReferenceResult;
}

/** Adds up a budget over valid teachers and cohorts. `total` includes the envelope of item 17 (专项培训), the breakdowns do not. */
export function referenceBudget(request: ReferenceBudgetRequest): ReferenceBudget {
  const { year, teachers = [], cohorts = [], groupBy = [], readings = {}, parameters = {}, places } = request;
  const people: Person[] = [...teachers.map((facts) => ({ count: 1, facts })), ...cohorts].map(({ count, facts }) => ({
    count,
    facts,
    result: referenceEntitlement({ year, teacher: facts, readings, parameters, places }),
  }));
  const personal = sum(people.map(({ count, result }) => times(result.personalTotal, count)));
  const institution = sum(people.map(({ count, result }) => times(result.institutionTotal, count)));
  const envelope = figureAt(parameters, 'training/annual', `${year}-12`) ?? new Exact(0);
  return {
    headcount: heads(people),
    incomplete: heads(people.filter(({ result }) => !result.complete)),
    total: personal.plus(institution).plus(envelope).toFixed(2),
    personalTotal: personal.toFixed(2),
    institutionTotal: institution.toFixed(2),
    envelopeTotal: envelope.toFixed(2),
    byAllowance: allowances.map((allowance) => ofAllowance(allowance, people)),
    byMonth: monthsOf(year).map((month) => ({ month, amount: sum(amountsIn(month, people)).toFixed(2) })),
    groups: groupBy.length === 0 ? [] : groupsOf(request, groupBy, people),
    missing: missingOf(people),
  };
}

const heads = (people: readonly Person[]): number => people.reduce((total, { count }) => total + count, 0);
const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, amount) => total.plus(amount), new Exact(0));
const times = (amount: string, count: number): Decimal => new Exact(amount).times(count);

function ofAllowance(allowance: Allowance, people: readonly Person[]): ReferenceBudget['byAllowance'][number] {
  const amountOf = ({ result }: Person): string => result.lines.find((line) => line.allowance === allowance)?.amount ?? '0.00';
  return {
    allowance,
    payee: allowance === 'studio-running' ? 'institution' : 'teacher',
    headcount: heads(people.filter((person) => amountOf(person) !== '0.00')),
    amount: sum(people.map((person) => times(amountOf(person), person.count))).toFixed(2),
  };
}

function amountsIn(month: string, people: readonly Person[]): Decimal[] {
  return people.flatMap(({ count, result }) =>
    result.lines.flatMap(({ byMonth }) => byMonth.filter((entry) => entry.month === month).map(({ amount }) => times(amount, count))),
  );
}

/**
 * The cross product of `groupBy`, by the facts of each month. Grouped by allowance, a group is of those who get an amount of it in such
 * a month; otherwise of those employed in such a month, also where nothing is paid.
 */
function groupsOf({ year, places }: ReferenceBudgetRequest, groupBy: readonly GroupBy[], people: readonly Person[]): ReferenceGroup[] {
  const groups = new Map<string, { key: ReferenceGroup['key']; headcount: number; amount: Decimal }>();
  for (const { count, facts, result } of people) {
    const counted = new Set<string>();
    const add = (values: Readonly<Record<GroupBy, string | null>>, amount: Decimal): void => {
      const id = JSON.stringify(groupBy.map((name) => values[name]));
      const key = Object.fromEntries(groupBy.map((name) => [name, values[name]]));
      const group = groups.get(id) ?? { key, headcount: 0, amount: new Exact(0) };
      if (!counted.has(id)) group.headcount += count;
      counted.add(id);
      group.amount = group.amount.plus(amount);
      groups.set(id, group);
    };
    for (const { month, employed, school, area, stage, post } of factsByMonth(year, facts, places?.resettlement)) {
      if (!employed) continue;
      if (!groupBy.includes('allowance')) add({ school, area, stage, post, month, allowance: null }, new Exact(0));
      for (const { allowance, byMonth } of result.lines) {
        const paid = byMonth.find((entry) => entry.month === month);
        if (paid !== undefined) add({ school, area, stage, post, month, allowance }, times(paid.amount, count));
      }
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, headcount, amount }]) => ({ key, headcount, amount: amount.toFixed(2) }));
}

function missingOf(people: readonly Person[]): ReferenceBudget['missing'] {
  return allowances.flatMap((allowance) => {
    const lacks = new Map<string, Lack & { allowance: Allowance; headcount: number }>();
    for (const { count, result } of people) {
      for (const entry of result.missing) {
        if (entry.allowance !== allowance) continue;
        const name = entry.code === 'fact' ? entry.fact : entry.parameter;
        lacks.set(name, { ...entry, headcount: (lacks.get(name)?.headcount ?? 0) + count });
      }
    }
    return [...lacks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lack]) => lack);
  });
}
