import { ALL_MONTHS, countMonths, firstMonths, lastMonth, type MonthSet } from '../../calendar/month-set.ts';
import type { FactValue } from '../../facts/dictionary.ts';
import { NOT_GIVEN } from '../../facts/teacher-reader.ts';
import { type Finding, HOLDS, isLack, type Lack, NOT_KNOWN, sameLack, UNKNOWN } from '../../words/word.ts';
import type { Columns } from './columns.ts';
import type { Field } from './layout.ts';
import type { RateTable, Single, SingleTable, Tables } from './tables.ts';

/** What teachers in columns come to, in fen. */
export interface ColumnTotals {
  /** By teacher: what goes to the person in the year, exact. */
  readonly personalFen: Float64Array;
  /** By teacher: what is missing, as bits of the places in `Tables.lacks`. */
  readonly missing: Int32Array;
  /** By row of the plan, and by month: the sums of all, also of what goes to institutions. */
  readonly byRow: bigint[];
  readonly byMonth: bigint[];
}

/** How many months a set has, by set. */
const COUNT = Uint8Array.from({ length: ALL_MONTHS + 1 }, (_, set) => countMonths(set));

/** Sums up teachers in columns under one plan, again and again without taking new room. */
export class ColumnSums {
  readonly #tables: Tables;
  readonly #row: { readonly facts: FactValue[]; readonly start: number };
  readonly #found: Finding[] = [];
  #personal = new Float64Array(0);
  #missing = new Int32Array(0);
  #listed = new Int32Array(0);
  #lists: Int32Array[] = [];
  readonly #sizes = new Int32Array(32);
  readonly #counts: Float64Array;
  readonly #bySet = new Float64Array(ALL_MONTHS + 1);
  readonly #byRow: Float64Array;
  readonly #byMonth = new Float64Array(12);

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#row = { facts: tables.layout.dictionary.facts.map(() => null), start: 0 };
    this.#counts = new Float64Array(Math.max(1, ...tables.rates.map(({ allFen }) => allFen.length)));
    this.#byRow = new Float64Array(tables.plan.rows.length);
  }

  /** @returns the totals, in arrays that the next call uses again; `null` where the sum of a person passes 2^53 fen */
  of(columns: Columns): ColumnTotals | null {
    const { teachers, rows } = columns;
    if (this.#personal.length < teachers) {
      this.#personal = new Float64Array(teachers);
      this.#missing = new Int32Array(teachers);
    }
    if (this.#listed.length <= rows) {
      this.#listed = new Int32Array(rows + 1);
      const most = Math.max(0, ...this.#tables.singles.map(({ singles }) => singles.length));
      this.#lists = Array.from({ length: most }, () => new Int32Array(rows + 1));
    }
    const personalFen = this.#personal.subarray(0, teachers);
    const missing = this.#missing.subarray(0, teachers);
    // Nothing is negative, so a sum that ends within 2^53 was exact all the way; else it is made again in parts.
    for (let size = rows; ; size = size >> 1) {
      personalFen.fill(0);
      missing.fill(0);
      const sums = this.#sumInParts(columns, size);
      if (sums) return size < rows && !personalFen.every(Number.isSafeInteger) ? null : { personalFen, missing, ...sums };
      if (size <= 1) return null;
    }
  }

  /** The sums of all rows, so many at a time and those of a teacher together; `null` where a part passes 2^53 fen. */
  #sumInParts(columns: Columns, size: number): Pick<ColumnTotals, 'byRow' | 'byMonth'> | null {
    const { owner, rows } = columns;
    const byRow = Array.from(this.#byRow, () => 0n);
    const byMonth = Array.from(this.#byMonth, () => 0n);
    for (let from = 0; from < rows; ) {
      let to = Math.min(rows, from + size);
      while (to < rows && owner[to] === owner[to - 1]) to++;
      this.#sum(columns, from, to);
      if (!this.#byRow.every(Number.isSafeInteger) || !this.#byMonth.every(Number.isSafeInteger)) return null;
      for (const [at, fen] of this.#byRow.entries()) byRow[at] = (byRow[at] as bigint) + BigInt(fen);
      for (const [at, fen] of this.#byMonth.entries()) byMonth[at] = (byMonth[at] as bigint) + BigInt(fen);
      from = to;
    }
    return { byRow, byMonth };
  }

  /** Sums some rows up in {@link #byRow} and {@link #byMonth}. */
  #sum(columns: Columns, from: number, to: number): void {
    this.#byRow.fill(0);
    this.#byMonth.fill(0);
    this.#bySet.fill(0);
    for (const table of this.#tables.rates) this.#addRates(columns, table, from, to);
    for (const table of this.#tables.singles) this.#addSingles(columns, table, from, to);
    for (let set = 1; set <= ALL_MONTHS; set++) {
      const fen = this.#bySet[set] as number;
      if (fen === 0) continue;
      for (let month = 0; month < 12; month++) if ((set >> month) & 1) this.#byMonth[month] = (this.#byMonth[month] as number) + fen;
    }
  }

  #addRates({ owner, words, months }: Columns, table: RateTable, from: number, to: number): void {
    const { shift, mask, set, outcomes, personalFen, allFen, lacks } = table;
    const personal = this.#personal;
    const missing = this.#missing;
    if (!table.pays) {
      for (let row = from; row < to; row++) {
        const lack = lacks[outcomes[((words[row] as number) >>> shift) & mask] as number] as number;
        if (lack !== 0 && ((months[row] as number) & set) !== 0)
          missing[owner[row] as number] = (missing[owner[row] as number] as number) | lack;
      }
      return;
    }
    const counts = this.#counts;
    const bySet = this.#bySet;
    counts.fill(0, 0, allFen.length);
    for (let row = from; row < to; row++) {
      const outcome = outcomes[((words[row] as number) >>> shift) & mask] as number;
      const who = owner[row] as number;
      const paid = (months[row] as number) & set;
      const count = COUNT[paid] as number;
      counts[outcome] = (counts[outcome] as number) + count;
      bySet[paid] = (bySet[paid] as number) + (allFen[outcome] as number);
      personal[who] = (personal[who] as number) + (personalFen[outcome] as number) * count;
      if (paid !== 0) missing[who] = (missing[who] as number) | (lacks[outcome] as number);
    }
    for (const { row, rateFen } of table.members) {
      let sum = 0;
      for (let outcome = 0; outcome < rateFen.length; outcome++) sum += (counts[outcome] as number) * (rateFen[outcome] as number);
      this.#byRow[row] = (this.#byRow[row] as number) + sum;
    }
  }

  /** Lists for each allowance the rows in which it may hold, and goes over these alone. */
  #addSingles(columns: Columns, table: SingleTable, from: number, to: number): void {
    const { words, dates } = columns;
    const { shift, mask, may, dated, singles } = table;
    const [date] = dates;
    const all = this.#listed;
    let count = 0;
    if (dated !== 0 && dates.length === 1 && date) {
      const undated = ~dated;
      for (let row = from; row < to; row++) {
        all[count] = row;
        const here = may[((words[row] as number) >>> shift) & mask] as number;
        count += (here & (date[row] === 0 ? undated : -1)) === 0 ? 0 : 1;
      }
    } else {
      for (let row = from; row < to; row++) {
        all[count] = row;
        count += may[((words[row] as number) >>> shift) & mask] === 0 ? 0 : 1;
      }
    }
    const lists = this.#lists;
    const sizes = this.#sizes.fill(0);
    for (let place = 0; place < count; place++) {
      const row = all[place] as number;
      for (let bits = may[((words[row] as number) >>> shift) & mask] as number; bits !== 0; bits &= bits - 1) {
        const at = 31 - Math.clz32(bits & -bits);
        const size = sizes[at] as number;
        (lists[at] as Int32Array)[size] = row;
        sizes[at] = size + 1;
      }
    }
    for (let at = 0; at < singles.length; at++) {
      const single = singles[at] as Single;
      const rows = (lists[at] as Int32Array).subarray(0, sizes[at]);
      if (single.allowance.rhythm.kind === 'year') this.#addYearly(columns, table, single, rows);
      else if (single.date >= 0) this.#addDated(columns, table, single, rows);
      else this.#addMonthly(columns, table, single, rows);
    }
  }

  /** Month by month, the first so many of the year. */
  #addMonthly(columns: Columns, { shift, mask }: SingleTable, single: Single, rows: Int32Array): void {
    const { owner, words, months } = columns;
    const { set, atMost } = single;
    let who = -1;
    let left = 0;
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      if (owner[row] !== who) {
        who = owner[row] as number;
        left = atMost;
      }
      const payable = (months[row] as number) & set;
      if (payable === 0 || left === 0) continue;
      const fen = this.#amount(columns, single, row, ((words[row] as number) >>> shift) & mask, who);
      if (fen === NOT_KNOWN) continue;
      const paid = left < 12 ? firstMonths(payable, left) : payable;
      left -= COUNT[paid] as number;
      this.#pay(single, who, paid, fen);
    }
  }

  /** Once, in the month of a date. */
  #addDated(columns: Columns, { shift, mask }: SingleTable, single: Single, rows: Int32Array): void {
    const { owner, words } = columns;
    const date = columns.dates[single.date] as Uint8Array;
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      const month = date[row] as number;
      if (month === 0) continue;
      const payable = (1 << (month - 1)) & single.set;
      if (payable === 0) continue;
      const fen = this.#amount(columns, single, row, ((words[row] as number) >>> shift) & mask, owner[row] as number);
      if (fen !== NOT_KNOWN) this.#pay(single, owner[row] as number, payable, fen);
    }
  }

  /** Once a year, in the last month in which it holds; only where it holds nowhere may something be missing. */
  #addYearly(columns: Columns, { shift, mask }: SingleTable, single: Single, rows: Int32Array): void {
    const { owner, words, months } = columns;
    for (let place = 0; place < rows.length; ) {
      const who = owner[rows[place] as number] as number;
      let last = -1;
      let open = 0;
      for (; place < rows.length && owner[rows[place] as number] === who; place++) {
        const row = rows[place] as number;
        const key = ((words[row] as number) >>> shift) & mask;
        if (((months[row] as number) & single.set) === 0) continue;
        if (single.verdicts[key] === HOLDS) last = row;
        else open |= single.lacks[key] as number;
      }
      if (last < 0) {
        this.#missing[who] = (this.#missing[who] as number) | open;
        continue;
      }
      const fen = this.#amount(columns, single, last, ((words[last] as number) >>> shift) & mask, who);
      if (fen !== NOT_KNOWN) this.#pay(single, who, 1 << lastMonth((months[last] as number) & single.set), fen);
    }
  }

  #pay(single: Single, who: number, paid: MonthSet, fen: number): void {
    const amount = fen * (COUNT[paid] as number);
    const { row } = single.allowance;
    this.#byRow[row] = (this.#byRow[row] as number) + amount;
    this.#bySet[paid] = (this.#bySet[paid] as number) + fen;
    if (single.toTeacher) this.#personal[who] = (this.#personal[who] as number) + amount;
  }

  /** Fen, or `NOT_KNOWN` after noting what is missing. */
  #amount(columns: Columns, single: Single, row: number, key: number, who: number): number {
    const { rateFen, fields, measures } = single;
    if (rateFen || single.verdicts[key] === UNKNOWN) {
      const lacks = single.lacks[key] as number;
      if (lacks !== 0) this.#missing[who] = (this.#missing[who] as number) | lacks;
      return lacks !== 0 || !rateFen ? NOT_KNOWN : (rateFen[key] as number);
    }
    const facts = this.#row.facts;
    for (let at = 0; at < fields.length; at++) {
      const { fact, shift, mask, values } = fields[at] as Field;
      facts[fact.index] = values[((columns.words[row] as number) >>> shift) & mask] as FactValue;
    }
    for (let at = 0; at < measures.length; at++) {
      const { column, index } = measures[at] as Single['measures'][number];
      const value = (columns.measures[column] as Float64Array)[row] as number;
      facts[index] = value === NOT_GIVEN ? null : value;
    }
    const found = this.#found;
    const fen = single.allowance.amount.evaluate(this.#row, found);
    if (found.length > 0) {
      for (const one of found) if (isLack(one)) this.#missing[who] = (this.#missing[who] as number) | this.#bitOf(single, one);
      found.length = 0;
    }
    return fen;
  }

  #bitOf({ allowance }: Single, lack: Lack): number {
    return 1 << this.#tables.lacks.findIndex((one) => one.allowance === allowance.id && sameLack(one.lack, lack));
  }
}
