import type { Policy } from '../../policy/policy.ts';
import { type ReadTeacher, readTeacher } from '../teacher/read-teacher.ts';

/** Reads teachers who come again in each year of a period; they are checked when they come first. */
export function readOnce(): (policy: Policy, record: unknown) => ReadTeacher {
  const known = new WeakMap<object, ReadTeacher>();
  return (policy, record) => {
    if (typeof record !== 'object' || record === null) return readTeacher(policy, record);
    let read = known.get(record);
    if (!read) {
      read = readTeacher(policy, record);
      // codes are those of the teacher who was read last
      if ('teacher' in read) read = { ...read, coded: null };
      known.set(record, read);
    }
    return read;
  };
}
