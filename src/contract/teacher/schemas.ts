import * as z from 'zod';
import type { Dictionary } from '../../facts/dictionary.ts';
import { absentOr } from '../../facts/issue.ts';
import { type TeacherRecord, teacherSchema } from '../../facts/teacher-schema.ts';
import { perPolicy } from '../wire/per-policy.ts';
import { type SpanRequest, spanShape } from '../wire/span.ts';

/** A request for one teacher. */
export type EntitlementRequest = SpanRequest & { teacher: TeacherRecord };

/** The teachers of a policy, by what is required of them. */
export const teacherOf = perPolicy(teacherSchema);

/** The schema of a request for one teacher. @param required ids of the facts that a policy requires */
export function entitlementRequest(dictionary: Dictionary, required: readonly string[]): z.ZodType<EntitlementRequest> {
  return z.strictObject({ ...spanShape, teacher: teacherSchema(dictionary, required) }, { error: absentOr() });
}

/** The same, of a policy. */
export const entitlementRequestOf = perPolicy(entitlementRequest);
