import { parseYear } from '../../calendar/month.ts';
import { parseDecimal } from '../../money/decimal.ts';
import { parsePercent, parseYuan } from '../../money/fen.ts';

/** The units of figures. */
export const UNITS = ['yuan', 'percent', 'year', 'count'] as const;
/** The unit of a figure: yuan, a percentage, a calendar year, or a number of anything, in ten-thousandths. */
export type Unit = (typeof UNITS)[number];

/** How the text of a figure is parsed; `null` where it is not valid. */
export const READERS: Record<Unit, (text: string) => number | null> = {
  yuan: parseYuan,
  percent: parsePercent,
  year: parseYear,
  count: parseDecimal,
};
