import { resolve } from '../grammar/choice.ts';
import { amount, choosable, list, oneOf } from '../grammar/slots.ts';
import { amountWord, madeOf, ofKnown } from '../grammar/word.ts';

const WAYS = {
  larger: (amounts: readonly number[]) => Math.max(...amounts),
  smaller: (amounts: readonly number[]) => Math.min(...amounts),
  sum: (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0),
};

/**
 * Several amounts as one: `{combine: larger, of: […]}`, `smaller` (what was spent, up to a cap) or `sum`; one unknown part makes the
 * whole unknown.
 */
export const combine = amountWord({
  key: 'combine',
  slots: { combine: choosable(oneOf('larger', 'smaller', 'sum')), of: list(amount(), { least: 2 }) },
  compile(node, settings, compile) {
    const { value, readings } = resolve<keyof typeof WAYS>(node.combine, settings);
    const parts = node.of.map(compile);
    return {
      ...madeOf(parts, { readings, exceeds: value === 'sum' }),
      evaluate(row, found) {
        const amounts = parts.map((part) => part.evaluate(row, found));
        return ofKnown(amounts, () => WAYS[value](amounts));
      },
    };
  },
});
