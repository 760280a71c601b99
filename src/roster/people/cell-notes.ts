import type { CellNote, CellNoteCode } from '../cells/roster-import.ts';
import { cellName } from '../sheet/sheet.ts';

/** The most cells named; beyond that only the count grows. */
const MOST_NAMED = 5;

/** The place of a cell with a note. */
export interface NotedCell {
  readonly part: number;
  readonly row: number;
  /** The column: its place and its header. */
  readonly index: number;
  readonly header: string;
}

type OpenNote = CellNote & { count: number; readonly cells: string[] };

/** Gathers the notes on cells: one for all cells of a column with the same note. */
export class CellNotes {
  readonly #notes = new Map<string, OpenNote>();

  /** Notes a cell. @param kind distinguishes cells with the same code, if needed */
  add({ part, row, index, header }: NotedCell, code: CellNoteCode, params: CellNote['params'] = {}, kind = ''): void {
    const key = [part, index, code, kind].join(' ');
    const note = this.#notes.get(key) ?? { part, code, column: header, count: 0, cells: [], params };
    note.count++;
    if (note.cells.length < MOST_NAMED) note.cells.push(cellName(row, index));
    this.#notes.set(key, note);
  }

  /** The notes, in the order of their first cells. */
  get all(): readonly CellNote[] {
    return [...this.#notes.values()];
  }
}
