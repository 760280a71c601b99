import { parseYear } from '../calendar/month.ts';
import { parsePercent, parseYuan } from '../money/fen.ts';

/** What a figure can be in. */
export const UNITS = ['yuan', 'percent', 'year'] as const;
/** What a figure is in: yuan, a percentage, or a calendar year. */
export type Unit = (typeof UNITS)[number];

/** How the text of a figure is read; `null` where it is none. */
export const READERS: Record<Unit, (text: string) => number | null> = { yuan: parseYuan, percent: parsePercent, year: parseYear };
