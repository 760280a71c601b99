import * as z from 'zod';
import { arrearsRequest } from '../../contract/arrears/arrears-request.ts';
import { arrearsPeriodResult, arrearsResult } from '../../contract/arrears/arrears-result.ts';
import { payment } from '../../contract/arrears/payments.ts';
import { batchEntry, batchResult, batchSummaryLine } from '../../contract/batch/batch.ts';
import { batchPeriodLine, batchPeriodResult, batchPeriodSummaryLine } from '../../contract/batch/batch-years.ts';
import { batchRequest } from '../../contract/batch/schemas.ts';
import { budgetResult } from '../../contract/budget/budget-result.ts';
import { CHECK_INPUTS } from '../../contract/budget/checks.ts';
import { budgetRequest, cohortSchema } from '../../contract/budget/schemas.ts';
import { policyCheckRequest, policyCheckResult } from '../../contract/policy/policy-check.ts';
import { policyList, policyView } from '../../contract/policy/policy-view.ts';
import { entitlementResult } from '../../contract/teacher/entitlement.ts';
import { entitlementPeriodResult } from '../../contract/teacher/entitlement-years.ts';
import { entitlementRequest } from '../../contract/teacher/schemas.ts';
import { problemBody } from '../../contract/wire/problem.ts';
import { teacherSchema } from '../../facts/teacher-schema.ts';
import { dictionary } from '../../policy/bundled.ts';
import { OPENAPI_TEXT } from '../../text/openapi/document.ts';
import { type Json, ref, schemaOf } from './json.ts';
import { NamedSchemas } from './named-schemas.ts';

/** Answers about the service itself. */
const liveness = z.object({ status: z.literal('ok'), version: z.string() });
const readiness = z.object({ status: z.enum(['ready', 'starting']) });

/** Schemas with teachers. Under a policy in the request, teachers may have facts of that policy. */
const WITH_TEACHERS = [
  'TeacherChange',
  'Teacher',
  'CohortFacts',
  'Cohort',
  'EntitlementRequest',
  'BatchRequest',
  'BudgetRequest',
  'ArrearsRequest',
];

/** The notation of facts whose label does not say it. */
const UNITS: Readonly<Record<string, string>> = OPENAPI_TEXT.factTypes;

/** Answers that are one of several shapes. */
const CHOICES = {
  EntitlementAnswer: ['Entitlement', 'EntitlementOfPeriod'],
  BatchAnswer: ['Batch', 'BatchOfPeriod'],
  ArrearsAnswer: ['Arrears', 'ArrearsOfPeriod'],
} as const;
/** The kinds of lines of a streamed batch; the shapes of summaries overlap. */
const STREAM_LINES = ['BatchEntry', 'BatchEntryOfPeriod', 'BatchSummaryLine', 'BatchSummaryLineOfPeriod'];

/** The schemas of requests and answers by name, derived from those that validate. */
export function componentSchemas(): Record<string, Json> {
  const schemas = new NamedSchemas();
  const inward = {
    Teacher: teacherSchema(dictionary, []),
    Cohort: cohortSchema(dictionary, []),
    Payment: payment,
    CheckInput: z.union(Object.values(CHECK_INPUTS)).nullable(),
    EntitlementRequest: entitlementRequest(dictionary, []),
    BatchRequest: batchRequest,
    BudgetRequest: budgetRequest,
    ArrearsRequest: arrearsRequest,
    PolicyCheckRequest: policyCheckRequest,
  };
  const outward = {
    Liveness: liveness,
    Readiness: readiness,
    PolicyList: policyList,
    Policy: policyView,
    PolicyCheck: policyCheckResult,
    Entitlement: entitlementResult,
    EntitlementOfPeriod: entitlementPeriodResult,
    Batch: batchResult,
    BatchEntry: batchEntry,
    BatchSummaryLine: batchSummaryLine,
    BatchOfPeriod: batchPeriodResult,
    BatchEntryOfPeriod: batchPeriodLine,
    BatchSummaryLineOfPeriod: batchPeriodSummaryLine,
    Budget: budgetResult,
    Arrears: arrearsResult,
    ArrearsOfPeriod: arrearsPeriodResult,
    Problem: problemBody,
  };
  for (const [name, schema] of Object.entries(inward)) schemas.add(name, schemaOf(schema, 'input'));
  for (const [name, schema] of Object.entries(outward)) schemas.add(name, schemaOf(schema, 'output'));
  const { all } = schemas;
  for (const name of ['Teacher', 'TeacherChange', 'CohortFacts']) describeFacts(all[name] as Json);
  for (const name of WITH_TEACHERS) all[`${name}WithPolicy`] = withPolicy(all[name] as Json);
  for (const [name, choices] of Object.entries(CHOICES)) {
    all[name] = { description: OPENAPI_TEXT.answer, oneOf: choices.map((one) => ref('schemas', one)) };
  }
  all.BatchStreamLine = { description: OPENAPI_TEXT.streamLine, anyOf: STREAM_LINES.map((one) => ref('schemas', one)) };
  return all;
}

/** The description of a fact, with its values and its unit. */
function describeFacts({ properties }: Json): void {
  for (const fact of dictionary.facts) {
    const property = (properties as Record<string, Json>)[fact.id];
    if (!property) continue;
    const values =
      fact.type === 'enum'
        ? Object.entries(fact.values)
            .map(([id, { en }]) => `\`${id}\` ${en}`)
            .join(', ')
        : UNITS[fact.type];
    property.description = values === undefined ? fact.label.en : `${fact.label.en}: ${values}`;
  }
}

/** The same for a request with its own policy. */
function withPolicy(schema: Json): Json {
  const text = WITH_TEACHERS.reduce((written, name) => written.replaceAll(`/${name}"`, `/${name}WithPolicy"`), JSON.stringify(schema));
  const copy = JSON.parse(text) as Json & { properties: Record<string, Json>; required?: string[] };
  if (copy.properties.payScales === undefined) return copy.properties.facts ? copy : { ...copy, additionalProperties: true };
  const policy = { type: 'string', description: OPENAPI_TEXT.policyText };
  return { ...copy, properties: { ...copy.properties, policy }, required: [...(copy.required ?? []), 'policy'] };
}
