import { isDate, monthOfDate, parseMonth } from '../calendar/month.ts';
import { parseDecimal } from '../money/decimal.ts';
import { parseYuan } from '../money/fen.ts';
import { type ChangeRead, CodedTeacher, MOST_CHANGES, NOT_GIVEN, type Packed } from './coded-teacher.ts';
import type { Dictionary, Fact, FactValue, PeriodsFact } from './dictionary.ts';
import { BOOLEAN, DECIMAL, type Field, fieldOf, INTEGER, MONEY, MONTH, PERIODS, TEXT } from './field.ts';
import { plainPeriods } from './periods.ts';
import type { Change, Teacher } from './teacher.ts';
import { isLongerThan, textFault } from './text.ts';
import { knownPeriods } from './value.ts';

/** One of a few values that a fact can have. */
interface Choice {
  /** Its name, where it is a value of an enum; and another value of the enum with a name of that length. */
  readonly name: string;
  readonly other: Choice | undefined;
  readonly code: number;
  /** Its packed bits. */
  readonly bits: number;
}

/** A fact as its values are read. */
interface ReadField extends Field {
  /** Another field whose id has the same length. */
  readonly other: ReadField | undefined;
  /** The mask of the packed bits that it does not change. */
  readonly keep: number;
  /** Of an enum: by length of the name, the first of a linked list of values; of a boolean: no, yes. */
  readonly choices: readonly (Choice | undefined)[];
}

/**
 * Reads teachers in one pass that validates and encodes. Like the schema of a teacher it is derived from the dictionary. It accepts nothing
 * that the schema refuses, and explains nothing: the schema judges whatever it refuses.
 */
export class TeacherReader extends CodedTeacher {
  readonly #dictionary: Dictionary;
  /** By length of the id: the first of a linked list of fields. */
  readonly #fields: readonly (ReadField | undefined)[];

  /**
   * @param required ids of the facts that must be given, besides `id`
   * @param packing enums and yes-or-no facts to be packed as they are read
   */
  constructor(dictionary: Dictionary, required: readonly string[], packing: readonly Packed[] = []) {
    super(dictionary, required, packing);
    this.#dictionary = dictionary;
    const fields = emptyByLength<ReadField>(dictionary.facts.map(({ id }) => id));
    for (const fact of dictionary.facts.toReversed()) {
      const field = fieldOf(fact, packing);
      fields[fact.id.length] = { ...field, other: fields[fact.id.length], keep: ~field.bits, choices: choicesOf(fact, field) };
    }
    this.#fields = fields;
  }

  /**
   * @param record data as JSON has it
   * @returns whether the record is certainly a valid teacher; only then are the codes those of the record
   */
  read(record: unknown): boolean {
    if (!isObject(record)) return false;
    this.start();
    const { codes, texts } = this;
    let changes: unknown = null;
    let { packed } = this;
    for (const key in record) {
      const value = record[key];
      const field = this.#fieldOf(key);
      if (field === undefined) {
        if (key !== 'changes') return false;
        changes = value;
      } else if (value !== null && value !== undefined) {
        if (field.kind <= BOOLEAN) {
          const choice = choiceOf(field, value);
          if (choice === undefined) return false;
          codes[field.index] = choice.code;
          packed = (packed & field.keep) | choice.bits;
        } else if (field.kind === PERIODS) {
          if (!this.#readPeriods(field, value)) return false;
        } else {
          const code = codeOf(field, value);
          if (code === NOT_GIVEN) return false;
          codes[field.index] = code;
          if (field.hasText) texts[field.index] = value as string;
        }
      }
    }
    this.packed = packed;
    return this.isWhole() && (changes === null || changes === undefined || this.#readChanges(changes));
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

  #readPeriods({ index }: ReadField, value: unknown): boolean {
    const fact = this.#dictionary.facts[index] as PeriodsFact;
    const periods = plainPeriods(fact, value);
    if (periods === null) return false;
    const known = knownPeriods(fact, periods);
    this.codes[index] = known === null ? NOT_GIVEN : 0;
    this.texts[index] = periods;
    return true;
  }

  #fieldOf(key: string): ReadField | undefined {
    if (key.length >= this.#fields.length) return undefined;
    let field = this.#fields[key.length];
    while (field !== undefined && field.key !== key) field = field.other;
    return field;
  }

  #readChanges(changes: unknown): boolean {
    if (!Array.isArray(changes) || changes.length > MOST_CHANGES) return false;
    for (let at = 0; at < changes.length; at++) {
      if (!this.#readChange(changes[at], this.changeAt(at))) return false;
    }
    this.changeCount = changes.length;
    return this.sortChanges();
  }

  #readChange(change: unknown, to: ChangeRead): boolean {
    if (!isObject(change)) return false;
    to.from = NOT_GIVEN;
    let size = 0;
    let keep = -1;
    let packed = 0;
    for (const key in change) {
      const value = change[key];
      const field = this.#fieldOf(key);
      if (field === undefined) {
        if (key !== 'from') return false;
        to.from = monthCode(value);
      } else {
        if (!field.monthly) return false;
        if (value === undefined) continue;
        to.facts[size] = field.index;
        keep &= field.keep;
        if (value === null) {
          to.codes[size] = NOT_GIVEN;
          packed |= field.absentBits;
        } else if (field.kind <= BOOLEAN) {
          const choice = choiceOf(field, value);
          if (choice === undefined) return false;
          to.codes[size] = choice.code;
          packed |= choice.bits;
        } else {
          const code = codeOf(field, value);
          if (code === NOT_GIVEN) return false;
          to.codes[size] = code;
          if (field.hasText) to.texts[size] = value as string;
        }
        size++;
      }
    }
    to.size = size;
    to.keep = keep;
    to.packed = packed;
    return to.from !== NOT_GIVEN;
  }
}

/** The value of an enum or of a yes-or-no fact; `undefined` where it is not one of its values. */
function choiceOf({ kind, choices }: ReadField, value: unknown): Choice | undefined {
  if (kind === BOOLEAN) return value === true ? choices[1] : value === false ? choices[0] : undefined;
  if (typeof value !== 'string' || value.length >= choices.length) return undefined;
  let choice = choices[value.length];
  while (choice !== undefined && choice.name !== value) choice = choice.other;
  return choice;
}

/** The code of any other value; `NOT_GIVEN` where it is not certainly a value of the fact. */
function codeOf(field: ReadField, value: unknown): number {
  switch (field.kind) {
    case TEXT:
      return typeof value === 'string' && !isLongerThan(value, field.most) && textFault(value) === null ? 0 : NOT_GIVEN;
    case MONEY:
      return (typeof value === 'string' ? parseYuan(value) : null) ?? NOT_GIVEN;
    case DECIMAL:
      return within(field, (typeof value === 'string' ? parseDecimal(value) : null) ?? NOT_GIVEN);
    case INTEGER:
      return Number.isInteger(value) ? within(field, value as number) : NOT_GIVEN;
    case MONTH:
      return monthCode(value);
    default:
      return typeof value === 'string' && isDate(value) ? monthOfDate(value) : NOT_GIVEN;
  }
}

function within({ least, most }: Field, value: number): number {
  return value >= least && value <= most ? value : NOT_GIVEN;
}

function choicesOf(fact: Fact, { shift, bits }: Field): (Choice | undefined)[] {
  const choice = (name: string, code: number, other?: Choice): Choice => ({ name, other, code, bits: (code << shift) & bits });
  if (fact.type === 'boolean') return [choice('false', 0), choice('true', 1)];
  const names = fact.type === 'enum' ? Object.keys(fact.values) : [];
  const choices = emptyByLength<Choice>(names);
  for (const [code, name] of [...names.entries()].toReversed()) choices[name.length] = choice(name, code, choices[name.length]);
  return choices;
}

/** An empty entry for every length that a name can have. */
function emptyByLength<Thing>(names: readonly string[]): (Thing | undefined)[] {
  return new Array<Thing | undefined>(1 + Math.max(0, ...names.map(({ length }) => length))).fill(undefined);
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
  return fact.type === 'text' || fact.type === 'date' || fact.type === 'periods' ? text : code;
}
