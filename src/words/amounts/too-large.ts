import { type Amount, NOT_KNOWN } from '../grammar/word.ts';

/** The largest amount of one month, in fen (3 × 10^12 yuan): the sum of twelve is an exact integer, with room to spare. */
export const MOST_FEN = 300_000_000_000_000;

/** Thrown where an amount of money is too large to be exact, because of the data of one person. */
export class AmountTooLargeError extends Error {
  constructor() {
    super('an amount is too large to be exact');
    this.name = 'AmountTooLargeError';
  }
}

/**
 * An amount that throws where it exceeds {@link MOST_FEN}. Nothing is negative, so this also catches a sum or product that is no longer
 * exact.
 */
export function withinBounds(amount: Amount): Amount {
  return {
    ...amount,
    evaluate(row, found) {
      const fen = amount.evaluate(row, found);
      if (fen !== NOT_KNOWN && !(fen <= MOST_FEN)) throw new AmountTooLargeError();
      return fen;
    },
    ...(amount.exact && {
      exact(row, found) {
        const fen = amount.exact?.(row, found) ?? null;
        if (fen !== null && fen.numerator > BigInt(MOST_FEN) * fen.denominator) throw new AmountTooLargeError();
        return fen;
      },
    }),
  } satisfies Amount;
}
