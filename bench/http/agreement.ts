import { missingBit } from '../engine/agreement.ts';
import type { Agreement } from '../engine/results.ts';
import { ALLOWANCES } from '../limit/limit-rows.mjs';
import type { Expected } from './people.ts';

/** What the API answers for one teacher, as far as the yardstick knows it. */
export interface WireEntry {
  readonly index?: number;
  readonly teacherId?: string;
  readonly personalTotal?: string;
  readonly institutionTotal?: string;
  readonly lines?: readonly { readonly allowance: string; readonly amount: string }[];
  readonly missing?: readonly { readonly allowance: string; readonly code?: string; readonly fact?: string; readonly parameter?: string }[];
}

export interface WireSummary {
  readonly teachers: number;
  readonly failed: number;
  readonly personalTotal: string;
  readonly institutionTotal: string;
  readonly byAllowance: Readonly<Record<string, string>>;
}

/** Compares answers with the yardstick, entry by entry in their order. A wrong index or teacher counts as another amount. */
export class Comparison {
  readonly #expected: Expected;
  #next = 0;
  #otherAmount = 0;
  #otherMissing = 0;
  #otherTotals = 0;

  constructor(expected: Expected) {
    this.#expected = expected;
  }

  /** Takes the next entry. */
  add(entry: WireEntry): void {
    const at = this.#next++;
    const { ids, rows } = this.#expected;
    const amounts = ALLOWANCES.map(() => 0);
    let unknown = entry.teacherId !== ids[at] || (entry.index ?? at) !== at;
    for (const { allowance, amount } of entry.lines ?? []) {
      const place = ALLOWANCES.indexOf(allowance);
      if (place >= 0) amounts[place] = fenOf(amount);
      else if (fenOf(amount) !== 0) unknown = true;
    }
    const equal =
      !unknown &&
      fenOf(entry.personalTotal) === rows.personal[at] &&
      fenOf(entry.institutionTotal) === rows.institution[at] &&
      amounts.every((fen, place) => fen === rows.amounts[at * ALLOWANCES.length + place]);
    if (!equal) this.#otherAmount++;
    // To the yardstick a one-off whose day lies outside the employment is nothing due; the policy leaves that open, and the API says so.
    const lacks = (entry.missing ?? []).filter(({ code }) => code !== 'outside-employment');
    const mask = lacks.reduce((bits, lack) => bits | missingBit(lack.allowance, lack.fact ?? lack.parameter ?? ''), 0);
    if (mask !== rows.missing[at]) this.#otherMissing++;
  }

  /** Takes the summary. */
  close(summary: WireSummary): void {
    const { ids, rows } = this.#expected;
    const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);
    const pairs: readonly (readonly [number, number])[] = [
      [summary.teachers, ids.length],
      [summary.failed, 0],
      [fenOf(summary.personalTotal), sum(rows.personal)],
      [fenOf(summary.institutionTotal), sum(rows.institution)],
      ...Object.entries(summary.byAllowance).map(([id, amount]) => [fenOf(amount), rows.totals[ALLOWANCES.indexOf(id)] ?? 0] as const),
    ];
    this.#otherTotals += pairs.filter(([found, wanted]) => found !== wanted).length;
  }

  /** How far all of it agrees; teachers that no entry came for are teachers with another amount. */
  result(): Agreement {
    const teachers = this.#expected.ids.length;
    return {
      teachers,
      otherAmount: this.#otherAmount + Math.abs(teachers - this.#next),
      otherMissing: this.#otherMissing,
      otherTotals: this.#otherTotals,
    };
  }
}

/** Yuan with two decimals to fen; far below 2^53 here. */
function fenOf(amount = ''): number {
  return /^-?\d+\.\d\d$/.test(amount) ? Number(amount.replace('.', '')) : Number.NaN;
}
