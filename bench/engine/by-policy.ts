import { Columns } from '../../src/engine/columns/columns.ts';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables } from '../../src/engine/columns/tables.ts';
import { ColumnSums } from '../../src/engine/columns/totals.ts';
import { entitle } from '../../src/engine/entitle.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { totalsOf } from '../../src/engine/totals.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import { type Teacher, YEAR } from '../limit/population.mjs';
import type { PolicyRun } from './results.ts';
import { repeatsOf, timeInTurns } from './rounds.ts';
import { rowsOf } from './rows.ts';

/**
 * Times every policy that comes with the product, from object rows to what all people are due: on the fast path, and person by person.
 *
 * @throws if the sums differ
 */
export async function measurePolicies(people: number, rounds: number): Promise<PolicyRun[]> {
  const rows = rowsOf(people);
  const runs: PolicyRun[] = [];
  for (const [id, policy] of bundledPolicies) {
    const both = new BothWays(planRun(policy, { year: YEAR, readings: {}, parameters: {} }));
    const [fast, slow] = [both.fast(rows), both.slow(rows)];
    if (fast !== slow) throw new Error(`${id}: ${fast} fen on the fast path, ${slow} person by person`);
    const { held } = both;
    const jobs = { fast: () => both.fast(rows), slow: () => both.slow(rows) };
    runs.push({ policy: id, held, times: await timeInTurns(jobs, 3, rounds, () => repeatsOf(people)) });
  }
  return runs;
}

/** What all people are due to themselves under a plan, two ways. */
class BothWays {
  /** How many of the last rows tables held; the others were computed person by person. */
  held = 0;
  readonly #plan: Plan;
  readonly #columns: Columns | null;
  readonly #sums: ColumnSums | null;
  readonly #packed: TeacherReader;
  readonly #reader: TeacherReader;

  constructor(plan: Plan) {
    const { dictionary, document } = plan.policy;
    const layout = layOut([plan]);
    const tables = layout && compileTables(plan, layout);
    this.#plan = plan;
    this.#columns = tables && new Columns(tables.layout, plan);
    this.#sums = tables && new ColumnSums(tables);
    this.#packed = new TeacherReader(dictionary, document.requires, this.#columns?.packing);
    this.#reader = new TeacherReader(dictionary, document.requires);
  }

  /** @returns fen @throws if a row is not valid, or the sum of a person too large */
  fast(rows: readonly Teacher[]): bigint {
    const [columns, sums] = [this.#columns, this.#sums];
    columns?.clear();
    let fen = 0n;
    for (const row of rows) {
      if (!this.#packed.read(row)) throw new Error(`not valid: ${JSON.stringify(row)}`);
      if (columns?.holds(this.#packed)) columns.add(this.#packed);
      else fen += this.#oneByOne(this.#packed);
    }
    this.held = columns?.teachers ?? 0;
    if (!columns || !sums) return fen;
    const totals = sums.of(columns);
    if (totals === null) throw new RangeError('a sum passes 2^53 fen');
    return totals.personalFen.reduce((sum, one) => sum + BigInt(one), fen);
  }

  /** @returns fen @throws if a row is not valid */
  slow(rows: readonly Teacher[]): bigint {
    let fen = 0n;
    for (const row of rows) {
      if (!this.#reader.read(row)) throw new Error(`not valid: ${JSON.stringify(row)}`);
      fen += this.#oneByOne(this.#reader);
    }
    return fen;
  }

  #oneByOne(reader: TeacherReader): bigint {
    return totalsOf(entitle(this.#plan, reader.toTeacher())).personal;
  }
}
