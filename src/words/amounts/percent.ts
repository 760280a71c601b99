import { percentOfFen } from '../../money/fen.ts';
import { timesFraction } from '../../money/fraction.ts';
import { exactOf, product } from '../grammar/exact.ts';
import { amount, fact, list, optional, table } from '../grammar/slots.ts';
import { type Amount, amountWord, type Figure, madeOf, NOT_KNOWN, ofKnown, type Share, WHOLE_UNITS } from '../grammar/word.ts';
import { compileTable } from './table.ts';

/**
 * A percentage of an amount, rounded half up to the fen: `{percent: studio/host-share, of: {parameter: studio/annual}}`; of a table the cell
 * that facts choose: `{percent: uplift, by: [stage], of: …}`. It may be more than 100.
 */
export const percent = amountWord({
  key: 'percent',
  slots: { percent: table('by', { unit: 'percent', mayExceedWhole: true }), by: optional(list(fact('enum'))), of: amount() },
  compile({ percent: parameter, by, of }, settings, compile) {
    const base = compile(of);
    const { facts, parameters, figures, valueIn } = compileTable({ parameter, ...(by && { by }) }, settings);
    const exceeds = figures.some((figure) => figure.some((units) => units !== null && units > WHOLE_UNITS));
    const exact = product(madeOf([base], { facts, parameters, exceeds }), (row, found) => {
      const fen = exactOf(base, row, found);
      const units = valueIn(row, found);
      if (fen === null || units === NOT_KNOWN) return null;
      return timesFraction(fen, { numerator: BigInt(units), denominator: BigInt(WHOLE_UNITS) });
    });
    if (base.exact) return exact;
    const ofFen: Amount = {
      ...exact,
      share: shareOf(base.share, figures),
      evaluate(row, found) {
        const fen = base.evaluate(row, found);
        const units = valueIn(row, found);
        return ofKnown([fen, units], () => percentOfFen(fen, units));
      },
    };
    return ofFen;
  },
});

/** One percentage that is the same all year, of a number that has not been rounded before. */
function shareOf(base: Share | null | undefined, [figure = [], ...cells]: readonly Figure[]): Share | null {
  const [percentUnits = null, ...others] = figure;
  if (base?.percentUnits !== WHOLE_UNITS || percentUnits === null || cells.length > 0 || others.some((one) => one !== percentUnits))
    return null;
  return { fact: base.fact, percentUnits };
}
