import type { Dictionary } from '../../facts/dictionary.ts';
import { foldName } from '../../facts/place.ts';
import { isBounded } from '../../facts/value.ts';
import { CellFault, NotedValue, readValue } from '../cells/cell-value.ts';
import { DittoMarks } from '../cells/ditto.ts';
import { applyFlags, type SetFlag } from '../cells/flags.ts';
import { CHANGE_MONTH, type Flag, flagOf, IDENTITY } from '../cells/meaning.ts';
import { type EmploymentMonth, employmentMonth } from '../cells/month-only.ts';
import type { RosterFault, SkippedRows } from '../cells/roster-import.ts';
import { type CellReader, cellReader, changeMonthReader, flagReader, identityReader } from '../cells/values.ts';
import type { MappedColumn, Mapping } from '../columns/mapping.ts';
import { rowsWithMerged } from '../sheet/merged.ts';
import type { Work } from '../sheet/progress.ts';
import type { Merge, Row, Sheet } from '../sheet/sheet.ts';
import type { CellNotes, NotedCell } from './cell-notes.ts';
import { rowJudge, SkippedList } from './skip.ts';

/** A sheet, and how to read it. */
export interface RosterPart {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  /** Rows to leave out, because they come again, fixed, in a later part. */
  readonly without?: ReadonlySet<number>;
}

/** A fault before its column is named; its `fact` can be any meaning of a column. */
export type FaultInRow = Omit<RosterFault, 'part' | 'cell' | 'column'>;

/** A row about one person: his own, or one of changes. */
export interface PersonRow {
  readonly part: number;
  /** 1-based. */
  readonly row: number;
  /** Whether the cell of the month of change is filled. */
  readonly isChange: boolean;
  /** The month of change, as far as it could be read. */
  readonly from: string;
  /** Whether the staff number, if there is one, is of the sheet; else it was made of where the row stands. */
  readonly hasOwnId: boolean;
  /** The values of the cells that are filled, by fact. */
  readonly values: Record<string, unknown>;
  /** The number of the identity card in its one form; `null` where there is none, or none that is right. */
  readonly identity: string | null;
  /** What is wrong with the row and its cells as such. */
  readonly faults: FaultInRow[];
}

/** The rows below a header, classified. */
export interface SheetRows {
  readonly people: readonly PersonRow[];
  readonly skipped: readonly SkippedRows[];
}

/** The number of rows between two reports of progress. */
const ROWS_AT_A_TIME = 1_000;

/** Reads the rows of a sheet below its header, each cell by the meaning of its column. */
export function* readRows(
  { sheet, mapping, without }: RosterPart,
  part: number,
  dictionary: Dictionary,
  notes: CellNotes,
): Work<SheetRows> {
  const people: PersonRow[] = [];
  const skipped = new SkippedList(part);
  skipped.startBelow(mapping.top, mapping.bottom);
  const judge = rowJudge(sheet, mapping);
  const columns = mapping.columns.flatMap((column): ReadColumn[] => {
    const read = readerOf(column, dictionary);
    const flag = flagOf(column.meaning, dictionary);
    return read ? [{ ...column, read, flag, isNumber: isNumber(column.meaning, dictionary) }] : [];
  });
  const context: RowContext = { part, columns, format: sheet.format, mapping, above: new DittoMarks(), notes };
  const shared = new Map<Merge, { readonly people: PersonRow[]; readonly fact: string }>();
  let done = 0;

  for (const { row, tall } of rowsWithMerged(sheet, mapping.bottom)) {
    if (++done % ROWS_AT_A_TIME === 0) yield { step: 'check', done, total: sheet.rows.length };
    const isLeftOut = without?.has(row.number) ?? false;
    const reason = isLeftOut ? null : judge(row);
    skipped.pass(row.number, reason);
    if (reason) continue;
    // Rows left out still count for "as above".
    if (isLeftOut) for (const { index, meaning } of columns) context.above.said(row, index, meaning);
    if (isLeftOut) continue;
    const person = readRow(row, context);
    people.push(person);
    for (const column of columns) {
      const merge = column.isNumber ? tall.get(column.index) : undefined;
      if (!merge) continue;
      const sharing = shared.get(merge) ?? { people: [], fact: column.meaning };
      sharing.people.push(person);
      shared.set(merge, sharing);
    }
  }
  for (const { people: sharing, fact } of shared.values()) refuseShared(sharing, fact);
  return { people, skipped: skipped.entries };
}

interface ReadColumn extends MappedColumn {
  readonly read: CellReader;
  readonly isNumber: boolean;
  /** The value that a column of yes and no is about. */
  readonly flag: Flag | null;
}

function readerOf({ meaning, amount }: MappedColumn, dictionary: Dictionary): CellReader | null {
  if (meaning === CHANGE_MONTH) return changeMonthReader;
  if (meaning === IDENTITY) return identityReader;
  const fact = dictionary.byId.get(meaning);
  if (fact) return cellReader(fact, amount?.unit);
  return flagOf(meaning, dictionary) ? flagReader : null;
}

function isNumber(meaning: string, { byId }: Dictionary): boolean {
  const fact = byId.get(meaning);
  return fact?.type === 'money' || (fact !== undefined && isBounded(fact));
}

/** The staff number of a person without one: the place of the row. */
function rowId(part: number, row: number): string {
  return part === 0 ? `row-${row}` : `row-${part + 1}-${row}`;
}

/** What all rows of a sheet share. */
interface RowContext {
  readonly part: number;
  readonly columns: readonly ReadColumn[];
  readonly format: Sheet['format'];
  readonly mapping: Mapping;
  readonly above: DittoMarks;
  readonly notes: CellNotes;
}

function readRow(row: Row, { part, columns, format, mapping: { ids, width }, above, notes }: RowContext): PersonRow {
  const values: Record<string, unknown> = {};
  const faults: FaultInRow[] = [];
  const flags: SetFlag[] = [];
  const months: (EmploymentMonth & { readonly place: NotedCell })[] = [];
  let from = '';
  let isChange = false;
  let identity: string | null = null;
  // In a CSV an extra comma shifts every later cell into the next column, even if the last one is blank.
  if (format === 'csv' && row.cells.length > width) {
    faults.push({ row: row.number, fact: null, code: 'extra-cells', params: { maximum: width } });
  }
  for (const { index, header, meaning, read, flag } of columns) {
    const place = { part, row: row.number, index, header };
    const said = above.said(row, index, meaning);
    if (!(said instanceof CellFault) && said.isDitto) notes.add(place, 'ditto');
    const told = said instanceof CellFault ? said : read(said.text, said.kind);
    if (told instanceof NotedValue) notes.add(place, told.code, told.params, told.code === 'taken-as' ? told.params.text : '');
    const value = readValue(told);
    if (value === undefined) continue;
    if (meaning === CHANGE_MONTH) isChange = true;
    const month = said instanceof CellFault ? null : employmentMonth(meaning, said.text, said.kind);
    if (month !== null) {
      months.push({ ...month, place });
    } else if (value instanceof CellFault) faults.push({ row: row.number, fact: meaning, code: value.code });
    else if (meaning === CHANGE_MONTH) from = String(value);
    else if (meaning === IDENTITY) identity = String(value);
    else if (!flag) values[meaning] = value;
    else if (typeof value === 'boolean') flags.push({ ...flag, meaning, isSet: value });
    else faults.push({ row: row.number, fact: meaning, code: 'wrong-type' });
  }
  for (const { fact, month, place } of months) {
    values[fact] ??= month;
    notes.add(place, values[fact] === month ? 'month-of-employment' : 'month-overruled');
  }
  for (const meaning of applyFlags(values, flags)) faults.push({ row: row.number, fact: meaning, code: 'flags-differ' });
  const hasOwnId = ids === 'column';
  if (!hasOwnId) values.id = rowId(part, row.number);
  return { part, row: row.number, isChange, from, hasOwnId, values, identity, faults };
}

/** Refuses an amount merged over several people, which is not the amount of each; over the rows of one person it is. */
function refuseShared(people: readonly PersonRow[], fact: string): void {
  const ids = new Set(people.map(({ values }) => (typeof values.id === 'string' ? foldName(values.id) : null)));
  if (people.length < 2 || (ids.size === 1 && !ids.has(null))) return;
  for (const { row, faults } of people) faults.push({ row, fact, code: 'merged-number' });
}
