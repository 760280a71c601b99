import { type ProjectedYear, Projection } from '../../budget/projection.ts';
import { LAST_YEAR } from '../../calendar/month.ts';
import type { Entitlement } from '../../engine/item.ts';
import { type CompiledAllowance, type Plan, planRun, type RunSettings } from '../../engine/plan.ts';
import { warningsOf } from '../../engine/warnings.ts';
import type { Issue } from '../../facts/issue.ts';
import type { Teacher } from '../../facts/teacher.ts';
import { formatFen, MOST_YUAN_FEN } from '../../money/fen.ts';
import { parseGrowth } from '../../money/growth.ts';
import type { Policy } from '../../policy/policy.ts';
import { lineageOf } from '../../policy/succession.ts';
import { notInForceOf, planAsIfInForce } from '../wire/not-in-force.ts';
import { type Read, rawRecord } from '../wire/settings.ts';
import { say, type Wording } from '../wire/wording.ts';
import { budgetWouldBe, envelopesOf, envelopeTotal } from './budget-wire.ts';
import { fundingOf } from './funding.ts';
import type { ProjectionResult } from './projection-result.ts';
import { type ProjectionRequest, USUAL_YEARS } from './projection-shape.ts';

/** The years to come that a run shows. */
export interface ProjectionOrder {
  readonly request: NonNullable<ProjectionRequest>;
  /** The settings of each year, the next first. */
  readonly settings: readonly RunSettings[];
}

/** The faults of a projection that the schema cannot see: unknown stages and parameters. */
export function projectionIssues(policy: Policy, body: unknown): Issue[] {
  const raw = rawRecord(body, 'projection');
  const stage = policy.dictionary.byId.get('stage');
  const stages = stage?.type === 'enum' ? Object.keys(stage.values) : [];
  const unknown = (field: string, allowed: readonly string[]): Issue[] =>
    Object.keys(rawRecord(raw, field))
      .filter((key) => !allowed.includes(key))
      .map((key) => ({ path: ['projection', field, key], code: 'unknown-value', params: { allowed } }));
  return [...unknown('headcountGrowthByStage', stages), ...unknown('rateGrowthByParameter', rateTables(policy))];
}

/** The parameters of a policy, and of those that it supersedes, that are rates of money. */
export function rateTables(policy: Policy): string[] {
  const all = lineageOf(policy).flatMap(({ parameters }) => [...parameters.values()]);
  return [...new Set(all.filter(({ unit }) => unit === 'yuan').map(({ table }) => table))];
}

/** Reads a projection of the right shape. @param settings of the year that it starts from */
export function readProjection(policy: Policy, request: ProjectionRequest, settings: RunSettings): Read<ProjectionOrder | null> {
  if (!request) return { value: null, issues: [] };
  const years = request.years ?? USUAL_YEARS;
  if (settings.year + years > LAST_YEAR) {
    return {
      value: null,
      issues: [{ path: ['projection', 'years'], code: 'out-of-range', params: { maximum: LAST_YEAR - settings.year } }],
    };
  }
  const rates = { all: unitsOf(request.rateGrowth), byParameter: unitsBy(request.rateGrowthByParameter) };
  const grown = Array.from({ length: years }, (_, index): RunSettings => {
    const rateGrowth = { years: index + 1, ...rates };
    return { ...settings, year: settings.year + index + 1, rateGrowth };
  });
  if (grown.some((run) => largestFen(planRun(policy, run)) > MOST_YUAN_FEN)) {
    const issue: Issue = { path: ['projection', 'rateGrowth'], code: 'out-of-range', params: { maximum: formatFen(MOST_YUAN_FEN) } };
    return { value: null, issues: [issue] };
  }
  return { value: { request, settings: grown }, issues: [] };
}

/** The largest rate of a plan, in fen. */
function largestFen({ versions }: Plan): number {
  const figures = versions.flatMap(({ policy, figure }) =>
    [...policy.parameters.values()].filter(({ unit }) => unit === 'yuan').flatMap(({ key }) => figure(key)),
  );
  return figures.reduce<number>((most, fen) => Math.max(most, fen ?? 0), 0);
}

const unitsOf = (text: string | null | undefined): bigint => parseGrowth(text ?? '0') ?? 0n;
const unitsBy = (growths: Readonly<Record<string, string | null | undefined>> | null | undefined): Record<string, bigint> =>
  Object.fromEntries(Object.entries(growths ?? {}).flatMap(([key, text]) => (text == null ? [] : [[key, unitsOf(text)]])));

/** A projection in progress. The people of a budget are added to it as well. */
export class ProjectionRun {
  readonly #projection: Projection;
  /** The same as if the policies were in force, where in some year they are not. */
  readonly #asIf: { readonly plans: readonly Plan[]; readonly projection: Projection } | null;
  readonly #order: ProjectionOrder;
  readonly #plans: readonly Plan[];

  constructor(policy: Policy, order: ProjectionOrder) {
    const { headcountGrowth, headcountGrowthByStage } = order.request;
    this.#order = order;
    this.#plans = order.settings.map((settings) => planRun(policy, settings));
    const growth = { all: unitsOf(headcountGrowth), byStage: unitsBy(headcountGrowthByStage) };
    this.#projection = new Projection(this.#plans, growth);
    const plans = this.#plans.map((plan) => planAsIfInForce(plan) ?? plan);
    const isPartly = plans.some((plan, at) => plan !== this.#plans[at]);
    this.#asIf = isPartly ? { plans, projection: new Projection(plans, growth) } : null;
  }

  /** The entitlements of one teacher in each year, also as if the policies were in force. @throws AmountTooLargeError */
  judge(teacher: Teacher): LaterYears {
    return { teacher, due: this.#projection.judge(teacher), asIf: this.#asIf?.projection.judge(teacher) ?? [] };
  }

  /** Adds a result of {@link judge}. @param count the number of identical people */
  add({ teacher, due, asIf }: LaterYears, count: number): void {
    this.#projection.add(due, teacher, count);
    this.#asIf?.projection.add(asIf, teacher, count);
  }

  /** The projection of everybody added. */
  close(wording: Pick<Wording, 'language'>): ProjectionResult {
    const { headcountGrowth, headcountGrowthByStage, rateGrowth, rateGrowthByParameter } = this.#order.request;
    const asIfYears = this.#asIf?.projection.close() ?? [];
    return {
      years: this.#plans.length,
      headcountGrowth: headcountGrowth ?? '0',
      headcountGrowthByStage: given(headcountGrowthByStage),
      rateGrowth: rateGrowth ?? '0',
      rateGrowthByParameter: given(rateGrowthByParameter),
      byYear: this.#projection.close().map((year, at) => {
        const plan = this.#plans[at] as Plan;
        const asIf = this.#asIf?.plans[at];
        const wouldBe = asIf && asIf !== plan ? budgetWouldBe(asIf, asIfFigures(asIf, asIfYears[at] as ProjectedYear)) : null;
        return { ...wireYear(plan, year, wording), ...notInForceOf(plan, wouldBe) };
      }),
    };
  }
}

/** The entitlements of one teacher in each of the years to come. */
export interface LaterYears {
  readonly teacher: Teacher;
  readonly due: readonly Entitlement[];
  readonly asIf: readonly Entitlement[];
}

/** The personal and the institution total of a year. */
function sumsOf({ rows }: Plan, { byAllowance }: ProjectedYear): { personalFen: bigint; institutionFen: bigint } {
  const sumOf = (payee: 'teacher' | 'institution') =>
    byAllowance.reduce((sum, fen, row) => (rows[row]?.node.payee === payee ? sum + fen : sum), 0n);
  return { personalFen: sumOf('teacher'), institutionFen: sumOf('institution') };
}

function asIfFigures(plan: Plan, year: ProjectedYear) {
  return { ...sumsOf(plan, year), isComplete: year.complete };
}

function given(growths: Readonly<Record<string, string | null | undefined>> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(growths ?? {}).flatMap(([key, text]) => (text == null ? [] : [[key, text]])));
}

function wireYear(plan: Plan, year: ProjectedYear, wording: Pick<Wording, 'language'>): ProjectionResult['byYear'][number] {
  const rows = year.byAllowance.map((fen, row) => ({
    fen,
    node: (plan.rows[row] as CompiledAllowance).node,
    id: plan.rows[row]?.id ?? '',
  }));
  const { personalFen: personal, institutionFen: institution } = sumsOf(plan, year);
  const envelopes = envelopeTotal(plan);
  const { funding, warnings } = fundingOf(plan, year.funding, wording);
  return {
    year: plan.settings.year,
    employed: year.employed,
    headcount: year.headcount,
    complete: year.complete && envelopesOf(plan, wording).every((envelope) => envelope.amount !== null),
    total: formatFen(personal + institution + envelopes),
    personalTotal: formatFen(personal),
    institutionTotal: formatFen(institution),
    envelopeTotal: formatFen(envelopes),
    byAllowance: rows.map(({ id, node, fen }) => ({
      allowance: id,
      title: say(node.title, wording),
      payee: node.payee,
      amount: formatFen(fen),
    })),
    funding,
    byStage: year.byStage.map(({ stage, headcount, amountFen }) => ({ stage, headcount, amount: formatFen(amountFen) })),
    warnings: [...warningsOf(plan), ...warnings],
  };
}
