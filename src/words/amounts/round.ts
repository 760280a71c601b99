import { roundFraction, timesFraction } from '../../money/fraction.ts';
import type { RoundingMode } from '../../money/rounding.ts';
import { resolve } from '../grammar/choice.ts';
import { exactOf } from '../grammar/exact.ts';
import { amount, choosable, oneOf } from '../grammar/slots.ts';
import { amountWord, madeOf, NOT_KNOWN } from '../grammar/word.ts';

/** To what an amount is rounded, in fen. */
const UNITS = { yuan: 100, jiao: 10, fen: 1 } as const;
type RoundingUnit = keyof typeof UNITS;

/**
 * An amount rounded to whole yuan, jiao or fen: `{round: yuan, mode: up, of: …}` (不足1元的按1元计). What stands inside is rounded here and
 * nowhere before, if it is a product; and a product around it goes on from the rounded amount.
 */
export const round = amountWord({
  key: 'round',
  slots: {
    round: choosable(oneOf('yuan', 'jiao', 'fen')),
    mode: choosable(oneOf('half-up', 'up', 'down')),
    of: amount(),
  },
  compile(node, settings, compile) {
    const to = resolve<RoundingUnit>(node.round, settings);
    const mode = resolve<RoundingMode>(node.mode, settings);
    const part = compile(node.of);
    const unit = UNITS[to.value];
    return {
      ...madeOf([part], { readings: [...to.readings, ...mode.readings], exceeds: mode.value !== 'down' }),
      evaluate(row, found) {
        const fen = exactOf(part, row, found);
        if (fen === null) return NOT_KNOWN;
        return roundFraction(timesFraction(fen, { numerator: 1n, denominator: BigInt(unit) }), mode.value) * unit;
      },
    };
  },
});
