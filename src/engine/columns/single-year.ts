import { firstMonths, lastMonth } from '../../calendar/month-set.ts';
import { FAILS, HOLDS, NOT_KNOWN } from '../../words/grammar/word.ts';
import type { Columns } from './columns.ts';
import type { Single } from './side-table.ts';
import { SingleAmount } from './single-amount.ts';
import { COUNT } from './sweep.ts';
import type { Tables } from './tables.ts';

/** A teacher has a row a month at most. */
const MOST_ROWS = 12;

/**
 * What one allowance pays one person in the year, for rows of facts as `judge-year.ts` and `settle.ts` say it for stretches: the first so
 * many months, the month of a date, or the last month in which it holds. The next person overwrites it.
 */
export class SingleYear {
  /** In how many rows it pays; of each the months and fen for each month. */
  size = 0;
  readonly paid = new Uint16Array(MOST_ROWS);
  readonly rateFen = new Float64Array(MOST_ROWS);
  /** What is missing, as bits. */
  missing = 0;
  /** Whether there is a line, be it of nothing. */
  isLine = false;
  readonly #amount: SingleAmount;

  constructor(tables: Pick<Tables, 'missingInputs' | 'layout'>) {
    this.#amount = new SingleAmount(tables);
  }

  /** Whether something was to be known of any amount since this was last set to `false`, though it was known. */
  get isNoted(): boolean {
    return this.#amount.isNoted;
  }

  set isNoted(isNoted: boolean) {
    this.#amount.isNoted = isNoted;
  }

  /**
   * Goes through the rows of one person.
   *
   * @param rows the places of all rows in which the allowance may hold, from one place of the list to another
   */
  read(columns: Columns, single: Single, rows: Int32Array, from: number, to: number): void {
    const { packedRows, months } = columns;
    const { shift, mask, verdicts, set, date } = single;
    const dates = date >= 0 ? (columns.dates[date] as Uint8Array) : null;
    // What is missing before the month of a yearly sum decides nothing.
    const due = single.isYearly ? lastDue(columns, single, rows, from, to) : -1;
    let left = single.atMost;
    let isPayable = false;
    let holds = false;
    this.size = 0;
    this.missing = 0;
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      const verdict = verdicts[((packedRows[row] as number) >>> shift) & mask] as number;
      if (verdict === FAILS) continue;
      let payable = (months[row] as number) & set;
      if (dates !== null) {
        const month = dates[row] as number;
        if (month === 0) continue;
        payable = set & (1 << (month - 1));
      } else if (at <= due) payable = at === due ? 1 << lastMonth(payable) : 0;
      if (verdict === HOLDS) holds = true;
      if (payable === 0) continue;
      if (verdict === HOLDS) isPayable = true;
      if (left === 0) continue;
      const rate = this.#amount.of(columns, single, row);
      if (rate === NOT_KNOWN) {
        this.missing |= this.#amount.missing;
        continue;
      }
      isPayable = true;
      const paid = left < 12 ? firstMonths(payable, left) : payable;
      left -= COUNT[paid] as number;
      this.paid[this.size] = paid;
      this.rateFen[this.size] = rate;
      this.size++;
    }
    this.isLine = this.size > 0 || (!isPayable && holds);
  }
}

/** The place of the last row in which a yearly sum is due, -1 where there is none. */
function lastDue(
  { packedRows, months }: Columns,
  { shift, mask, verdicts, set }: Single,
  rows: Int32Array,
  from: number,
  to: number,
): number {
  for (let at = to - 1; at >= from; at--) {
    const row = rows[at] as number;
    if (verdicts[((packedRows[row] as number) >>> shift) & mask] === HOLDS && ((months[row] as number) & set) !== 0) return at;
  }
  return -1;
}
