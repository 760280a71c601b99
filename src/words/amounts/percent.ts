import { percentOfFen } from '../../money/fen.ts';
import { timesFraction } from '../../money/fraction.ts';
import { exactOf, product } from '../grammar/exact.ts';
import { amount, figure } from '../grammar/slots.ts';
import { type Amount, amountWord, type Figure, figureIn, madeOf, NOT_KNOWN, type Share, WHOLE_UNITS } from '../grammar/word.ts';

/** A percentage of an amount, rounded half up to the fen: `{percent: studio/host-share, of: {parameter: studio/annual}}`. */
export const percent = amountWord({
  key: 'percent',
  slots: { percent: figure('percent'), of: amount() },
  compile(node, settings, compile) {
    const base = compile(node.of);
    const share = settings.figure(node.percent);
    const exact = product(madeOf([base], { parameters: [node.percent] }), (row, found) => {
      const fen = exactOf(base, row, found);
      const units = figureIn(share, node.percent, row, found);
      if (fen === null || units === NOT_KNOWN) return null;
      return timesFraction(fen, { numerator: BigInt(units), denominator: BigInt(WHOLE_UNITS) });
    });
    if (base.exact) return exact;
    const ofFen: Amount = {
      ...exact,
      share: shareOf(base.share, share),
      evaluate(row, found) {
        const fen = base.evaluate(row, found);
        const units = figureIn(share, node.percent, row, found);
        return fen === NOT_KNOWN || units === NOT_KNOWN ? NOT_KNOWN : percentOfFen(fen, units);
      },
    };
    return ofFen;
  },
});

/** A percentage that is the same all year, of a number that has not been rounded before. */
function shareOf(base: Share | null | undefined, [percentUnits = null, ...others]: Figure): Share | null {
  if (base?.percentUnits !== WHOLE_UNITS || percentUnits === null || others.some((one) => one !== percentUnits)) return null;
  return { fact: base.fact, percentUnits };
}
