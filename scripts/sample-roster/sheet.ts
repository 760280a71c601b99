import { type Dictionary, type Fact, factOf } from '../../src/facts/dictionary.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { CHANGE_HEADER } from '../../src/roster/cells/meaning.ts';

/** The header row of a roster with these facts. */
export function headerCells(dictionary: Dictionary, facts: readonly string[]): string[] {
  return [...facts.map((id) => factOf(dictionary, id).label.zh), CHANGE_HEADER];
}

/** The rows of one person: his own, then one for each change. Facts outside the columns are left out. */
export function personCells(dictionary: Dictionary, facts: readonly string[], record: TeacherRecord): string[][] {
  const cells = (values: Record<string, unknown>) => facts.map((id) => cellOf(factOf(dictionary, id), values[id]));
  return [[...cells(record), ''], ...(record.changes ?? []).map((change) => [...cells({ ...change, id: record.id }), change.from])];
}

function cellOf(fact: Fact, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (fact.type === 'enum') return fact.values[String(value)]?.zh ?? String(value);
  if (fact.type === 'boolean') return value ? '是' : '否';
  return String(value);
}
