import { Columns } from '../../src/engine/columns/columns.ts';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables, type Tables } from '../../src/engine/columns/tables.ts';
import { ColumnSums, type ColumnTotals } from '../../src/engine/columns/totals.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type Teacher, YEAR } from '../limit/population.mjs';

/** The policy of all measurements. */
export const POLICY = bundledPolicies.get('jinfeng-2021') as Policy;

/** The engine over columns, under the policy's own readings and figures. */
export class Ours {
  readonly plan: Plan = planRun(POLICY, { year: YEAR, readings: {}, parameters: {} });
  readonly tables: Tables;
  readonly #reader: TeacherReader;
  readonly #columns: Columns;
  readonly #sums: ColumnSums;

  constructor() {
    const layout = layOut([this.plan]);
    const tables = layout && compileTables(this.plan, layout);
    if (!tables) throw new Error('the policy does not fit tables');
    this.tables = tables;
    this.#columns = new Columns(tables.layout, this.plan);
    this.#reader = new TeacherReader(POLICY.dictionary, POLICY.document.requires, this.#columns.packing);
    this.#sums = new ColumnSums(tables);
  }

  /** Checks every fact of these teachers and writes them to columns, replacing the previous ones. @throws if one is not valid */
  encode(rows: readonly Teacher[]): void {
    this.#columns.clear();
    for (const row of rows) {
      if (!this.#reader.read(row)) throw new Error(`not valid: ${JSON.stringify(row)}`);
      this.#columns.add(this.#reader);
    }
  }

  /** Checks every fact of these teachers and keeps nothing. @throws if one is not valid */
  check(rows: readonly Teacher[]): void {
    for (const row of rows) if (!this.#reader.read(row)) throw new Error(`not valid: ${JSON.stringify(row)}`);
  }

  /** The codes of one teacher. */
  codesOf(row: Teacher): Float64Array {
    this.check([row]);
    return this.#reader.codes;
  }

  /** The totals of the teachers in the columns; the next call overwrites the same arrays. */
  totals(): ColumnTotals {
    const totals = this.#sums.of(this.#columns);
    if (totals === null) throw new RangeError('a sum passes 2^53 fen');
    return totals;
  }
}
