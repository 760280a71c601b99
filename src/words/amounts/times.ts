import { type Fraction, timesFraction, wholeNumber } from '../../money/fraction.ts';
import { exactOf, product } from '../grammar/exact.ts';
import { amount, choosable, optional } from '../grammar/slots.ts';
import { amountWord, madeOf } from '../grammar/word.ts';
import { compileNumber, divisor, number } from './number.ts';

/**
 * An amount times a number, and divided by one: `{times: {fact: lessons}, of: {parameter: lesson/price}}` (每课时),
 * `{times: "1.5", per: {parameter: days-a-month}, of: {fact: monthlySalary}}`. A number is given outright, a number fact, or a figure of unit
 * `count`. It is one exact product with what stands inside, rounded half up to the fen once.
 */
export const times = amountWord({
  key: 'times',
  slots: { times: choosable(number), per: optional(choosable(divisor)), of: amount() },
  compile(node, settings, compile) {
    const base = compile(node.of);
    const factor = compileNumber(node.times, settings);
    const per = node.per === undefined ? null : compileNumber(node.per, settings);
    const numbers = per ? [factor, per] : [factor];
    const own = {
      facts: numbers.flatMap(({ facts }) => facts),
      readings: numbers.flatMap(({ readings }) => readings),
      parameters: numbers.flatMap(({ parameters }) => parameters),
    };
    return product(madeOf([base], { ...own, exceeds: true }), (row, found) => {
      const fen = exactOf(base, row, found);
      const times = factor.valueIn(row, found, false);
      const over = per ? per.valueIn(row, found, true) : wholeNumber(1);
      return fen && times && over && timesFraction(timesFraction(fen, times), inverse(over));
    });
  },
});

function inverse({ numerator, denominator }: Fraction): Fraction {
  return { numerator: denominator, denominator: numerator };
}
