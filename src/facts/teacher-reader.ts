import { isDate, type MonthIndex, monthOfDate, parseMonth } from '../calendar/month.ts';
import { parseYuan } from '../money/fen.ts';
import { type Dictionary, EMPLOYMENT, type Fact, type FactValue, factOf } from './dictionary.ts';
import type { Change, Teacher } from './teacher.ts';
import { isLongerThan, textFault } from './text.ts';

/** The code of a fact that is not given, or no longer known; no value has it. */
export const NOT_GIVEN = Number.MIN_SAFE_INTEGER;

/** What a month changes: some facts, each with its code and, if it is text or a date, its text. */
export interface ChangeRead {
  readonly from: MonthIndex;
  readonly facts: readonly number[];
  readonly codes: readonly number[];
  readonly texts: readonly (string | null)[];
}

/**
 * Reads teachers in one pass that validates and encodes, into columns that the next teacher overwrites. It is derived from the dictionary as the
 * schema of a teacher is, accepts nothing that the schema refuses, and explains nothing: what it refuses is for the schema to judge.
 *
 * A code is the place of an enum's value, 0 or 1 for no or yes, fen, an integer, a month as a count of months (that of a date too), 0 for text.
 */
export class TeacherReader {
  /** By fact: its code, {@link NOT_GIVEN} where there is none. */
  readonly codes: Float64Array;
  /** By fact: the text of a text or date that is given, else `null`. */
  readonly texts: (string | null)[];
  /** In order of month. */
  changes: readonly ChangeRead[] = NO_CHANGES;
  readonly #dictionary: Dictionary;
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #required: readonly number[];
  /** The facts that are text or dates. */
  readonly #withText: readonly number[];
  readonly #from: number;
  readonly #to: number;
  #text: string | null = null;

  /** @param required ids of the facts that must be given, besides `id` */
  constructor(dictionary: Dictionary, required: readonly string[]) {
    this.#dictionary = dictionary;
    this.#fields = new Map(dictionary.facts.map((fact) => [fact.id, fieldOf(fact)]));
    this.#required = ['id', ...required].map((id) => factOf(dictionary, id).index);
    this.#withText = dictionary.facts.flatMap(({ type, index }) => (type === 'text' || type === 'date' ? [index] : []));
    this.#from = factOf(dictionary, EMPLOYMENT.from).index;
    this.#to = factOf(dictionary, EMPLOYMENT.to).index;
    this.codes = new Float64Array(dictionary.facts.length);
    this.texts = dictionary.facts.map(() => null);
  }

  /**
   * @param record data as JSON has it
   * @returns whether the record is a valid teacher without doubt; only then the columns are those of the record
   */
  read(record: unknown): boolean {
    if (!isObject(record)) return false;
    const { codes, texts } = this;
    codes.fill(NOT_GIVEN);
    for (let at = 0; at < this.#withText.length; at++) texts[this.#withText[at] as number] = null;
    let changes: unknown = null;
    for (const key in record) {
      const value = record[key];
      if (value === null || value === undefined) {
        if (key !== 'changes' && !this.#fields.has(key)) return false;
        continue;
      }
      const field = this.#fields.get(key);
      if (field === undefined) {
        if (key !== 'changes') return false;
        changes = value;
        continue;
      }
      const code = this.#codeOf(field, value);
      if (code === NOT_GIVEN) return false;
      codes[field.index] = code;
      if (this.#text !== null) texts[field.index] = this.#text;
    }
    for (const index of this.#required) if (codes[index] === NOT_GIVEN) return false;
    const to = codes[this.#to] as number;
    if (to !== NOT_GIVEN && to < (codes[this.#from] as number)) return false;
    this.changes = NO_CHANGES;
    return changes === null || this.#readChanges(changes);
  }

  /** What was read last, as rows of facts. */
  toTeacher(): Teacher {
    const { facts } = this.#dictionary;
    const base = facts.map((fact, index) => factValue(fact, this.codes[index] as number, this.texts[index] as string | null));
    const changes = this.changes.map(({ from, facts: named, codes, texts }): Change => {
      const pairs = named.map((index, at) => {
        const fact = facts[index] as Fact;
        return [fact, factValue(fact, codes[at] as number, texts[at] as string | null)] as const;
      });
      return { from, named: pairs.sort(([a], [b]) => a.index - b.index) };
    });
    return { base, changes };
  }

  #readChanges(changes: unknown): boolean {
    if (!Array.isArray(changes)) return false;
    const read: ChangeRead[] = [];
    for (let at = 0; at < changes.length; at++) {
      const change = this.#readChange(changes[at]);
      if (change === null) return false;
      read.push(change);
    }
    if (read.some(({ from }, at) => at > 0 && from <= (read[at - 1] as ChangeRead).from)) {
      read.sort((a, b) => a.from - b.from);
      if (read.some(({ from }, at) => at > 0 && from === (read[at - 1] as ChangeRead).from)) return false;
    }
    this.changes = read;
    return true;
  }

  #readChange(change: unknown): ChangeRead | null {
    if (!isObject(change)) return null;
    let from = NOT_GIVEN;
    const facts: number[] = [];
    const codes: number[] = [];
    const texts: (string | null)[] = [];
    for (const key in change) {
      const value = change[key];
      if (key === 'from') {
        from = monthCode(value);
        continue;
      }
      const field = this.#fields.get(key);
      if (field === undefined || !field.monthly) return null;
      if (value === undefined) continue;
      this.#text = null;
      const code = value === null ? NOT_GIVEN : this.#codeOf(field, value);
      if (code === NOT_GIVEN && value !== null) return null;
      facts.push(field.index);
      codes.push(code);
      texts.push(this.#text);
    }
    return from === NOT_GIVEN ? null : { from, facts, codes, texts };
  }

  /** The code of a value, leaving its text; `NOT_GIVEN` where it is not a value of the fact, or there is doubt. */
  #codeOf(field: Field, value: unknown): number {
    this.#text = null;
    switch (field.kind) {
      case ENUM:
        return placeOf(value, field.values);
      case BOOLEAN:
        return value === true ? 1 : value === false ? 0 : NOT_GIVEN;
      case TEXT:
        if (typeof value !== 'string' || isLongerThan(value, field.most) || textFault(value) !== null) return NOT_GIVEN;
        this.#text = value;
        return 0;
      case MONEY:
        return (typeof value === 'string' ? parseYuan(value) : null) ?? NOT_GIVEN;
      case INTEGER:
        return Number.isInteger(value) && (value as number) >= field.least && (value as number) <= field.most
          ? (value as number)
          : NOT_GIVEN;
      case MONTH:
        return monthCode(value);
      default:
        if (typeof value !== 'string' || !isDate(value)) return NOT_GIVEN;
        this.#text = value;
        return monthOfDate(value);
    }
  }
}

const ENUM = 0;
const BOOLEAN = 1;
const TEXT = 2;
const MONEY = 3;
const INTEGER = 4;
const MONTH = 5;
const DATE = 6;
const KINDS: Record<Fact['type'], number> = {
  enum: ENUM,
  boolean: BOOLEAN,
  text: TEXT,
  money: MONEY,
  integer: INTEGER,
  month: MONTH,
  date: DATE,
};

/** What reading a value of a fact takes; of one shape for all kinds of facts. */
interface Field {
  readonly index: number;
  readonly kind: number;
  readonly monthly: boolean;
  /** The values of an enum, in the order of their codes. */
  readonly values: readonly string[];
  /** The bounds of an integer; the most characters of a text. */
  readonly least: number;
  readonly most: number;
}

const NO_CHANGES: readonly ChangeRead[] = [];

function fieldOf(fact: Fact): Field {
  return {
    index: fact.index,
    kind: KINDS[fact.type],
    monthly: fact.monthly,
    values: fact.type === 'enum' ? Object.keys(fact.values) : [],
    least: fact.type === 'integer' ? fact.minimum : 0,
    most: fact.type === 'integer' ? fact.maximum : fact.type === 'text' ? fact.maxLength : 0,
  };
}

/** Few values are compared sooner than looked up. */
function placeOf(value: unknown, values: readonly string[]): number {
  for (let code = 0; code < values.length; code++) if (values[code] === value) return code;
  return NOT_GIVEN;
}

function isObject(record: unknown): record is Record<string, unknown> {
  return typeof record === 'object' && record !== null;
}

function monthCode(value: unknown): number {
  return (typeof value === 'string' ? parseMonth(value) : null) ?? NOT_GIVEN;
}

function factValue(fact: Fact, code: number, text: string | null): FactValue {
  if (code === NOT_GIVEN) return null;
  if (fact.type === 'enum') return Object.keys(fact.values)[code] as string;
  if (fact.type === 'boolean') return code === 1;
  return fact.type === 'text' || fact.type === 'date' ? text : code;
}
