import { resolve } from '../grammar/choice.ts';
import { amount, choosable, list, oneOf } from '../grammar/slots.ts';
import { amountWord, madeOf, NOT_KNOWN } from '../grammar/word.ts';

type How = 'larger' | 'smaller' | 'sum';

/**
 * Several amounts as one: `{combine: larger, of: […]}`, `smaller` (what was spent, up to a cap) or `sum`; one unknown part makes the
 * whole unknown.
 */
export const combine = amountWord({
  key: 'combine',
  slots: { combine: choosable(oneOf('larger', 'smaller', 'sum')), of: list(amount(), { least: 2 }) },
  compile(node, settings, compile) {
    const { value, readings } = resolve<How>(node.combine, settings);
    const parts = node.of.map(compile);
    return {
      ...madeOf(parts, { readings, exceeds: value === 'sum' }),
      evaluate(row, found) {
        const amounts = parts.map((part) => part.evaluate(row, found));
        if (amounts.includes(NOT_KNOWN)) return NOT_KNOWN;
        if (value === 'sum') return amounts.reduce((total, fen) => total + fen, 0);
        return value === 'larger' ? Math.max(...amounts) : Math.min(...amounts);
      },
    };
  },
});
