import { IDENTITY, SPECIAL_MEANINGS } from '../cells/meaning.ts';
import type { RosterFault } from '../cells/roster-import.ts';
import type { MappedColumn } from '../columns/mapping.ts';
import { cellName } from '../sheet/sheet.ts';
import type { FaultInRow, RosterPart } from './rows.ts';

/** Finds the cell of a fault. */
export function placeFault({ fact, ...fault }: FaultInRow & { readonly part: number }, parts: readonly RosterPart[]): RosterFault {
  const column = columnOf(fact, parts[fault.part]);
  const cell = column ? cellName(fault.row, column.index) : null;
  return { ...fault, cell, column: column?.header ?? null, fact: factOfFault(fact) };
}

/** The fact that a fault about a meaning is about; of a flag the one that it is of; `null` of a special meaning. */
export function factOfFault(meaning: string | null): string | null {
  return meaning === null || SPECIAL_MEANINGS.includes(meaning) ? null : (meaning.split('=', 1)[0] ?? null);
}

/** The column of a sheet that a fault is in, by the fact or another meaning that it is about. */
export function columnOf(fact: string | null, part: RosterPart | undefined): MappedColumn | undefined {
  if (fact === null || !part) return undefined;
  const { columns, ids } = part.mapping;
  // If rows have no staff numbers of their own, people are identified by their identity cards.
  const meaning = fact === 'id' && ids === 'rows' ? IDENTITY : fact;
  return columns.find((column) => column.meaning === meaning);
}

/** Orders faults by sheet, row and column; those of a row as a whole come first. */
export function byPlace(a: RosterFault, b: RosterFault): number {
  return a.part - b.part || a.row - b.row || lengthOf(a.cell) - lengthOf(b.cell) || compare(a.cell ?? '', b.cell ?? '');
}

const lengthOf = (cell: string | null) => cell?.length ?? 0;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
