import { isDate, type MonthIndex, monthOfDate, parseMonth } from '../calendar/month.ts';
import { parseYuan } from '../money/fen.ts';
import { type Dictionary, EMPLOYMENT, type Fact, type FactValue, factOf } from './dictionary.ts';
import { Drawers } from './drawers.ts';
import type { Change, Teacher } from './teacher.ts';
import { isLongerThan, textFault } from './text.ts';

/** The code of a fact that is not given, or no longer known; no value has it. */
export const NOT_GIVEN = Number.MIN_SAFE_INTEGER;

/** Where a fact of few values stands in a word of facts. */
export interface Packed {
  readonly fact: Fact;
  readonly shift: number;
  /** Its bits, before they are shifted. */
  readonly mask: number;
  /** The code that stands for it where it is not given. */
  readonly absent: number;
}

/** What a month changes: some facts, each with its code and, if it is text or a date, its text. It is used again for the next teacher. */
export interface ChangeRead {
  from: MonthIndex;
  /** How many facts it names; what the arrays hold behind them is of other changes. */
  size: number;
  readonly facts: Uint8Array;
  readonly codes: Float64Array;
  readonly texts: (string | null)[];
  /** What it leaves of a word of facts, and what it puts there. */
  keep: number;
  word: number;
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
  /** The facts of few values that are packed, as a word. */
  word = 0;
  /** In order of month; so many of them are those of the teacher. */
  readonly changes: ChangeRead[] = [];
  changeCount = 0;
  readonly #dictionary: Dictionary;
  /** By length of the id: a field, from which the others of that length hang. */
  readonly #fields: readonly (Field | undefined)[];
  readonly #required: readonly number[];
  /** The facts that are text or dates. */
  readonly #withText: readonly number[];
  readonly #emptyWord: number;
  readonly #from: number;
  readonly #to: number;

  /**
   * @param required ids of the facts that must be given, besides `id`
   * @param packing enums and yes-or-no facts to be put into a word as they are read
   */
  constructor(dictionary: Dictionary, required: readonly string[], packing: readonly Packed[] = []) {
    this.#dictionary = dictionary;
    const fields = new Array<Field | undefined>(1 + Math.max(...dictionary.facts.map(({ id }) => id.length))).fill(undefined);
    for (const fact of dictionary.facts.toReversed()) {
      const packed = packing.find((one) => one.fact === fact);
      fields[fact.id.length] = fieldOf(fact, fields[fact.id.length], packed);
    }
    this.#fields = fields;
    this.#emptyWord = packing.reduce((word, { shift, absent }) => word | (absent << shift), 0);
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
    for (let index = 0; index < codes.length; index++) codes[index] = NOT_GIVEN;
    for (let at = 0; at < this.#withText.length; at++) texts[this.#withText[at] as number] = null;
    let changes: unknown = null;
    let word = this.#emptyWord;
    for (const key in record) {
      const value = record[key];
      const field = this.#fieldOf(key);
      if (field === undefined) {
        if (key !== 'changes') return false;
        changes = value;
      } else if (value !== null && value !== undefined) {
        const code = codeOf(field, value);
        if (code === NOT_GIVEN) return false;
        codes[field.index] = code;
        word = (word & ~field.bits) | ((code << field.shift) & field.bits);
        if (field.hasText) texts[field.index] = value as string;
      }
    }
    for (const index of this.#required) if (codes[index] === NOT_GIVEN) return false;
    const to = codes[this.#to] as number;
    if (to !== NOT_GIVEN && to < (codes[this.#from] as number)) return false;
    this.word = word;
    this.changeCount = 0;
    return changes === null || changes === undefined || this.#readChanges(changes);
  }

  /** What was read last, as rows of facts. */
  toTeacher(): Teacher {
    const { facts } = this.#dictionary;
    const base = facts.map((fact, index) => factValue(fact, this.codes[index] as number, this.texts[index] as string | null));
    const changes = this.changes.slice(0, this.changeCount).map(({ from, size, facts: named, codes, texts }): Change => {
      const pairs = Array.from(named.subarray(0, size), (index, at) => {
        const fact = facts[index] as Fact;
        return [fact, factValue(fact, codes[at] as number, texts[at] as string | null)] as const;
      });
      return { from, named: pairs.sort(([a], [b]) => a.index - b.index) };
    });
    return { base, changes };
  }

  #fieldOf(key: string): Field | undefined {
    if (key.length >= this.#fields.length) return undefined;
    let field = this.#fields[key.length];
    while (field !== undefined && field.key !== key) field = field.other;
    return field;
  }

  #readChanges(changes: unknown): boolean {
    if (!Array.isArray(changes)) return false;
    for (let at = 0; at < changes.length; at++) {
      if (this.changes.length === at) this.changes.push(this.#emptyChange());
      if (!this.#readChange(changes[at], this.changes[at] as ChangeRead)) return false;
    }
    this.changeCount = changes.length;
    return this.#sortChanges();
  }

  #readChange(change: unknown, to: ChangeRead): boolean {
    if (!isObject(change)) return false;
    to.from = NOT_GIVEN;
    let size = 0;
    let bits = 0;
    let word = 0;
    for (const key in change) {
      const value = change[key];
      const field = this.#fieldOf(key);
      if (field === undefined) {
        if (key !== 'from') return false;
        to.from = monthCode(value);
      } else {
        if (!field.monthly) return false;
        if (value === undefined) continue;
        const code = value === null ? NOT_GIVEN : codeOf(field, value);
        if (code === NOT_GIVEN && value !== null) return false;
        bits |= field.bits;
        word |= value === null ? field.absentBits : (code << field.shift) & field.bits;
        to.facts[size] = field.index;
        to.codes[size] = code;
        to.texts[size++] = field.hasText ? (value as string | null) : null;
      }
    }
    to.size = size;
    to.keep = ~bits;
    to.word = word;
    return to.from !== NOT_GIVEN;
  }

  /** Puts the changes in order of month, in which they mostly come. @returns whether they are of different months */
  #sortChanges(): boolean {
    const { changes, changeCount } = this;
    for (let end = 1; end < changeCount; end++) {
      const change = changes[end] as ChangeRead;
      let at = end;
      for (; at > 0 && (changes[at - 1] as ChangeRead).from > change.from; at--) changes[at] = changes[at - 1] as ChangeRead;
      changes[at] = change;
      if (at > 0 && (changes[at - 1] as ChangeRead).from === change.from) return false;
    }
    return true;
  }

  #emptyChange(): ChangeRead {
    const { length } = this.codes;
    return {
      from: NOT_GIVEN,
      size: 0,
      facts: new Uint8Array(length),
      codes: new Float64Array(length),
      texts: this.texts.map(() => null),
      keep: 0,
      word: 0,
    };
  }
}

/** The code of a value; `NOT_GIVEN` where it is not a value of the fact, or there is doubt. */
function codeOf(field: Field, value: unknown): number {
  switch (field.kind) {
    case ENUM:
      return typeof value === 'string' ? (field.values.find(value) ?? NOT_GIVEN) : NOT_GIVEN;
    case BOOLEAN:
      return value === true ? 1 : value === false ? 0 : NOT_GIVEN;
    case TEXT:
      return typeof value === 'string' && !isLongerThan(value, field.most) && textFault(value) === null ? 0 : NOT_GIVEN;
    case MONEY:
      return (typeof value === 'string' ? parseYuan(value) : null) ?? NOT_GIVEN;
    case INTEGER:
      return Number.isInteger(value) && (value as number) >= field.least && (value as number) <= field.most ? (value as number) : NOT_GIVEN;
    case MONTH:
      return monthCode(value);
    default:
      return typeof value === 'string' && isDate(value) ? monthOfDate(value) : NOT_GIVEN;
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
  readonly key: string;
  readonly other: Field | undefined;
  readonly index: number;
  readonly kind: number;
  readonly monthly: boolean;
  readonly hasText: boolean;
  /** Its bits in the word, and those where it is not given; none where it is not packed. */
  readonly shift: number;
  readonly bits: number;
  readonly absentBits: number;
  /** Of an enum: the codes of its values. */
  readonly values: Drawers<number>;
  /** The bounds of an integer; the most characters of a text. */
  readonly least: number;
  readonly most: number;
}

function fieldOf(fact: Fact, other: Field | undefined, packed: Packed | undefined): Field {
  return {
    key: fact.id,
    other,
    index: fact.index,
    kind: KINDS[fact.type],
    monthly: fact.monthly,
    hasText: fact.type === 'text' || fact.type === 'date',
    shift: packed?.shift ?? 0,
    bits: packed ? packed.mask << packed.shift : 0,
    absentBits: packed ? packed.absent << packed.shift : 0,
    values: new Drawers(fact.type === 'enum' ? Object.keys(fact.values).map((value, code) => [value, code]) : []),
    least: fact.type === 'integer' ? fact.minimum : 0,
    most: fact.type === 'integer' ? fact.maximum : fact.type === 'text' ? fact.maxLength : 0,
  };
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
