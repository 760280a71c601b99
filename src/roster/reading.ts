import { ISSUE_CODES, type Issue } from '../facts/issue.ts';
import type { TeacherRecord } from '../facts/teacher-schema.ts';

/**
 * What can be wrong with a cell as such:
 *
 * - `error-cell`: one of the spreadsheet's own errors, `#REF!`; `formula-without-value`: a formula saved without its result.
 * - `digits-lost`: a number that names somebody, of which a spreadsheet has kept the first fifteen digits at most: `6.4E+17`.
 * - `turned-into-date`: a text that a spreadsheet took for a date; `date-as-number`: a date that is shown as the number it is kept as.
 * - `ambiguous-month`: `2025.1`, January or October.
 * - `invalid-identity`: no number of an identity card, by its length, its date or its check character; `identity-as-id`: such a number
 *   where a staff number belongs.
 * - `merged-number`: an amount in a cell that is merged over several people: whose is it?
 */
export const CELL_CODES = [
  'error-cell',
  'formula-without-value',
  'digits-lost',
  'turned-into-date',
  'date-as-number',
  'ambiguous-month',
  'invalid-identity',
  'identity-as-id',
  'merged-number',
] as const;
export type CellFaultCode = (typeof CELL_CODES)[number];

/**
 * What else can be wrong with a sheet besides the values of its people:
 *
 * - `no-header`: no row names the facts; `missing-column`: there is no column for the staff number; `duplicate-column`: two columns
 *   for one meaning; `malformed-csv`: a quote that is not closed. With one of these, nobody is read.
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
  'extra-cells',
  'no-such-person',
  'not-monthly',
  'duplicate-identity',
  'identity-differs',
] as const;

/** Every code that a fault of a roster can have. */
export const FAULT_CODES = [...ISSUE_CODES, ...ROSTER_CODES] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One fault of a roster. It never has the content of a cell. */
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
 * Why rows were not read as rows of people: a title above or between them, a header (also one that is repeated), nothing in them that is read,
 * a total or a signature.
 */
export type SkipReason = 'title' | 'header' | 'blank' | 'footer';

/** Rows, one after the other, that were skipped for one reason. */
export interface SkippedRows {
  readonly part: number;
  readonly first: number;
  readonly last: number;
  readonly reason: SkipReason;
}

/** Where a row stands. */
export interface RowPlace {
  readonly part: number;
  readonly row: number;
}

/** A person, and where his changes stand, in their order; absent where he has none. */
export interface ReadTeacher {
  readonly record: TeacherRecord;
  readonly changeRows?: readonly RowPlace[];
}

/** What a roster says. */
export interface RosterReading {
  /** The people without a fault, in the order of their own rows. */
  readonly teachers: readonly (ReadTeacher & RowPlace)[];
  /** In order of row and column. Whoever has one is not among the teachers. */
  readonly faults: readonly RosterFault[];
  /** Every row of those who are not among the teachers, in order: what has to be mended. `id` is their staff number, if they have one. */
  readonly faultyRows: readonly ({ readonly id: string | null } & RowPlace)[];
  readonly skipped: readonly SkippedRows[];
}
