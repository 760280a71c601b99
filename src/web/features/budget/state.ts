import type { Catalogue } from '../../policy/catalogue.ts';
import { type FactValues, wireFacts, wireInteger } from '../../policy/fact-values.ts';
import type { LoadedRoster } from '../roster/loaded-roster.ts';
import { type Choices, wireChoices } from '../settings/choices.ts';
import { noSettings, SETTINGS, type Settings, wireSettings } from '../settings/settings.ts';
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

/** What a budget has besides the settings of all pages. */
interface BudgetOwn {
  /** `null` while nobody has asked to type headcounts. */
  readonly cohorts: readonly Cohort[] | null;
  readonly scenarios: readonly Scenario[];
  readonly checks: TypedChecks;
  /** `null` while nobody has asked for the years to come. */
  readonly outlook: TypedOutlook | null;
}

const NONE_OWN: BudgetOwn = { cohorts: null, scenarios: [], checks: {}, outlook: null };

/** What can be undone: everything that is typed or chosen. */
export interface BudgetSettings extends Settings, BudgetOwn {}

/** The parts of the settings that a step back or forth can change. */
export const BUDGET_SETTINGS = [...SETTINGS, ...Object.keys(NONE_OWN)] as readonly (keyof BudgetSettings)[];

/** Everything that a budget is computed from. */
export interface BudgetState extends BudgetSettings {
  readonly roster: LoadedRoster | null;
  readonly sensitivity: boolean;
}

/** A budget of nobody yet. */
export function emptyBudget(year: number): BudgetState {
  return { ...noSettings(year), ...NONE_OWN, roster: null, sensitivity: false };
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
  const { cohorts, scenarios, sensitivity, checks, outlook } = state;
  return {
    ...wireSettings(state),
    cohorts: (cohorts ?? []).map(({ count, facts }) => ({ count: wireInteger(count), facts: wireFacts(facts, catalogue) })),
    groupBy: ['school'],
    scenarios: scenarios.map((scenario) => ({ id: `s${scenario.key}`, ...wireChoices(scenario), targets: wireTargets(scenario.targets) })),
    sensitivity,
    checks: wireChecks(checks, catalogue),
    projection: outlook && wireOutlook(outlook),
  };
}
