import { planRun, type RunSettings } from '../../engine/plan.ts';
import { type Question, questionsOf } from '../../engine/questions.ts';
import { encodeTeacher } from '../../facts/teacher.ts';
import type { TeacherRecord } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { perPolicy } from '../wire/per-policy.ts';
import { readSpanRequest } from '../wire/span.ts';
import { whereExact } from '../wire/too-large.ts';
import { entitlementRequest } from './schemas.ts';

/** Mappings of which one faulty entry can be left out. */
const BY_ENTRY = new Set(['teacher', 'readings', 'parameters', 'places']);

/** No fact is required of a form that is still being filled in. */
const partialRequestOf = perPolicy((dictionary) => entitlementRequest(dictionary, []));

/**
 * The facts that can still change the result of a request that is being filled in. Missing and faulty entries count as not given.
 *
 * @param body a request for one teacher, as far as it goes
 * @returns `null` if nothing can be computed: without a year, or with amounts too large to be exact
 */
export function askQuestions(policy: Policy, body: unknown): readonly Question[] | null {
  const read = readWhatIsRight(policy, body);
  if (read === null) return null;
  return whereExact(() => questionsOf(planRun(policy, read.settings), encodeTeacher(policy.dictionary, read.teacher)));
}

function readWhatIsRight(policy: Policy, body: unknown): { teacher: TeacherRecord; settings: RunSettings } | null {
  const schema = partialRequestOf(policy);
  let rest = body;
  for (let faults = Number.POSITIVE_INFINITY; ; ) {
    const read = readSpanRequest(policy, schema, rest);
    if (read.value !== null) return { teacher: read.value.request.teacher, settings: read.value.settings };
    // This ends: every round leaves something out.
    if (read.issues.length >= faults) return null;
    faults = read.issues.length;
    rest = read.issues.reduce<unknown>((left, { path }) => without(left, path), rest);
  }
}

/**
 * A body without the entry at a path, or without the whole field if it has no entries. The year stays, because nothing can be computed
 * without it.
 */
function without(body: unknown, [first, second]: readonly (string | number)[]): unknown {
  if (typeof body !== 'object' || body === null || first === undefined || first === 'year') return body;
  const { [first]: part, ...rest } = body as Record<string, unknown>;
  if (second === undefined || !BY_ENTRY.has(String(first)) || typeof part !== 'object' || part === null) return rest;
  const { [second]: _, ...entries } = part as Record<string, unknown>;
  // The identity of the teacher does not matter here.
  return { ...rest, [first]: first === 'teacher' && second === 'id' ? { ...entries, id: '-' } : entries };
}
