import type * as z from 'zod';
import type { Dictionary } from '../../facts/dictionary.ts';
import { issuesOf } from '../../facts/issue.ts';
import { foldName } from '../../facts/place.ts';
import type { ChangeRecord, TeacherRecord } from '../../facts/teacher-schema.ts';
import { CHANGE_MONTH, factOfMeaning } from '../cells/meaning.ts';
import { type RosterImport, unreadable } from '../cells/roster-import.ts';
import type { Work } from '../sheet/progress.ts';
import { CellNotes } from './cell-notes.ts';
import { gatherPeople, idOf, type Person } from './people.ts';
import { byPlace, columnOf, placeFault } from './place-fault.ts';
import { type FaultInRow, type PersonRow, type RosterPart, readRows } from './rows.ts';
import { faultsOfSheet } from './sheet-faults.ts';

/** The request field that the column of the month of change becomes; it is not a fact. */
const CHANGE_FIELD = 'from';
/** The number of people checked between two reports of progress. */
const PEOPLE_AT_A_TIME = 1_000;

type PlacedFault = FaultInRow & { readonly part: number };

/**
 * Reads a roster from one sheet or several: those of a workbook, or one and the fixed rows of it.
 *
 * A person with a fault in any row is left out as a whole, and every fault of his rows is reported; the others are kept. If a sheet as such
 * cannot be read, nobody is.
 *
 * @param dictionary the facts that values mean
 * @param schema what a teacher must be: `teacherSchema(dictionary, required)`
 * @param needed the facts that a rule may read; what cannot be read in the column of another is noted, left out, and holds nobody up.
 *   Without
 *   it, every fact is needed.
 */
export function* readRoster(
  parts: readonly RosterPart[],
  dictionary: Dictionary,
  schema: z.ZodType<TeacherRecord>,
  needed?: ReadonlySet<string>,
): Work<RosterImport> {
  const ofSheets = parts.flatMap((part, index) => faultsOfSheet(part, index));
  if (ofSheets.length > 0) return unreadable(ofSheets);

  const rows: PersonRow[] = [];
  const notes = new CellNotes();
  const skipped: RosterImport['skipped'][number][] = [];
  for (const [index, part] of parts.entries()) {
    const read = yield* readRows(part, index, dictionary, notes);
    for (const row of read.people) rows.push(row);
    skipped.push(...read.skipped);
  }

  const { people, strays } = gatherPeople(rows, (row, seenFrom) => nameRow(row, seenFrom, parts));
  const faults: PlacedFault[] = [];
  const faultyRows: RosterImport['faultyRows'][number][] = [];
  const teachers: RosterImport['teachers'][number][] = [];
  for (const [index, person] of people.entries()) {
    if (index % PEOPLE_AT_A_TIME === 0) yield { step: 'check', done: index, total: people.length };
    const record = recordOf(person, dictionary);
    const found = settle(person, record, dictionary, schema, needed, (fault) => noteUnneeded(fault, parts, notes));
    const { part, row } = person.base;
    if (found.length === 0) {
      teachers.push({ record, part, row, ...changeRowsOf(person) });
      continue;
    }
    for (const fault of found) faults.push(fault);
    const id = typeof record.id === 'string' ? record.id : null;
    for (const each of [person.base, ...person.changes]) faultyRows.push({ part: each.part, row: each.row, id });
  }
  for (const stray of strays) {
    const { part, row } = stray;
    const id = stray.hasOwnId ? idOf(stray) : null;
    faults.push(...ofRow(stray), { part, row, fact: 'id', code: stray.hasOwnId && id === null ? 'required' : 'no-such-person' });
    faultyRows.push({ part, row, id });
  }
  return {
    teachers,
    faults: faults.map((fault) => placeFault(fault, parts)).sort(byPlace),
    faultyRows: faultyRows.sort((a, b) => a.part - b.part || a.row - b.row),
    skipped,
    notes: notes.all,
  };
}

function changeRowsOf({ changes }: Person): Pick<RosterImport['teachers'][number], 'changeRows'> {
  return changes.length > 0 ? { changeRows: changes.map(({ part, row }) => ({ part, row })) } : {};
}

/** The faults in columns that no rule reads. */
function noteUnneeded(fault: PlacedFault, parts: readonly RosterPart[], notes: CellNotes): void {
  const column = columnOf(fault.fact, parts[fault.part]);
  if (column) notes.add({ ...column, part: fault.part, row: fault.row }, 'not-needed');
}

/** Names a row by its number, and by the name of its sheet if that is another one. */
function nameRow({ part, row }: PersonRow, seenFrom: PersonRow, parts: readonly RosterPart[]): string {
  if (part === seenFrom.part) return String(row);
  return `${parts[part]?.sheet.name || `#${part + 1}`}!${row}`;
}

/** The person as a request has him; facts that never change stay out of the changes. */
function recordOf({ base, changes }: Person, dictionary: Dictionary): TeacherRecord {
  const record: TeacherRecord = base.values;
  if (changes.length > 0) {
    record.changes = changes.map(({ from, values }): ChangeRecord => {
      const monthly = Object.entries(values).filter(([id]) => dictionary.byId.get(id)?.monthly);
      return { from, ...Object.fromEntries(monthly) };
    });
  }
  return record;
}

const ofRow = ({ part, faults }: PersonRow): PlacedFault[] => faults.map((fault) => ({ ...fault, part }));

/**
 * The faults of a person. Faulty facts that no rule reads are removed from the record instead.
 *
 * @param note receives each fault that is ignored
 */
function settle(
  person: Person,
  record: TeacherRecord,
  dictionary: Dictionary,
  schema: z.ZodType<TeacherRecord>,
  needed: ReadonlySet<string> | undefined,
  note: (fault: PlacedFault) => void,
): PlacedFault[] {
  const found = faultsOf(person, record, dictionary, schema);
  if (!needed || found.length === 0) return found;
  const isNeeded = ({ fact }: PlacedFault) => {
    const id = fact === null || fact === 'id' ? undefined : factOfMeaning(fact, dictionary)?.id;
    return id === undefined || needed.has(id);
  };
  const unneeded = found.filter((fault) => !isNeeded(fault));
  if (unneeded.length === 0) return found;
  for (const fault of unneeded) {
    note(fault);
    for (const place of [person.base, ...person.changes]) {
      if (place.part === fault.part && place.row === fault.row) delete place.values[factOfMeaning(fault.fact ?? '', dictionary)?.id ?? ''];
    }
  }
  recordOf(person, dictionary);
  return found.filter(isNeeded);
}

function faultsOf(person: Person, record: TeacherRecord, dictionary: Dictionary, schema: z.ZodType<TeacherRecord>): PlacedFault[] {
  const { base, changes } = person;
  const faults: PlacedFault[] = [...ofRow(base), ...changes.flatMap(ofRow), ...person.faults];
  for (const change of changes) {
    for (const [fact, value] of Object.entries(change.values)) {
      if (fact === 'id' || dictionary.byId.get(fact)?.monthly || sameValue(value, base.values[fact])) continue;
      faults.push({ part: change.part, row: change.row, fact, code: 'not-monthly' });
    }
  }
  const parsed = schema.safeParse(record);
  if (parsed.success) return faults;
  const ofCells = new Set(faults.map(keyOf));
  for (const { path, ...issue } of issuesOf(parsed.error)) {
    const [first, index, inChange] = path;
    const change = first === 'changes' && typeof index === 'number' ? changes[index] : undefined;
    const field = change ? inChange : first;
    const fact = field === undefined ? null : field === CHANGE_FIELD && change ? CHANGE_MONTH : String(field);
    const { part, row } = change ?? base;
    const fault: PlacedFault = { part, row, fact, ...issue };
    // An unreadable cell has no value; that need not be reported as well.
    if (!ofCells.has(keyOf(fault))) faults.push(fault);
  }
  return faults;
}

const keyOf = ({ part, row, fact }: PlacedFault) => `${part} ${row} ${fact}`;

/** A row of changes may repeat the name and whatever else never changes. */
function sameValue(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' ? foldName(a) === foldName(b) : a === b;
}
