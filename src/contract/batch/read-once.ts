import type { Policy } from '../../policy/policy.ts';
import { type ReadTeacher, readTeacher } from '../teacher/read-teacher.ts';

/** Reads teachers who occur in each year of a period; each is validated the first time only. */
export function readOnce(): (policy: Policy, record: unknown) => ReadTeacher {
  const known = new WeakMap<object, ReadTeacher>();
  return (policy, record) => {
    if (typeof record !== 'object' || record === null) return readTeacher(policy, record);
    let read = known.get(record);
    if (!read) {
      read = readTeacher(policy, record);
      // The codes belong to the teacher read last.
      if ('teacher' in read) read = { ...read, coded: null };
      known.set(record, read);
    }
    return read;
  };
}
