import type { Catalogue } from '../../policy/catalogue.ts';
import { type FactValues, wireFacts, wireInteger } from '../../policy/fact-values.ts';
import type { LoadedRoster } from '../roster/loaded-roster.ts';
import { type Choices, NO_CHOICES, wireChoices } from '../settings/choices.ts';
import { NO_TYPED_CODES, type TypedCodes, wireCodes } from '../settings/own-codes.ts';
import { type TypedScale, wireScales } from '../settings/typed-scales.ts';
import { type TypedChecks, wireChecks } from './check-inputs.ts';
import { type TypedOutlook, wireOutlook } from './outlook.ts';
import { type TypedTargets, wireTargets } from './typed-targets.ts';

/** A group of people alike, as it is being typed. */
export interface Cohort {
  readonly key: number;
  readonly count: string;
  readonly facts: FactValues;
}

/** What is compared with the budget. */
export interface Scenario extends Choices {
  readonly key: number;
  readonly title: string;
  /** The targets that it takes as met. */
  readonly targets?: TypedTargets;
}

/** What can be undone: everything that is typed or chosen. */
export interface BudgetSettings extends Choices {
  readonly year: string;
  /** `null` while nobody has asked to type headcounts. */
  readonly cohorts: readonly Cohort[] | null;
  readonly scenarios: readonly Scenario[];
  readonly checks: TypedChecks;
  readonly codes: TypedCodes;
  readonly scales: readonly TypedScale[];
  /** `null` while nobody has asked for the years to come. */
  readonly outlook: TypedOutlook | null;
  /** Whether to go on as if the document were in force also outside its dates. */
  readonly asIfInForce: boolean;
}

/** Everything that a budget is computed from. */
export interface BudgetState extends BudgetSettings {
  readonly roster: LoadedRoster | null;
  readonly sensitivity: boolean;
}

/** A budget of nobody yet. */
export function emptyBudget(year: number): BudgetState {
  return {
    ...NO_CHOICES,
    year: String(year),
    roster: null,
    cohorts: null,
    scenarios: [],
    checks: {},
    codes: NO_TYPED_CODES,
    scales: [],
    outlook: null,
    asIfInForce: false,
    sensitivity: false,
  };
}

/** Whether somebody has brought people or typed or chosen something; the sample roster and the year are nobody's work. */
export function isWork(state: BudgetState): boolean {
  const { roster, cohorts, year, sensitivity } = state;
  const untouched: BudgetState = { ...emptyBudget(0), roster, cohorts, year, sensitivity };
  return (
    (roster !== null && roster.name !== null) ||
    (cohorts ?? []).some(isTyped) ||
    Object.entries(untouched).some(([part, value]) => JSON.stringify(state[part as keyof BudgetState]) !== JSON.stringify(value))
  );
}

const isTyped = ({ count, facts }: Cohort): boolean =>
  count.trim() !== '' || Object.values(facts).some((value) => value !== undefined && value !== '');

/** A row to type the next group in. */
export function nextCohort(cohorts: readonly Cohort[]): Cohort {
  return { key: nextKey(cohorts), count: '', facts: {} };
}

/** A key that none of a list has. */
export function nextKey(list: readonly { readonly key: number }[]): number {
  return Math.max(0, ...list.map(({ key }) => key)) + 1;
}

/** The request of the API that the page amounts to, without the people of the roster. */
export function requestOf(state: BudgetState, catalogue: Catalogue): Record<string, unknown> {
  const { year, cohorts, scenarios, sensitivity, checks, codes, scales, outlook, asIfInForce } = state;
  return {
    year: wireInteger(year),
    cohorts: (cohorts ?? []).map(({ count, facts }) => ({ count: wireInteger(count), facts: wireFacts(facts, catalogue) })),
    groupBy: ['school'],
    ...wireChoices(state),
    scenarios: scenarios.map((scenario) => ({ id: `s${scenario.key}`, ...wireChoices(scenario), targets: wireTargets(scenario.targets) })),
    sensitivity,
    checks: wireChecks(checks, catalogue),
    budgetCodes: wireCodes(codes),
    payScales: wireScales(scales),
    projection: outlook && wireOutlook(outlook),
    ...(asIfInForce && { asIfInForce }),
  };
}
