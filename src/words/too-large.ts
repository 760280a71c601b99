import { type Amount, NOT_KNOWN } from './word.ts';

/** The largest amount of one month, in fen (3 × 10^12 yuan): twelve of them are a sum of integers that is exact, with room to spare. */
export const MOST_FEN = 300_000_000_000_000;

/** Thrown where an amount of money passes what can be counted exactly; it is the data of one person that led there. */
export class AmountTooLargeError extends Error {
  constructor() {
    super('an amount is too large to be exact');
    this.name = 'AmountTooLargeError';
  }
}

/** An amount that throws where it passes {@link MOST_FEN}. Nothing is negative, so a sum or product that is no longer exact is seen too. */
export function withinBounds(amount: Amount): Amount {
  return {
    ...amount,
    evaluate(row, found) {
      const fen = amount.evaluate(row, found);
      if (fen !== NOT_KNOWN && !(fen <= MOST_FEN)) throw new AmountTooLargeError();
      return fen;
    },
  };
}
