import { countMonths } from '../../calendar/month-set.ts';
import { shareOfFen } from '../../money/fen.ts';
import { divideRounded } from '../../money/rounding.ts';
import { type Amount, type FactRow, NOT_KNOWN } from '../grammar/word.ts';
import type { PayMonths } from './months.ts';

/** A yearly standard that counts by month: `{every: year, spread: months}`. */
export interface Spread {
  /** Into how many months a year is divided. */
  readonly months: number;
  /** The standard of the year in the month of a row, where it is known. */
  readonly whole: Amount;
}

/** Divides a yearly standard among the months of a set. */
export function compileSpread(whole: Amount, { set, atMost }: PayMonths): Spread {
  return { whole, months: Math.max(1, Math.min(atMost, countMonths(set))) };
}

/** What a month is paid of a yearly standard: its part, cut off at the fen. The last month of a person takes what that leaves. */
export function monthOf({ whole, months }: Spread): Amount {
  return {
    ...whole,
    share: null,
    evaluate(row, found) {
      const fen = whole.evaluate(row, found);
      return fen === NOT_KNOWN ? NOT_KNOWN : shareOfFen(fen, 1, months, 'down');
    },
  };
}

/**
 * What some months come to together: each its standard ÷ the months of the year, exact and rounded half up to the fen once.
 *
 * @param rows one for each month; the amount is known in it
 * @example 27,000 in nine months and 31,000 in three make 28,000
 */
export function spreadSum({ whole, months }: Spread, rows: readonly FactRow[]): number {
  const standards = rows.reduce((sum, row) => sum + BigInt(whole.evaluate(row, [])), 0n);
  return Number(divideRounded(standards, BigInt(months), 'half-up'));
}
