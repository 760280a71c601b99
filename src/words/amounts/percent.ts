import { percentOfFen } from '../../money/fen.ts';
import { amount, figure } from '../grammar/slots.ts';
import { amountWord, type Figure, figureIn, NOT_KNOWN, type Share, WHOLE_UNITS } from '../grammar/word.ts';

/** A percentage of an amount, rounded half up to the fen: `{percent: studio/host-share, of: {parameter: studio/annual}}`. */
export const percent = amountWord({
  key: 'percent',
  slots: { percent: figure('percent'), of: amount() },
  compile(node, settings, compile) {
    const base = compile(node.of);
    const share = settings.figure(node.percent);
    return {
      ...base,
      parameters: [node.percent, ...base.parameters],
      share: shareOf(base.share, share),
      evaluate(row, found) {
        const fen = base.evaluate(row, found);
        const units = figureIn(share, node.percent, row, found);
        return fen === NOT_KNOWN || units === NOT_KNOWN ? NOT_KNOWN : percentOfFen(fen, units);
      },
    };
  },
});

/** A percentage that is the same all year, of a number that has not been rounded before. */
function shareOf(base: Share | null | undefined, [percentUnits = null, ...others]: Figure): Share | null {
  if (base?.percentUnits !== WHOLE_UNITS || percentUnits === null || others.some((one) => one !== percentUnits)) return null;
  return { fact: base.fact, percentUnits };
}
