import type { Dimension } from '../../../budget/dimensions.ts';
import type { Moved, PeopleFilter } from '../../../budget/select-people.ts';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { Placement } from '../../../facts/placements.ts';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import type { RowPlace } from '../../../roster/cells/reading.ts';

/** Somebody of a roster, and the row of the sheet where it is known. */
export interface RosterTeacher {
  readonly record: TeacherRecord;
  readonly row: number | null;
  /** In which part of the file, and where the changes stand, as long as the file is open. */
  readonly part?: number;
  readonly changeRows?: readonly RowPlace[];
}

/** Somebody in a budget, by the place in the roster read last or among the cohorts of the request. It says nothing about who it is. */
export type PersonHandle = { readonly teacher: number } | { readonly cohort: number };

/** The columns by which a list of people can be sorted. */
export const PEOPLE_COLUMNS = ['id', 'name', 'school', 'count', 'amount', 'personal', 'institution', 'moved', 'missing'] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** What a scenario can do to somebody. */
export const WAYS = ['gaining', 'losing', 'unchanged'] as const satisfies readonly Moved['way'][];

/** A list of people: which part of the budget, who of them, in which order, and the lines that are looked at. */
export interface PeopleQuery {
  readonly filter: PeopleFilter;
  /** A part of a name or a staff number. */
  readonly search?: string;
  /** By the order of the roster where there is none, cohorts last. */
  readonly sort?: { readonly by: PeopleColumn; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

/** One line of a list; amounts are yuan as on the wire, of all who are alike. */
export interface PersonRow {
  readonly handle: PersonHandle;
  readonly count: number;
  /** `null` for a cohort. */
  readonly id: string | null;
  readonly name: string | null;
  /** What the person was in the months that are looked at, in their order; more than one value where something changed. */
  readonly placed: Readonly<Record<Placement, readonly (string | null)[]>>;
  /** The part that belongs to what is looked at. */
  readonly amount: string;
  readonly personal: string;
  readonly institution: string;
  /** How much more is paid to the person in the scenario that is looked at; `null` where none is. */
  readonly moved: string | null;
  /** How many things are missing. */
  readonly missing: number;
}

/** The lines asked for, and the sums of all that were found. */
export interface PeopleList {
  readonly rows: readonly PersonRow[];
  /** How many lines there are in all. */
  readonly total: number;
  readonly headcount: number;
  readonly amount: string;
  readonly personal: string;
  readonly institution: string;
  readonly moved: string | null;
}

/** A group of a part of a budget. */
export interface PeopleGroup {
  /** A fact's value, the id of an allowance, or a month of the wire; `null` where the fact is not known. */
  readonly key: string | null;
  readonly headcount: number;
  readonly amount: string;
}

/** A part of a budget by one dimension; the amounts sum to that of the part. */
export interface PeopleGroups {
  readonly dimension: Dimension;
  readonly groups: readonly PeopleGroup[];
}

/** What one person is entitled to and why, and the facts of which it was made. */
export interface PersonAnswer {
  readonly result: EntitlementResult;
  readonly record: TeacherRecord;
  readonly count: number;
  /** The row of the sheet; `null` for a cohort, and where the sheet is no longer at hand. */
  readonly row: number | null;
}
