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

/** How many people a cohort may stand for. */
export const MOST_PEOPLE = 1_000_000_000;
/** How many other runs a budget may be compared with. */
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
/** One of the other runs that it is compared with. */
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

/** A request for a budget. Each of its people is checked by itself, so the facts of the policy are in no schema of the lists. */
export const budgetRequest: z.ZodType<BudgetRequest> = z.strictObject(
  { ...budgetShape, teachers: entryList('Teachers, each checked by itself.').nullish() },
  { error },
);

/** The first line of a streamed one. */
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
