import { readBudgetRequest } from '../../../contract/budget/budget.ts';
import { cohortOf } from '../../../contract/budget/schemas.ts';
import { answerEntitlement } from '../../../contract/teacher/entitlement.ts';
import type { Read } from '../../../contract/wire/settings.ts';
import type { Wording } from '../../../contract/wire/wording.ts';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { PersonAnswer, PersonHandle } from '../protocol/people.ts';
import type { RosterInWorker } from './roster-in-worker.ts';

/**
 * Explains what one person of a budget request is entitled to; for a cohort, what each of its people is.
 *
 * @param body the request of the budget, without the people of the roster
 * @param roster the roster of the teacher
 * @returns `stale` if there is nobody under the handle
 */
export function explainPerson(
  policy: Policy,
  body: unknown,
  roster: RosterInWorker | null,
  handle: PersonHandle,
  wording: Wording,
): Read<PersonAnswer> | 'stale' {
  const read = readBudgetRequest(policy, body, { line: true });
  if (read.value === null) return read;
  const { request, settings } = read.value;
  const person = 'teacher' in handle ? teacherAt(roster, handle.teacher) : cohortAt(policy, request.cohorts ?? [], handle.cohort);
  if (person === null) return 'stale';
  const answer = answerEntitlement(policy, settings, { id: '', ...person.record }, wording);
  return answer.value === null ? answer : { value: { result: answer.value, ...person }, issues: [] };
}

type Person = Pick<PersonAnswer, 'record' | 'count' | 'row'>;

function teacherAt(roster: RosterInWorker | null, at: number): Person | null {
  const teacher = roster?.teachers[at];
  return teacher ? { record: teacher.record, count: 1, row: teacher.row } : null;
}

function cohortAt(policy: Policy, cohorts: readonly unknown[], at: number): Person | null {
  const cohort = cohortOf(policy).safeParse(cohorts[at]);
  return cohort.success ? { record: cohort.data.facts as TeacherRecord, count: cohort.data.count, row: null } : null;
}
