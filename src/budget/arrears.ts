import { listMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { monthsOf } from '../engine/explain.ts';
import type { Entitlement, MissingInMonths } from '../engine/item.ts';
import { ExactSum, type SignedFen } from '../money/exact-sum.ts';
import { sameInput } from '../words/grammar/word.ts';

/** The amounts of one allowance in the twelve months, in fen; `null` where the amount is unknown. */
export type YearFen = readonly (SignedFen | null)[];

/** The amounts of one allowance in a year, and the missing inputs of those that are unknown. */
export interface SideYear {
  readonly fen: YearFen;
  readonly missing: readonly MissingInMonths[];
}

/** One side of a comparison, by allowance; an absent allowance paid nothing. */
export type Side = ReadonlyMap<string, SideYear>;

/** What was paid in a month and what is due, in fen; `null` where unknown. */
export interface ArrearsMonth {
  /** 0 to 11. */
  readonly month: number;
  readonly paidFen: SignedFen | null;
  readonly dueFen: SignedFen | null;
}

/** The months of an allowance in which something was paid or is due, or in which either is unknown. */
export interface ArrearsLine {
  readonly allowance: string;
  readonly months: readonly ArrearsMonth[];
  readonly sums: ArrearsSums;
  /** Inputs undetermined on both sides, with the months: leaving these months out loses nothing that could be compared. */
  readonly alike: readonly MissingInMonths[];
  /** Whether some month cannot be compared: one side is unknown, or both are for different reasons. */
  readonly isIncomparable: boolean;
}

const NOTHING: SideYear = { fen: new Array(12).fill(0), missing: [] };

/** The amounts of an entitlement, month by month. */
export function sideOf({ items }: Entitlement): Map<string, SideYear> {
  const side = new Map<string, SideYear>();
  for (const item of items) {
    if (item.amountFen === 0 && item.missingMonths === NO_MONTHS) continue;
    // An allowance that continues under a later version has months of both, without overlap.
    const before = side.get(item.allowance.id) ?? NOTHING;
    const fen: (SignedFen | null)[] = monthsOf(item).map((amount, month) => amount || (before.fen[month] as SignedFen | null));
    for (const month of listMonths(item.missingMonths)) fen[month] = null;
    // An input missing under both versions is listed with one of them, with the months of both.
    side.set(item.allowance.id, { fen, missing: [...before.missing, ...item.missing] });
  }
  return side;
}

/**
 * Compares what was paid with what is due.
 *
 * @param allowances ids in the order in which lines are listed; those that are on one side only count as 0 on the other
 * @param isSame whether an allowance follows the same rules on both sides: only then does a fact unknown on both sides make no difference
 */
export function compareSides(
  allowances: readonly string[],
  paid: Side,
  due: Side,
  isSame: (allowance: string) => boolean = () => false,
): ArrearsLine[] {
  return allowances.flatMap((allowance) => {
    const before = paid.get(allowance) ?? NOTHING;
    const after = due.get(allowance) ?? NOTHING;
    const sums = new ArrearsSums();
    const months: ArrearsMonth[] = [];
    let alike = NO_MONTHS;
    let isIncomparable = false;
    for (let month = 0; month < 12; month++) {
      const [paidFen, dueFen] = [before.fen[month] ?? null, after.fen[month] ?? null];
      if (paidFen === 0 && dueFen === 0) continue;
      months.push({ month, paidFen, dueFen });
      sums.add(paidFen, dueFen);
      if (paidFen !== null && dueFen !== null) continue;
      if (paidFen === null && dueFen === null && haveSameMissing(before, after, month, () => isSame(allowance))) alike |= 1 << month;
      else isIncomparable = true;
    }
    return months.length > 0 ? [{ allowance, months, sums, alike: missingWithin(after, alike), isIncomparable }] : [];
  });
}

/**
 * Whether both sides miss the same inputs in a month, so that nothing can be owed. A figure that is undetermined on both was neither paid
 * nor is it due; but with an unknown fact, one rate may have been paid then and another may be due now.
 */
function haveSameMissing(a: SideYear, b: SideYear, month: number, isSame: () => boolean): boolean {
  const [one = [], other = []] = [a, b].map(({ missing }) => missing.filter(({ months }) => months & (1 << month)));
  const isIn = (list: readonly MissingInMonths[]) => (missing: MissingInMonths) => list.some((known) => isAlike(known, missing));
  if (!one.every(isIn(other)) || !other.every(isIn(one))) return false;
  return one.every(({ input }) => input.code === 'no-figure') || isSame();
}

/** Whether the same input is missing under the same options of readings that are not chosen. */
function isAlike(one: MissingInMonths, other: MissingInMonths): boolean {
  const [under = {}, otherUnder = {}] = [one.under, other.under];
  const readings = new Set([...Object.keys(under), ...Object.keys(otherUnder)]);
  const isSame = [...readings].every((reading) => {
    const [options = [], others = []] = [under[reading], otherUnder[reading]];
    return options.length === others.length && options.every((option) => others.includes(option));
  });
  return sameInput(one.input, other.input) && isSame;
}

function missingWithin({ missing }: SideYear, months: MonthSet): MissingInMonths[] {
  return missing.flatMap((one) => (one.months & months ? [{ ...one, months: one.months & months }] : []));
}

/**
 * Sums of months, in fen. A month with an unknown side is left out of the comparison, so that the difference is always what is due less
 * what was paid. The known side of such a month is kept as unresolved, so that nothing is lost.
 */
export class ArrearsSums {
  readonly #paid = new ExactSum();
  readonly #due = new ExactSum();
  readonly #unresolvedPaid = new ExactSum();
  readonly #unresolvedDue = new ExactSum();

  add(paidFen: SignedFen | null, dueFen: SignedFen | null): void {
    const known = paidFen !== null && dueFen !== null;
    if (paidFen !== null) addTo(known ? this.#paid : this.#unresolvedPaid, paidFen);
    if (dueFen !== null) addTo(known ? this.#due : this.#unresolvedDue, dueFen);
  }

  get paidFen(): bigint {
    return this.#paid.value;
  }

  get dueFen(): bigint {
    return this.#due.value;
  }

  get differenceFen(): bigint {
    return this.dueFen - this.paidFen;
  }

  get unresolvedPaidFen(): bigint {
    return this.#unresolvedPaid.value;
  }

  get unresolvedDueFen(): bigint {
    return this.#unresolvedDue.value;
  }
}

function addTo(sum: ExactSum, fen: SignedFen): void {
  if (typeof fen === 'number') sum.add(fen);
  else sum.addExact(fen);
}

/** Adds up arrears person by person. */
export class ArrearsLedger {
  readonly total = new ArrearsSums();
  /** By allowance, in the order in which lines are listed. */
  readonly byAllowance: ReadonlyMap<string, ArrearsSums>;
  /** The twelve months. */
  readonly byMonth: readonly ArrearsSums[] = Array.from({ length: 12 }, () => new ArrearsSums());

  constructor(allowances: readonly string[]) {
    this.byAllowance = new Map(allowances.map((id) => [id, new ArrearsSums()]));
  }

  /** Adds the lines of one person. @returns their sums */
  add(lines: readonly ArrearsLine[]): ArrearsSums {
    const person = new ArrearsSums();
    for (const { allowance, months } of lines) {
      for (const { month, paidFen, dueFen } of months) {
        for (const sums of [person, this.total, this.byAllowance.get(allowance), this.byMonth[month]]) sums?.add(paidFen, dueFen);
      }
    }
    return person;
  }
}
