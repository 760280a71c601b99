import type { MonthIndex } from '../calendar/month.ts';
import { type Dictionary, type Fact, factOf } from './dictionary.ts';
import { EMPLOYMENT } from './employment.ts';

/** The code of a fact that is not given, or no longer known; no value has it. */
export const NOT_GIVEN = Number.MIN_SAFE_INTEGER;

/** The bits of a fact of few values among the packed facts. */
export interface Packed {
  readonly fact: Fact;
  readonly shift: number;
  /** Its bits, before they are shifted. */
  readonly mask: number;
  /** Its code where it is not given. */
  readonly absent: number;
}

/**
 * The changes of a month: some facts, each with its code and, if it is text or a date, its text. The object is reused for the next teacher.
 */
export interface ChangeRead {
  from: MonthIndex;
  /** How many facts it names; the rest of the arrays is left over from other changes. */
  size: number;
  readonly facts: Uint16Array;
  readonly codes: Float64Array;
  readonly texts: (string | null)[];
  /** The bits that it keeps of the packed facts, and those that it sets. */
  keep: number;
  packed: number;
}

/** A teacher with more changes is left to the schema, because the room for changes is kept for the next teacher. */
export const MOST_CHANGES = 64;

/**
 * A teacher as codes, which the next teacher overwrites. The readers of teachers write them here.
 *
 * A code is the place of an enum's value, 0 or 1 for no or yes, fen, an integer, ten-thousandths of a decimal, a month as a count of months (that of a date too), 0 for
 * text and periods.
 */
export class CodedTeacher {
  /** By fact: its code, {@link NOT_GIVEN} where there is none. */
  readonly codes: Float64Array;
  /** By fact: the text of a text or date, if given and kept. Where none is given it is undefined and may be that of another teacher. */
  readonly texts: (string | null)[];
  /** The facts of few values, packed. */
  packed = 0;
  /** In order of month; the first {@link changeCount} are those of the teacher. */
  readonly changes: ChangeRead[] = [];
  changeCount = 0;
  readonly #required: readonly number[];
  readonly #emptyPacked: number;
  readonly #from: number;
  readonly #to: number;

  /**
   * @param required ids of the facts that must be given, besides `id`
   * @param packing enums and yes-or-no facts to be packed as they are read
   */
  protected constructor(dictionary: Dictionary, required: readonly string[], packing: readonly Packed[]) {
    this.#emptyPacked = packing.reduce((packed, { shift, absent }) => packed | (absent << shift), 0);
    this.#required = ['id', ...required].map((id) => factOf(dictionary, id).index);
    this.#from = factOf(dictionary, EMPLOYMENT.from).index;
    this.#to = factOf(dictionary, EMPLOYMENT.to).index;
    this.codes = new Float64Array(dictionary.facts.length);
    this.texts = dictionary.facts.map(() => null);
  }

  /** Forgets the facts of the last teacher. */
  protected start(): void {
    const { codes } = this;
    codes.fill(NOT_GIVEN);
    this.packed = this.#emptyPacked;
    this.changeCount = 0;
  }

  /** Whether every required fact is given, and the employment does not end before it begins. */
  protected isWhole(): boolean {
    const { codes } = this;
    for (let at = 0; at < this.#required.length; at++) if (codes[this.#required[at] as number] === NOT_GIVEN) return false;
    const to = codes[this.#to] as number;
    return to === NOT_GIVEN || to >= (codes[this.#from] as number);
  }

  /** Room for the change at a place. */
  protected changeAt(place: number): ChangeRead {
    const { changes, texts } = this;
    const { length } = this.codes;
    while (changes.length <= place) {
      changes.push({
        from: NOT_GIVEN,
        size: 0,
        facts: new Uint16Array(length),
        codes: new Float64Array(length),
        texts: texts.map(() => null),
        keep: 0,
        packed: 0,
      });
    }
    return changes[place] as ChangeRead;
  }

  /** Sorts the changes by month; most already are. @returns whether their months differ */
  protected sortChanges(): boolean {
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
}
