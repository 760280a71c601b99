import { type Fraction, roundFraction, wholeNumber } from '../../money/fraction.ts';
import { type Amount, type Diagnostic, type FactRow, NOT_KNOWN } from './word.ts';

/** An amount before it is rounded to the fen, where it is a product; else the amount itself. `null` after noting what is missing. */
export function exactOf(amount: Amount, row: FactRow, found: Diagnostic[]): Fraction | null {
  if (amount.exact) return amount.exact(row, found);
  const fen = amount.evaluate(row, found);
  return fen === NOT_KNOWN ? null : wholeNumber(fen);
}

/**
 * An amount that is a product, rounded half up to the fen unless it stands in another product.
 *
 * @param made what it depends on
 * @param exact its exact value in fen
 */
export function product(made: Omit<Amount, 'evaluate'>, exact: NonNullable<Amount['exact']>): Amount {
  return {
    ...made,
    exact,
    evaluate(row, found) {
      const fen = exact(row, found);
      return fen === null ? NOT_KNOWN : roundFraction(fen);
    },
  };
}

/**
 * An amount that is one of several, as if that one stood in its place: a product that is chosen is a product.
 *
 * @param choose the one of a row, `null` after noting what is missing
 */
export function oneOfAmounts(
  made: Omit<Amount, 'evaluate'>,
  parts: readonly Amount[],
  choose: (row: FactRow, found: Diagnostic[]) => Amount | null,
): Amount {
  const chosen: Amount = { ...made, evaluate: (row, found) => choose(row, found)?.evaluate(row, found) ?? NOT_KNOWN };
  if (parts.every((part) => !part.exact)) return chosen;
  return {
    ...chosen,
    exact(row, found) {
      const part = choose(row, found);
      return part && exactOf(part, row, found);
    },
  };
}
