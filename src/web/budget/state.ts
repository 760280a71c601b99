import type { RosterSummary } from '../compute.ts';
import type { Catalogue } from '../shell/catalogue.ts';
import { type FactValues, wireFacts, wireFigures, wireInteger } from '../shell/fact-values.ts';
import type { TypedFigures } from '../shell/parameters-panel.tsx';
import type { ChosenReadings } from '../shell/readings-panel.tsx';
import { type TypedChecks, wireChecks } from './check-inputs.ts';

/** A roster that has been read; its people are with the worker. */
export interface LoadedRoster extends RosterSummary {
  /** The name of the file; `null` for the sample. */
  readonly name: string | null;
}

/** A group of people alike, as it is being typed. */
export interface Cohort {
  readonly key: number;
  readonly count: string;
  readonly facts: FactValues;
}

/** What is compared with the budget. */
export interface Scenario {
  readonly title: string;
  readonly readings: ChosenReadings;
  readonly figures: TypedFigures;
}

/** Everything that a budget is computed from. */
export interface BudgetState {
  readonly year: string;
  readonly roster: LoadedRoster | null;
  /** `null` while nobody has asked to type headcounts. */
  readonly cohorts: readonly Cohort[] | null;
  readonly readings: ChosenReadings;
  readonly figures: TypedFigures;
  readonly scenario: Scenario | null;
  readonly sensitivity: boolean;
  readonly checks: TypedChecks;
}

/** A budget of nobody yet. */
export function emptyBudget(year: number): BudgetState {
  return { year: String(year), roster: null, cohorts: null, readings: {}, figures: {}, scenario: null, sensitivity: false, checks: {} };
}

/** A row to type the next group in. */
export function nextCohort(cohorts: readonly Cohort[]): Cohort {
  return { key: Math.max(0, ...cohorts.map(({ key }) => key)) + 1, count: '', facts: {} };
}

/** The request of the API that the page amounts to, without the people of the roster. */
export function requestOf(
  { year, cohorts, readings, figures, scenario, sensitivity, checks }: BudgetState,
  catalogue: Catalogue,
): Record<string, unknown> {
  return {
    year: wireInteger(year),
    cohorts: (cohorts ?? []).map(({ count, facts }) => ({ count: wireInteger(count), facts: wireFacts(facts, catalogue) })),
    groupBy: ['school'],
    readings,
    parameters: wireFigures(figures),
    ...(scenario && {
      scenarios: [{ id: 'scenario', readings: scenario.readings, parameters: wireFigures(scenario.figures) }],
    }),
    sensitivity,
    checks: wireChecks(checks, catalogue),
  };
}
