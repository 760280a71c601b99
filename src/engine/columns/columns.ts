import { january } from '../../calendar/month.ts';
import { monthsBetween, NO_MONTHS } from '../../calendar/month-set.ts';
import { type Dictionary, EMPLOYMENT, type Fact, factOf } from '../../facts/dictionary.ts';
import type { PlaceTest } from '../../facts/place.ts';
import { type ChangeRead, NOT_GIVEN } from '../../facts/teacher-reader.ts';
import type { Field, Layout } from './layout.ts';

/** So many names of places are remembered. */
const MOST_NAMES = 10_000;

/** A teacher as the reader leaves it; writing it to columns uses its codes and texts up. */
export interface CodedTeacher {
  readonly codes: Float64Array;
  readonly texts: (string | null)[];
  readonly changes: readonly ChangeRead[];
  readonly changeCount: number;
}

/**
 * Teachers as columns: a row for each run of months in which the facts of one stay the same and the person is employed and on the payroll. They hold
 * facts alone, nothing that a reading or a figure decides, so that any number of runs can go over them.
 */
export class Columns {
  readonly layout: Layout;
  /** How many teachers there are, and how many rows. */
  teachers = 0;
  rows = 0;
  /** By row: the teacher, the facts of few values, the months. Rows of a teacher follow each other in order of month. */
  owner: Int32Array;
  words: Int32Array;
  months: Uint16Array;
  /** By measure, by row: the number, `NOT_GIVEN` where there is none. */
  readonly measures: Float64Array[];
  /** By date, by row: the month of the run in which it falls, 1 to 12, else 0. */
  readonly dates: Uint8Array[];
  readonly #write: (teacher: CodedTeacher, owner: number) => void;

  /**
   * @param year the calendar year
   * @param places for every fact that follows from a place, the list
   * @param room for so many rows, to begin with
   */
  constructor(layout: Layout, year: number, places: ReadonlyMap<string, PlaceTest>, room = 1024) {
    this.layout = layout;
    this.owner = new Int32Array(room);
    this.words = new Int32Array(room);
    this.months = new Uint16Array(room);
    this.measures = layout.measures.map(() => new Float64Array(room));
    this.dates = layout.dates.map(() => new Uint8Array(room));
    this.#write = this.#writer(year, places);
  }

  /** Adds a teacher. */
  add(teacher: CodedTeacher): void {
    this.#write(teacher, this.teachers++);
  }

  /** Takes all teachers out again. */
  clear(): void {
    this.teachers = 0;
    this.rows = 0;
  }

  /** The same calendar as that of `timelineOf`, over codes. */
  #writer(year: number, places: ReadonlyMap<string, PlaceTest>): (teacher: CodedTeacher, owner: number) => void {
    const { dictionary, fields, measures, dates } = this.layout;
    const first = january(year);
    const from = factOf(dictionary, EMPLOYMENT.from).index;
    const to = factOf(dictionary, EMPLOYMENT.to).index;
    const onPayroll = factOf(dictionary, EMPLOYMENT.onPayroll).index;
    const followers = dictionary.facts.filter((fact) => fact.follows.length > 0).map((fact) => followerOf(fact, dictionary.facts));
    const leads = Uint8Array.from(dictionary.facts, ({ index }) => (followers.some(({ follows }) => follows.includes(index)) ? 1 : 0));
    const size = fields.length;
    const indexes = Int32Array.from(fields, ({ fact }) => fact.index);
    const shifts = Int32Array.from(fields, ({ shift }) => shift);
    const judges = fields.flatMap((field) => {
      const judge = placeJudge(field, places, dictionary);
      return judge ? [{ index: field.fact.index, shift: field.shift, judge }] : [];
    });
    const judged = new Set(judges.map(({ index }) => index));
    const absents = Int32Array.from(fields, ({ fact, absent }) => (judged.has(fact.index) ? 0 : absent));
    const measureAt = Int32Array.from(measures, ({ index }) => index);
    const dateAt = Int32Array.from(dates, ({ index }) => index);
    return ({ codes, texts, changes, changeCount }, owner) => {
      const start = codes[from] === NOT_GIVEN ? 0 : clamp((codes[from] as number) - first);
      const end = codes[to] === NOT_GIVEN ? 12 : clamp((codes[to] as number) - first + 1);
      let at = 0;
      for (let next = 0; ; next++) {
        const change = next < changeCount ? changes[next] : undefined;
        const until = change === undefined ? 12 : clamp(change.from - first);
        if (until > at) {
          const months = monthsBetween(Math.max(at, start), Math.min(until, end));
          if (months !== NO_MONTHS && codes[onPayroll] !== 0) {
            if (this.rows === this.owner.length) this.#grow();
            const row = this.rows++;
            let word = 0;
            for (let place = 0; place < size; place++) {
              const code = codes[indexes[place] as number] as number;
              word |= (code === NOT_GIVEN ? (absents[place] as number) : code) << (shifts[place] as number);
            }
            for (let at = 0; at < judges.length; at++) {
              const { index, shift, judge } = judges[at] as (typeof judges)[number];
              if (codes[index] === NOT_GIVEN) word |= judge(texts) << shift;
            }
            this.owner[row] = owner;
            this.words[row] = word;
            this.months[row] = months;
            for (let place = 0; place < measureAt.length; place++)
              (this.measures[place] as Float64Array)[row] = codes[measureAt[place] as number] as number;
            for (let place = 0; place < dateAt.length; place++) {
              const month = (codes[dateAt[place] as number] as number) - first;
              (this.dates[place] as Uint8Array)[row] = month >= 0 && month < 12 && (months >> month) & 1 ? month + 1 : 0;
            }
          }
          at = until;
        }
        if (change === undefined || change.from - first > 11) break;
        overlay(codes, texts, change, followers, leads);
      }
    };
  }

  #grow(): void {
    const room = this.owner.length * 2;
    this.owner = grown(this.owner, new Int32Array(room));
    this.words = grown(this.words, new Int32Array(room));
    this.months = grown(this.months, new Uint16Array(room));
    for (const [at, column] of this.measures.entries()) this.measures[at] = grown(column, new Float64Array(room));
    for (const [at, column] of this.dates.entries()) this.dates[at] = grown(column, new Uint8Array(room));
  }
}

interface Follower {
  readonly index: number;
  readonly follows: readonly number[];
}

function followerOf({ index, follows }: Fact, facts: readonly Fact[]): Follower {
  return { index, follows: facts.filter(({ id }) => follows.includes(id)).map((fact) => fact.index) };
}

/** Lays a change over the facts as given: what follows a fact that is named lapses, unless it is named itself. */
function overlay(
  codes: Float64Array,
  texts: (string | null)[],
  change: ChangeRead,
  followers: readonly Follower[],
  leads: Uint8Array,
): void {
  const { facts, size } = change;
  let moves = false;
  for (let at = 0; at < size; at++) moves ||= leads[facts[at] as number] === 1;
  if (moves) {
    for (const { index, follows } of followers) {
      if (!follows.some((lead) => facts.lastIndexOf(lead, size - 1) >= 0)) continue;
      codes[index] = NOT_GIVEN;
      texts[index] = null;
    }
  }
  for (let at = 0; at < size; at++) {
    const fact = facts[at] as number;
    codes[fact] = change.codes[at] as number;
    texts[fact] = change.texts[at] as string | null;
  }
}

/** Judges a fact that follows from a place, as a code; each town and village is looked up once. `null` where it follows from none. */
function placeJudge({ fact, values }: Field, places: ReadonlyMap<string, PlaceTest>, dictionary: Dictionary) {
  const test = places.get(fact.id);
  if (fact.type !== 'boolean' || !fact.place || !test) return null;
  const town = factOf(dictionary, fact.place.town).index;
  const village = factOf(dictionary, fact.place.village).index;
  const known = new Map<string, Map<string | null, number>>();
  let size = 0;
  return (texts: readonly (string | null)[]): number => {
    const [inTown, inVillage] = [texts[town] as string | null, texts[village] as string | null];
    if (inTown === null) return values.indexOf(false);
    let codes = known.get(inTown);
    let code = codes?.get(inVillage);
    if (code === undefined) {
      code = values.indexOf(test(inTown, inVillage));
      if (size++ === MOST_NAMES) {
        known.clear();
        size = 0;
        codes = undefined;
      }
      if (!codes) {
        codes = new Map();
        known.set(inTown, codes);
      }
      codes.set(inVillage, code);
    }
    return code;
  };
}

function grown<T extends Int32Array | Uint16Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}

function clamp(month: number): number {
  return month < 0 ? 0 : month > 12 ? 12 : month;
}
