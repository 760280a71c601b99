import { percentOfFen } from '../../money/fen.ts';
import { amount, figure } from '../grammar/slots.ts';
import { amountWord, figureIn, madeOf, NOT_KNOWN } from '../grammar/word.ts';

/**
 * An amount that grows by a percentage every year after `since` (逐年提高), which is a parameter too:
 * `{grow: {parameter: rural/monthly}, yearly: rural/growth, since: rural/since}`.
 * Each year's growth is rounded half up to the fen before the next is added; the percentage is the one in force in the month that is paid.
 */
export const grow = amountWord({
  key: 'grow',
  slots: { grow: amount(), yearly: figure('percent'), since: figure('year') },
  compile(node, settings, compile) {
    const base = compile(node.grow);
    const growth = settings.figure(node.yearly);
    const since = settings.figure(node.since);
    return {
      ...madeOf([base], { parameters: [node.yearly, node.since], exceeds: true }),
      evaluate(row, found) {
        let fen = base.evaluate(row, found);
        const from = figureIn(since, node.since, row, found);
        const years = from === NOT_KNOWN ? 0 : settings.year - from;
        // in the first year nothing grows, whatever the percentage
        const percent = years > 0 || from === NOT_KNOWN ? figureIn(growth, node.yearly, row, found) : 0;
        if (fen === NOT_KNOWN || from === NOT_KNOWN || percent === NOT_KNOWN) return NOT_KNOWN;
        for (let year = 0; year < years; year++) fen += percentOfFen(fen, percent);
        return fen;
      },
    };
  },
});
