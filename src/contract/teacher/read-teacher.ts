import type { CodedTeacher } from '../../facts/coded-teacher.ts';
import { type Issue, issuesOf } from '../../facts/issue.ts';
import { encodeTeacher, type Teacher } from '../../facts/teacher.ts';
import { TeacherReader } from '../../facts/teacher-reader.ts';
import type { Policy } from '../../policy/policy.ts';
import { perPolicy } from '../wire/per-policy.ts';
import { teacherOf } from './schemas.ts';

const readerOf = perPolicy((dictionary, required) => new TeacherReader(dictionary, required));

/** A teacher or its faults. The encoded form comes with a plainly valid teacher and is overwritten by the next one. */
export type ReadTeacher =
  | { readonly teacher: Teacher; readonly id: string; readonly coded: CodedTeacher | null }
  | { readonly issues: readonly Issue[] };

/**
 * Reads one teacher of a request.
 *
 * @param record any value; if it is not a valid teacher, the schema says why
 * @param reader a reader of the policy, if teachers have to be packed in a certain way
 */
export function readTeacher(policy: Policy, record: unknown, reader = readerOf(policy)): ReadTeacher {
  if (reader.read(record)) return { teacher: reader.toTeacher(), id: (record as { id: string }).id, coded: reader };
  const checked = teacherOf(policy).safeParse(record);
  if (!checked.success) return { issues: issuesOf(checked.error) };
  return { teacher: encodeTeacher(policy.dictionary, checked.data), id: checked.data.id as string, coded: null };
}
