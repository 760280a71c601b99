import type { Issue } from '../../facts/issue.ts';
import { ISSUE_CODES } from '../../facts/issue-codes.ts';
import type { TeacherRecord } from '../../facts/teacher-schema.ts';

/**
 * What can be wrong with a cell as such:
 *
 * - `error-cell`: one of the spreadsheet's own errors, `#REF!`; `formula-without-value`: a formula saved without its result.
 * - `hidden-decimals`: a number with more decimals than money has, of which the cell may show two.
 *   `too-many-decimals`: a number with more decimals than the four that are kept.
 * - `unit-in-cell`: an amount in another unit than its column; `unit-doubtful`: one that cannot be in the unit of its column.
 * - `date-without-day`: a month where a day is needed.
 * - `nothing-above`: 同上 where there is nothing above, or where it cannot be meant, as for a number.
 * - `digits-lost`: a number that names somebody, of which a spreadsheet has kept the first fifteen digits at most: `6.4E+17`.
 * - `turned-into-date`, `turned-into-boolean`: a text that a spreadsheet took for a date, for true or false; `date-as-number`: a date
 *   that is shown as the number it is kept as.
 * - `ambiguous-month`: `2025.1`, January or October.
 * - `invalid-identity`: no number of an identity card, by its length, its date or its check character; `identity-as-id`: such a number
 *   where a staff number belongs.
 * - `merged-number`: an amount in a cell that is merged over several people: whose is it?
 */
export const CELL_CODES = [
  'error-cell',
  'formula-without-value',
  'hidden-decimals',
  'too-many-decimals',
  'unit-in-cell',
  'unit-doubtful',
  'date-without-day',
  'nothing-above',
  'digits-lost',
  'turned-into-date',
  'unclear-periods',
  'turned-into-boolean',
  'date-as-number',
  'ambiguous-month',
  'invalid-identity',
  'identity-as-id',
  'merged-number',
] as const;
export type CellFaultCode = (typeof CELL_CODES)[number];

/**
 * Notes on cells that exclude nobody:
 *
 * - `converted`: an amount in another unit, now yuan; `taken-as`: a spelling that could mean something else as well.
 * - `dash`: a stroke, taken for a blank; `ditto`: 同上, taken for what stands above.
 * - `month-of-employment`: a day of arrival or leaving that is known by its month alone, taken for the month from or to which the person
 *   is employed.
 *   `month-overruled`: one that is not the month of employment that the person's row gives, which counts.
 * - `not-needed`: what cannot be read, in a column that no rule reads. The cell is left out.
 */
export const CELL_NOTES = ['converted', 'taken-as', 'dash', 'ditto', 'month-of-employment', 'month-overruled', 'not-needed'] as const;
export type CellNoteCode = (typeof CELL_NOTES)[number];

/** A note on cells of a column that have something in common. */
export interface CellNote {
  readonly part: number;
  readonly code: CellNoteCode;
  /** The header of the column. */
  readonly column: string;
  /** How many cells, and the addresses of the first of them. */
  readonly count: number;
  readonly cells: readonly string[];
  /**
   * Of `converted` the `unit` and, of the first cell, `from` and `to`; of `taken-as` the `text` and what it is taken `as`; of `dash` the
   * `text`.
   */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * What else can be wrong with a sheet besides the values of its people:
 *
 * - `no-header`: no row names the facts; `missing-column`: there is no column for the staff number; `duplicate-column`: two columns
 *   for one meaning; `malformed-csv`: a quote that is not closed. With one of these, nobody is read.
 * - `other-header`: a header below the first, at this row, has its columns in another order than that of `row`.
 * - `side-by-side`: people stand in several blocks beside one another, so that two columns have every meaning.
 * - `flags-differ`: columns of yes and no contradict one another, or the column of the fact itself.
 * - `extra-cells`: the row is longer than the header row, so that its cells have slipped.
 * - `no-such-person`: a change of somebody who has no row of his own.
 * - `not-monthly`: a change names another value of a fact that cannot change during the year.
 * - `duplicate-identity`: one identity card in the rows of several people; `identity-differs`: another identity card in a change than
 *   in the person's own row.
 */
export const ROSTER_CODES = [
  ...CELL_CODES,
  'no-header',
  'missing-column',
  'duplicate-column',
  'malformed-csv',
  'side-by-side',
  'other-header',
  'flags-differ',
  'extra-cells',
  'no-such-person',
  'not-monthly',
  'duplicate-identity',
  'identity-differs',
] as const;

/** Every code that a fault of a roster can have. */
export const FAULT_CODES = [...ISSUE_CODES, ...ROSTER_CODES] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One fault of a roster. It never contains the content of a cell. */
export interface RosterFault {
  /** Which of the sheets that were read together, by its index. */
  readonly part: number;
  /** The row of the sheet, 1-based. */
  readonly row: number;
  /** The address of the cell, `C12`; `null` for the row as a whole, and where the sheet has no such column. */
  readonly cell: string | null;
  /** The header of the column as it stands in the sheet; `null` where `cell` is. */
  readonly column: string | null;
  /** The id of the fact; `null` where it is about none. */
  readonly fact: string | null;
  readonly code: FaultCode;
  readonly params?: NonNullable<Issue['params']>;
}

/**
 * Why rows were not read as rows of people: a title above or between them, a header (also one that is repeated, or the numbers of columns),
 * nothing in them that is read, a total or a signature, an example of how to fill in.
 */
export const SKIP_REASONS = ['title', 'header', 'blank', 'footer', 'example'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Rows, one after the other, that were skipped for one reason. */
export interface SkippedRows {
  readonly part: number;
  readonly first: number;
  readonly last: number;
  readonly reason: SkipReason;
}

/** The place of a row. */
export interface RowPlace {
  readonly part: number;
  readonly row: number;
}

/** A person, with the places of his changes in order; absent if there are none. */
export interface ReadTeacher {
  readonly record: TeacherRecord;
  readonly changeRows?: readonly RowPlace[];
}

/** A roster that was read. */
export interface RosterImport {
  /** The people without a fault, in the order of their own rows. */
  readonly teachers: readonly (ReadTeacher & RowPlace)[];
  /** By row and column. People with a fault are not among the teachers. */
  readonly faults: readonly RosterFault[];
  /** Every row of the people left out, in order: what has to be fixed. `id` is their staff number, if they have one. */
  readonly faultyRows: readonly ({ readonly id: string | null } & RowPlace)[];
  readonly skipped: readonly SkippedRows[];
  /** By sheet and column. */
  readonly notes: readonly CellNote[];
}

/** An import in which nobody could be read. */
export function unreadable(faults: readonly RosterFault[]): RosterImport {
  return { teachers: [], faults, faultyRows: [], skipped: [], notes: [] };
}
