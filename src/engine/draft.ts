import { type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { Stretch } from '../facts/timeline.ts';
import type { MissingInput, Note } from '../words/grammar/word.ts';
import type { Declined, MissingInMonths } from './item.ts';
import type { CompiledAllowance } from './plan.ts';

/** What is known about an allowance in one stretch of months. */
export interface Cell {
  readonly stretch: Stretch;
  /** Months of the stretch in which it could pay. */
  payable: MonthSet;
  readonly holds: boolean;
  readonly rateFen: number;
  readonly missingInputs: readonly MissingInput[];
  readonly notes: readonly Note[];
  /** Months in which a larger allowance is paid instead, and which one is, from the first of them on. */
  outranked: MonthSet;
  outrankedBy: readonly Outranking[];
  /** Months in which a rival may be paid instead, once its missing inputs are known. */
  possiblyOutranked: readonly PossibleOutranking[];
}

/** Months in which another allowance, the same in all of them, is the larger one. */
export interface Outranking {
  readonly by: string;
  readonly months: MonthSet;
}

/** The missing inputs of a rival in some months of a cell. */
export interface PossibleOutranking {
  readonly rival: Draft;
  readonly missingInputs: readonly MissingInput[];
  readonly months: MonthSet;
}

/** A condition that prevents payment: its place in file order, and the fact to report. */
export interface Obstacle {
  readonly at: number;
  readonly fact: string | null;
}

/** An allowance while a teacher's year is being judged. */
export interface Draft {
  readonly allowance: CompiledAllowance;
  /** The months in which it is in force; a stretch lies wholly in them or outside. */
  readonly inForce: MonthSet;
  cells: readonly Cell[];
  /** The earliest condition in file order that failed, and the earliest that stayed unknown. */
  failed: Obstacle;
  undecided: Obstacle;
  /** What is missing to know which of several sums at a date falls in the year, with the months of earlier years in which it is. */
  past: readonly MissingInMonths[];
  /** Set where the calendar decides it, before any condition. */
  barred: Declined | null;
}

export const NO_OBSTACLE: Obstacle = { at: Number.POSITIVE_INFINITY, fact: null };

const NOTHING: readonly never[] = [];

/** @param version the months in which the version of the policy is in force */
export function draftOf(allowance: CompiledAllowance, version: { readonly inForce: MonthSet }): Draft {
  return {
    allowance,
    inForce: version.inForce & allowance.window,
    cells: NOTHING,
    failed: NO_OBSTACLE,
    undecided: NO_OBSTACLE,
    past: NOTHING,
    barred: null,
  };
}

/** Declines an allowance because of the calendar. */
export function bar(draft: Draft, reason: Declined): Draft {
  draft.barred = reason;
  return draft;
}

/** Whether the allowance of a draft is in force in the months of a stretch. */
export function counts({ inForce }: Draft, stretch: Stretch): boolean {
  return (stretch.months & inForce) !== NO_MONTHS;
}
