import type { OwnCodes } from '../../budget/codes.ts';
import { Ledger } from '../../budget/ledger.ts';
import type { VariantFigures } from '../../budget/variants.ts';
import type { Entitlement } from '../../engine/item.ts';
import { type Plan, planRun, type RunSettings } from '../../engine/plan.ts';
import { rangeWarningsOf, warningsOf } from '../../engine/warnings.ts';
import type { CodedTeacher } from '../../facts/coded-teacher.ts';
import { type Issue, issuesOf } from '../../facts/issue.ts';
import { encodeTeacher, type Teacher } from '../../facts/teacher.ts';
import { TeacherReader } from '../../facts/teacher-reader.ts';
import { formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import { readTeacher } from '../teacher/read-teacher.ts';
import { type EntryFaults, entryName, idOf, MOST_TEACHERS, SeenIds } from '../wire/entries.ts';
import { headOf } from '../wire/head.ts';
import { notInForceOf, planAsIfInForce } from '../wire/not-in-force.ts';
import { type Read, rawRecord, readRequest } from '../wire/settings.ts';
import { TOO_LARGE, whereExact } from '../wire/too-large.ts';
import { RemainingIssues, type Wording } from '../wire/wording.ts';
import { type Alternative, alternativesOf, readScenarios } from './alternatives.ts';
import { echoBudgetCodes, readBudgetCodes } from './budget-codes.ts';
import type { BudgetResult } from './budget-result.ts';
import { awaitedOf, budgetWouldBe, envelopesOf, envelopeTotal, figuresOf, openOf } from './budget-wire.ts';
import { type CheckInputs, checksOf, readChecks } from './checks.ts';
import { comparisonsOf } from './comparisons.ts';
import { fundingOf } from './funding.ts';
import { type ProjectionOrder, ProjectionRun, projectionIssues, readProjection } from './projection.ts';
import { type BudgetRequest, budgetLine, budgetRequest, cohortOf } from './schemas.ts';
import { TargetRun } from './targets.ts';

/** A stream may hold any number of invalid teachers. All are counted, but at most this many are listed. */
const MOST_FAILURES = MOST_TEACHERS;

/** A parsed budget request. Its teachers and cohorts are validated when they are added. */
export interface BudgetOrder {
  readonly request: BudgetRequest;
  readonly settings: RunSettings;
  readonly alternatives: readonly Alternative[];
  readonly checks: CheckInputs;
  readonly ownCodes: OwnCodes;
  readonly projection: ProjectionOrder | null;
}

/**
 * Reads a budget request.
 *
 * @param options `line: true` for the first line of a stream, which holds no teachers
 */
export function readBudgetRequest(policy: Policy, body: unknown, options: { line?: boolean } = {}): Read<BudgetOrder> {
  const read = readRequest(policy, options.line ? budgetLine : budgetRequest, body);
  const scenarios = readScenarios(policy, body);
  const checks = readChecks(policy, rawRecord(body, 'checks'));
  const ownCodes = readBudgetCodes(policy, rawRecord(body, 'budgetCodes'));
  const issues = [
    ...read.issues,
    ...scenarios.flatMap((scenario) => scenario.issues),
    ...checks.issues,
    ...ownCodes.issues,
    ...projectionIssues(policy, body),
  ];
  if (read.value === null || checks.value === null || ownCodes.value === null || issues.length > 0) return { value: null, issues };
  const { request, settings } = read.value;
  const projection = readProjection(policy, request.projection, settings);
  if (projection.issues.length > 0) return { value: null, issues: projection.issues };
  const { alternatives, issues: unmet } = alternativesOf(policy, request, settings, scenarios);
  if (unmet.length > 0) return { value: null, issues: unmet };
  return {
    value: { request, settings, alternatives, checks: checks.value, ownCodes: ownCodes.value, projection: projection.value },
    issues: [],
  };
}

/** A person, or a cohort, that was counted. */
export interface Counted {
  readonly entitlement: Entitlement;
  /** By how many fen each scenario raises the personal total of one of them, in the order of the request. */
  readonly movedFen: readonly bigint[];
  /** The number of identical people: 1 for a teacher. */
  readonly count: number;
  /** The index among the teachers, or among the cohorts. */
  readonly index: number;
  readonly cohort: boolean;
}

/** A budget in progress: teachers and cohorts are added one by one, and only sums and faults are kept. */
export class Budget {
  readonly #policy: Policy;
  readonly #order: BudgetOrder;
  readonly #wording: Wording;
  readonly #plan: Plan;
  readonly #others: readonly Plan[];
  /** The same run as if the policies were in force all year, where they are not. */
  readonly #asIf: Plan | null;
  readonly #ledger: Ledger;
  readonly #reader: TeacherReader;
  readonly #projection: ProjectionRun | null;
  readonly #targets: TargetRun;
  readonly #failures: BudgetResult['failures'] = [];
  readonly #room = new RemainingIssues();
  readonly #counted: (one: Counted) => void;
  readonly #cohorts: Iterator<void, void>;
  /** The number of plans under which each person is computed: this run, every scenario and option, every year to come. */
  readonly plans: number;
  #failed = 0;
  #teachers = 0;

  /** @param counted called for each person or cohort as it is counted */
  constructor(policy: Policy, order: BudgetOrder, wording: Wording, lost: EntryFaults = new Map(), counted?: (one: Counted) => void) {
    this.#policy = policy;
    this.#order = order;
    this.#wording = wording;
    this.#counted = counted ?? (() => {});
    this.#plan = planRun(policy, order.settings);
    this.#others = order.alternatives.map(({ settings }) => planRun(policy, settings));
    const told = counted ? (order.request.scenarios?.length ?? 0) : 0;
    this.#asIf = planAsIfInForce(this.#plan);
    const variants = this.#asIf ? [...this.#others, this.#asIf] : this.#others;
    this.#ledger = new Ledger(this.#plan, order.request.groupBy ?? [], variants, order.ownCodes, told);
    this.#reader = new TeacherReader(policy.dictionary, policy.document.requires, this.#ledger.packing);
    this.#projection = order.projection && new ProjectionRun(policy, order.projection);
    const scenarios = order.alternatives.flatMap(({ scenario }, index) =>
      scenario ? [{ plan: this.#others[index] as Plan, splits: scenario.splits }] : [],
    );
    this.#targets = new TargetRun(this.#plan, scenarios);
    this.plans = 1 + variants.length + (order.projection?.settings.length ?? 0);
    this.#cohorts = this.#addCohorts(order.request.cohorts ?? [], lost);
  }

  /** Adds the next cohort of the request. Any left are added before the first teacher, or at the end. @returns `false` if none is left */
  addCohort(): boolean {
    return !this.#cohorts.next().done;
  }

  *#addCohorts(cohorts: readonly unknown[], lost: EntryFaults): Generator<void, void> {
    for (const [index, cohort] of cohorts.entries()) {
      const faults = lost.get(entryName('cohorts', index));
      if (faults) this.#note({ index, cohort: true, errors: this.#room.list(faults, this.#wording) });
      else this.#addCohort(cohort, index);
      yield;
    }
  }

  /** Adds a teacher. An invalid one is a failure and is left out of every figure. @param base for pointers */
  add(record: unknown, base: readonly (string | number)[] = []): void {
    while (this.addCohort());
    const read = readTeacher(this.#policy, record, this.#reader);
    if ('teacher' in read) {
      const counted = this.#count(read.teacher, 1, read.coded);
      if (counted === null) this.fail([TOO_LARGE], base, idOf(record));
      else this.#counted({ ...counted, count: 1, index: this.#teachers++, cohort: false });
    } else {
      this.fail(read.issues, base, idOf(record));
    }
  }

  /** Adds people to this year and to those to come; `null`, and nothing is added, if an amount is too large in any of them. */
  #count(teacher: Teacher, count: number, coded: CodedTeacher | null): Pick<Counted, 'entitlement' | 'movedFen'> | null {
    return whereExact(() => {
      const later = this.#projection?.judge(teacher);
      const { entitlement, movedFen } = this.#ledger.add(teacher, count, coded);
      if (later) this.#projection?.add(later, count);
      this.#targets.add(entitlement, count);
      return { entitlement, movedFen };
    });
  }

  /** Records a teacher that cannot be computed. */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): void {
    while (this.addCohort());
    const id = teacherId === undefined ? {} : { teacherId };
    this.#note({ index: this.#teachers++, ...id, errors: this.#room.list(issues, this.#wording, base) });
  }

  #note(failure: BudgetResult['failures'][number]): void {
    this.#failed++;
    if (this.#failures.length < MOST_FAILURES) this.#failures.push(failure);
  }

  #addCohort(cohort: unknown, index: number): void {
    const checked = cohortOf(this.#policy).safeParse(cohort);
    const fail = (issues: readonly Issue[]) =>
      this.#note({ index, cohort: true, errors: this.#room.list(issues, this.#wording, ['cohorts', index]) });
    if (!checked.success) {
      fail(issuesOf(checked.error));
      return;
    }
    const { count, facts } = checked.data;
    const counted = this.#count(encodeTeacher(this.#policy.dictionary, facts), count, null);
    if (counted === null) fail([TOO_LARGE]);
    else this.#counted({ ...counted, count, index, cohort: true });
  }

  /** The budget of everybody added. */
  close(): BudgetResult {
    while (this.addCohort());
    const figures = this.#ledger.close();
    const plan = this.#plan;
    const envelopes = envelopeTotal(plan);
    const totalFen = figures.personalFen + figures.institutionFen + envelopes;
    const { funding, warnings } = fundingOf(plan, figures.funding, this.#wording);
    const computed = this.#order.alternatives.map((alternative, index) => ({
      alternative,
      plan: this.#others[index] as Plan,
      figures: figures.variants[index] as VariantFigures,
    }));
    return {
      ...headOf(plan),
      ...figuresOf(plan, figures, this.#order.request.groupBy ?? [], this.#wording),
      failed: this.#failed,
      failures: this.#failures,
      total: formatFen(totalFen),
      envelopeTotal: formatFen(envelopes),
      ...(figures.open && { open: openOf(plan, figures.open, envelopes) }),
      funding,
      envelopes: envelopesOf(plan, this.#wording),
      awaited: awaitedOf(plan, figures, this.#wording),
      checks: checksOf(plan, this.#order.checks, this.#wording),
      targets: this.#targets.list(this.#wording),
      ...comparisonsOf(plan, figures, totalFen, computed, this.#targets),
      ...echoBudgetCodes(this.#order.ownCodes),
      ...(this.#projection && { projection: this.#projection.close(this.#wording) }),
      warnings: [...warningsOf(plan), ...rangeWarningsOf(plan), ...warnings, ...figures.notes],
      ...notInForceOf(plan, this.#asIf && budgetWouldBe(this.#asIf, figures.variants.at(-1) as VariantFigures)),
    };
  }
}

/** Computes a budget over the teachers and cohorts of a request. */
export function computeBudget(policy: Policy, order: BudgetOrder, wording: Wording, lost: EntryFaults = new Map()): BudgetResult {
  const steps = budgetSteps(policy, order, wording, lost);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, person by person. @yields the number of plans under which that person, or cohort, was computed */
export function* budgetSteps(
  policy: Policy,
  order: BudgetOrder,
  wording: Wording,
  lost: EntryFaults = new Map(),
): Generator<number, BudgetResult> {
  const budget = new Budget(policy, order, wording, lost);
  const seen = new SeenIds();
  while (budget.addCohort()) yield budget.plans;
  for (const [index, record] of (order.request.teachers ?? []).entries()) {
    const path = ['teachers', index];
    const id = idOf(record);
    const refused = seen.check(id, lost.get(entryName('teachers', index)), path);
    if (refused) budget.fail(refused, [], id);
    else budget.add(record, path);
    yield budget.plans;
  }
  return budget.close();
}
