import type { ColumnTotals } from '../../src/engine/columns/totals.ts';
import { subjectOf } from '../../src/words/grammar/word.ts';
import type { Totals } from '../limit/limit-columns.mjs';
import { ALLOWANCES, MISSING, type Rows } from '../limit/limit-rows.mjs';
import type { Ours } from './ours.ts';
import type { Agreement } from './results.ts';

/** Compares the engine with the yardstick, teacher by teacher and in every total; all comparisons are exact. */
export function compareOurs({ plan, tables }: Ours, found: ColumnTotals, rows: Rows, columns: Totals): Agreement {
  const bits = tables.missingInputs.map(({ allowance, input }) => missingBit(allowance, subjectOf(input)));
  const totals = ALLOWANCES.map((id) => BigInt(rows.totals[ALLOWANCES.indexOf(id)] as number));
  const ofAllowance = (id: string) =>
    plan.allowances.filter((one) => one.id === id).reduce((sum, { row }) => sum + (found.byRow[row] as bigint), 0n);
  return {
    teachers: rows.personal.length,
    otherAmount: countWhere(rows.personal, (fen, at) => fen !== found.personalFen[at] || fen !== columns.personal[at]),
    otherMissing: countWhere(rows.missing, (bitsOfLimit, at) => {
      let mask = 0;
      for (const [place, bit] of bits.entries()) if (((found.missing[at] as number) >> place) & 1) mask |= bit;
      return mask !== bitsOfLimit || mask !== columns.missing[at];
    }),
    otherTotals:
      ALLOWANCES.filter((id, at) => ofAllowance(id) !== totals[at] || columns.byAllowance[at] !== rows.totals[at]).length +
      found.byMonth.filter((fen, month) => fen !== BigInt(columns.byMonth[month] as number)).length,
  };
}

/** The yardstick's bit for a missing input of an allowance; a separate bit for inputs that the yardstick does not know. */
export function missingBit(allowance: string, lack: string): number {
  const bit = MISSING.findIndex(([one, other]) => one === allowance && other === lack);
  return 1 << (bit < 0 ? MISSING.length : bit);
}

/** Whether nothing differs. */
export function isEqual({ otherAmount, otherMissing, otherTotals }: Agreement): boolean {
  return otherAmount === 0 && otherMissing === 0 && otherTotals === 0;
}

/** The number of values that pass a test. */
export function countWhere(values: ArrayLike<number>, test: (value: number, at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < values.length; at++) if (test(values[at] as number, at)) count++;
  return count;
}
