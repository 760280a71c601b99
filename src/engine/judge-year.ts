import { january } from '../calendar/month.ts';
import { lastMonth, listMonths, type MonthSet, monthsBetween, NO_MONTHS } from '../calendar/month-set.ts';
import { endsWith } from '../facts/employment.ts';
import type { Stretch } from '../facts/timeline.ts';
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
import { datedOccasions } from './dated.ts';
import { bar, type Cell, counts, type Draft } from './draft.ts';
import type { Declined } from './item.ts';
import type { CompiledAllowance } from './plan.ts';
import { absence, inMonth, isEmployed, type JudgedYear, type Occasions } from './year.ts';

const NOTHING: readonly never[] = [];

/**
 * @param inForce the months in which the allowance is in force
 * @returns the occasions, or why the calendar declines the allowance before any condition
 */
export function occasionsOf(allowance: CompiledAllowance, inForce: MonthSet, year: JudgedYear): Occasions | Declined {
  const { rhythm, months, limits, counted } = allowance;
  if (rhythm.kind === 'dated') return datedOccasions({ ...allowance, rhythm }, inForce, year);
  if (!isEmployed(inForce, year)) return absence(year);
  return {
    stretches: counted === year.ruled ? year.ruledStretches : year.ruledStretches.filter((stretch) => stretch.months & counted),
    payableIn: (stretch) => stretch.months & months.set & limits.monthsOf(stretch, year.employment),
    missing: NOTHING,
    afterwards: rhythm.kind === 'year' ? monthsAfterLeaving(months.set & counted, limits, year) : NOTHING,
  };
}

/** Judges an allowance on its occasions. */
export function judgeYear(draft: Draft, year: JudgedYear): Draft {
  const { allowance, inForce } = draft;
  const occasions = occasionsOf(allowance, inForce, year);
  if ('code' in occasions) return bar(draft, occasions);
  const { stretches, afterwards, missing } = occasions;
  draft.past = missing;
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
    const last = stretches.findLast((stretch) => stretch.end > came && stretch.end - 1 <= left);
    // A person who left before the start of the allowance has earned nothing of it.
    if (!last || !(limits.monthsOf(last, employment) & (1 << (last.end - 1)))) return [];
    const later = set & ruled & monthsBetween(left + 1, back);
    return later === NO_MONTHS ? [] : [inMonth(lastMonth(later & -later), last)];
  });
}

/** Judges an allowance stretch by stretch and adds the results to the draft. */
function judge(draft: Draft, stretches: readonly Stretch[], { payableIn, missing: open }: Pick<Occasions, 'payableIn' | 'missing'>): void {
  const { conditions, amount } = draft.allowance;
  const cells: Cell[] = [];
  for (const stretch of stretches) {
    const verdict = verdictOf(conditions, stretch, draft);
    if (verdict === FAILS) continue;
    const found: Diagnostic[] = [];
    const missing: MissingInput[] = [];
    let rateFen = NOT_KNOWN;
    if (verdict === HOLDS && open.length > 0) missing.push(...open.map(({ input }) => input));
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
      outrankedBy: NOTHING,
      possiblyOutranked: NOTHING,
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
