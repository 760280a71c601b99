import { ALL_MONTHS, countMonths, firstMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { Lack } from '../words/word.ts';
import { type Cell, counts, type Draft, NO_OBSTACLE } from './draft.ts';
import type { Declined, Item, Stretch } from './item.ts';
import { Lacking } from './lacking.ts';

const NOTHING: readonly never[] = [];

/** Counts the months that are paid, and tells what is paid, missing or declined while the policy is in force. */
export function settle(draft: Draft): Item {
  const { allowance, cells } = draft;
  if (cells.length === 0) return refused(draft);
  const count = new MonthCount(draft);
  const stretches: Stretch[] = [];
  const elsewhere: Stretch[] = [];
  let outrankedBy: string | null = null;
  let amountFen = 0;
  let known = false;
  let payable = false;
  for (const cell of cells) {
    const isCounted = counts(draft, cell.run);
    if (isCounted && cell.payable !== NO_MONTHS && (cell.holds || cell.lacks.length === 0)) payable = true;
    if (cell.lacks.length > 0) {
      count.lack(cell);
      continue;
    }
    if (isCounted) outrankedBy ??= cell.outrankedBy;
    const free = cell.payable & ~cell.outranked;
    if (free === NO_MONTHS && cell.outranked !== NO_MONTHS) continue;
    const paid = count.pay(cell, free);
    (isCounted ? stretches : elsewhere).push({ run: cell.run, paid, rateFen: cell.rateFen, notes: cell.notes });
    if (!isCounted) continue;
    amountFen += cell.rateFen * countMonths(paid);
    known ||= free !== NO_MONTHS;
  }
  const line = known || (!payable && cells.some((cell) => cell.holds && counts(draft, cell.run)));
  const missing = count.lacking.within(draft.inForce);
  return {
    allowance,
    amountFen,
    stretches: line ? stretches : null,
    elsewhere,
    missing,
    missingMonths: missing.reduce((months, one) => months | one.months, NO_MONTHS),
    missingElsewhere: count.lacking.within(ALL_MONTHS & ~draft.inForce),
    declined: line || missing.length > 0 ? null : reasonOf(draft, outrankedBy),
  };
}

/**
 * Counts months up to the first so many, and notes which of them something that is missing decides: its own, and each later one that is among the
 * first so many only if some of those before are not.
 */
class MonthCount {
  readonly lacking = new Lacking();
  readonly #most: number;
  readonly #isYearly: boolean;
  /** How many months are paid, and how many before them may be once what they lack is known. */
  #paid = 0;
  #open = 0;
  readonly #openLacks: Lack[] = [];
  /** The month of a yearly sum. */
  #due = NO_MONTHS;

  constructor({ allowance: { rhythm, months } }: Draft) {
    // Of the others one month at most is left that pays.
    this.#most = rhythm.kind === 'month' ? months.atMost : 12;
    this.#isYearly = rhythm.kind === 'year';
  }

  /** Takes the months of a cell that is known. @returns those that are paid */
  pay({ payable }: Cell, free: MonthSet): MonthSet {
    const paid = firstMonths(free, this.#most - this.#paid);
    this.#noteLate(paid);
    this.#paid += countMonths(paid);
    if (this.#isYearly) this.#due |= payable;
    return paid;
  }

  /** Takes the months of a cell that lacks something: they are not counted, and open as long as months are left. */
  lack({ payable, holds, lacks }: Cell): void {
    if (payable === NO_MONTHS || this.#paid === this.#most) return;
    this.#noteLate(payable);
    // A yearly sum is due in the last month in which it holds: whether that is the one found hangs on those after it.
    this.lacking.add(lacks, payable | this.#due);
    this.#open += countMonths(payable);
    this.#openLacks.push(...lacks);
    if (this.#isYearly && holds) this.#due |= payable;
  }

  /** Notes the months that fall out if all those that are open before them are paid. */
  #noteLate(months: MonthSet): void {
    if (this.#open > 0) this.lacking.add(this.#openLacks, months & ~firstMonths(months, this.#most - this.#paid - this.#open));
  }
}

/** An allowance that holds nowhere. */
function refused(draft: Draft): Item {
  const declined = reasonOf(draft, null);
  const { allowance } = draft;
  const none = { stretches: null, elsewhere: NOTHING, missing: NOTHING, missingMonths: NO_MONTHS, missingElsewhere: NOTHING };
  return { allowance, amountFen: 0, ...none, declined };
}

function reasonOf(draft: Draft, outrankedBy: string | null): Declined {
  if (draft.barred) return draft.barred;
  if (outrankedBy !== null) return { code: 'outranked', by: outrankedBy };
  return { code: 'not-eligible', fact: (draft.failed === NO_OBSTACLE ? draft.undecided : draft.failed).fact };
}
