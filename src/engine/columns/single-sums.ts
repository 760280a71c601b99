import { ALL_MONTHS, firstMonths, lastMonth, type MonthSet } from '../../calendar/month-set.ts';
import { NOT_GIVEN } from '../../facts/coded-teacher.ts';
import { percentOfFen } from '../../money/fen.ts';
import { HOLDS, NOT_KNOWN } from '../../words/word.ts';
import type { Columns } from './columns.ts';
import type { ColumnShare, SideTable, Single } from './side-table.ts';
import { SingleAmount } from './single-amount.ts';
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
  readonly #amount: SingleAmount;

  constructor(tables: Tables) {
    this.#amount = new SingleAmount(tables);
  }

  /** Adds what the rows that are listed come to. @param listed how many they are */
  add(columns: Columns, table: SideTable, listed: number, sums: Sums): void {
    distribute(columns.words, table, listed);
    for (let at = 0; at < table.singles.length; at++) {
      const single = table.singles[at] as Single;
      const from = at * STRETCH_ROOM;
      const to = from + (SIZES[at] as number);
      if (single.isYearly) this.#addYearly(columns, single, from, to, sums);
      else if (single.date >= 0) this.#addDated(columns, single, from, to, sums);
      else if (single.share && single.atMost >= 12) addShares(columns, single, single.share, from, to, sums);
      else this.#addMonthly(columns, single, from, to, sums);
    }
  }

  /** Month by month, the first so many of the year. */
  #addMonthly(columns: Columns, single: Single, from: number, to: number, sums: Sums): void {
    const { owner, months } = columns;
    const { set, atMost } = single;
    let who = -1;
    let left = 0;
    for (let at = from; at < to; at++) {
      const row = LISTS[at] as number;
      if (owner[row] !== who) {
        who = owner[row] as number;
        left = atMost;
      }
      const payable = (months[row] as number) & set;
      if (payable === 0 || left === 0) continue;
      const fen = this.#fenOf(columns, single, row, sums.missing);
      if (fen === NOT_KNOWN) continue;
      const paid = left < 12 ? firstMonths(payable, left) : payable;
      left -= COUNT[paid] as number;
      pay(single, who, paid, fen, sums);
    }
  }

  /** Once, in the month of a date. */
  #addDated(columns: Columns, single: Single, from: number, to: number, sums: Sums): void {
    const date = columns.dates[single.date] as Uint8Array;
    for (let at = from; at < to; at++) {
      const row = LISTS[at] as number;
      const month = date[row] as number;
      if (month === 0) continue;
      const payable = (1 << (month - 1)) & single.set;
      if (payable === 0) continue;
      const fen = this.#fenOf(columns, single, row, sums.missing);
      if (fen !== NOT_KNOWN) pay(single, columns.owner[row] as number, payable, fen, sums);
    }
  }

  /** Once a year, in the last month in which it holds, which something missing in a later one decides. */
  #addYearly(columns: Columns, single: Single, from: number, to: number, sums: Sums): void {
    const { owner, months } = columns;
    const { missing } = sums;
    for (let at = from; at < to; ) {
      const who = owner[LISTS[at] as number] as number;
      let last = -1;
      let open = 0;
      for (; at < to && owner[LISTS[at] as number] === who; at++) {
        const row = LISTS[at] as number;
        if (((months[row] as number) & single.set) === 0) continue;
        if (holdsIn(columns, single, row)) [last, open] = [row, 0];
        else open |= single.lacks[keyIn(columns, single, row)] as number;
      }
      missing[who] = (missing[who] as number) | open;
      if (last < 0) continue;
      const fen = this.#fenOf(columns, single, last, missing);
      if (fen !== NOT_KNOWN) pay(single, who, 1 << lastMonth((months[last] as number) & single.set), fen, sums);
    }
  }

  /** Fen, or `NOT_KNOWN` after noting what is missing. */
  #fenOf(columns: Columns, single: Single, row: number, missing: Int32Array): number {
    const fen = this.#amount.of(columns, single, row);
    if (fen === NOT_KNOWN) {
      const who = columns.owner[row] as number;
      missing[who] = (missing[who] as number) | this.#amount.missing;
    }
    return fen;
  }
}

function keyIn({ words }: Columns, { shift, mask }: Single, row: number): number {
  return ((words[row] as number) >>> shift) & mask;
}

function holdsIn(columns: Columns, single: Single, row: number): boolean {
  return single.verdicts[keyIn(columns, single, row)] === HOLDS;
}

/** Lists for each single the rows in which it may hold. */
function distribute(words: Int32Array, { shift, mask, may, singles }: SideTable, listed: number): void {
  SIZES.fill(0, 0, singles.length);
  for (let place = 0; place < listed; place++) {
    const row = LISTED[place] as number;
    for (let bits = may[((words[row] as number) >>> shift) & mask] as number; bits !== 0; bits &= bits - 1) {
      const at = 31 - Math.clz32(bits & -bits);
      const size = SIZES[at] as number;
      LISTS[at * STRETCH_ROOM + size] = row;
      SIZES[at] = size + 1;
    }
  }
}

/** A share of a number of the person, month by month. */
function addShares(columns: Columns, single: Single, share: ColumnShare, from: number, to: number, sums: Sums): void {
  const { owner, words, months } = columns;
  const { personalFen, missing, byRow } = sums;
  const { shift, mask, set, verdicts, lacks } = single;
  const { percentUnits, lack } = share;
  const numbers = columns.measures[share.column] as Float64Array;
  const part = single.toTeacher ? 1 : 0;
  let sum = 0;
  for (let at = from; at < to; at++) {
    const row = LISTS[at] as number;
    const who = owner[row] as number;
    const paid = (months[row] as number) & set & ALL_MONTHS;
    const key = ((words[row] as number) >>> shift) & mask;
    const number = numbers[row] as number;
    if (paid === 0) continue;
    if (verdicts[key] !== HOLDS) missing[who] = (missing[who] as number) | (lacks[key] as number);
    else if (number === NOT_GIVEN) missing[who] = (missing[who] as number) | lack;
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

function pay({ allowance: { row }, toTeacher }: Single, who: number, paid: MonthSet, fen: number, sums: Sums): void {
  const { personalFen, byRow } = sums;
  const amount = fen * (COUNT[paid] as number);
  byRow[row] = (byRow[row] as number) + amount;
  BY_SET[paid] = (BY_SET[paid] as number) + fen;
  if (toTeacher) personalFen[who] = (personalFen[who] as number) + amount;
}
