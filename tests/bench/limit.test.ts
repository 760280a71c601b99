import { expect, it } from 'vitest';
import { compareOurs, isEqual } from '../../bench/engine/agreement.ts';
import { Ours } from '../../bench/engine/ours.ts';
import { rowsOf } from '../../bench/engine/rows.ts';
import { encode, totals } from '../../bench/limit/limit-columns.mjs';
import { limitRows } from '../../bench/limit/limit-rows.mjs';

const TEACHERS = 2_000;

it('the engine over columns equals the hand-written policy, teacher by teacher and in every total', () => {
  const rows = rowsOf(TEACHERS);
  const ours = new Ours();
  ours.encode(rows);
  const found = ours.totals();
  const [byHand, inColumns] = [limitRows(rows), totals(encode(rows))];
  expect(compareOurs(ours, found, byHand, inColumns)).toEqual({ teachers: TEACHERS, otherAmount: 0, otherMissing: 0, otherTotals: 0 });

  byHand.personal[7] = (byHand.personal[7] as number) + 1;
  byHand.missing[8] = (byHand.missing[8] as number) ^ 1;
  byHand.totals[4] = (byHand.totals[4] as number) + 1;
  inColumns.byMonth[11] = (inColumns.byMonth[11] as number) + 1;
  const apart = compareOurs(ours, found, byHand, inColumns);
  expect(apart).toEqual({ teachers: TEACHERS, otherAmount: 1, otherMissing: 1, otherTotals: 2 });
  expect(isEqual(apart)).toBe(false);
});

it('the population is the one that the yardstick gives check values for', () => {
  const { personal, institution, missing } = limitRows(rowsOf(1_000));
  const fold = (values: ArrayLike<number>) => Array.from(values).reduce((hash, value) => (hash * 31 + value) % 4294967291, 7);
  const sum = (values: Float64Array) => values.reduce((one, other) => one + other, 0);
  expect([sum(personal), sum(institution), fold(personal), fold(missing)]).toEqual([759756121, 5040000, 1843276388, 953526848]);
  expect(missing.filter((bits) => bits !== 0)).toHaveLength(578);
});
