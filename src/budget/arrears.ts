import { listMonths } from '../calendar/month-set.ts';
import { monthsOf } from '../engine/explain.ts';
import type { Entitlement } from '../engine/item.ts';
import { ExactSum } from '../money/exact-sum.ts';

/** Fen of one allowance in each of the twelve months, `null` where the amount is not known. */
export type YearFen = readonly (number | null)[];

/** Years by allowance; one that is not there came to nothing. */
export type Years = ReadonlyMap<string, YearFen>;

/** What was paid in a month against what is due, in fen; `null` where it is not known. */
export interface ArrearsMonth {
  /** 0 to 11. */
  readonly month: number;
  readonly paidFen: number | null;
  readonly dueFen: number | null;
}

/** The months of an allowance in which something was paid or is due, or in which one of the two is not known. */
export interface ArrearsLine {
  readonly allowance: string;
  readonly months: readonly ArrearsMonth[];
  readonly sums: ArrearsSums;
}

const NOTHING: YearFen = new Array(12).fill(0);

/** What an entitlement comes to, month by month. */
export function yearsOf({ items }: Entitlement): Map<string, YearFen> {
  const years = new Map<string, YearFen>();
  for (const item of items) {
    if (item.amountFen === 0 && item.missingMonths === 0) continue;
    // An allowance that goes on under a later version has months of both, none of them twice.
    const before = years.get(item.allowance.id) ?? NOTHING;
    const year: (number | null)[] = monthsOf(item).map((fen, month) => fen || (before[month] as number | null));
    for (const month of listMonths(item.missingMonths)) year[month] = null;
    years.set(item.allowance.id, year);
  }
  return years;
}

/**
 * Sets what was paid against what is due.
 *
 * @param allowances ids in the order in which lines are listed; those that are in only one of both count as nothing in the other
 */
export function compareYears(allowances: readonly string[], paid: Years, due: Years): ArrearsLine[] {
  return allowances.flatMap((allowance) => {
    const before = paid.get(allowance) ?? NOTHING;
    const after = due.get(allowance) ?? NOTHING;
    const sums = new ArrearsSums();
    const months: ArrearsMonth[] = [];
    for (let month = 0; month < 12; month++) {
      const [paidFen, dueFen] = [before[month] ?? null, after[month] ?? null];
      if (paidFen === 0 && dueFen === 0) continue;
      months.push({ month, paidFen, dueFen });
      sums.add(paidFen, dueFen);
    }
    return months.length > 0 ? [{ allowance, months, sums }] : [];
  });
}

/**
 * Sums of months, in fen. A month in which one side is not known is left out of the comparison, so that what is due less what was paid is
 * always the difference; what is known of such a month is kept as unresolved, so that nothing is lost.
 */
export class ArrearsSums {
  readonly #paid = new ExactSum();
  readonly #due = new ExactSum();
  readonly #unresolvedPaid = new ExactSum();
  readonly #unresolvedDue = new ExactSum();

  add(paidFen: number | null, dueFen: number | null): void {
    const known = paidFen !== null && dueFen !== null;
    if (paidFen !== null) (known ? this.#paid : this.#unresolvedPaid).add(paidFen);
    if (dueFen !== null) (known ? this.#due : this.#unresolvedDue).add(dueFen);
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
