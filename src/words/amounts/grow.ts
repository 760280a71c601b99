import { percentOfFen } from '../../money/fen.ts';
import { divideRounded } from '../../money/rounding.ts';
import { amount, figure } from '../grammar/slots.ts';
import { amountWord, type Diagnostic, figureIn, madeOf, ofKnown, WHOLE_UNITS } from '../grammar/word.ts';

/**
 * An amount that is so much in the year `at`, which is a figure too, and more each year after it (逐年提高) and less each year before:
 * `{grow: {parameter: rural/monthly}, yearly: rural/growth, at: rural/year}` by a percentage, `{grow: …, by: rural/step, at: …}` by yuan.
 *
 * A percentage is rounded half up to the fen year by year: to a year its share is added; of a year that is reckoned back, the amount is
 * divided by 1 and that share. Yuan are taken off down to nothing, which is noted where it would be less. The growth is the one in force in
 * the month that is paid.
 */
export const grow = amountWord({
  key: 'grow',
  slots: { grow: amount(), at: figure('year') },
  forms: { by: { by: figure('yuan') }, yearly: { yearly: figure('percent', { mayExceedWhole: true }) } },
  compile(node, settings, compile) {
    const base = compile(node.grow);
    const [parameter, grown] = 'by' in node ? [node.by, byYuan] : [node.yearly, byPercent];
    const growth = settings.figure(parameter);
    const at = settings.figure(node.at);
    return {
      ...madeOf([base], { parameters: [parameter, node.at], exceeds: true }),
      evaluate(row, found) {
        const fen = base.evaluate(row, found);
        const from = figureIn(at, node.at, row, found);
        // in its own year nothing has grown, whatever the growth
        const more = from === settings.year ? 0 : figureIn(growth, parameter, row, found);
        return ofKnown([fen, from, more], () => grown(fen, more, settings.year - from, found));
      },
    };
  },
});

/** @param years negative where it is reckoned back */
function byYuan(fen: number, more: number, years: number, found: Diagnostic[]): number {
  const grown = fen + more * years;
  if (grown < 0) found.push({ code: 'below-zero' });
  return Math.max(0, grown);
}

/** @param years negative where it is reckoned back */
function byPercent(fen: number, units: number, years: number): number {
  let grown = fen;
  for (let year = 0; year < years; year++) grown += percentOfFen(grown, units);
  for (let year = 0; year > years; year--) {
    grown = Number(divideRounded(BigInt(grown) * BigInt(WHOLE_UNITS), BigInt(WHOLE_UNITS + units)));
  }
  return grown;
}
