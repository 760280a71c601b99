import * as z from 'zod';
import { DIMENSIONS } from '../../budget/dimensions.ts';
import type { Dictionary } from '../../facts/dictionary.ts';
import { absentOr, eachOnce, listOf } from '../../facts/issue.ts';
import { choiceFault, integerFault, type TeacherRecord, teacherSchema, text } from '../../facts/teacher-schema.ts';
import type { PayScaleRecord } from '../../policy/pay-scales.ts';
import { entryList } from '../wire/entries.ts';
import { perPolicy } from '../wire/per-policy.ts';
import { settingsShape } from '../wire/settings.ts';
import { budgetCodesShape, type RawBudgetCodes } from './budget-codes.ts';
import { type ProjectionRequest, projectionShape } from './projection-shape.ts';
import { targetsShape } from './target-splits.ts';

/** The most people in a cohort. */
export const MOST_PEOPLE = 1_000_000_000;
/** The most scenarios of a budget. */
export const MOST_SCENARIOS = 50;

type Records = Record<string, unknown> | null | undefined;
interface Settings {
  year: number;
  readings?: Records;
  parameters?: Records;
  places?: Records;
  payScales?: PayScaleRecord[] | null | undefined;
}
/** A request for a budget. */
export interface BudgetRequest extends Settings {
  teachers?: unknown[] | null | undefined;
  cohorts?: unknown[] | null | undefined;
  groupBy?: (typeof DIMENSIONS)[number][] | null | undefined;
  scenarios?: ScenarioRequest[] | null | undefined;
  sensitivity?: boolean | null | undefined;
  checks?: Records;
  budgetCodes?: RawBudgetCodes;
  projection?: ProjectionRequest;
}
/** One of the scenarios. */
export interface ScenarioRequest {
  id: string;
  title?: string | null | undefined;
  readings?: Records;
  parameters?: Records;
  places?: Records;
  targets?: Records;
}

const error = absentOr();

const scenario = z.strictObject(
  {
    id: text(64),
    title: text(128).nullish(),
    readings: settingsShape.readings,
    parameters: settingsShape.parameters,
    places: settingsShape.places,
    targets: targetsShape,
  },
  { error },
);

const budgetShape = {
  ...settingsShape,
  groupBy: listOf(
    DIMENSIONS.length,
    z.array(z.enum(DIMENSIONS, { error: choiceFault }), { error }).check(eachOnce((one: string) => one, 'duplicate-key')),
  ).nullish(),
  scenarios: listOf(
    MOST_SCENARIOS,
    z.array(scenario, { error }).check(eachOnce(({ id }: ScenarioRequest) => id, 'duplicate-id', 'id')),
  ).nullish(),
  sensitivity: z.boolean({ error }).nullish(),
  checks: z.record(z.string(), z.unknown(), { error }).nullish().meta({ description: 'Inputs of the checks of the policy, by check.' }),
  budgetCodes: budgetCodesShape,
  projection: projectionShape,
  cohorts: entryList('Groups of people alike: `{count, facts}`.').nullish(),
};

/** A request for a budget. Each person is validated separately, so the lists carry no schema for the facts of the policy. */
export const budgetRequest: z.ZodType<BudgetRequest> = z.strictObject(
  { ...budgetShape, teachers: entryList('Teachers, each checked by itself.').nullish() },
  { error },
);

/** The first line of a streamed budget request. */
export const budgetLine: z.ZodType<BudgetRequest> = z.strictObject(budgetShape, { error });

/** The schema of a cohort. @param required ids of the facts that a policy requires */
export function cohortSchema(
  dictionary: Dictionary,
  required: readonly string[],
): z.ZodType<{ readonly count: number; readonly facts: TeacherRecord }> {
  const facts = teacherSchema(dictionary, required, { withId: false });
  return z.strictObject({ count: z.int({ error: integerFault }).min(1).max(MOST_PEOPLE), facts }, { error });
}

/** The cohorts of a policy. */
export const cohortOf = perPolicy(cohortSchema);
