import type * as z from 'zod';
import type { Dictionary } from '../facts/dictionary.ts';
import { issuesOf } from '../facts/issue.ts';
import { foldName } from '../facts/place.ts';
import type { ChangeRecord, TeacherRecord } from '../facts/teacher-schema.ts';
import { DELIMITERS, parseCsv } from './csv.ts';
import { findHeader, type Header } from './header.ts';
import { gatherPeople, type Person } from './people.ts';
import type { RosterFault, RosterReading } from './reading.ts';
import { readRows } from './rows.ts';

/** A fault before its column is looked up. */
type FaultInRow = Omit<RosterFault, 'column'>;

/** The field of the request that the column of the month of a change becomes; it is no fact. */
const CHANGE_MONTH = 'from';

/**
 * Reads a roster from the text of a CSV file.
 *
 * @param text see `decodeText`
 * @param dictionary the facts that headers and values mean
 * @param schema what a teacher must be: `teacherSchema(dictionary, required)`
 */
export function readCsvRoster(text: string, dictionary: Dictionary, schema: z.ZodType<TeacherRecord>): RosterReading {
  for (const delimiter of DELIMITERS) {
    const { rows, malformed } = parseCsv(text, delimiter);
    if (!findHeader(rows, dictionary)) continue;
    if (malformed.length === 0) return readRoster(rows, dictionary, schema);
    return unreadable(malformed.map((row) => ({ row, column: null, fact: null, code: 'malformed-csv' })));
  }
  return unreadable([{ row: 1, column: null, fact: null, code: 'no-header' }]);
}

/**
 * Reads a roster from the rows of a sheet.
 *
 * A person of whom any row has a fault is left out as a whole, and every fault of his rows is told; the others go on.
 *
 * @param rows the cells as text, from the first row of the sheet
 */
export function readRoster(rows: readonly (readonly string[])[], dictionary: Dictionary, schema: z.ZodType<TeacherRecord>): RosterReading {
  const header = findHeader(rows, dictionary);
  if (!header) return unreadable([{ row: 1, column: null, fact: null, code: 'no-header' }]);
  const ofSheet = faultsOfHeader(header);
  if (ofSheet.length > 0) return unreadable(ofSheet, header.unmapped);

  const sheet = readRows(rows, header);
  const gathered = gatherPeople(sheet.people);
  const faults = [...gathered.faults];
  const teachers: { record: TeacherRecord; row: number }[] = [];
  for (const person of gathered.people) {
    const record = recordOf(person, dictionary);
    const found = faultsOf(person, record, dictionary, schema);
    if (found.length === 0) teachers.push({ record, row: person.base.row });
    faults.push(...found);
  }
  return { teachers, faults: inOrder(faults, header), skipped: sheet.skipped, unmapped: header.unmapped };
}

function unreadable(faults: RosterFault[], unmapped: readonly string[] = []): RosterReading {
  return { teachers: [], faults, skipped: [], unmapped };
}

function faultsOfHeader({ row, columns, duplicates }: Header): RosterFault[] {
  const faults = duplicates.map(
    ({ header, fact }): RosterFault => ({ row, column: header, fact: fact?.id ?? null, code: 'duplicate-column' }),
  );
  if (!columns.some(({ fact }) => fact?.id === 'id')) faults.push({ row, column: null, fact: 'id', code: 'missing-column' });
  return faults;
}

/** The person as a request has him; facts that never change stay out of the changes. */
function recordOf({ base, changes }: Person, dictionary: Dictionary): TeacherRecord {
  const record: TeacherRecord = Object.fromEntries(base.values);
  if (changes.length > 0) {
    record.changes = changes.map(({ from, values }): ChangeRecord => {
      const monthly = [...values].filter(([id]) => dictionary.byId.get(id)?.monthly);
      return { from, ...Object.fromEntries(monthly) };
    });
  }
  return record;
}

function faultsOf(person: Person, record: TeacherRecord, dictionary: Dictionary, schema: z.ZodType<TeacherRecord>): FaultInRow[] {
  const { base, changes } = person;
  const faults: FaultInRow[] = [base, ...changes].flatMap((row) => row.faults);
  for (const change of changes) {
    for (const [fact, value] of change.values) {
      if (fact === 'id' || dictionary.byId.get(fact)?.monthly || sameValue(value, base.values.get(fact))) continue;
      faults.push({ row: change.row, fact, code: 'not-monthly' });
    }
  }
  const parsed = schema.safeParse(record);
  if (parsed.success) return faults;
  for (const { path, ...issue } of issuesOf(parsed.error)) {
    const [first, index, inChange] = path;
    const change = first === 'changes' && typeof index === 'number' ? changes[index] : undefined;
    const fact = change ? inChange : first;
    faults.push({ row: (change ?? base).row, fact: fact === undefined ? null : String(fact), ...issue });
  }
  return faults;
}

/** A row of changes may repeat the name and whatever else never changes. */
function sameValue(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' ? foldName(a) === foldName(b) : a === b;
}

function inOrder(faults: readonly FaultInRow[], { columns }: Header): RosterFault[] {
  const placed = faults.map((fault) => {
    const isMonth = fault.fact === CHANGE_MONTH;
    const column = columns.find(({ fact }) => (isMonth ? fact === null : fact !== null && fact.id === fault.fact));
    const full: RosterFault = { ...fault, column: column?.header ?? null, fact: isMonth ? null : fault.fact };
    return { full, at: column?.index ?? -1 };
  });
  return placed.sort((a, b) => a.full.row - b.full.row || a.at - b.at).map(({ full }) => full);
}
