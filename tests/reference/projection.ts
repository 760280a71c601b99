/** The years to come of a plain reference budget under `jinfeng-2021`: everyone is entitled alone in each year, in exact decimals. */
import type { Decimal } from 'decimal.js';
import type { ReferenceBudgetRequest } from './budget.ts';
import { monthsOf } from './facts.ts';
import { Exact, figureAt, ownFigures, type ParameterOverrides } from './figures.ts';
import { jinfengPolicy } from './jinfeng-policy.ts';
import { roundTogether } from './round-together.ts';

export interface ReferenceGrowth {
  readonly years?: number | null;
  readonly headcountGrowth?: string | null;
  readonly headcountGrowthByStage?: Readonly<Record<string, string | null>> | null;
  readonly rateGrowth?: string | null;
  readonly rateGrowthByParameter?: Readonly<Record<string, string | null>> | null;
}

/** One year to come; amounts are yuan with two decimals. */
export interface ReferenceYear {
  readonly year: number;
  readonly employed: number;
  readonly headcount: number;
  readonly complete: boolean;
  readonly total: string;
  readonly byAllowance: readonly { readonly allowance: string; readonly amount: string }[];
  readonly byStage: readonly { readonly stage: string | null; readonly headcount: number; readonly amount: string }[];
}

const STAGES = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special', null];

/** Rates of money by the parameter that they are, or of whose table they are cells; a percentage is none. */
const TABLES = ['backbone', 'master', 'studio/annual', 'talent/high', 'talent/low', 'meal', 'transport', 'training/annual'].concat([
  'training/kindergarten',
  'principal/monthly',
  'class-teacher/monthly',
  'boarding/monthly',
  'township/monthly',
]);

const factorOf = (percent: string | null | undefined, years: number): Decimal => new Exact(percent ?? 0).dividedBy(100).plus(1).pow(years);
const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, amount) => total.plus(amount), new Exact(0));

/** The figures of a year after years of growth, month by month, as a request would set them. */
function grownFigures(parameters: ParameterOverrides, year: number, years: number, growth: ReferenceGrowth): ParameterOverrides {
  const grown = Object.keys(ownFigures).flatMap((key) => {
    const table = TABLES.find((id) => key === id || key.startsWith(`${id}/`));
    if (table === undefined) return key in parameters ? [[key, parameters[key]] as const] : [];
    const factor = factorOf(growth.rateGrowthByParameter?.[table] ?? growth.rateGrowth, years);
    const dated = monthsOf(year).flatMap((from) => {
      const figure = figureAt(parameters, key, from);
      return figure === null ? [] : [{ from, value: figure.times(factor).toFixed(2) }];
    });
    return dated.length === 0 ? [] : [[key, dated] as const];
  });
  return Object.fromEntries(grown) as ParameterOverrides;
}

/** The years to come of valid teachers and cohorts. */
export function referenceProjection(request: ReferenceBudgetRequest, growth: ReferenceGrowth): ReferenceYear[] {
  const { teachers = [], cohorts = [], parameters = {} } = request;
  const everyone = [...cohorts, ...teachers.map((facts) => ({ count: 1, facts }))];
  return Array.from({ length: growth.years ?? 3 }, (_, index) => {
    const years = index + 1;
    const year = request.year + years;
    const run = { ...request, year, parameters: grownFigures(parameters, year, years, growth) };
    const people = everyone.flatMap(({ count, facts }) => {
      const last = jinfengPolicy.facts(run, facts).findLast(({ employed }) => employed);
      return last ? [{ count, stage: last.stage, result: jinfengPolicy.entitle(run, facts) }] : [];
    });
    const stages = STAGES.filter((stage) => people.some((person) => person.stage === stage));
    const heads = (stage: string | null): number =>
      people.filter((person) => person.stage === stage).reduce((total, { count }) => total + count, 0);
    const headcounts = roundTogether(
      stages.map((stage) => factorOf(growth.headcountGrowthByStage?.[stage ?? ''] ?? growth.headcountGrowth, years).times(heads(stage))),
    );
    const amountOf = (stage: string | null, at: number, allowance: string): Decimal => {
      const paid = people
        .filter((person) => person.stage === stage)
        .map(({ count, result }) => new Exact(result?.lines.find((line) => line.allowance === allowance)?.amount ?? 0).times(count));
      return sum(paid)
        .times(headcounts[at] as number)
        .dividedBy(heads(stage))
        .toDecimalPlaces(2, Exact.ROUND_HALF_UP);
    };
    const envelopes = jinfengPolicy.envelopes(run);
    const byAllowance = jinfengPolicy.allowances.map(({ id }) => ({ id, amount: sum(stages.map((stage, at) => amountOf(stage, at, id))) }));
    return {
      year,
      employed: people.reduce((total, { count }) => total + count, 0),
      headcount: headcounts.reduce((total, count) => total + count, 0),
      complete: people.every(({ result }) => result?.complete) && envelopes.every(({ amount }) => amount !== null),
      total: sum([...byAllowance.map(({ amount }) => amount), ...envelopes.map(({ amount }) => new Exact(amount ?? 0))]).toFixed(2),
      byAllowance: byAllowance.map(({ id, amount }) => ({ allowance: id, amount: amount.toFixed(2) })),
      byStage: stages.map((stage, at) => ({
        stage,
        headcount: headcounts[at] as number,
        amount: sum(jinfengPolicy.allowances.map(({ id }) => amountOf(stage, at, id))).toFixed(2),
      })),
    };
  });
}
