import { divideRounded, type RoundingMode } from './rounding.ts';

/** An exact number that is not negative, such as fen that have yet to be rounded. The denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A whole number as a fraction. */
export function wholeNumber(value: number): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

/** The product of two fractions. */
export function timesFraction(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** The sum of two fractions. */
export function plusFraction(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator };
}

/**
 * A fraction rounded to a whole number, half up unless another mode is given.
 *
 * @example roundFraction({numerator: 5n, denominator: 2n}) // 3
 */
export function roundFraction({ numerator, denominator }: Fraction, mode?: RoundingMode): number {
  return Number(divideRounded(numerator, denominator, mode));
}
