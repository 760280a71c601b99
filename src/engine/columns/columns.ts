import { january } from '../../calendar/month.ts';
import { monthsBetween, NO_MONTHS } from '../../calendar/month-set.ts';
import { type CodedTeacher, NOT_GIVEN, type Packed } from '../../facts/coded-teacher.ts';
import { factOf } from '../../facts/dictionary.ts';
import { EMPLOYMENT } from '../../facts/employment.ts';
import type { PlaceTest } from '../../facts/place.ts';
import { defaultOf } from '../../facts/value.ts';
import type { Plan } from '../plan.ts';
import { employmentReader, standsApart } from './apart.ts';
import type { Layout } from './layout.ts';
import { overlayOf } from './overlay.ts';
import { placeJudge } from './place-judge.ts';

/**
 * Teachers as columns: a row for each stretch of months in which the facts of one stay the same, the person is employed and on the payroll,
 * and the policy is in force. They hold only facts, nothing that a reading or a figure decides, so that any number of runs can use them.
 */
export class Columns {
  readonly layout: Layout;
  /** How teachers have to be packed. */
  readonly packing: readonly Packed[];
  /** How many teachers there are, and how many rows. */
  teachers = 0;
  rows = 0;
  /** By row: the teacher, the facts of few values, the months. Rows of a teacher follow each other in order of month. */
  owner: Int32Array;
  packedRows: Int32Array;
  months: Uint16Array;
  /** By measure, by row: the number, `NOT_GIVEN` where there is none. */
  readonly measures: Float64Array[];
  /** By date, by row: the month of the stretch in which it falls, 1 to 12, else 0. */
  readonly dates: Uint8Array[];
  readonly #write: (teacher: CodedTeacher, owner: number) => void;
  readonly #standsApart: (teacher: CodedTeacher) => boolean;

  /**
   * @param plan any of the plans that will use the columns
   * @param room the initial number of rows
   */
  constructor(layout: Layout, plan: Plan, room = 1024) {
    const { settings, versions } = plan;
    this.layout = layout;
    this.packing = layout.fields;
    this.owner = new Int32Array(room);
    this.packedRows = new Int32Array(room);
    this.months = new Uint16Array(room);
    this.measures = layout.measures.map(() => new Float64Array(room));
    this.dates = layout.dates.map(() => new Uint8Array(room));
    this.#write = this.#writer(settings.year, versions[0].places);
    this.#standsApart = standsApart(layout, plan);
  }

  /** Adds a teacher who is {@link packing packed} so; the codes and texts are used up. */
  add(teacher: CodedTeacher): void {
    this.#write(teacher, this.teachers++);
  }

  /** Whether columns can represent a teacher; whom they cannot the engine computes alone. */
  holds(teacher: CodedTeacher): boolean {
    return !this.#standsApart(teacher);
  }

  /** Removes all teachers. */
  clear(): void {
    this.teachers = 0;
    this.rows = 0;
  }

  /** The same calendar as that of `timelineOf`, over codes. */
  #writer(year: number, places: ReadonlyMap<string, PlaceTest>): (teacher: CodedTeacher, owner: number) => void {
    const { months: inForce, dictionary, measures, dates } = this.layout;
    const first = january(year);
    const employedIn = employmentReader(dictionary, year);
    const onPayroll = factOf(dictionary, EMPLOYMENT.onPayroll).index;
    const judge = placeJudge(this.layout, places);
    const overlay = overlayOf(dictionary, this.packing, judge);
    const measureAt = Int32Array.from(measures, ({ index }) => index);
    const absent = Float64Array.from(measures, (fact) => (defaultOf(fact) as number | null) ?? NOT_GIVEN);
    const valueAt = (codes: Float64Array, place: number): number => {
      const code = codes[measureAt[place] as number] as number;
      return code === NOT_GIVEN ? (absent[place] as number) : code;
    };
    const dateAt = Int32Array.from(dates, ({ index }) => index);
    return (teacher, owner) => {
      const { codes, texts, changes, changeCount } = teacher;
      const employed = employedIn(codes, texts).months & inForce;
      let packed = judge.judge(codes, texts, teacher.packed);
      let at = 0;
      for (let next = 0; ; next++) {
        const change = next < changeCount ? changes[next] : undefined;
        const until = change === undefined ? 12 : clamp(change.from - first);
        if (until > at) {
          const months = monthsBetween(at, until) & employed;
          if (months !== NO_MONTHS && codes[onPayroll] !== 0) {
            if (this.rows === this.owner.length) this.#grow();
            const row = this.rows++;
            this.owner[row] = owner;
            this.packedRows[row] = packed;
            this.months[row] = months;
            for (let place = 0; place < measureAt.length; place++) (this.measures[place] as Float64Array)[row] = valueAt(codes, place);
            for (let place = 0; place < dateAt.length; place++) {
              const month = (codes[dateAt[place] as number] as number) - first;
              (this.dates[place] as Uint8Array)[row] = month >= 0 && month < 12 && (months >> month) & 1 ? month + 1 : 0;
            }
          }
          at = until;
        }
        if (change === undefined || change.from - first > 11) break;
        packed = overlay(codes, texts, packed, change);
      }
    };
  }

  #grow(): void {
    const room = this.owner.length * 2;
    this.owner = grown(this.owner, new Int32Array(room));
    this.packedRows = grown(this.packedRows, new Int32Array(room));
    this.months = grown(this.months, new Uint16Array(room));
    for (const [at, column] of this.measures.entries()) this.measures[at] = grown(column, new Float64Array(room));
    for (const [at, column] of this.dates.entries()) this.dates[at] = grown(column, new Uint8Array(room));
  }
}

function grown<T extends Int32Array | Uint16Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}

function clamp(month: number): number {
  return month < 0 ? 0 : month > 12 ? 12 : month;
}
