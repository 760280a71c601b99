import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { Teacher } from '../facts/teacher.ts';
import type { Stretch } from '../facts/timeline.ts';
import { NOT_KNOWN } from '../words/grammar/word.ts';
import { applyCaps } from './caps.ts';
import type { PaidOut } from './claim-paid.ts';
import { withClaims } from './claims.ts';
import { claimsUnderReadings, waysOf } from './claims-under-readings.ts';
import { type Cell, type Draft, draftOf, type Outranking, type PossibleOutranking } from './draft.ts';
import { grantedBefore } from './granted-before.ts';
import type { Differing, Entitlement, Item } from './item.ts';
import { type PaidYear, paidIn, withItems } from './items-paid.ts';
import { joinVersions } from './join-versions.ts';
import { judgeYear } from './judge-year.ts';
import { withPast } from './missing-inputs.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { settleAll } from './settle.ts';
import { underReadings } from './under-readings.ts';
import { type JudgedYear, yearUnder } from './year.ts';

/**
 * Computes what one teacher is entitled to.
 *
 * @param plan a policy under the settings of a run
 * @param teacher as `encodeTeacher` gives it
 * @param paidOut what was paid, as far as it is known; claims go by it, and else by what follows from the rules
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function entitle(plan: Plan, teacher: Teacher, paidOut?: PaidOut): Entitlement {
  const due = plan.parts.length > 0 ? underReadings(plan, plan.parts, (one) => entitleDue(one, teacher)) : entitleDue(plan, teacher);
  if (plan.claiming.length === 0) return due;
  if (waysOf(plan).length === 1) return withClaims(plan, teacher, due, dueIn, paidOut);
  return claimsUnderReadings(plan, due, (one) => entitle(one, teacher, paidOut));
}

/** What is paid in the year of the plan, with what no document settles about it. */
function entitleDue(plan: Plan, teacher: Teacher): Entitlement {
  const due = dueIn(plan, teacher);
  const unsettled = grantedBefore(plan, teacher, due);
  return unsettled.length === 0 ? due : { ...due, unsettled };
}

/** What is paid in the year of the plan, without claims. @throws AmountTooLargeError as {@link entitle} */
export function dueIn(plan: Plan, teacher: Teacher): Entitlement {
  const [latest, ...earlier] = plan.versions;
  const entitlement = entitleUnder(latest, plan.settings.year, teacher);
  if (earlier.length === 0) return entitlement;
  const all = [entitlement, ...earlier.map((version) => entitleUnder(version, plan.settings.year, teacher))];
  return { ...entitlement, items: joinVersions(all.flatMap(({ items }) => items)), differing: all.flatMap(({ differing }) => differing) };
}

/** Judges the whole year under one version, so that months are counted as usual, and keeps those in which it is in force. */
function entitleUnder(version: Version, year: number, teacher: Teacher): Entitlement {
  const { items, judged } = judgeUnder(version, year, teacher);
  const { stretches, employment } = judged;
  const differing = differingOf(version, stretches);
  return { year, stretches, employment, items, claims: NONE, unsettled: NONE, under: NONE, differing };
}

/** What a version comes to for a teacher, allowance by allowance, and how each was judged. */
export interface UnderVersion {
  readonly judged: JudgedYear;
  readonly drafts: readonly Draft[];
  readonly items: readonly Item[];
}

/**
 * Judges a teacher's year under one version.
 *
 * @throws AmountTooLargeError where an amount is too large to be exact
 */
export function judgeUnder(version: Version, year: number, teacher: Teacher): UnderVersion {
  const { allowances, rounds } = version;
  const judged = yearUnder(version, year, teacher);
  const drafts = new Array<Draft>(allowances.length);
  const items = new Array<Item>(allowances.length);
  const paid = new Map<string, PaidYear>();
  for (const round of rounds) {
    const own = round.members.map((at) => judgeItem(allowances[at] as CompiledAllowance, judged, paid));
    for (const { members } of round.stacks) outrank(members.map((at) => own[at] as Draft));
    const settled = applyCaps(settleAll(own), round.caps).map((item, at) => withPast(item, (own[at] as Draft).past));
    for (const [at, place] of round.members.entries()) {
      drafts[place] = own[at] as Draft;
      items[place] = settled[at] as Item;
    }
    if (round !== rounds.at(-1)) for (const [id, one] of paidIn(round, settled)) paid.set(id, one);
  }
  return { judged, drafts, items };
}

/** Judges an allowance. @param paid what those come to that it may rest on */
function judgeItem(allowance: CompiledAllowance, judged: JudgedYear, paid: ReadonlyMap<string, PaidYear>): Draft {
  const { items } = allowance.amount;
  const year = items ? withItems(judged, items, paid) : judged;
  return judgeYear(draftOf(allowance, year), year);
}

const NONE: readonly never[] = [];

/** The derived facts that are given otherwise than they follow from the others, in employed months in which the version is in force. */
function differingOf({ derivations, inForce }: Version, stretches: readonly Stretch[]): readonly Differing[] {
  if (derivations.length === 0) return NONE;
  return stretches.flatMap(({ facts, given, start, months }): Differing[] =>
    derivations.flatMap(({ fact, index, derive }) => {
      const told = given[index] ?? null;
      const derived = told === null ? null : derive({ facts, start });
      return derived === null || derived === told || !(months & inForce) ? [] : [{ fact, given: told, derived, months: months & inForce }];
    }),
  );
}

/** Pays month by month the largest of some allowances; one with a missing input counts as 0 and stays missing. */
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
      cell.outrankedBy = withMonth(cell.outrankedBy, (winner as { draft: Draft }).draft.allowance.id, month);
    }
  }
  for (const draft of drafts) notePossiblyOutranked(draft, drafts);
}

/** Adds a month in which an allowance is the larger one, in order of first month. */
function withMonth(known: readonly Outranking[], by: string, month: MonthSet): Outranking[] {
  if (!known.some((one) => one.by === by)) return [...known, { by, months: month }];
  return known.map((one) => (one.by === by ? { by, months: one.months | month } : one));
}

/** Notes in the known cells of an allowance where an input of a rival is missing. */
function notePossiblyOutranked(draft: Draft, members: readonly Draft[]): void {
  const rivals = members.filter((one) => one !== draft);
  for (const cell of draft.cells) {
    if (cell.missingInputs.length > 0) continue;
    const possiblyOutranked = rivals.flatMap((rival) =>
      rival.cells.flatMap(({ missingInputs, payable }): PossibleOutranking[] => {
        const months = missingInputs.length > 0 ? payable & cell.payable : NO_MONTHS;
        return months === NO_MONTHS ? [] : [{ rival, missingInputs, months }];
      }),
    );
    if (possiblyOutranked.length > 0) cell.possiblyOutranked = [...cell.possiblyOutranked, ...possiblyOutranked];
  }
}
