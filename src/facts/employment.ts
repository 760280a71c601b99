import { january, type MonthIndex, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, monthsBetween, NO_MONTHS } from '../calendar/month-set.ts';
import { lastDayOf } from '../calendar/years.ts';

/**
 * The facts that say when a person is employed; the calendar of every policy rests on them. `from` and `to` are months, `arrived` and
 * `left` the days from which they follow where they are not given; `onPayroll` excludes single months.
 */
export const EMPLOYMENT = {
  from: 'employedFrom',
  to: 'employedTo',
  arrived: 'arrivedOn',
  left: 'leftOn',
  onPayroll: 'onPayroll',
} as const;

/** Every policy reads these: they decide in which months a person is employed. */
export const CALENDAR: readonly string[] = Object.values(EMPLOYMENT);

/** The dates of an employment as they are given, `null` where they are not. */
export interface EmploymentDates {
  readonly from: MonthIndex | null;
  readonly to: MonthIndex | null;
  /** Days, as `YYYY-MM-DD`. */
  readonly arrivedOn: string | null;
  readonly leftOn: string | null;
}

/** When a person is employed in a year. */
export interface Employment {
  /** The months of the year, whether on the payroll or not. */
  readonly months: MonthSet;
  /** The month in which the employment ends; `null` where it goes on. */
  readonly leaves: MonthIndex | null;
  /** The month in which a first employment ends of a person who came back since; `null` where there is no other. */
  readonly away: MonthIndex | null;
  /** Whether the person left before arriving: away between the two. */
  readonly isReturn: boolean;
  /** Whether the day of arriving, or of leaving, contradicts the months given and so belongs to another employment. */
  readonly ignores: { readonly arrived: boolean; readonly left: boolean };
  /** The months of the year that arrivedOn and leftOn alone would decide differently from employedFrom and employedTo. */
  readonly overruled: MonthSet;
}

const NOTHING = { arrived: false, left: false };
const WHOLE_YEAR: Employment = { months: ALL_MONTHS, leaves: null, away: null, isReturn: false, ignores: NOTHING, overruled: NO_MONTHS };

/**
 * Computes the months of a year in which a person is employed: from `employedFrom` to `employedTo`, both inclusive; at an end that is not
 * given, from the month of arriving (自到岗之月起), through the month of leaving (次月起停发).
 *
 * Where the days contradict the months, the months win. A person who left before arriving is away between the two.
 */
export function employmentIn(year: number, dates: EmploymentDates): Employment {
  const { from, to, arrivedOn, leftOn } = dates;
  if (arrivedOn === null && leftOn === null) {
    if (from === null && to === null) return WHOLE_YEAR;
    return { months: stretch(year, from, to), leaves: to, away: null, isReturn: false, ignores: NOTHING, overruled: NO_MONTHS };
  }
  const arrived = arrivedOn === null ? null : monthOfDate(arrivedOn);
  const left = leftOn === null ? null : monthOfDate(leftOn);
  const isBackwards = arrivedOn !== null && leftOn !== null && leftOn < arrivedOn;
  if (isBackwards && (from === null || from <= (left as number)) && (to === null || to >= (arrived as number))) {
    const months = stretch(year, from, left) | stretch(year, arrived, to);
    return { months, leaves: to, away: left, isReturn: true, ignores: NOTHING, overruled: NO_MONTHS };
  }
  const ignores = {
    arrived: to !== null && arrived !== null && arrived > to,
    left: from !== null && left !== null && left < from,
  };
  const end = to ?? (ignores.left ? null : left);
  const months = stretch(year, from ?? (ignores.arrived ? null : arrived), end);
  // What the days alone would decide, even where they contradict the months.
  const byDays = isBackwards
    ? stretch(year, null, left) | stretch(year, arrived, null)
    : stretch(year, arrived ?? (ignores.left ? null : from), left ?? (ignores.arrived ? null : to));
  return { months, leaves: end, away: null, isReturn: false, ignores, overruled: months ^ byDays };
}

/** The months of a year from one month to another, both inclusive; an end that is `null` is open. */
function stretch(year: number, from: MonthIndex | null, to: MonthIndex | null): MonthSet {
  const first = january(year);
  return monthsBetween(from === null ? 0 : clamp(from - first), to === null ? 12 : clamp(to - first + 1));
}

function clamp(month: number): number {
  return month < 0 ? 0 : month > 12 ? 12 : month;
}

/** Whether a person leaves at the end of a month, for good or to come back later. */
export function endsWith({ leaves, away }: Pick<Employment, 'leaves' | 'away'>, month: MonthIndex): boolean {
  return leaves === month || away === month;
}

/**
 * Whether a person is employed on a day. Months of employment are whole, but in the month of leaving only the days up to that of leaving count,
 * and in the month of coming back those from it, where these are the days that decide.
 */
export function isEmployedOn(day: string, dates: EmploymentDates): boolean {
  const month = monthOfDate(day);
  const year = Math.floor(month / 12);
  const { months, leaves, isReturn } = employmentIn(year, dates);
  if (!(months & (1 << (month - january(year))))) return false;
  const { arrivedOn, leftOn } = dates;
  if (leftOn === null) return true;
  if (isReturn) return day <= leftOn || day >= (arrivedOn as string);
  return leaves !== monthOfDate(leftOn) || day <= leftOn;
}

/**
 * On how many days of a month a person is employed, and how many it has. Only the days of arriving and of leaving from which the employment
 * begins and ends there make it a part; where these are known as months alone, a month is whole.
 */
export function daysEmployed(month: MonthIndex, dates: EmploymentDates): { readonly employed: number; readonly all: number } {
  const year = Math.floor(month / 12);
  const all = Number(lastDayOf(year, (month % 12) + 1).slice(8));
  const { months, leaves, isReturn } = employmentIn(year, dates);
  if (!(months & (1 << (month - january(year))))) return { employed: 0, all };
  const { from, arrivedOn, leftOn } = dates;
  const dayIn = (date: string | null, counts: boolean) =>
    date !== null && counts && monthOfDate(date) === month ? Number(date.slice(8)) : null;
  const arrived = dayIn(arrivedOn, isReturn || from === null || from === month);
  const left = dayIn(leftOn, isReturn || leaves === month);
  const [first, last] = [arrived ?? 1, left ?? all];
  // Who comes back in the month of leaving is away between the two days.
  return { employed: first > last ? last + all - first + 1 : last - first + 1, all };
}

/**
 * The day on which a person leaves for good: that of `leftOn`, or the last of the month in which the employment ends where that is given
 * alone, or otherwise.
 *
 * @returns `null` where the employment goes on
 */
export function leavingDay(dates: EmploymentDates): string | null {
  // The month does not depend on the year that is asked about.
  const { leaves, isReturn } = employmentIn(0, dates);
  if (leaves === null) return null;
  const { leftOn } = dates;
  return leftOn !== null && !isReturn && monthOfDate(leftOn) === leaves ? leftOn : lastDayOf(Math.floor(leaves / 12), (leaves % 12) + 1);
}

/** The month in which the first employment of a person began, as far as is known. */
export function beganIn(dates: EmploymentDates): MonthIndex | null {
  const { ignores, isReturn } = employmentIn(0, dates);
  return dates.from ?? (dates.arrivedOn === null || isReturn || ignores.arrived ? null : monthOfDate(dates.arrivedOn));
}
