/**
 * The kind of a cell. A CSV has no kinds, so all its cells are `csv`. `error` is one of Excel's own errors (`#REF!`), `no-value` a formula
 * saved without its result.
 */
export type CellKind = 'blank' | 'csv' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'no-value';

/** A row that is not empty. */
export interface Row {
  /** 1-based, as the spreadsheet numbers it. */
  readonly number: number;
  /** The text of the cells from the first column on; a date is `YYYY-MM-DD`, a boolean `TRUE` or `FALSE`, a number keeps its digits. */
  readonly cells: readonly string[];
  /** One letter for each cell, see {@link kindOf}; absent where the file is a CSV. */
  readonly kinds?: string;
}

/** Cells that are shown as one: rows 1-based, columns 0-based, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet as in its file, before any interpretation. */
export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  /** Its name; empty for a CSV. */
  readonly name: string;
  /** Empty rows are left out. */
  readonly rows: readonly Row[];
  /** In order of their first row. */
  readonly merges: readonly Merge[];
  /** Rows of a CSV whose quotes do not match: what follows them may have been taken for one cell. */
  readonly malformed: readonly number[];
  /** How many of the rows are hidden, for example by a filter. They are read like the others. */
  readonly hiddenRows: number;
  /** How many of the rows have struck-out text. They are read like the others. */
  readonly struckRows?: number;
  /** The text of cell comments, which are not read as data. */
  readonly comments?: readonly string[];
}

/** The letters of kinds in {@link Row.kinds}. */
export const KIND_LETTERS = { blank: '-', text: 't', number: 'n', date: 'd', boolean: 'b', error: 'e', 'no-value': 'f' } as const;

const KINDS: ReadonlyMap<string, CellKind> = new Map(
  Object.entries(KIND_LETTERS).map(([kind, letter]) => [letter, kind as keyof typeof KIND_LETTERS]),
);

/** The kind of the cell at this index. */
export function kindOf({ cells, kinds }: Row, index: number): CellKind {
  if (kinds !== undefined) return KINDS.get(kinds[index] ?? '') ?? 'blank';
  return (cells[index] ?? '') === '' ? 'blank' : 'csv';
}

/** The letters of a column, by its index. @example columnName(27) // "AB" */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The address of a cell, as the spreadsheet shows it. @example cellName(12, 2) // "C12" */
export function cellName(row: number, index: number): string {
  return `${columnName(index)}${row}`;
}

/** Reads the address of a cell; `null` if no sheet can have such an address. @example parseCellName('C12') // {row: 12, index: 2} */
export function parseCellName(text: string): { row: number; index: number } | null {
  let column = 0;
  let row = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90 && row === 0) column = column * 26 + code - 64;
    else if (code >= 48 && code <= 57 && column > 0) row = row * 10 + code - 48;
    else return null;
  }
  return column >= 1 && column <= 16_384 && row >= 1 && row <= 1_048_576 ? { row, index: column - 1 } : null;
}
