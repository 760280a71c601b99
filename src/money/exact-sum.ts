/** Carried over well before a sum of safe integers could pass 2^53, so that one more amount always fits. */
const ROOM = 2 ** 52;

/**
 * A sum of fen that stays exact however large it grows: it adds in integers and carries over into a `bigint`.
 *
 * @example const sum = new ExactSum(); sum.add(100); sum.add(250, 120); sum.value // 30100n
 */
export class ExactSum {
  #carried = 0n;
  #low = 0;

  /**
   * @param fen integer fen, of either sign, less than 2^52 in size
   * @param times how often it is added: the people of a cohort
   */
  add(fen: number, times = 1): void {
    if (times !== 1) {
      this.addExact(BigInt(fen) * BigInt(times));
      return;
    }
    this.#low += fen;
    if (Math.abs(this.#low) > ROOM) {
      this.#carried += BigInt(this.#low);
      this.#low = 0;
    }
  }

  /** @param fen any number of fen */
  addExact(fen: bigint): void {
    this.#carried += fen;
  }

  /** The sum so far, in fen. */
  get value(): bigint {
    return this.#carried + BigInt(this.#low);
  }
}

/** Integer fen of either sign, exact: a `bigint` where it is 2^52 or more in size. */
export type SignedFen = number | bigint;

/** Adds two amounts exactly. */
export function addFen(a: SignedFen, b: SignedFen): SignedFen {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return Math.abs(sum) < ROOM ? sum : BigInt(sum);
  }
  const sum = BigInt(a) + BigInt(b);
  return sum < ROOM && sum > -ROOM ? Number(sum) : sum;
}

/** One amount less another, exactly. */
export function lessFen(a: SignedFen, b: SignedFen): SignedFen {
  return addFen(a, -b);
}
