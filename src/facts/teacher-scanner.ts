import { asciiOf, ByteKeyMap, isAt } from './byte-key-map.ts';
import { type ChangeRead, CodedTeacher, MOST_CHANGES, NOT_GIVEN, type Packed } from './coded-teacher.ts';
import type { Dictionary } from './dictionary.ts';
import { EMPLOYMENT } from './employment.ts';
import { BOOLEAN, codesOf, DECIMAL, ENUM, type Field, fieldOf, INTEGER, MONEY, MONTH, PERIODS, TEXT } from './field.ts';
import {
  CLOSE,
  CLOSE_LIST,
  COLON,
  COMMA,
  endOfDigits,
  endOfPlainText,
  NOT_PLAIN,
  OPEN,
  OPEN_LIST,
  plainDate,
  plainDecimal,
  plainInteger,
  plainMonth,
  plainTextOf,
  plainYuan,
  QUOTE,
  skipSpaces,
} from './plain-json.ts';

const TRUE = asciiOf('true');
const FALSE = asciiOf('false');
const NULL = asciiOf('null');
/** Kinds of keys that are not facts. */
const CHANGES = 9;
const FROM = 10;
/** The maximum length of the name of a fact. */
const LONGEST_NAME = 64;

/** A fact as its bytes are read. */
interface ScanField extends Field {
  readonly codes: ByteKeyMap<number>;
  /** Whether its text is kept. */
  readonly isAsked: boolean;
}

/**
 * Reads teachers straight from the bytes of JSON, as `TeacherReader` reads them from records: the same codes, without intermediate objects.
 * It reads only plain JSON (no escapes, no letters but ASCII and common ideographs, each key once) and leaves the rest to `JSON.parse` and
 * the other reader, without explanation; so it does with whoever has periods. Of texts only the id, names of places, and the days of arriving and leaving are kept.
 */
export class TeacherScanner extends CodedTeacher {
  readonly #fields: ByteKeyMap<ScanField>;
  /** By field: the last record that named it, for the fields of a teacher and those of changes. */
  readonly #named: Float64Array;
  readonly #namedInChange: Float64Array;
  #records = 0;
  #bytes: Uint8Array = NULL;
  #at = 0;
  #text: string | null = null;

  /**
   * @param required ids of the facts that must be given, besides `id`
   * @param packing enums and yes-or-no facts to be packed as they are read
   */
  constructor(dictionary: Dictionary, required: readonly string[], packing: readonly Packed[] = []) {
    super(dictionary, required, packing);
    const { facts } = dictionary;
    const places = facts.flatMap((fact) => (fact.type === 'boolean' && fact.place ? Object.values(fact.place) : []));
    const asked = new Set(['id', EMPLOYMENT.arrived, EMPLOYMENT.left, ...places]);
    const fields = facts.map(
      (fact): ScanField => ({ ...fieldOf(fact, packing), codes: new ByteKeyMap(codesOf(fact)), isAsked: asked.has(fact.id) }),
    );
    const [first] = fields as [ScanField];
    const others = [
      { ...first, key: 'changes', kind: CHANGES, index: facts.length },
      { ...first, key: 'from', kind: FROM, index: facts.length + 1 },
    ];
    this.#fields = new ByteKeyMap([...fields, ...others].map((field) => [field.key, field]));
    this.#named = new Float64Array(facts.length + 2);
    this.#namedInChange = new Float64Array(facts.length + 2);
  }

  /**
   * @param from where the record begins
   * @returns the offset behind it, or `NOT_PLAIN`, with which the codes mean nothing
   */
  scan(bytes: Uint8Array, from: number): number {
    this.start();
    this.#bytes = bytes;
    this.#at = from;
    const isSure = this.#scanRecord(null) && this.isWhole() && this.sortChanges();
    this.#bytes = NULL;
    return isSure ? this.#at : NOT_PLAIN;
  }

  /** @param change where to put what is read; `null` for the teacher itself */
  #scanRecord(change: ChangeRead | null): boolean {
    const bytes = this.#bytes;
    const named = change === null ? this.#named : this.#namedInChange;
    const record = ++this.#records;
    if (bytes[this.#at] !== OPEN) return false;
    let at = skipSpaces(bytes, this.#at + 1);
    for (;;) {
      if (bytes[at] !== QUOTE) return false;
      const end = endOfPlainText(bytes, at + 1, LONGEST_NAME);
      const field = end === NOT_PLAIN ? undefined : this.#fields.find(bytes, at + 1, end);
      if (field === undefined || named[field.index] === record) return false;
      named[field.index] = record;
      at = skipSpaces(bytes, end + 1);
      if (bytes[at] !== COLON) return false;
      this.#at = skipSpaces(bytes, at + 1);
      if (!this.#scanField(field, change)) return false;
      at = skipSpaces(bytes, this.#at);
      if (bytes[at] === CLOSE) break;
      if (bytes[at] !== COMMA) return false;
      at = skipSpaces(bytes, at + 1);
    }
    this.#at = at + 1;
    return true;
  }

  #scanField(field: ScanField, change: ChangeRead | null): boolean {
    if (field.kind === CHANGES) return change === null && this.#scanChanges();
    if (field.kind === FROM) {
      if (change === null) return false;
      change.from = this.#scanMonth();
      return change.from !== NOT_PLAIN;
    }
    if (change !== null && !field.monthly) return false;
    this.#text = null;
    let code = NOT_GIVEN;
    if (isAt(NULL, this.#bytes, this.#at)) {
      this.#at += NULL.length;
    } else {
      code = this.#scanValue(field);
      if (code === NOT_PLAIN) return false;
    }
    if (change === null) {
      if (code === NOT_GIVEN) return true;
      this.codes[field.index] = code;
      this.packed = (this.packed & ~field.bits) | ((code << field.shift) & field.bits);
      this.texts[field.index] = this.#text;
    } else {
      change.keep &= ~field.bits;
      change.packed |= code === NOT_GIVEN ? field.absentBits : (code << field.shift) & field.bits;
      change.facts[change.size] = field.index;
      change.codes[change.size] = code;
      change.texts[change.size++] = this.#text;
    }
    return true;
  }

  #scanChanges(): boolean {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== OPEN_LIST) return false;
    let at = skipSpaces(bytes, this.#at + 1);
    while (bytes[at] !== CLOSE_LIST) {
      if (this.changeCount === MOST_CHANGES) return false;
      const change = this.changeAt(this.changeCount++);
      change.from = NOT_PLAIN;
      change.size = 0;
      change.keep = -1;
      change.packed = 0;
      this.#at = at;
      if (!this.#scanRecord(change) || change.from === NOT_PLAIN) return false;
      at = skipSpaces(bytes, this.#at);
      if (bytes[at] === CLOSE_LIST) break;
      if (bytes[at] !== COMMA) return false;
      at = skipSpaces(bytes, at + 1);
      if (bytes[at] === CLOSE_LIST) return false;
    }
    this.#at = at + 1;
    return true;
  }

  /** The code of a value, or `NOT_PLAIN`. */
  #scanValue(field: ScanField): number {
    const bytes = this.#bytes;
    if (field.kind === BOOLEAN) {
      const isTrue = isAt(TRUE, bytes, this.#at);
      if (!isTrue && !isAt(FALSE, bytes, this.#at)) return NOT_PLAIN;
      this.#at += isTrue ? TRUE.length : FALSE.length;
      return isTrue ? 1 : 0;
    }
    if (field.kind === INTEGER) {
      const end = endOfDigits(bytes, this.#at);
      const value = plainInteger(bytes, this.#at, end);
      this.#at = end;
      return within(field, value);
    }
    if (field.kind === PERIODS || bytes[this.#at] !== QUOTE) return NOT_PLAIN;
    const from = this.#at + 1;
    const end = endOfPlainText(bytes, from, field.kind === TEXT ? field.most : LONGEST_NAME);
    if (end === NOT_PLAIN) return NOT_PLAIN;
    this.#at = end + 1;
    switch (field.kind) {
      case ENUM:
        return field.codes.find(bytes, from, end) ?? NOT_PLAIN;
      case TEXT:
        if (field.isAsked) this.#text = plainTextOf(bytes, from, end);
        return 0;
      case MONEY:
        return plainYuan(bytes, from, end);
      case DECIMAL:
        return within(field, plainDecimal(bytes, from, end));
      case MONTH:
        return plainMonth(bytes, from, end);
      default:
        if (field.isAsked) this.#text = plainTextOf(bytes, from, end);
        return plainDate(bytes, from, end);
    }
  }

  #scanMonth(): number {
    const from = this.#at + 1;
    const end = this.#bytes[this.#at] === QUOTE ? endOfPlainText(this.#bytes, from, LONGEST_NAME) : NOT_PLAIN;
    this.#at = end + 1;
    return end === NOT_PLAIN ? NOT_PLAIN : plainMonth(this.#bytes, from, end);
  }
}

function within({ least, most }: Field, value: number): number {
  return value >= least && value <= most ? value : NOT_PLAIN;
}
