import { readTeacher } from '../../../contract/teacher/read-teacher.ts';
import type { Issue } from '../../../facts/issue.ts';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { RosterFault } from '../../../roster/cells/roster-import.ts';
import type { LostPeople } from '../protocol/orders.ts';
import type { RosterTeacher } from '../protocol/people.ts';

/**
 * Reads stored people again: the rules, or what this program stores of people, may have changed since.
 *
 * @returns those who still fit, and the faults of the others
 */
export function readKeptPeople(policy: Policy, kept: readonly unknown[]): { teachers: RosterTeacher[]; lost: LostPeople } {
  const teachers: RosterTeacher[] = [];
  const faults: RosterFault[] = [];
  for (const one of kept) {
    const { record = null, row = null } = Object(one) as { readonly record?: unknown; readonly row?: unknown };
    const place = typeof row === 'number' ? row : null;
    const read = readTeacher(policy, record);
    if ('teacher' in read) teachers.push({ record: record as TeacherRecord, row: place });
    else faults.push(...read.issues.map((issue) => faultOf(issue, policy, place ?? 0)));
  }
  return { teachers, lost: { people: kept.length - teachers.length, faults } };
}

/** A fault without a cell: the sheet is not at hand. A fact that no longer exists keeps its old name. */
function faultOf({ path, code, params }: Issue, { dictionary }: Policy, row: number): RosterFault {
  const name = path.findLast((step) => typeof step === 'string') ?? null;
  const isFact = typeof name === 'string' && dictionary.byId.has(name);
  return {
    part: 0,
    row,
    cell: null,
    column: isFact ? null : (name as string | null),
    fact: isFact ? name : null,
    code,
    ...(params && { params }),
  };
}
