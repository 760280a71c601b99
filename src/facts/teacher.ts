import type { MonthIndex } from '../calendar/month.ts';
import { parseMonth } from '../calendar/month.ts';
import type { Dictionary, Fact, FactValue } from './dictionary.ts';
import type { TeacherRecord } from './teacher-schema.ts';
import { encodeFact } from './value.ts';

/** One teacher as the engine reads it: a row of facts as given, and what changes when, in order of month. */
export interface Teacher {
  /** One value per fact of the dictionary, `null` where not given; defaults are not yet applied. */
  readonly base: readonly FactValue[];
  readonly changes: readonly Change[];
}

export interface Change {
  readonly from: MonthIndex;
  /** The facts that the change names, with their new values; `null` where no longer known. */
  readonly named: readonly (readonly [fact: Fact, value: FactValue])[];
}

/**
 * Encodes a teacher.
 *
 * @param dictionary the facts in whose order the row is written
 * @param record a teacher that its schema has found valid
 */
export function encodeTeacher(dictionary: Dictionary, record: TeacherRecord): Teacher {
  const base: FactValue[] = new Array(dictionary.facts.length).fill(null);
  for (const fact of dictionary.facts) base[fact.index] = encodeFact(fact, record[fact.id]);
  const changes = (record.changes ?? []).map((change): Change => {
    const named = dictionary.facts.filter((fact) => fact.monthly && change[fact.id] !== undefined);
    return { from: parseMonth(change.from) as MonthIndex, named: named.map((fact) => [fact, encodeFact(fact, change[fact.id])]) };
  });
  return { base, changes: changes.sort((a, b) => a.from - b.from) };
}
