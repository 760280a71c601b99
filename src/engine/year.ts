import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { Dictionary } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Stretch, TeacherYear } from '../facts/timeline.ts';
import type { Declined, MissingInMonths } from './item.ts';
import type { Version } from './plan.ts';

/** A teacher's year, judged under one version of a policy. */
export interface JudgedYear extends TeacherYear {
  readonly year: number;
  readonly dictionary: Dictionary;
  /** The months in which this version of the policy is in force. */
  readonly inForce: MonthSet;
  /** The months in which some version of the policy is in force. */
  readonly ruled: MonthSet;
  /** The stretches of employed months among them; the others do not count. */
  readonly ruledStretches: readonly Stretch[];
}

/** When an allowance can pay in a year of a teacher: employed, in force, from its start to its end. */
export interface Occasions {
  readonly stretches: readonly Stretch[];
  /** The months of a stretch in which it can pay, for its facts. */
  payableIn(stretch: Stretch): MonthSet;
  /** What is missing wherever all conditions hold, so that no amount is computed; with the months of other years in which it is. */
  readonly missing: readonly MissingInMonths[];
  /** Months that count only where nothing is due in the stretches. */
  readonly afterwards: readonly Stretch[];
}

/** Lays a teacher's year out under a version. */
export function yearUnder({ policy, timeline, inForce, ruled }: Version, year: number, teacher: Teacher): JudgedYear {
  const { stretches, employment, base, monthAt } = timeline(teacher);
  const ruledStretches = ruled === ALL_MONTHS ? stretches : stretches.filter(({ months }) => months & ruled);
  return { stretches, employment, base, monthAt, year, dictionary: policy.dictionary, inForce, ruled, ruledStretches };
}

/** Whether the person is employed in some month in which the policy, or an allowance of it, is in force. */
export function isEmployed(inForce: MonthSet, { ruledStretches }: JudgedYear): boolean {
  return ruledStretches.some((stretch) => (stretch.months & inForce) !== NO_MONTHS);
}

/** The reason for declining a person who is not employed in any month in which an allowance is in force. */
export function absence(year: JudgedYear): Declined {
  const { stretches, ruledStretches, inForce } = year;
  const isUnruled = stretches.length > 0 && ruledStretches.length === 0;
  return { code: isUnruled || isEmployed(inForce, year) ? 'not-in-force' : 'not-employed' };
}

/** The facts of a stretch in another month. */
export function inMonth(month: number, stretch: Stretch): Stretch {
  return { ...stretch, months: 1 << month, start: month, end: month + 1 };
}
