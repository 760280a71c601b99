import { monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, countMonths, firstMonths, lastMonth, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Run } from '../facts/timeline.ts';
import {
  type Condition,
  FAILS,
  type Finding,
  HOLDS,
  isLack,
  type Lack,
  NOT_KNOWN,
  type Note,
  sameLack,
  UNKNOWN,
  type Verdict,
} from '../words/word.ts';
import { applyCaps } from './caps.ts';
import type { Declined, Entitlement, Item, Stretch } from './item.ts';
import { joinVersions } from './join-versions.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { withRepayments } from './repay.ts';

/**
 * Computes what one teacher is entitled to.
 *
 * @param plan a policy under the settings of a run
 * @param teacher as `encodeTeacher` gives it
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function entitle(plan: Plan, teacher: Teacher): Entitlement {
  return withRepayments(plan, teacher, entitleIn(plan, teacher), entitleIn);
}

/** What falls in the year of the plan. */
function entitleIn(plan: Plan, teacher: Teacher): Entitlement {
  const [latest, ...earlier] = plan.versions;
  const entitlement = entitleUnder(latest, plan.settings.year, teacher);
  if (earlier.length === 0) return entitlement;
  const items = [entitlement, ...earlier.map((version) => entitleUnder(version, plan.settings.year, teacher))].flatMap((one) => one.items);
  return { ...entitlement, items: joinVersions(items) };
}

/** Goes through the whole year under one version, so that months are counted as ever, and keeps those in which it is in force. */
function entitleUnder({ allowances, stacks, caps, timeline, inForce }: Version, year: number, teacher: Teacher): Entitlement {
  const runs = timeline(teacher);
  const employed = runs.some(({ months }) => months & inForce);
  const drafts = allowances.map((allowance) => {
    const draft = draftOf(allowance, inForce);
    return employed ? judgeYear(draft, runs, year) : bar(draft, { code: 'not-employed' });
  });
  for (const { members } of stacks) outrank(members.map((at) => drafts[at] as Draft));
  return { runs, items: applyCaps(drafts.map(settle), caps), repayments: NONE };
}

/** What is known of an allowance in one run of months. */
interface Cell {
  readonly run: Run;
  /** Months of the run in which it could pay. */
  payable: MonthSet;
  readonly holds: boolean;
  readonly rateFen: number;
  readonly lacks: readonly Lack[];
  readonly notes: readonly Note[];
  /** Months in which a larger allowance is paid instead, and which one is in the first of them. */
  outranked: MonthSet;
  outrankedBy: string | null;
}

/** A condition that stands in the way: its place in file order, and the fact to name. */
interface Obstacle {
  readonly at: number;
  readonly fact: string | null;
}

interface Draft {
  readonly allowance: CompiledAllowance;
  /** The months in which its policy is in force; a run lies wholly in them or outside. */
  readonly inForce: MonthSet;
  cells: readonly Cell[];
  /** The earliest condition in file order that failed, and the earliest that stayed unknown. */
  failed: Obstacle;
  undecided: Obstacle;
  /** Set where the calendar decides it, before any condition. */
  barred: Declined | null;
}

const NONE: readonly never[] = [];
const NO_OBSTACLE: Obstacle = { at: Number.POSITIVE_INFINITY, fact: null };

function draftOf(allowance: CompiledAllowance, inForce: MonthSet): Draft {
  return { allowance, inForce, cells: NONE, failed: NO_OBSTACLE, undecided: NO_OBSTACLE, barred: null };
}

function bar(draft: Draft, reason: Declined): Draft {
  draft.barred = reason;
  return draft;
}

/** Judges an allowance in the months in which it could pay, of somebody who is employed in some. */
function judgeYear(draft: Draft, runs: readonly Run[], year: number): Draft {
  const { allowance, inForce } = draft;
  const { rhythm } = allowance;
  if (rhythm.kind !== 'once') return judge(draft, runs, (run) => run.months & allowance.months.set & allowance.limits.monthsOf(run));

  const date = (runs[0] as Run).facts[rhythm.index] as string | null;
  const since = date === null ? -1 : year - Number(date.slice(0, 4));
  const month = date === null ? -1 : monthOfDate(date) % 12;
  if (since < 0 || since >= rhythm.years || !(inForce & (1 << month))) return bar(draft, { code: 'not-eligible', fact: rhythm.fact });
  const then = runs.filter((run) => run.months & (1 << month));
  if (then.length === 0) return bar(draft, { code: 'not-employed' });
  return judge(draft, then, () => (1 << month) & allowance.months.set);
}

/** Judges an allowance run by run. */
function judge(draft: Draft, runs: readonly Run[], payableIn: (run: Run) => MonthSet): Draft {
  const { conditions, amount } = draft.allowance;
  const cells: Cell[] = [];
  for (const run of runs) {
    const verdict = verdictOf(conditions, run, draft);
    if (verdict === FAILS) continue;
    const found: Finding[] = [];
    const lacks: Lack[] = [];
    let rateFen = NOT_KNOWN;
    if (verdict === HOLDS) rateFen = amount.evaluate(run, found);
    else for (const condition of conditions) if (condition.judge(run) === UNKNOWN) condition.lacking(run, lacks);
    cells.push({
      run,
      payable: payableIn(run),
      holds: verdict === HOLDS,
      rateFen,
      lacks: found.length > 0 ? found.filter(isLack) : lacks,
      notes: rateFen === NOT_KNOWN || found.length === 0 ? NONE : found.filter((one) => !isLack(one)),
      outranked: NO_MONTHS,
      outrankedBy: null,
    });
  }
  if (draft.allowance.rhythm.kind === 'year') keepLast(cells);
  draft.cells = cells;
  return draft;
}

/** One condition that fails decides; else one that is unknown. Notes the earliest of each in file order, where the policy is in force. */
function verdictOf(conditions: readonly Condition[], run: Run, draft: Draft): Verdict {
  const counts = (run.months & draft.inForce) !== NO_MONTHS;
  let unknown: Condition | null = null;
  for (let at = 0; at < conditions.length; at++) {
    const condition = conditions[at] as Condition;
    const verdict = condition.judge(run);
    if (verdict === FAILS) {
      if (counts && at < draft.failed.at) draft.failed = { at, fact: condition.fact };
      return FAILS;
    }
    if (verdict === UNKNOWN) unknown ??= condition;
  }
  if (unknown === null) return HOLDS;
  const at = conditions.indexOf(unknown);
  if (counts && at < draft.undecided.at) draft.undecided = { at, fact: factLacking(unknown, run) };
  return UNKNOWN;
}

/** The fact that would decide a condition. */
function factLacking(condition: Condition, run: Run): string | null {
  const lacks: Lack[] = [];
  condition.lacking(run, lacks);
  const [first] = lacks;
  return first?.code === 'fact' ? first.fact : condition.fact;
}

/** An annual sum falls in the last month in which it holds; only where it holds nowhere may something be missing. */
function keepLast(cells: Cell[]): void {
  const last = cells.findLast((cell) => cell.holds && cell.payable !== NO_MONTHS);
  if (!last) return;
  for (const cell of cells) cell.payable = cell === last ? 1 << lastMonth(cell.payable) : NO_MONTHS;
}

/** Month by month the largest of some allowances; one that lacks a fact or a figure counts as nothing and stays missing. */
function outrank(members: readonly Draft[]): void {
  const drafts = members.filter(({ cells }) => cells.length > 0);
  if (drafts.length < 2) return;
  for (let month: MonthSet = 1; month <= ALL_MONTHS; month <<= 1) {
    let winner: { draft: Draft; cell: Cell } | null = null;
    const losers: Cell[] = [];
    for (const draft of drafts) {
      const cell = draft.cells.find((one) => one.payable & month && one.holds && one.rateFen !== NOT_KNOWN);
      if (!cell) continue;
      if (winner && winner.cell.rateFen >= cell.rateFen) {
        losers.push(cell);
      } else {
        if (winner) losers.push(winner.cell);
        winner = { draft, cell };
      }
    }
    for (const cell of losers) {
      cell.outranked |= month;
      cell.outrankedBy ??= (winner as { draft: Draft }).draft.allowance.id;
    }
  }
}

/** Counts the months that are paid, and tells what is paid, missing or declined while the policy is in force. */
function settle(draft: Draft): Item {
  const { allowance, cells, inForce } = draft;
  if (cells.length === 0) return refused(draft);
  const stretches: Stretch[] = [];
  const elsewhere: Stretch[] = [];
  const missing: Lack[] = [];
  let missingMonths = NO_MONTHS;
  let outrankedBy: string | null = null;
  let left = allowance.rhythm.kind === 'month' ? allowance.months.atMost : 1;
  let amountFen = 0;
  let known = false;
  let payable = false;
  for (const cell of cells) {
    const counts = (cell.run.months & inForce) !== NO_MONTHS;
    const open = left > 0 && cell.payable !== NO_MONTHS && counts;
    if (cell.lacks.length > 0) {
      if (open) {
        missingMonths |= cell.payable;
        for (const lack of cell.lacks) if (!missing.some((one) => sameLack(one, lack))) missing.push(lack);
      }
      if (cell.holds && cell.payable !== NO_MONTHS && counts) payable = true;
      continue;
    }
    if (cell.payable !== NO_MONTHS && counts) payable = true;
    if (counts) outrankedBy ??= cell.outrankedBy;
    const free = cell.payable & ~cell.outranked;
    if (free === NO_MONTHS && cell.outranked !== NO_MONTHS) continue;
    const paid = firstMonths(free, left);
    left -= countMonths(paid);
    (counts ? stretches : elsewhere).push({ run: cell.run, paid, rateFen: cell.rateFen, notes: cell.notes });
    if (!counts) continue;
    amountFen += cell.rateFen * countMonths(paid);
    known ||= free !== NO_MONTHS;
  }
  const line = known || (!payable && cells.some((cell) => cell.holds && cell.run.months & inForce));
  return {
    allowance,
    amountFen,
    stretches: line ? stretches : null,
    elsewhere,
    missing,
    missingMonths,
    declined: line || missing.length > 0 ? null : reasonOf(draft, outrankedBy),
  };
}

/** An allowance that holds nowhere. */
function refused(draft: Draft): Item {
  const declined = reasonOf(draft, null);
  const { allowance } = draft;
  return { allowance, amountFen: 0, stretches: null, elsewhere: NONE, missing: NONE, missingMonths: NO_MONTHS, declined };
}

function reasonOf(draft: Draft, outrankedBy: string | null): Declined {
  if (draft.barred) return draft.barred;
  if (outrankedBy !== null) return { code: 'outranked', by: outrankedBy };
  return { code: 'not-eligible', fact: (draft.failed === NO_OBSTACLE ? draft.undecided : draft.failed).fact };
}
