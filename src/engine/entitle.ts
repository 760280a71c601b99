import { ALL_MONTHS, countMonths, firstMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { Teacher } from '../facts/teacher.ts';
import { NOT_KNOWN, sameLack } from '../words/word.ts';
import { applyCaps } from './caps.ts';
import { type Cell, counts, type Draft, draftOf, NO_OBSTACLE } from './draft.ts';
import type { Declined, Entitlement, Item, MissingInput, Stretch } from './item.ts';
import { joinVersions } from './join-versions.ts';
import { judgeYear, yearUnder } from './judge-year.ts';
import type { Plan, Version } from './plan.ts';
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
function entitleUnder(version: Version, year: number, teacher: Teacher): Entitlement {
  const { allowances, stacks, caps, inForce } = version;
  const judged = yearUnder(version, year, teacher);
  const { runs, employment } = judged;
  const drafts = allowances.map((allowance) => judgeYear(draftOf(allowance, inForce), judged));
  for (const { members } of stacks) outrank(members.map((at) => drafts[at] as Draft));
  return { runs, employment, items: applyCaps(drafts.map(settle), caps), repayments: NONE };
}

const NONE: readonly never[] = [];

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
  const { allowance, cells } = draft;
  if (cells.length === 0) return refused(draft);
  const stretches: Stretch[] = [];
  const elsewhere: Stretch[] = [];
  const missing: { -readonly [K in keyof MissingInput]: MissingInput[K] }[] = [];
  let missingMonths = NO_MONTHS;
  let outrankedBy: string | null = null;
  let left = allowance.rhythm.kind === 'month' ? allowance.months.atMost : 1;
  let amountFen = 0;
  let known = false;
  let payable = false;
  for (const cell of cells) {
    const isCounted = counts(draft, cell.run);
    const open = left > 0 && cell.payable !== NO_MONTHS && isCounted;
    if (cell.lacks.length > 0) {
      if (open) {
        missingMonths |= cell.payable;
        for (const lack of cell.lacks) {
          const known = missing.find((one) => sameLack(one.lack, lack));
          if (known) known.months |= cell.payable;
          else missing.push({ lack, months: cell.payable });
        }
      }
      if (cell.holds && cell.payable !== NO_MONTHS && isCounted) payable = true;
      continue;
    }
    if (cell.payable !== NO_MONTHS && isCounted) payable = true;
    if (isCounted) outrankedBy ??= cell.outrankedBy;
    const free = cell.payable & ~cell.outranked;
    if (free === NO_MONTHS && cell.outranked !== NO_MONTHS) continue;
    const paid = firstMonths(free, left);
    left -= countMonths(paid);
    (isCounted ? stretches : elsewhere).push({ run: cell.run, paid, rateFen: cell.rateFen, notes: cell.notes });
    if (!isCounted) continue;
    amountFen += cell.rateFen * countMonths(paid);
    known ||= free !== NO_MONTHS;
  }
  const line = known || (!payable && cells.some((cell) => cell.holds && counts(draft, cell.run)));
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
