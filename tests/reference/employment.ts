/** When a person is employed and a document in force, month by month, from the dates alone. Months are `YYYY-MM`, dates `YYYY-MM-DD`. */

type Date = string | null | undefined;

/** The dates of an employment as a request has them; `null` is not given. */
export interface EmploymentDates {
  readonly employedFrom?: Date;
  readonly employedTo?: Date;
  readonly arrivedOn?: Date;
  readonly leftOn?: Date;
}

const monthOf = (date: Date): string | null => date?.slice(0, 7) ?? null;
const isWithin = (month: string, from: string | null, to: string | null): boolean => (from ?? month) <= month && month <= (to ?? month);

/** Who left on a day before arriving has come back, unless the months given for the employment say otherwise. */
export function hasReturned({ employedFrom, employedTo, arrivedOn, leftOn }: EmploymentDates): boolean {
  if (!arrivedOn || !leftOn || arrivedOn <= leftOn) return false;
  const startsTooLate = employedFrom && employedFrom > leftOn.slice(0, 7);
  const endsTooEarly = employedTo && employedTo < arrivedOn.slice(0, 7);
  return !startsTooLate && !endsTooEarly;
}

/** From `employedFrom` to `employedTo`; where one is not given, from arriving or through leaving; away between leaving and arriving again. */
export function isEmployedIn(month: string, dates: EmploymentDates): boolean {
  const { employedFrom = null, employedTo = null, arrivedOn, leftOn } = dates;
  if (hasReturned(dates)) return isWithin(month, employedFrom, monthOf(leftOn)) || isWithin(month, monthOf(arrivedOn), employedTo);
  return isWithin(month, firstMonth(dates), leavingMonth(dates));
}

/** Of the month of leaving, and of that of coming back, only the days of the employment, where they are known and count. */
export function isEmployedOn(day: string, dates: EmploymentDates): boolean {
  if (!isEmployedIn(day.slice(0, 7), dates)) return false;
  const { arrivedOn, leftOn } = dates;
  if (!leftOn) return true;
  if (hasReturned(dates)) return day <= leftOn || day >= (arrivedOn as string);
  return leavingMonth(dates) === monthOf(leftOn) ? day <= leftOn : true;
}

/** The month in which the employment began, as far as is known. A day of arriving after the end that is given says nothing. */
export function firstMonth({ employedFrom, employedTo, arrivedOn }: EmploymentDates): string | null {
  if (employedFrom) return employedFrom;
  const arrived = monthOf(arrivedOn);
  return employedTo && arrived && arrived > employedTo ? null : arrived;
}

/** The month in which the employment ends, if it does. A day of leaving before the beginning that is given says nothing. */
export function leavingMonth(dates: EmploymentDates): string | null {
  const { employedFrom, employedTo, leftOn } = dates;
  if (employedTo) return employedTo;
  if (hasReturned(dates)) return null;
  const left = monthOf(leftOn);
  return employedFrom && left && left < employedFrom ? null : left;
}

/** The month in which whoever may have come back was first employed, as far as is known. */
export function firstOfAll(dates: EmploymentDates): string | null {
  return hasReturned(dates) ? (dates.employedFrom ?? null) : firstMonth(dates);
}

/** The last day of an employment: that of leaving, or of the month where only that is given or the two contradict one another. */
export function lastDay(dates: EmploymentDates): string | null {
  const month = leavingMonth(dates);
  if (month === null) return null;
  if (dates.leftOn && !hasReturned(dates) && monthOf(dates.leftOn) === month) return dates.leftOn;
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Whether a person leaves with a month: for good, or to come back. */
export function leavesWith(month: string, dates: EmploymentDates): boolean {
  return month === leavingMonth(dates) || (hasReturned(dates) && month === monthOf(dates.leftOn));
}

/** Whether the days of arriving and leaving, taken by themselves where they are given, would have decided a month otherwise. */
export function isOverruled(month: string, dates: EmploymentDates): boolean {
  if (hasReturned(dates)) return false;
  const { employedFrom = null, employedTo = null, arrivedOn, leftOn } = dates;
  const [arrived, left] = [monthOf(arrivedOn), monthOf(leftOn)];
  const byDays =
    arrivedOn && leftOn && leftOn < arrivedOn
      ? isWithin(month, null, left) || isWithin(month, arrived, null)
      : isWithin(
          month,
          arrived ?? (left && employedFrom && left < employedFrom ? null : employedFrom),
          left ?? (arrived && employedTo && arrived > employedTo ? null : employedTo),
        );
  return byDays !== isEmployedIn(month, dates);
}

/** A document is in force from the month of its date of effect through that of its end. */
export function isInForce(month: string, from: Date, to: Date): boolean {
  return isWithin(month, monthOf(from), monthOf(to));
}

/** The days of a month on which somebody is employed. Before arriving nobody is, unless the months given for the employment begin earlier. */
export function daysEmployed(month: string, dates: EmploymentDates): { readonly days: number; readonly all: number } {
  const all = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const { employedFrom, arrivedOn } = dates;
  const isArriving = !hasReturned(dates) && arrivedOn && (!employedFrom || employedFrom === month);
  const list = Array.from({ length: all }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
  const isIn = (day: string) => isEmployedOn(day, dates) && !(isArriving && monthOf(arrivedOn) === month && day < arrivedOn);
  return { days: list.filter(isIn).length, all };
}
