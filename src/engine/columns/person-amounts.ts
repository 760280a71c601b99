import type { Plan } from '../plan.ts';
import type { Columns } from './columns.ts';
import { type Layout, layOut } from './layout.ts';
import type { Single } from './side-table.ts';
import { SingleYear } from './single-year.ts';
import { COUNT } from './sweep.ts';
import { compileTables, singlesOf, type Tables } from './tables.ts';

/** The places of all rows, in columns that hold one person. */
const ALL_ROWS = Int32Array.from({ length: 12 }, (_, row) => row);

/**
 * What one person comes to, allowance by allowance, as `entitle` says it but for the explanation: from columns that hold this person alone,
 * into arrays that the next person overwrites.
 */
export class PersonAmounts {
  readonly layout: Layout;
  /** By allowance of the plan: fen of the year, whether there is a line, and what is missing, as bits of {@link missingInputs}. */
  readonly amountFen: Float64Array;
  readonly isLine: Uint8Array;
  readonly missing: Int32Array;
  /** Every input that can be missing. */
  readonly missingInputs: Tables['missingInputs'];
  readonly #singles: readonly Single[];
  readonly #year: SingleYear;

  /** @returns `null` where a year has more to it than tables hold, as `compileTables` */
  static of(plan: Plan): PersonAmounts | null {
    const layout = layOut([plan]);
    const tables = layout && compileTables(plan, layout);
    return tables && new PersonAmounts(tables);
  }

  private constructor(tables: Tables) {
    const singles = singlesOf(tables);
    this.layout = tables.layout;
    this.missingInputs = tables.missingInputs;
    this.#singles = singles;
    this.#year = new SingleYear(tables);
    this.amountFen = new Float64Array(singles.length);
    this.isLine = new Uint8Array(singles.length);
    this.missing = new Int32Array(singles.length);
  }

  /** @returns `false` where only the engine has the full result: there are notes, or several inputs are missing and their order matters */
  read(columns: Columns): boolean {
    const year = this.#year;
    year.isNoted = false;
    for (let at = 0; at < this.#singles.length; at++) {
      year.read(columns, this.#singles[at] as Single, ALL_ROWS, 0, columns.rows);
      const { missing } = year;
      if ((missing & (missing - 1)) !== 0) return false;
      let fen = 0;
      for (let row = 0; row < year.size; row++) fen += (year.rateFen[row] as number) * (COUNT[year.paid[row] as number] as number);
      this.amountFen[at] = fen;
      this.isLine[at] = year.isLine ? 1 : 0;
      this.missing[at] = missing;
    }
    return !year.isNoted;
  }
}
