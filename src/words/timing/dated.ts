import * as z from 'zod';
import { parsePercent, percentOfFen } from '../../money/fen.ts';
import { resolve } from '../grammar/choice.ts';
import { choosable, fact, list, type NodeOf, oneOf, optional, refined, value } from '../grammar/slots.ts';
import { type Amount, NOT_KNOWN, type Settings, WHOLE_UNITS } from '../grammar/word.ts';

/** No document pays longer, or later after the date; a larger number in a policy file is a mistake. */
const MOST_YEARS = 50;
const share = z.string().refine((text) => (parsePercent(text) ?? WHOLE_UNITS + 1) <= WHOLE_UNITS, 'invalid-shares');
const shares = refined(list(value(share, 'percent'), { least: 2, most: 30, mayRepeat: true }), isWhole, 'invalid-shares');

/**
 * What is paid at a date: `{at: recruitedOn, after: 1, count: 4}`, a sum a year for four years, the first a year after the date; or
 * `{at: recruitedOn, shares: ["40", "30", "30"]}`, one sum in so many parts, a year apart. Without either it is paid once.
 */
export const DATED = {
  at: fact('lasting-date'),
  after: optional(choosable(value(z.int().min(0).max(MOST_YEARS), 'years'))),
  count: optional(choosable(value(z.int().min(1).max(MOST_YEARS), 'years'))),
  shares: optional(shares),
  skipped: optional(choosable(oneOf('lapsed', 'postponed'))),
};

/** When sums at a date fall due, under the settings of a run. */
export interface Dates {
  /** How many years after the date the first one falls. */
  readonly after: number;
  /** How many there are, a year apart. */
  readonly count: number;
  /** Whether one that is not due because a condition fails, or the person is not employed, moves on a year. */
  readonly isPostponed: boolean;
  readonly readings: readonly string[];
}

/** Compiles the dates of an allowance that is paid at a date. */
export function compileDates(node: Omit<NodeOf<typeof DATED>, 'at'>, settings: Pick<Settings, 'chosen'>): Dates {
  const after = resolve<number>(node.after ?? 0, settings);
  const count = resolve<number>(node.shares?.length ?? node.count ?? 1, settings);
  const skipped = resolve<string>(node.skipped ?? 'lapsed', settings);
  return {
    after: after.value,
    count: count.value,
    isPostponed: skipped.value === 'postponed',
    readings: [after, count, skipped].flatMap(({ readings }) => readings),
  };
}

/**
 * The amount of one instalment: its share, rounded half up to the fen and never more than is left of the whole. The last one takes the
 * remainder, so that the instalments sum to the whole exactly.
 *
 * @param index which one, from 0
 * @example instalmentOf(10_001, ['50', '50'], 1) // 5000, after 5001
 */
export function instalmentOf(fen: number, parts: readonly string[], index: number): number {
  let left = fen;
  for (let at = 0; at < index; at++) left -= shareOf(fen, parts, at, left);
  return shareOf(fen, parts, index, left);
}

function shareOf(fen: number, parts: readonly string[], index: number, left: number): number {
  if (index === parts.length - 1) return left;
  return Math.min(left, percentOfFen(fen, parsePercent(parts[index] as string) ?? 0));
}

function isWhole(parts: readonly string[]): boolean {
  return parts.reduce((sum, text) => sum + (parsePercent(text) ?? 0), 0) === WHOLE_UNITS;
}

/** The part of a whole that falls due: the row says which one it is. */
export function compileShares(parts: readonly string[], whole: Amount): Amount {
  return {
    ...whole,
    share: null,
    evaluate(row, found) {
      const fen = whole.evaluate(row, found);
      return fen === NOT_KNOWN ? NOT_KNOWN : instalmentOf(fen, parts, row.instalment ?? 0);
    },
  };
}
