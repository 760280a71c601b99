/** A day of every year, as `MM-DD`. */
export type MonthDay = string;

/**
 * Whether the text is a day that some year has, as `MM-DD`.
 *
 * @example isMonthDay('02-29') // true
 */
export function isMonthDay(text: string): text is MonthDay {
  return /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && Number(text.slice(3)) <= daysIn(2000, Number(text.slice(0, 2)));
}

/**
 * A day of one year, as `YYYY-MM-DD`: the last of the month where that month lacks the day.
 *
 * @example dayIn(2025, '02-29') // '2025-02-28'
 */
export function dayIn(year: number, day: MonthDay): string {
  const month = day.slice(0, 2);
  const number = Math.min(Number(day.slice(3)), daysIn(year, Number(month)));
  return `${year}-${month}-${String(number).padStart(2, '0')}`;
}

/** The last day of a month, as `YYYY-MM-DD`. @param month 1 to 12 */
export function lastDayOf(year: number, month: number): string {
  return dayIn(year, `${String(month).padStart(2, '0')}-31`);
}

/**
 * The years that are complete on a day: a further one on the day of the year on which the first began, on the last of its month where that
 * lacks the day. None before the first is complete.
 *
 * @param since `YYYY-MM-DD`
 * @param on `YYYY-MM-DD`
 * @example completedYears('2020-02-29', '2025-02-28') // 5
 */
export function completedYears(since: string, on: string): number {
  const year = Number(on.slice(0, 4));
  const isBefore = on < dayIn(year, since.slice(5));
  return Math.max(0, year - Number(since.slice(0, 4)) - (isBefore ? 1 : 0));
}

/** The days of a month, 1 to 12. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
