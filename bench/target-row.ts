import type { Spread } from './statistics.ts';
import { count, ranged } from './telling.ts';

/** The head of a table of targets and results. */
export const TARGET_HEAD = `| what | against | target | result | met |
|---|---|---|---|---|`;

/** A row of that table. @param asked the least allowed median @param unit printed after the figure */
export function atLeast(what: string, against: string, asked: number, unit: string, spread: Spread): string {
  return row(what, against, `at least ${count(asked)}`, spread, unit, spread.median >= asked);
}

/** A row of that table. @param asked the largest allowed median @param unit printed after the figure */
export function atMost(what: string, against: string, asked: number, unit: string, spread: Spread): string {
  return row(what, against, `at most ${asked}`, spread, unit, spread.median <= asked);
}

function row(what: string, against: string, asked: string, spread: Spread, unit: string, met: boolean): string {
  return `| ${[what, against, asked, `${ranged(spread, (value) => (value < 20 ? value.toFixed(2) : count(Math.round(value))))} ${unit}`, met ? 'yes' : '**no**'].join(' | ')} |`;
}
