import type { Packed } from './coded-teacher.ts';
import type { Fact } from './dictionary.ts';
import { boundsOf, isBounded } from './value.ts';

/** The kinds of values, numbered for a fast switch. */
export const ENUM = 0;
export const BOOLEAN = 1;
export const TEXT = 2;
export const MONEY = 3;
export const INTEGER = 4;
export const MONTH = 5;
export const DATE = 6;
export const DECIMAL = 7;
export const PERIODS = 8;
const KINDS: Record<Fact['type'], number> = {
  enum: ENUM,
  boolean: BOOLEAN,
  text: TEXT,
  money: MONEY,
  integer: INTEGER,
  decimal: DECIMAL,
  month: MONTH,
  date: DATE,
  periods: PERIODS,
};

/** What is needed to read a value of a fact; one object shape for all kinds of facts. */
export interface Field {
  /** The id of the fact. */
  readonly key: string;
  readonly index: number;
  readonly kind: number;
  readonly monthly: boolean;
  readonly hasText: boolean;
  /** Its packed bits, and those that mean not given; none where it is not packed. */
  readonly shift: number;
  readonly bits: number;
  readonly absentBits: number;
  /** The bounds of a number, encoded; the maximum length of a text. */
  readonly least: number;
  readonly most: number;
}

/** @param packing the facts that are packed */
export function fieldOf(fact: Fact, packing: readonly Packed[]): Field {
  const packed = packing.find((one) => one.fact === fact);
  const [least, most] = isBounded(fact) ? boundsOf(fact) : [0, fact.type === 'text' ? fact.maxLength : 0];
  return {
    key: fact.id,
    index: fact.index,
    kind: KINDS[fact.type],
    monthly: fact.monthly,
    hasText: fact.type === 'text' || fact.type === 'date' || fact.type === 'periods',
    shift: packed?.shift ?? 0,
    bits: packed ? packed.mask << packed.shift : 0,
    absentBits: packed ? packed.absent << packed.shift : 0,
    least,
    most,
  };
}

/** The values of an enum with their codes; empty for other facts. */
export function codesOf(fact: Fact): [value: string, code: number][] {
  return fact.type === 'enum' ? Object.keys(fact.values).map((value, code) => [value, code]) : [];
}
