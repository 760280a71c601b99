import type { MonthIndex } from '../calendar/month.ts';
import { type Dictionary, type Fact, factOf } from './dictionary.ts';
import { EMPLOYMENT } from './employment.ts';

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
  readonly facts: Uint16Array;
  readonly codes: Float64Array;
  readonly texts: (string | null)[];
  /** What it leaves of a word of facts, and what it puts there. */
  keep: number;
  word: number;
}

/** Whoever has more changes than these is left to the schema: room for changes is kept for the next teacher. */
export const MOST_CHANGES = 64;

/**
 * A teacher in codes, which the next one overwrites: what reads teachers writes them here.
 *
 * A code is the place of an enum's value, 0 or 1 for no or yes, fen, an integer, a month as a count of months (that of a date too), 0 for text.
 */
export class CodedTeacher {
  /** By fact: its code, {@link NOT_GIVEN} where there is none. */
  readonly codes: Float64Array;
  /** By fact: the text of a text or date, as far as one is given and kept. Where none is given anything may stand, also what was given of another teacher. */
  readonly texts: (string | null)[];
  /** The facts of few values that are packed, as a word. */
  word = 0;
  /** In order of month; so many of them are those of the teacher. */
  readonly changes: ChangeRead[] = [];
  changeCount = 0;
  readonly #required: readonly number[];
  readonly #emptyWord: number;
  readonly #from: number;
  readonly #to: number;

  /**
   * @param required ids of the facts that must be given, besides `id`
   * @param packing enums and yes-or-no facts to be put into a word as they are read
   */
  protected constructor(dictionary: Dictionary, required: readonly string[], packing: readonly Packed[]) {
    this.#emptyWord = packing.reduce((word, { shift, absent }) => word | (absent << shift), 0);
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
    this.word = this.#emptyWord;
    this.changeCount = 0;
  }

  /** Whether every fact is there that must be, and the employment does not end before it begins. */
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
        word: 0,
      });
    }
    return changes[place] as ChangeRead;
  }

  /** Puts the changes in order of month, in which they mostly come. @returns whether they are of different months */
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
