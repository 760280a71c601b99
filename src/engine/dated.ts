import { anniversaryOf, dayBefore, formatMonth, january, type MonthIndex, monthOfDate } from '../calendar/month.ts';
import { listMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { factOf } from '../facts/dictionary.ts';
import { EMPLOYMENT, isEmployedOn } from '../facts/employment.ts';
import { employmentDates, employmentOf, type Stretch } from '../facts/timeline.ts';
import { FAILS, type MissingInput, UNKNOWN } from '../words/grammar/word.ts';
import type { Declined, MissingInMonths } from './item.ts';
import type { CompiledAllowance } from './plan.ts';
import { type DatedRhythm, goesOn } from './rhythm.ts';
import { absence, inMonth, isEmployed, type JudgedYear, type Occasions } from './year.ts';

const NOTHING: readonly never[] = [];

/** When an allowance paid at a date can pay: in the month of the date, or in that month so many years later. */
export function datedOccasions(
  { rhythm, months: { set }, ...allowance }: CompiledAllowance & { readonly rhythm: DatedRhythm },
  inForce: MonthSet,
  year: JudgedYear,
): Occasions | Declined {
  const { ruled, ruledStretches } = year;
  const date = year.base[rhythm.index] as string | null;
  const decline = (): Declined => (isEmployed(inForce, year) ? { code: 'not-eligible', fact: rhythm.fact } : absence(year));
  const occasions = (stretches: readonly Stretch[], months: MonthSet, missing: Occasions['missing'] = NOTHING): Occasions => {
    return { stretches, payableIn: (stretch) => stretch.months & months & set, missing, afterwards: NOTHING };
  };
  const isMissing = (code: 'fact' | 'outside-employment') => [{ input: { code, fact: rhythm.fact }, months: NO_MONTHS }];
  if (date === null) {
    if (rhythm.isNeverWhenBlank) return decline();
    const later = goesOn(rhythm) ? listMonths(inForce).flatMap((place) => earnedBefore(place, year) ?? []) : [];
    if (later.length === 0 && !isEmployed(inForce, year)) return decline();
    const stretches = [...ruledStretches, ...later].toSorted((a, b) => a.start - b.start);
    return occasions(stretches, inForce, isMissing('fact'));
  }
  const years = year.year - Number(date.slice(0, 4));
  const falling = years < rhythm.after ? null : fallingIn({ ...allowance, rhythm }, date, years, year);
  if (falling === null) return decline();
  const place = monthOfDate(date) % 12;
  const month = 1 << place;
  if (!(ruled & month)) return { code: 'not-in-force' };
  if (!(inForce & month)) return year.inForce & month ? { code: 'not-in-force' } : decline();
  const row = rowAt(date, years, year);
  if (row) {
    // Where the first sum falls years later, the date is only what the years are counted from, and may lie before the employment.
    const isOutside = rhythm.after === 0 && years > 0 && !isEmployedIn(date, year);
    return occasions([{ ...row, instalment: falling.instalment }], month, isOutside ? isMissing('outside-employment') : falling.missing);
  }
  if (years > 0 || !(set & month)) return { code: 'not-employed' };
  return occasions([year.monthAt(place)], month, isMissing('outside-employment'));
}

/** Which of several sums falls in a year, from 0, and what is missing to know it. */
interface Falling {
  readonly instalment: number;
  readonly missing: readonly MissingInMonths[];
}

/**
 * The sum that falls so many years after a date. One that was not due moves the others on a year where the policy says so; what fell before
 * the policy was in force is past.
 *
 * @returns `null` where all of them are past
 */
function fallingIn(
  { rhythm, conditions, node: { pays } }: Pick<CompiledAllowance, 'conditions' | 'node'> & { readonly rhythm: DatedRhythm },
  date: string,
  years: number,
  judged: JudgedYear,
): Falling | null {
  const { after, count, isPostponed } = rhythm;
  const elapsed = years - after;
  // Where all are alike, it does not matter which one it is as long as there is one left.
  const areAlike = !('shares' in pays && pays.shares);
  if (elapsed < count && (areAlike || !isPostponed)) return { instalment: elapsed, missing: NOTHING };
  if (!isPostponed) return null;
  let past = 0;
  let open = 0;
  const missing: MissingInMonths[] = [];
  for (let at = after; at < years && past < count; at++) {
    const month = monthOfDate(date) + at * 12;
    if (!rhythm.isInForce(month)) {
      past++;
      continue;
    }
    const row = rowAt(date, at, judged);
    if (!row || conditions.some((condition) => condition.judge(row) === FAILS)) continue;
    const unknown = conditions.filter((condition) => condition.judge(row) === UNKNOWN);
    if (unknown.length === 0) {
      past++;
      continue;
    }
    open++;
    const inputs: MissingInput[] = [];
    for (const condition of unknown) condition.collectMissing(row, inputs);
    missing.push(...inputs.map((input) => ({ input, months: NO_MONTHS, earlier: [month] })));
  }
  if (past >= count) return null;
  return { instalment: past, missing: areAlike && past + open < count ? NOTHING : missing };
}

/** The month of a sum that falls so many years after a date, with the facts by which it is due; `null` where it is not. */
function rowAt(date: string, years: number, judged: JudgedYear): Stretch | null {
  return years > 0
    ? rowOn(anniversaryOf(date, years), judged)
    : isEmployedIn(date, judged)
      ? onPayroll(monthOfDate(date), 0, judged)
      : null;
}

/**
 * The month of a further sum, of this or another year, with the facts by which it is due. It is due to whoever is employed on the day before,
 * when a year is complete: on the first of a month that is the last day of the month before, also for a person who leaves on that day.
 *
 * @returns `null` if the person is not employed then, or off the payroll
 */
function rowOn(day: string, judged: JudgedYear): Stretch | null {
  if (!isEmployedOn(dayBefore(day), employmentDates(judged.dictionary, judged))) return null;
  return onPayroll(monthOfDate(day), isEmployedIn(day, judged) ? 0 : 1, judged);
}

/** A month with the facts of so many months before, if the person is on the payroll then. */
function onPayroll(month: MonthIndex, back: number, { dictionary, year, monthAt }: JudgedYear): Stretch | null {
  const place = month - january(year);
  const row = monthAt(place - back);
  return row.facts[factOf(dictionary, EMPLOYMENT.onPayroll).index] === false ? null : inMonth(place, row);
}

/** A month after the employment, if it ended with the day before. */
function earnedBefore(place: number, judged: JudgedYear): Stretch | null {
  const first = `${formatMonth(january(judged.year) + place)}-01`;
  return isEmployedIn(first, judged) ? null : rowOn(first, judged);
}

/** Whether the person is employed in the month of a date, of this or another year. */
function isEmployedIn(date: string, { dictionary, base }: JudgedYear): boolean {
  const month = monthOfDate(date);
  const { months } = employmentOf(dictionary, Math.floor(month / 12), { base });
  return (months & (1 << (month % 12))) !== NO_MONTHS;
}
