import type { Dimension } from '../../../budget/dimensions.ts';
import type { Moved, PeopleFilter } from '../../../budget/select-people.ts';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { Placement } from '../../../facts/placements.ts';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import type { RowPlace } from '../../../roster/cells/roster-import.ts';

/** A person in a roster, with the row of the sheet if it is known. */
export interface RosterTeacher {
  readonly record: TeacherRecord;
  readonly row: number | null;
  /** The part of the file and the rows of the changes, as long as the file is open. */
  readonly part?: number;
  readonly changeRows?: readonly RowPlace[];
}

/** A person in a budget, by index in the roster read last or among the cohorts of the request. It does not identify anybody. */
export type PersonHandle = { readonly teacher: number } | { readonly cohort: number };

/** The columns by which a list of people can be sorted. */
export const PEOPLE_COLUMNS = ['id', 'name', 'school', 'count', 'amount', 'personal', 'institution', 'moved', 'missing'] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** The effect of a scenario on a person. */
export const WAYS = ['gaining', 'losing', 'unchanged'] as const satisfies readonly Moved['way'][];

/** A query for a list of people: the part of the budget, the filter, the order, and the lines to return. */
export interface PeopleQuery {
  readonly filter: PeopleFilter;
  /** A part of a name or a staff number. */
  readonly search?: string;
  /** In the order of the roster if absent, cohorts last. */
  readonly sort?: { readonly by: PeopleColumn; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

/** One line of a list. Amounts are yuan as on the wire, and cover the whole cohort. */
export interface PersonRow {
  readonly handle: PersonHandle;
  readonly count: number;
  /** `null` for a cohort. */
  readonly id: string | null;
  readonly name: string | null;
  /** The person's values in the months in question, in order; more than one value if something changed. */
  readonly placed: Readonly<Record<Placement, readonly (string | null)[]>>;
  /** The part of the amount that is being looked at. */
  readonly amount: string;
  readonly personal: string;
  readonly institution: string;
  /** How much more the person is paid in the chosen scenario; `null` if none is chosen. */
  readonly moved: string | null;
  /** The number of missing inputs. */
  readonly missing: number;
}

/** The lines asked for, and the sums of all matches. */
export interface PeopleList {
  readonly rows: readonly PersonRow[];
  /** The number of lines in all. */
  readonly total: number;
  readonly headcount: number;
  readonly amount: string;
  readonly personal: string;
  readonly institution: string;
  readonly moved: string | null;
}

/** A group of a part of a budget. */
export interface PeopleGroup {
  /** A fact's value, the id of an allowance, or a month as on the wire; `null` if the fact is not known. */
  readonly key: string | null;
  readonly headcount: number;
  readonly amount: string;
}

/** A part of a budget by one dimension; the amounts of the groups sum to that of the part. */
export interface PeopleGroups {
  readonly dimension: Dimension;
  readonly groups: readonly PeopleGroup[];
}

/** What one person is entitled to and why, and the facts it was computed from. */
export interface PersonAnswer {
  readonly result: EntitlementResult;
  readonly record: TeacherRecord;
  readonly count: number;
  /** The row of the sheet; `null` for a cohort, and when the sheet is no longer open. */
  readonly row: number | null;
}
