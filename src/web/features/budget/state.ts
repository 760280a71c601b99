import type { Catalogue } from '../../policy/catalogue.ts';
import { type FactValues, wireFacts, wireInteger } from '../../policy/fact-values.ts';
import type { LoadedRoster } from '../roster/loaded-roster.ts';
import { type Choices, wireChoices } from '../settings/choices.ts';
import { noSettings, SETTINGS, type Settings, wireSettings } from '../settings/settings.ts';
import { type TypedChecks, wireChecks } from './check-inputs.ts';
import { type TypedOutlook, wireOutlook } from './outlook.ts';
import { type TypedTargets, wireTargets } from './typed-targets.ts';

/** A cohort while it is being typed. */
export interface Cohort {
  readonly key: number;
  readonly count: string;
  readonly facts: FactValues;
}

/** A scenario to compare with the budget. */
export interface Scenario extends Choices {
  readonly key: number;
  readonly title: string;
  /** The targets that it assumes to be met. */
  readonly targets?: TypedTargets;
}

/** What a budget has besides the shared settings. */
interface BudgetOwn {
  /** `null` until the user asks to type headcounts. */
  readonly cohorts: readonly Cohort[] | null;
  readonly scenarios: readonly Scenario[];
  readonly checks: TypedChecks;
  /** `null` until the user asks for a projection. */
  readonly outlook: TypedOutlook | null;
}

const NONE_OWN: BudgetOwn = { cohorts: null, scenarios: [], checks: {}, outlook: null };

/** What can be undone: everything typed or chosen. */
export interface BudgetSettings extends Settings, BudgetOwn {}

/** The parts of the settings that undo and redo can change. */
export const BUDGET_SETTINGS = [...SETTINGS, ...Object.keys(NONE_OWN)] as readonly (keyof BudgetSettings)[];

/** Everything that a budget is computed from. */
export interface BudgetState extends BudgetSettings {
  readonly roster: LoadedRoster | null;
  readonly sensitivity: boolean;
}

/** A budget without people. */
export function emptyBudget(year: number): BudgetState {
  return { ...noSettings(year), ...NONE_OWN, roster: null, sensitivity: false };
}

/** Whether the user has added people or typed or chosen anything; the sample roster and the year do not count as work. */
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

/** An empty row for the next cohort. */
export function nextCohort(cohorts: readonly Cohort[]): Cohort {
  return { key: nextKey(cohorts), count: '', facts: {} };
}

/** A key that is not in the list yet. */
export function nextKey(list: readonly { readonly key: number }[]): number {
  return Math.max(0, ...list.map(({ key }) => key)) + 1;
}

/** The API request that the page amounts to, without the people of the roster. */
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
