import { ALL_MONTHS, countMonths, firstMonths, lastMonth, listMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { asFen, NO_FEN } from '../money/fen.ts';
import { type MissingInput, sameInput } from '../words/grammar/word.ts';
import { type Cell, counts, type Draft, NO_OBSTACLE, type PossibleOutranking } from './draft.ts';
import { amountOf, type Declined, type Item, type PaidStretch } from './item.ts';
import { MissingInputs, missingOf } from './missing-inputs.ts';
import { settleSpread } from './split-paid.ts';

const NOTHING: readonly never[] = [];

/** A settled allowance, and its months that depend on a rival. */
interface Settled {
  readonly item: Item;
  readonly possiblyOutranked: readonly PossibleOutranking[];
}

/** Counts the paid months, and determines what is paid, missing or declined while the policy is in force. */
function settle(draft: Draft): Settled {
  const { allowance, cells } = draft;
  if (cells.length === 0) return { item: refused(draft), possiblyOutranked: NOTHING };
  const count = new MonthCount(draft);
  const paidStretches: PaidStretch[] = [];
  const elsewhere: PaidStretch[] = [];
  let outrankedBy: string | null = null;
  let known = false;
  let payable = false;
  for (const cell of cells) {
    const isCounted = counts(draft, cell.stretch);
    if (isCounted && cell.payable !== NO_MONTHS && (cell.holds || cell.missingInputs.length === 0)) payable = true;
    if (cell.missingInputs.length > 0) {
      count.leaveOpen(cell);
      continue;
    }
    if (isCounted) outrankedBy ??= cell.outrankedBy[0]?.by ?? null;
    const free = cell.payable & ~cell.outranked;
    if (free === NO_MONTHS && cell.outranked !== NO_MONTHS) continue;
    const paid = count.pay(cell, free);
    (isCounted ? paidStretches : elsewhere).push({ stretch: cell.stretch, paid, rateFen: asFen(cell.rateFen), notes: cell.notes });
    known ||= isCounted && free !== NO_MONTHS;
  }
  count.close();
  const line = known || (!payable && cells.some((cell) => cell.holds && counts(draft, cell.stretch)));
  const { missing, missingMonths } = missingOf(count.inputs, draft.inForce);
  const settled = allowance.spread ? settleSpread(allowance.spread, paidStretches) : paidStretches;
  const item = {
    allowance,
    amountFen: amountOf(settled),
    paidStretches: line ? settled : null,
    elsewhere,
    missing,
    missingMonths,
    missingElsewhere: count.inputs.within(ALL_MONTHS & ~draft.inForce),
    declined: line || missing.length > 0 ? null : reasonOf(draft, outrankedBy),
  };
  return { item, possiblyOutranked: count.possiblyOutranked };
}

/**
 * Counts months up to a maximum, and notes which of them a missing input decides: its own months, and each later month that is within the
 * maximum or not depending on earlier ones.
 */
class MonthCount {
  readonly inputs = new MissingInputs();
  readonly #most: number;
  readonly #isYearly: boolean;
  /** How many months are paid as far as is known; how many of them for certain; and how many earlier ones may or may not count. */
  #paid = 0;
  #sure = 0;
  #open = 0;
  readonly #openInputs: MissingInput[] = [];
  readonly #isSpread: boolean;
  /** The months that are paid of a spread year. */
  #spreadOver = NO_MONTHS;
  /** The month of a yearly sum. */
  #due = NO_MONTHS;
  /** The missing inputs of rivals, in the months that depend on them. */
  readonly possiblyOutranked: PossibleOutranking[] = [];

  constructor({ allowance: { rhythm, months, spread } }: Draft) {
    this.#most = months.atMost;
    this.#isYearly = rhythm.kind === 'year';
    this.#isSpread = spread !== null;
  }

  /** Counts the months of a known cell. @returns those that are paid */
  pay({ payable, possiblyOutranked }: Cell, free: MonthSet): MonthSet {
    const paid = firstMonths(free, this.#most - this.#paid);
    this.#paid += countMonths(paid);
    if (this.#isSpread) this.#spreadOver |= paid;
    if (this.#isYearly) this.#fall(payable);
    if (this.#open === 0 && possiblyOutranked.length === 0) this.#sure += countMonths(paid);
    else for (const month of listMonths(free)) this.#count(1 << month, possiblyOutranked);
    return paid;
  }

  /** Handles the months of a cell with missing inputs: they are not counted, and are open as long as months are left. */
  leaveOpen({ payable, holds, missingInputs }: Cell): void {
    if (payable === NO_MONTHS || this.#sure >= this.#most) return;
    for (const month of listMonths(payable)) this.#noteLate(1 << month, countMonths(payable & ((1 << month) - 1)));
    // A yearly sum is due in the last month in which it holds, so the month found depends on the later ones.
    this.inputs.add(missingInputs, payable | this.#due);
    this.#open += countMonths(payable);
    this.#openInputs.push(...missingInputs);
    if (this.#isYearly && holds) this.#fall(payable);
  }

  /** Notes the month in which a yearly sum falls, as far as is known. It depends on the open months before and after it. */
  #fall(month: MonthSet): void {
    this.#due |= month;
    this.inputs.add(this.#openInputs, month);
  }

  /** Counts a known month: for certain, or only possibly where a rival may be paid in it. */
  #count(month: MonthSet, possiblyOutranked: readonly PossibleOutranking[]): void {
    if (this.#sure >= this.#most) return;
    this.#noteLate(month, 0);
    const own = possiblyOutranked.filter(({ months }) => months & month);
    this.possiblyOutranked.push(...own.map((one) => ({ ...one, months: month })));
    if (own.length === 0) this.#sure++;
    else {
      this.#open++;
      this.#openInputs.push(...own.flatMap(({ missingInputs }) => missingInputs));
    }
  }

  /**
   * Ends the count. The last paid month of a spread year takes what the others leave, and so depends on what is missing in them; where months may
   * not be paid after all, another one may be the last.
   */
  close(): void {
    if (this.#spreadOver === NO_MONTHS) return;
    const mayLose = this.#most < 12 || this.possiblyOutranked.length > 0;
    this.inputs.add(this.#openInputs, mayLose ? this.#spreadOver : 1 << lastMonth(this.#spreadOver));
  }

  /** Notes a month that may count depending on earlier open months. @param before how many months of its own cell precede it */
  #noteLate(month: MonthSet, before: number): void {
    if (this.#open === 0 || this.#sure >= this.#most || this.#sure + this.#open + before < this.#most) return;
    this.inputs.add(this.#openInputs, month);
  }
}

/**
 * Settles the allowances of a version. The missing inputs of a rival are listed with the rival. Where a month is beyond the rival's own
 * maximum and so nothing is missing for it, they are listed with the allowances that it may outrank.
 */
export function settleAll(drafts: readonly Draft[]): Item[] {
  const settled = drafts.map(settle);
  const items = settled.map(({ item }) => item);
  return settled.map(({ item, possiblyOutranked }, at) => {
    if (possiblyOutranked.length === 0) return item;
    const { inForce } = drafts[at] as Draft;
    const inputs = new MissingInputs();
    for (const { input, months } of item.missing) inputs.add([input], months);
    for (const { rival, missingInputs, months } of possiblyOutranked) {
      const told = (items[drafts.indexOf(rival)] as Item).missing;
      for (const input of missingInputs) {
        const isTold = told.some((one) => sameInput(one.input, input) && (one.months & months) !== NO_MONTHS);
        if (!isTold) inputs.add([input], months & inForce);
      }
    }
    const all = missingOf(inputs, inForce);
    return { ...item, ...all, declined: all.missing.length > 0 ? null : item.declined };
  });
}

/** An allowance that holds in no month. */
function refused(draft: Draft): Item {
  const declined = reasonOf(draft, null);
  const { allowance } = draft;
  const none = { paidStretches: null, elsewhere: NOTHING, missing: NOTHING, missingMonths: NO_MONTHS, missingElsewhere: NOTHING };
  return { allowance, amountFen: NO_FEN, ...none, declined };
}

function reasonOf(draft: Draft, outrankedBy: string | null): Declined {
  if (draft.barred) return draft.barred;
  if (outrankedBy !== null) return { code: 'outranked', by: outrankedBy };
  return { code: 'not-eligible', fact: (draft.failed === NO_OBSTACLE ? draft.undecided : draft.failed).fact };
}
