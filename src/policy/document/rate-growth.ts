import { growthFactor, timesFactor } from '../../money/growth.ts';
import type { Figure } from '../../words/grammar/word.ts';
import type { Parameter } from './figures.ts';

/** The assumed growth of money rates after the year of a budget. */
export interface RateGrowth {
  /** How many years of growth. */
  readonly years: number;
  /** Growth a year in ten-thousandths of a percent, for parameters that are not named. */
  readonly all: bigint;
  /** The same for single parameters of the policy, with all the cells of a table. */
  readonly byParameter: Readonly<Record<string, bigint>>;
}

/**
 * A figure after years of growth, each month's rounded half up to the fen, once for all the years. Percentages and years do not grow, and
 * undetermined figures stay undetermined.
 */
export function growFigure({ unit, table }: Parameter, figure: Figure, { years, all, byParameter }: RateGrowth): Figure {
  if (unit !== 'yuan') return figure;
  const factor = growthFactor((Object.hasOwn(byParameter, table) ? byParameter[table] : undefined) ?? all, years);
  return figure.map((fen) => (fen === null ? null : Number(timesFactor(BigInt(fen), factor))));
}
