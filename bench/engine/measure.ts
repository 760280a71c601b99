/** One process of the benchmark, built by Vite: prints what `measure.js <engine|readings|policies> <teachers> <rounds>` measured, as JSON. */
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { allocateTotals, encode, totals } from '../limit/limit-columns.mjs';
import { allocateRows, limitRows } from '../limit/limit-rows.mjs';
import { YEAR } from '../limit/population.mjs';
import { compareOurs } from './agreement.ts';
import { measurePolicies } from './by-policy.ts';
import { Ours, POLICY } from './ours.ts';
import { printResult } from './print.ts';
import type { EngineRun, ReadingsRun } from './results.ts';
import { repeatsOf, timeInTurns, warmUpRounds } from './rounds.ts';
import { rowsOf } from './rows.ts';
import { WrittenOut } from './written-out.ts';

async function measureEngine(teachers: number, rounds: number): Promise<EngineRun> {
  const rows = rowsOf(teachers);
  const ours = new Ours();
  ours.encode(rows);
  const columns = encode(rows);
  const [limitTotals, limitOut] = [allocateTotals(columns), allocateRows(teachers)];
  const agreement = compareOurs(ours, ours.totals(), limitRows(rows, limitOut), totals(columns, limitTotals));
  const writtenOut = new WrittenOut(POLICY.dictionary, POLICY.document.requires);
  for (const row of rows) assertEqual(row, writtenOut.read(row) ? writtenOut.codes : null, ours.codesOf(row));
  const warmUp = warmUpRounds(teachers);
  const repeats = () => repeatsOf(teachers);
  const computing = await timeInTurns(
    {
      limitColumns: () => totals(columns, limitTotals),
      ourColumns: () => ours.totals(),
      limitRows: () => limitRows(rows, limitOut),
      ourRows: () => {
        ours.encode(rows);
        return ours.totals();
      },
      ourChecks: () => ours.check(rows),
      writtenOutChecks: () => {
        for (const row of rows) if (!writtenOut.read(row)) throw new Error('not valid');
      },
    },
    warmUp,
    rounds,
    repeats,
  );
  // In separate rounds, because the yardstick allocates anew each time.
  const encoding = await timeInTurns({ limitEncode: () => encode(rows), ourEncode: () => ours.encode(rows) }, warmUp, rounds, repeats);
  return { agreement, times: { ...computing, ...encoding } };
}

/** @throws if the written-out checks disagree with ours */
function assertEqual(row: unknown, written: Float64Array | null, codes: Float64Array): void {
  if (written === null || codes.some((code, fact) => code !== written[fact])) throw new Error(`read otherwise: ${JSON.stringify(row)}`);
}

async function measureReadings(people: number, rounds: number): Promise<ReadingsRun> {
  const teachers = rowsOf(people);
  const budget = (settings: object) => {
    const order = readBudgetRequest(POLICY, { year: YEAR, teachers, ...settings }).value;
    if (order === null) throw new Error('the request is not valid');
    return computeBudget(POLICY, order, WORDINGS.zh);
  };
  const all = () => budget({ sensitivity: true });
  return { options: all().sensitivity.length, times: await timeInTurns({ one: () => budget({}), all }, 5, rounds) };
}

const [what, teachers, rounds] = process.argv.slice(2);
const MEASURES = { engine: measureEngine, readings: measureReadings, policies: measurePolicies };
printResult(await MEASURES[what as keyof typeof MEASURES](Number(teachers), Number(rounds)));
