import { READERS } from '../../words/grammar/unit.ts';
import type { Parameter, ParameterValue } from './figures.ts';

/**
 * Whether some value of a figure lies outside the floor and the ceiling that the text sets for it. A range is not a figure: figures are
 * compared with it, and nothing is computed from it.
 *
 * @param figure what a run sets
 */
export function isOutside({ unit, bounds }: Pick<Parameter, 'unit' | 'bounds'>, figure: ParameterValue): boolean {
  const read = READERS[unit];
  const [least, most] = [bounds.atLeast, bounds.atMost].map((text) => (text === null ? null : read(text)));
  const values = typeof figure === 'string' ? [figure] : figure.map(({ value }) => value);
  return values.map(read).some((value) => value !== null && ((least != null && value < least) || (most != null && value > most)));
}
