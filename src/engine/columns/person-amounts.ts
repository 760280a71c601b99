import { firstMonths, lastMonth } from '../../calendar/month-set.ts';
import { FAILS, HOLDS, NOT_KNOWN } from '../../words/word.ts';
import type { Plan } from '../plan.ts';
import type { Columns } from './columns.ts';
import { type Layout, layOut } from './layout.ts';
import type { Single } from './side-table.ts';
import { SingleAmount } from './single-amount.ts';
import { COUNT } from './sweep.ts';
import { compileSingles, type Tables } from './tables.ts';

/**
 * What one person comes to, allowance by allowance, as `entitle` says it but for the explanation: from columns that hold this person alone, into
 * arrays that the next person overwrites.
 */
export class PersonAmounts {
  readonly layout: Layout;
  /** By allowance of the plan: fen of the year, whether there is a line, and what is missing, as bits of {@link lacks}. */
  readonly amountFen: Float64Array;
  readonly isLine: Uint8Array;
  readonly missing: Int32Array;
  /** Everything that can be missing. */
  readonly lacks: Tables['lacks'];
  readonly #singles: readonly Single[];
  readonly #amount: SingleAmount;

  /** @returns `null` where a year has more to it than tables hold, as `compileTables` */
  static of(plan: Plan): PersonAmounts | null {
    const layout = layOut([plan]);
    const compiled = layout && compileSingles(plan, layout);
    return compiled && new PersonAmounts(layout, compiled.singles, compiled.lacks);
  }

  private constructor(layout: Layout, singles: readonly Single[], lacks: Tables['lacks']) {
    this.layout = layout;
    this.lacks = lacks;
    this.#singles = singles;
    this.#amount = new SingleAmount({ layout, lacks });
    this.amountFen = new Float64Array(singles.length);
    this.isLine = new Uint8Array(singles.length);
    this.missing = new Int32Array(singles.length);
  }

  /** @returns `false` where only the engine can tell all: something else is to be known, or several things are missing and their order counts */
  read(columns: Columns): boolean {
    const singles = this.#singles;
    this.#amount.isNoted = false;
    for (let at = 0; at < singles.length; at++) {
      const single = singles[at] as Single;
      this.amountFen[at] = 0;
      this.isLine[at] = 0;
      this.missing[at] = 0;
      this.#add(columns, single, at, single.isYearly ? lastThatHolds(columns, single) : -1);
      const missing = this.missing[at] as number;
      if ((missing & (missing - 1)) !== 0) return false;
    }
    return !this.#amount.isNoted;
  }

  /** @param only the row in which a yearly allowance is paid, -1 where it is none or holds nowhere */
  #add(columns: Columns, single: Single, at: number, only: number): void {
    const { words, months, rows } = columns;
    const { shift, mask, verdicts, set, date } = single;
    let left = single.date >= 0 || single.isYearly ? 12 : single.atMost;
    let fen = 0;
    let missing = 0;
    let isKnown = false;
    let isPayable = false;
    let holds = false;
    for (let row = 0; row < rows; row++) {
      const verdict = verdicts[((words[row] as number) >>> shift) & mask] as number;
      if (verdict === FAILS) continue;
      let payable = (months[row] as number) & set;
      if (date >= 0) {
        const month = (columns.dates[date] as Uint8Array)[row] as number;
        if (month === 0) continue;
        payable = set & (1 << (month - 1));
      } else if (only >= 0) {
        payable = row === only ? 1 << lastMonth(payable) : row < only ? 0 : payable;
      }
      if (verdict === HOLDS) holds = true;
      if (payable === 0) continue;
      const rate = this.#amount.of(columns, single, row);
      if (rate === NOT_KNOWN) {
        if (left > 0) missing |= this.#amount.missing;
        if (verdict === HOLDS) isPayable = true;
        continue;
      }
      isPayable = true;
      isKnown = true;
      const paid = left < 12 ? firstMonths(payable, left) : payable;
      left -= COUNT[paid] as number;
      fen += rate * (COUNT[paid] as number);
    }
    this.amountFen[at] = fen;
    this.missing[at] = missing;
    this.isLine[at] = isKnown || (!isPayable && holds) ? 1 : 0;
  }
}

/** The last row in which a yearly allowance holds, -1 where there is none. */
function lastThatHolds({ words, months, rows }: Columns, { shift, mask, verdicts, set }: Single): number {
  for (let row = rows - 1; row >= 0; row--)
    if (verdicts[((words[row] as number) >>> shift) & mask] === HOLDS && ((months[row] as number) & set) !== 0) return row;
  return -1;
}
