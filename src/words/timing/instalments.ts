import * as z from 'zod';
import { parsePercent, percentOfFen } from '../../money/fen.ts';
import { list, refined, value } from '../grammar/slots.ts';
import { type Amount, NOT_KNOWN, type Settings } from '../grammar/word.ts';

const WHOLE = 1_000_000;
const share = z.string().refine((text) => parsePercent(text) !== null, 'invalid-shares');

/** The shares of a one-off that is paid over several years, in percent: `instalments: ["40", "30", "30"]`. They sum to 100. */
export const instalmentsSlot = refined(list(value(share, 'percent'), { least: 2, most: 30, mayRepeat: true }), isWhole, 'invalid-shares');

/**
 * The amount of one instalment: its share, rounded half up to the fen and never more than is left of the whole. The last one takes the
 * remainder, so that the instalments sum to the whole exactly.
 *
 * @param index which one, from 0
 * @example instalmentOf(10_001, ['50', '50'], 1) // 5000, after 5001
 */
export function instalmentOf(fen: number, shares: readonly string[], index: number): number {
  let left = fen;
  for (let at = 0; at < index; at++) left -= shareOf(fen, shares, at, left);
  return shareOf(fen, shares, index, left);
}

function shareOf(fen: number, shares: readonly string[], index: number, left: number): number {
  if (index === shares.length - 1) return left;
  return Math.min(left, percentOfFen(fen, parsePercent(shares[index] as string) ?? 0));
}

function isWhole(shares: readonly string[]): boolean {
  return shares.reduce((sum, text) => sum + (parsePercent(text) ?? 0), 0) === WHOLE;
}

/** The instalment of a year: which one it is follows from the years since the date of the one-off. */
export function compileInstalments(once: string, shares: readonly string[], whole: Amount, { dictionary, year }: Settings): Amount {
  const index = dictionary.byId.get(once)?.index as number;
  return {
    ...whole,
    share: null,
    evaluate(row, found) {
      const fen = whole.evaluate(row, found);
      return fen === NOT_KNOWN ? NOT_KNOWN : instalmentOf(fen, shares, year - Number(String(row.facts[index]).slice(0, 4)));
    },
  };
}
