import type { CellNote, CellNoteCode } from '../cells/roster-import.ts';
import { cellName } from '../sheet/sheet.ts';

/** So many cells are named; of more, only how many there are. */
const MOST_NAMED = 5;

/** Where a cell stands that something is told of. */
export interface NotedCell {
  readonly part: number;
  readonly row: number;
  /** The column: its place and its header. */
  readonly index: number;
  readonly header: string;
}

type OpenNote = CellNote & { count: number; readonly cells: string[] };

/** Gathers what is told of cells: one note for those of a column that have the same to tell. */
export class CellNotes {
  readonly #notes = new Map<string, OpenNote>();

  /** Notes a cell. @param kind by what cells of one code are told apart, if by anything */
  add({ part, row, index, header }: NotedCell, code: CellNoteCode, params: CellNote['params'] = {}, kind = ''): void {
    const key = [part, index, code, kind].join(' ');
    const note = this.#notes.get(key) ?? { part, code, column: header, count: 0, cells: [], params };
    note.count++;
    if (note.cells.length < MOST_NAMED) note.cells.push(cellName(row, index));
    this.#notes.set(key, note);
  }

  /** The notes, in the order in which their first cells were told. */
  get all(): readonly CellNote[] {
    return [...this.#notes.values()];
  }
}
