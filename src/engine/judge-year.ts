import { january, type MonthIndex, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, lastMonth, listMonths, type MonthSet, monthsBetween, NO_MONTHS } from '../calendar/month-set.ts';
import { type Dictionary, factOf } from '../facts/dictionary.ts';
import { EMPLOYMENT, endsWith } from '../facts/employment.ts';
import type { Teacher } from '../facts/teacher.ts';
import { employmentOf, type Stretch, type TeacherYear } from '../facts/timeline.ts';
import {
  type Condition,
  type Diagnostic,
  FAILS,
  HOLDS,
  isMissingInput,
  type MissingInput,
  NOT_KNOWN,
  UNKNOWN,
  type Verdict,
} from '../words/grammar/word.ts';
import type { PayLimits } from '../words/timing/limits.ts';
import { bar, type Cell, counts, type Draft } from './draft.ts';
import type { Declined } from './item.ts';
import type { CompiledAllowance, Version } from './plan.ts';
import type { OnceRhythm } from './rhythm.ts';

/** A teacher's year, judged under one version of a policy. */
export interface JudgedYear extends TeacherYear {
  readonly year: number;
  readonly dictionary: Dictionary;
  /** The months in which some version of the policy is in force. */
  readonly ruled: MonthSet;
  /** The stretches of employed months among them; the others do not count. */
  readonly ruledStretches: readonly Stretch[];
}

/** Lays a teacher's year out under a version. */
export function yearUnder({ policy, timeline, ruled }: Version, year: number, teacher: Teacher): JudgedYear {
  const { stretches, employment, base, monthAt } = timeline(teacher);
  const ruledStretches = ruled === ALL_MONTHS ? stretches : stretches.filter(({ months }) => months & ruled);
  return { stretches, employment, base, monthAt, year, dictionary: policy.dictionary, ruled, ruledStretches };
}

const NOTHING: readonly never[] = [];

/** When an allowance can pay in a year of a teacher: employed, in force, from its start to its end. */
export interface Occasions {
  readonly stretches: readonly Stretch[];
  /** The months of a stretch in which it can pay, for its facts. */
  payableIn(stretch: Stretch): MonthSet;
  /** What is missing wherever all conditions hold, so that no amount is computed. */
  readonly missingInput: MissingInput | null;
  /** Months that count only where nothing is due in the stretches. */
  readonly afterwards: readonly Stretch[];
}

/** @returns the occasions, or why the calendar declines the allowance before any condition */
export function occasionsOf(allowance: CompiledAllowance, inForce: MonthSet, year: JudgedYear): Occasions | Declined {
  const { rhythm, months, limits, counted } = allowance;
  if (rhythm.kind === 'once') return datedOccasions(rhythm, months.set, inForce, year);
  if (!isEmployed(inForce, year)) return absence(year);
  return {
    stretches: counted === year.ruled ? year.ruledStretches : year.ruledStretches.filter((stretch) => stretch.months & counted),
    payableIn: (stretch) => stretch.months & months.set & limits.monthsOf(stretch, year.employment),
    missingInput: null,
    afterwards: rhythm.kind === 'year' ? monthsAfterLeaving(months.set & counted, limits, year) : NOTHING,
  };
}

/** Judges an allowance on its occasions. */
export function judgeYear(draft: Draft, year: JudgedYear): Draft {
  const { allowance, inForce } = draft;
  const occasions = occasionsOf(allowance, inForce, year);
  if ('code' in occasions) return bar(draft, occasions);
  const { stretches, afterwards } = occasions;
  judge(draft, stretches, occasions);
  const within = draft.cells.length;
  if (afterwards.length > 0 && !draft.cells.some(isDue)) judge(draft, afterwards, occasions);
  if (allowance.rhythm.kind === 'year') keepLast(draft.cells, within);
  return draft;
}

/** Whether a yearly sum is due in some month of a cell. */
function isDue({ holds, payable }: Cell): boolean {
  return holds && payable !== NO_MONTHS;
}

/**
 * A yearly sum whose condition held on the last day is due to a person who left, even if its month comes later in the year or before a
 * return.
 *
 * @param set the months of the allowance
 * @param limits its start and its end
 * @returns for each departure the first of these months, with the facts of the last one on the payroll before it
 */
function monthsAfterLeaving(set: MonthSet, limits: PayLimits, { employment, stretches, ruled, year }: JudgedYear): Stretch[] {
  let back = 0;
  return listMonths(employment.months).flatMap((left) => {
    if (!endsWith(employment, january(year) + left)) return [];
    const came = back;
    back = listMonths(employment.months).find((month) => month > left) ?? 12;
    const last = stretches.findLast((stretch) => stretch.start >= came && stretch.end - 1 <= left);
    // A person who left before the start of the allowance has earned nothing of it.
    if (!last || !(limits.monthsOf(last, employment) & (1 << (last.end - 1)))) return [];
    const later = set & ruled & monthsBetween(left + 1, back);
    return later === NO_MONTHS ? [] : [inMonth(lastMonth(later & -later), last)];
  });
}

/** The facts of a stretch in another month. */
function inMonth(month: number, stretch: Stretch): Stretch {
  return { ...stretch, months: 1 << month, start: month, end: month + 1 };
}

/** When an allowance paid at a date can pay: in the month of the date, or in the same month of the following years. */
function datedOccasions(rhythm: OnceRhythm, set: MonthSet, inForce: MonthSet, year: JudgedYear): Occasions | Declined {
  const { ruled, ruledStretches } = year;
  const date = year.base[rhythm.index] as string | null;
  const decline = (): Declined => (isEmployed(inForce, year) ? { code: 'not-eligible', fact: rhythm.fact } : absence(year));
  const occasions = (stretches: readonly Stretch[], months: MonthSet, missingInput: MissingInput | null = null): Occasions => {
    return { stretches, payableIn: (stretch) => stretch.months & months & set, missingInput, afterwards: NOTHING };
  };
  if (date === null) {
    if (rhythm.isNeverWhenBlank) return decline();
    const later = rhythm.years > 1 ? listMonths(inForce).flatMap((place) => lastDayServed(place, year) ?? []) : [];
    if (later.length === 0 && !isEmployed(inForce, year)) return decline();
    const stretches = [...ruledStretches, ...later].toSorted((a, b) => a.start - b.start);
    return occasions(stretches, ALL_MONTHS, { code: 'fact', fact: rhythm.fact });
  }
  const since = year.year - Number(date.slice(0, 4));
  if (since < 0 || since >= rhythm.years) return decline();
  const place = monthOfDate(date) % 12;
  const month = 1 << place;
  if (!(ruled & month)) return { code: 'not-in-force' };
  if (!(inForce & month)) return decline();
  const then = ruledStretches.filter((stretch) => stretch.months & month);
  const isOutside = since > 0 && !isEmployedIn(monthOfDate(date), year);
  if (then.length > 0) return occasions(then, month, isOutside ? { code: 'outside-employment', fact: rhythm.fact } : null);
  if (since > 0) {
    const earned = date.endsWith('-01') ? lastDayServed(place, year) : null;
    return earned ? occasions([earned], month) : { code: 'not-employed' };
  }
  if (!(set & month)) return { code: 'not-employed' };
  return occasions([year.monthAt(place)], month, { code: 'outside-employment', fact: rhythm.fact });
}

/** Whether the person is employed in a month, of this or another year. */
function isEmployedIn(month: MonthIndex, { dictionary, base }: JudgedYear): boolean {
  const { months } = employmentOf(dictionary, Math.floor(month / 12), { base });
  return (months & (1 << (month % 12))) !== NO_MONTHS;
}

/** Whether the person is employed in some month in which the policy is in force. */
export function isEmployed(inForce: MonthSet, { ruledStretches }: JudgedYear): boolean {
  return ruledStretches.some((stretch) => (stretch.months & inForce) !== NO_MONTHS);
}

/** The reason for declining a person who is not employed in any month in which the policy is in force. */
function absence({ stretches, ruledStretches }: JudgedYear): Declined {
  return { code: stretches.length > 0 && ruledStretches.length === 0 ? 'not-in-force' : 'not-employed' };
}

/**
 * A further instalment falls due when a year of service has ended the day before. For the first of a month that is the last day of the
 * preceding month, also for a person who leaves on that day.
 *
 * @param place the month of the instalment, 0 to 11
 * @returns that month with the facts of the last day; `null` if the person had left before, or was off the payroll
 */
function lastDayServed(place: number, judged: JudgedYear): Stretch | null {
  const { employment, year, dictionary, monthAt } = judged;
  // A person who is back the following month is due an instalment of that month.
  if (!endsWith(employment, january(year) + place - 1) || employment.months & (1 << place)) return null;
  if (!isEmployedIn(january(year) + place - 1, judged)) return null;
  const last = monthAt(place - 1);
  return last.facts[factOf(dictionary, EMPLOYMENT.onPayroll).index] === false ? null : inMonth(place, last);
}

/** Judges an allowance stretch by stretch and adds the results to the draft. */
function judge(
  draft: Draft,
  stretches: readonly Stretch[],
  { payableIn, missingInput }: Pick<Occasions, 'payableIn' | 'missingInput'>,
): void {
  const { conditions, amount } = draft.allowance;
  const cells: Cell[] = [];
  for (const stretch of stretches) {
    const verdict = verdictOf(conditions, stretch, draft);
    if (verdict === FAILS) continue;
    const found: Diagnostic[] = [];
    const missing: MissingInput[] = [];
    let rateFen = NOT_KNOWN;
    if (verdict === HOLDS && missingInput) missing.push(missingInput);
    else if (verdict === HOLDS) rateFen = amount.evaluate(stretch, found);
    else for (const condition of conditions) if (condition.judge(stretch) === UNKNOWN) condition.collectMissing(stretch, missing);
    cells.push({
      stretch,
      payable: payableIn(stretch),
      holds: verdict === HOLDS,
      rateFen,
      missingInputs: found.length > 0 ? found.filter(isMissingInput) : missing,
      notes: rateFen === NOT_KNOWN || found.length === 0 ? NOTHING : found.filter((one) => !isMissingInput(one)),
      outranked: NO_MONTHS,
      outrankedBy: null,
      doubts: NOTHING,
    });
  }
  draft.cells = draft.cells.length > 0 ? [...draft.cells, ...cells] : cells;
}

/** A failing condition decides, else an unknown one. Notes the earliest of each in file order, where the policy is in force. */
function verdictOf(conditions: readonly Condition[], stretch: Stretch, draft: Draft): Verdict {
  const isCounted = counts(draft, stretch);
  let unknown: Condition | null = null;
  for (let at = 0; at < conditions.length; at++) {
    const condition = conditions[at] as Condition;
    const verdict = condition.judge(stretch);
    if (verdict === FAILS) {
      if (isCounted && at < draft.failed.at) draft.failed = { at, fact: condition.fact };
      return FAILS;
    }
    if (verdict === UNKNOWN) unknown ??= condition;
  }
  if (unknown === null) return HOLDS;
  const at = conditions.indexOf(unknown);
  if (isCounted && at < draft.undecided.at) draft.undecided = { at, fact: missingFactOf(unknown, stretch) };
  return UNKNOWN;
}

/** The fact that would decide a condition. */
function missingFactOf(condition: Condition, stretch: Stretch): string | null {
  const missing: MissingInput[] = [];
  condition.collectMissing(stretch, missing);
  const [first] = missing;
  return first?.code === 'fact' ? first.fact : condition.fact;
}

/**
 * An annual sum falls in the last month in which it holds; inputs that are missing before that decide nothing. A month after leaving counts
 * only if no earlier month is due, and so depends on those.
 *
 * @param within how many cells are of employed months
 */
function keepLast(cells: readonly Cell[], within: number): void {
  const last = cells.findLastIndex(isDue);
  for (let at = last < within ? 0 : within; at < last; at++) (cells[at] as Cell).payable = NO_MONTHS;
  const due = cells[last];
  if (due) due.payable = 1 << lastMonth(due.payable);
}
