import { ALL_MONTHS } from '../../calendar/month-set.ts';
import { NOT_GIVEN } from '../../facts/coded-teacher.ts';
import { percentOfFen } from '../../money/fen.ts';
import { HOLDS } from '../../words/grammar/word.ts';
import type { Columns } from './columns.ts';
import type { ColumnShare, SideTable, Single } from './side-table.ts';
import { SingleYear } from './single-year.ts';
import { BY_SET, COUNT, LISTED, STRETCH_ROOM } from './sweep.ts';
import type { Tables } from './tables.ts';

/** Scratch: for each single of a table the rows in which it may hold, and how many they are. */
const LISTS = new Int32Array(32 * STRETCH_ROOM);
const SIZES = new Int32Array(32);

/** Where sums go: by teacher fen and what is missing, by row of the plan fen. */
export interface Sums {
  readonly personalFen: Float64Array;
  readonly missing: Int32Array;
  readonly byRow: Float64Array;
}

/** Adds up the allowances of which only some rows have to be looked at. */
export class SingleSums {
  readonly #year: SingleYear;

  constructor(tables: Tables) {
    this.#year = new SingleYear(tables);
  }

  /** Adds what the rows that are listed come to. @param listed how many they are */
  add(columns: Columns, table: SideTable, listed: number, sums: Sums): void {
    distribute(columns.packedRows, table, listed);
    for (let at = 0; at < table.singles.length; at++) {
      const single = table.singles[at] as Single;
      const from = at * STRETCH_ROOM;
      const to = from + (SIZES[at] as number);
      if (single.share && single.isRegular) addShares(columns, single, single.share, from, to, sums);
      else this.#addYears(columns, single, from, to, sums);
    }
  }

  /** Person by person. */
  #addYears(columns: Columns, single: Single, from: number, to: number, { personalFen, missing, byRow }: Sums): void {
    const { owner } = columns;
    const year = this.#year;
    const { paid, rateFen } = year;
    const part = single.toTeacher ? 1 : 0;
    let sum = 0;
    for (let start = from; start < to; ) {
      const who = owner[LISTS[start] as number] as number;
      let end = start + 1;
      while (end < to && owner[LISTS[end] as number] === who) end++;
      year.read(columns, single, LISTS, start, end);
      start = end;
      missing[who] = (missing[who] as number) | year.missing;
      for (let at = 0; at < year.size; at++) {
        const set = paid[at] as number;
        const fen = rateFen[at] as number;
        const amount = fen * (COUNT[set] as number);
        sum += amount;
        BY_SET[set] = (BY_SET[set] as number) + fen;
        personalFen[who] = (personalFen[who] as number) + amount * part;
      }
    }
    const { row } = single.allowance;
    byRow[row] = (byRow[row] as number) + sum;
  }
}

/** Lists for each single the rows in which it may hold. */
function distribute(packedRows: Int32Array, { shift, mask, may, singles }: SideTable, listed: number): void {
  SIZES.fill(0, 0, singles.length);
  for (let place = 0; place < listed; place++) {
    const row = LISTED[place] as number;
    for (let bits = may[((packedRows[row] as number) >>> shift) & mask] as number; bits !== 0; bits &= bits - 1) {
      const at = 31 - Math.clz32(bits & -bits);
      const size = SIZES[at] as number;
      LISTS[at * STRETCH_ROOM + size] = row;
      SIZES[at] = size + 1;
    }
  }
}

/** A share of a number of the person, month by month. */
function addShares(columns: Columns, single: Single, share: ColumnShare, from: number, to: number, sums: Sums): void {
  const { owner, packedRows, months } = columns;
  const { personalFen, missing, byRow } = sums;
  const { shift, mask, set, verdicts, missingBits } = single;
  const { percentUnits, missingBit } = share;
  const numbers = columns.measures[share.column] as Float64Array;
  const part = single.toTeacher ? 1 : 0;
  let sum = 0;
  for (let at = from; at < to; at++) {
    const row = LISTS[at] as number;
    const who = owner[row] as number;
    const paid = (months[row] as number) & set & ALL_MONTHS;
    const key = ((packedRows[row] as number) >>> shift) & mask;
    const number = numbers[row] as number;
    if (paid === 0) continue;
    if (verdicts[key] !== HOLDS) missing[who] = (missing[who] as number) | (missingBits[key] as number);
    else if (number === NOT_GIVEN) missing[who] = (missing[who] as number) | missingBit;
    else {
      const fen = percentOfFen(number, percentUnits);
      const amount = fen * (COUNT[paid] as number);
      sum += amount;
      BY_SET[paid] = (BY_SET[paid] as number) + fen;
      personalFen[who] = (personalFen[who] as number) + amount * part;
    }
  }
  const { row } = single.allowance;
  byRow[row] = (byRow[row] as number) + sum;
}
