import * as z from 'zod';
import type { Fact } from '../../facts/dictionary.ts';

/** How many units of its code one of a number is: money is in fen, a decimal in ten-thousandths. */
const UNITS_PER_ONE: Readonly<Partial<Record<Fact['type'], number>>> = { integer: 1, money: 100, decimal: 10_000 };

type NumberFact = Pick<Fact, 'id' | 'type'>;

/** Whether a fact is a number, of people, things, years or yuan, that is not negative. */
export function isNumber(fact: Fact): boolean {
  return UNITS_PER_ONE[fact.type] !== undefined && !(fact.type === 'integer' && fact.minimum < 0);
}

/** How many units of a fact's code make one of what it counts. @throws Error where the fact is no number, which the checks exclude */
export function unitsPerOne({ id, type }: NumberFact): number {
  const units = UNITS_PER_ONE[type];
  if (units === undefined) throw new Error(`${id} is no number`);
  return units;
}

const NUMBER = /^\d{1,12}(\.\d{1,4})?$/;

/**
 * A number of a policy file, in the units of the fact that it is compared with: text without sign, with at most twelve digits and four
 * decimals; a whole number may do without quotes.
 */
export const numberText = z.union([z.string().regex(NUMBER, 'invalid-number'), z.int().min(0).max(999_999_999_999)], {
  error: 'invalid-number',
});
export type NumberText = z.infer<typeof numberText>;

/** Whether something in a file is such a number: what stands around it is checked also where it is not. */
export function isNumberText(value: unknown): value is NumberText {
  return numberText.safeParse(value).success;
}

/** How many ten-thousandths make one. */
export const PARTS_OF_ONE = 10_000n;

/**
 * A number of a policy file in ten-thousandths.
 *
 * @example partsOf('2.5') // 25000n
 */
export function partsOf(text: NumberText): bigint {
  const [whole = '', decimals = ''] = String(text).split('.');
  return BigInt(whole) * PARTS_OF_ONE + BigInt(decimals.padEnd(4, '0'));
}

/** The number that a code of a fact stands for, in ten-thousandths. */
export function partsOfCode(code: number, fact: NumberFact): bigint {
  return (BigInt(code) * PARTS_OF_ONE) / BigInt(unitsPerOne(fact));
}

/**
 * The least code of a fact that is not below a number of a policy file.
 *
 * @example leastCode('0.005', {id: 'monthlySalary', type: 'money'}) // 1: one fen
 */
export function leastCode(text: NumberText, fact: NumberFact): number {
  const parts = partsOf(text) * BigInt(unitsPerOne(fact));
  return Number((parts + PARTS_OF_ONE - 1n) / PARTS_OF_ONE);
}
