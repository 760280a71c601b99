import { factOf } from '../../facts/dictionary.ts';
import { timesFraction } from '../../money/fraction.ts';
import { exactOf, product } from '../grammar/exact.ts';
import { numberText, PARTS_OF_ONE, partsOf, partsOfCode } from '../grammar/number.ts';
import { amount, fact as factSlot, optional, value } from '../grammar/slots.ts';
import { amountWord, madeOf, numberIn } from '../grammar/word.ts';

/**
 * An amount for each unit of a number (每满一年): `{each: lessons, after: 3, atMost: 30, amount: …}` pays for min(lessons, 30) − 3 units,
 * never for less than none. It is rounded half up to the fen once.
 */
export const each = amountWord({
  key: 'each',
  slots: {
    each: factSlot('number'),
    after: optional(value(numberText, 'number')),
    atMost: optional(value(numberText, 'number')),
    amount: amount(),
  },
  compile(node, { dictionary }, compile) {
    const fact = factOf(dictionary, node.each);
    const part = compile(node.amount);
    const after = partsOf(node.after ?? 0);
    const most = node.atMost === undefined ? null : partsOf(node.atMost);
    return product(madeOf([part], { facts: [fact.id], exceeds: true }), (row, found) => {
      const fen = exactOf(part, row, found);
      const code = numberIn(fact, row, found);
      if (fen === null || code === null) return null;
      const number = partsOfCode(code, fact);
      const counted = (most !== null && most < number ? most : number) - after;
      return timesFraction(fen, { numerator: counted > 0n ? counted : 0n, denominator: PARTS_OF_ONE });
    });
  },
});
