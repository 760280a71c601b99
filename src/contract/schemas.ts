import * as z from 'zod';
import { DIMENSIONS } from '../budget/dimensions.ts';
import type { Dictionary } from '../facts/dictionary.ts';
import { absentOr, eachOnce, listOf } from '../facts/issue.ts';
import { choiceFault, integerFault, type TeacherRecord, teacherSchema, text } from '../facts/teacher-schema.ts';
import type { PayScaleRecord } from '../policy/pay-scales.ts';
import type { Policy } from '../policy/policy.ts';
import { budgetCodesShape, type RawBudgetCodes } from './budget-codes.ts';
import { type SpanRequest, spanShape } from './period/span.ts';
import { type ProjectionRequest, projectionShape } from './projection-shape.ts';
import { settingsShape } from './settings.ts';
import { targetsShape } from './target-splits.ts';

/** How many teachers, or cohorts, one JSON request may hold; a stream may hold any number. */
export const MOST_TEACHERS = 10_000;
/** How many people a cohort may stand for. */
export const MOST_PEOPLE = 1_000_000_000;
/** How many other runs a budget may be compared with. */
export const MOST_SCENARIOS = 50;

/** The request schemas of one policy: they validate, and the OpenAPI document is made of them. */
export interface PolicySchemas {
  readonly teacher: z.ZodType<TeacherRecord>;
  readonly cohort: z.ZodType<{ count: number; facts: TeacherRecord }>;
  readonly entitlement: z.ZodType<SpanRequest & { teacher: TeacherRecord }>;
  readonly batch: z.ZodType<SpanRequest & { teachers: unknown[] }>;
  readonly budget: z.ZodType<BudgetRequest>;
  /** The first line of a streamed batch, and of a streamed budget. */
  readonly batchLine: z.ZodType<SpanRequest>;
  readonly budgetLine: z.ZodType<BudgetRequest>;
}

type Records = Record<string, unknown> | null | undefined;
interface Settings {
  year: number;
  readings?: Records;
  parameters?: Records;
  places?: Records;
  payScales?: PayScaleRecord[] | null | undefined;
}
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
export interface ScenarioRequest {
  id: string;
  title?: string | null | undefined;
  readings?: Records;
  parameters?: Records;
  places?: Records;
  targets?: Records;
}

const known = new WeakMap<Policy, PolicySchemas>();

/** The schemas of a policy, made once. */
export function schemasOf(policy: Policy): PolicySchemas {
  let schemas = known.get(policy);
  if (!schemas) {
    schemas = requestSchemas(policy.dictionary, policy.document.requires);
    known.set(policy, schemas);
  }
  return schemas;
}

/** One bad teacher must not spoil the rest, so a request only holds a list; each entry is checked by itself. */
export const entries = (description: string, most = MOST_TEACHERS) =>
  z.array(z.unknown(), { error: absentOr() }).max(most).meta({ description });

/**
 * The schemas of requests over a dictionary of facts.
 *
 * @param required ids of the facts that a policy requires
 */
export function requestSchemas(dictionary: Dictionary, required: readonly string[]): PolicySchemas {
  const error = absentOr();
  const teacher = teacherSchema(dictionary, required);
  const facts = teacherSchema(dictionary, required, { withId: false });
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
    cohorts: entries('Groups of people alike: `{count, facts}`.').nullish(),
  };
  return {
    teacher,
    cohort: z.strictObject({ count: z.int({ error: integerFault }).min(1).max(MOST_PEOPLE), facts }, { error }) as PolicySchemas['cohort'],
    entitlement: z.strictObject({ ...spanShape, teacher }, { error }),
    batch: z.strictObject({ ...spanShape, teachers: entries('Teachers, each checked by itself.') }, { error }),
    budget: z.strictObject({ ...budgetShape, teachers: entries('Teachers, each checked by itself.').nullish() }, { error }),
    batchLine: z.strictObject(spanShape, { error }),
    budgetLine: z.strictObject(budgetShape, { error }),
  };
}
