import { ALL_MONTHS, countMonths } from '../../calendar/month-set.ts';
import type { Columns } from './columns.ts';
import { RATE_BITS, type RateTable } from './rate-table.ts';
import { LOOK, LOOK_AT_DATE, SIDE_BITS } from './side-table.ts';
import type { Pass } from './tables.ts';

/** Rows go through in stretches of about so many, so that those that are listed stay in the nearest cache. */
export const STRETCH = 4096;
/** As many more rows can follow until the teacher of the last one ends: a teacher has one a month at most. */
export const STRETCH_ROOM = STRETCH + 12;

/** How many months a set has, by set. */
export const COUNT = Float64Array.from({ length: ALL_MONTHS + 1 }, (_, set) => countMonths(set));

// The scratch of all sums is kept here, so that address and length of each array are constants to the compiler.

/** Fen a month that were paid, by the set of the months in which they were. */
export const BY_SET = new Float64Array(ALL_MONTHS + 1);
/** The rows to be looked at. */
export const LISTED = new Int32Array(STRETCH_ROOM);
/** The tables of the pass in hand, and how many months were paid by each key. */
const RATE = new Float64Array(1 << RATE_BITS);
const MISSING = new Int32Array(1 << RATE_BITS);
const MONTHS = new Float64Array(1 << RATE_BITS);
const SIGNS = new Int32Array(1 << SIDE_BITS);
/** The keys by which months were paid. */
const USED = new Int32Array((1 << RATE_BITS) + 1);

const NO_RATES = { shift: 0, mask: 0, set: 0, toTeacher: false };
const NO_SIDE = { shift: 0, mask: 0 };

/** Takes the tables of a pass in hand. */
export function startPass({ rates, side }: Pass): void {
  if (rates) {
    RATE.set(rates.rateFen);
    MISSING.set(rates.missingBits);
  }
  if (side) SIGNS.set(side.signs);
  else SIGNS[0] = 0;
  MONTHS.fill(0, 0, (rates?.mask ?? 0) + 1);
}

/**
 * Adds up what some rows come to by the tables in hand: months by key, fen by set of months, and for each teacher fen and what is missing.
 *
 * @param date by row, the month of the only date of the layout, if it has one
 * @returns how many rows are to be looked at; they are in {@link LISTED}
 */
export function sweep(
  { owner, packedRows, months }: Columns,
  date: Uint8Array,
  { rates, side }: Pass,
  personalFen: Float64Array,
  missing: Int32Array,
  from: number,
  to: number,
): number {
  const { shift, mask, set, toTeacher } = rates ?? NO_RATES;
  const { shift: sideShift, mask: sideMask } = side ?? NO_SIDE;
  const part = toTeacher ? 1 : 0;
  let listed = 0;
  for (let row = from; row < to; row++) {
    const packed = packedRows[row] as number;
    const who = owner[row] as number;
    const paid = (months[row] as number) & set & ALL_MONTHS;
    const key = (packed >>> shift) & mask;
    const sign = SIGNS[(packed >>> sideShift) & sideMask] as number;
    const count = COUNT[paid] as number;
    const rate = RATE[key] as number;
    MONTHS[key] = (MONTHS[key] as number) + count;
    BY_SET[paid] = (BY_SET[paid] as number) + rate;
    personalFen[who] = (personalFen[who] as number) + rate * count * part;
    // All bits where months are paid, else none.
    const inForce = (0 - paid) >> 31;
    missing[who] = (missing[who] as number) | ((MISSING[key] as number) & inForce) | (sign & ~(LOOK | LOOK_AT_DATE));
    LISTED[listed] = row;
    listed += (sign >>> 31) | ((sign >>> 30) & (date[row] === 0 ? 0 : 1));
  }
  return listed;
}

/** Adds what each member of the table in hand comes to, by row of the plan. */
export function addByRow({ shift, mask, members }: RateTable, byRow: Float64Array): void {
  let used = 0;
  for (let key = 0; key <= mask; key++) {
    USED[used] = key;
    used += MONTHS[key] === 0 ? 0 : 1;
  }
  for (const { allowance, shift: from, mask: own, rateFen } of members) {
    const by = from - shift;
    let sum = 0;
    for (let at = 0; at < used; at++) {
      const key = USED[at] as number;
      sum += (MONTHS[key] as number) * (rateFen[(key >>> by) & own] as number);
    }
    byRow[allowance.row] = (byRow[allowance.row] as number) + sum;
  }
}
