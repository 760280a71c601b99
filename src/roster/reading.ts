import { ISSUE_CODES, type Issue } from '../facts/issue.ts';
import type { TeacherRecord } from '../facts/teacher-schema.ts';

/**
 * What can be wrong with a sheet besides the values of its people:
 *
 * - `no-header`: no row names the facts; `missing-column`: there is no column for the staff number; `duplicate-column`: one header
 *   twice; `malformed-csv`: a quote that is not closed. With one of these, nobody is read.
 * - `extra-cells`: the row is longer than the header row, so that its cells have slipped.
 * - `no-such-person`: a change of somebody who has no row of his own.
 * - `not-monthly`: a change names another value of a fact that cannot change during the year.
 */
export const ROSTER_CODES = [
  'no-header',
  'missing-column',
  'duplicate-column',
  'malformed-csv',
  'extra-cells',
  'no-such-person',
  'not-monthly',
] as const;

/** Every code that a fault of a roster can have. */
export const FAULT_CODES = [...ISSUE_CODES, ...ROSTER_CODES] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One fault of a roster. */
export interface RosterFault {
  /** The row of the sheet, 1-based. */
  readonly row: number;
  /** The header of the column as it stands in the sheet; `null` for the row as a whole, and where the sheet has no such column. */
  readonly column: string | null;
  /** The id of the fact; `null` where it is about none. */
  readonly fact: string | null;
  readonly code: FaultCode;
  readonly params?: NonNullable<Issue['params']>;
}

/** Why a row was not read as one of a person. */
export type SkipReason = 'title' | 'header' | 'blank' | 'footer';

/** What a roster says. */
export interface RosterReading {
  /** The people without a fault, in the order of their own rows. */
  readonly teachers: readonly { readonly record: TeacherRecord; readonly row: number }[];
  /** In order of row and column. Whoever has one is not among the teachers. */
  readonly faults: readonly RosterFault[];
  /** Rows that are about nobody: titles, a header repeated, blank rows, totals and signatures. */
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason }[];
  /** Headers whose columns were not read. */
  readonly unmapped: readonly string[];
}
