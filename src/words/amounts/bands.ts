import * as z from 'zod';
import { type Fact, factOf } from '../../facts/dictionary.ts';
import { type Fraction, plusFraction, timesFraction, wholeNumber } from '../../money/fraction.ts';
import { exactOf, oneOfAmounts, product } from '../grammar/exact.ts';
import { isNumberText, leastCode, type NumberText, PARTS_OF_ONE, partsOf, partsOfCode } from '../grammar/number.ts';
import { amount, type Band, byBand, fact as factSlot, optional, refined, value } from '../grammar/slots.ts';
import { type Amount, amountWord, madeOf, numberIn } from '../grammar/word.ts';

/** A band under the settings of a run: where it begins, the least code of the fact that is in it, and what it pays. */
interface Step {
  readonly from: NumberText;
  readonly code: number;
  readonly part: Amount;
}

/**
 * An amount by a number in bands (按年限、里程分档): `{by: lessons, bands: [{from: "0", amount: nothing}, {from: "5", amount: …}]}`. Each
 * band goes from its number (满) to the next one, which is not in it (不满).
 *
 * With `progressive: true` each amount is for one unit of what lies in its band (超额累进); the first band begins at none, and the sum over
 * the bands is rounded half up to the fen once.
 */
export const bands = amountWord({
  key: 'bands',
  slots: {
    by: factSlot('number'),
    bands: refined(byBand('by', amount()), isRising, 'invalid-bands'),
    progressive: optional(value(z.literal(true))),
  },
  compile(node, { dictionary }, compile) {
    const fact = factOf(dictionary, node.by);
    const steps = node.bands.map((band): Step => ({ from: band.from, code: leastCode(band.from, fact), part: compile(band.amount) }));
    const parts = steps.map(({ part }) => part);
    const isProgressive = node.progressive === true;
    const made = madeOf(parts, { facts: [fact.id], exceeds: isProgressive });
    if (isProgressive) {
      return product(made, (row, found) => {
        const code = numberIn(fact, row, found);
        return code === null ? null : overBands(steps, partsOfCode(code, fact), (part) => exactOf(part, row, found));
      });
    }
    return oneOfAmounts(made, parts, (row, found) => {
      const code = numberIn(fact, row, found);
      return code === null ? null : bandOf(steps, code, fact).part;
    });
  },
});

/** Whether bands ascend, as far as they begin with numbers. */
function isRising(bands: readonly Band[]): boolean {
  const edges = bands.flatMap(({ from }) => (isNumberText(from) ? [partsOf(from)] : []));
  return edges.every((edge, index) => index === 0 || edge > (edges[index - 1] as bigint));
}

/** @throws Error below the first band, where coverage finds a policy at fault */
function bandOf(steps: readonly Step[], code: number, { id }: Fact): Step {
  const step = steps.findLast((one) => one.code <= code);
  if (!step) throw new Error(`${id} ${code} is in no band`);
  return step;
}

/**
 * What all units up to a number come to, each by its band; `null` where one of these is not known.
 *
 * @param number in ten-thousandths
 */
function overBands(steps: readonly Step[], number: bigint, worth: (part: Amount) => Fraction | null): Fraction | null {
  let sum: Fraction | null = wholeNumber(0);
  for (const [index, { part, from }] of steps.entries()) {
    const next = steps[index + 1];
    const ends = next && partsOf(next.from) < number ? partsOf(next.from) : number;
    const within = ends - (index === 0 ? 0n : partsOf(from));
    if (within <= 0n) break;
    const one = worth(part);
    sum = sum && one && plusFraction(sum, timesFraction(one, { numerator: within, denominator: PARTS_OF_ONE }));
  }
  return sum;
}
