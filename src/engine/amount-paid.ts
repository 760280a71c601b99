import type { Dictionary } from '../facts/dictionary.ts';
import type { Cut } from '../facts/timeline.ts';
import type { AllowanceNode } from '../policy/document/schema.ts';
import { compileAmount } from '../words/amount.ts';
import type { Amount, Settings } from '../words/grammar/word.ts';
import { compileShares } from '../words/timing/dated.ts';
import { aroundParts, prorated } from '../words/timing/prorate.ts';

/** What an allowance comes to when it pays: its amount, a part of it in instalments, or by the days of a month. */
export function amountOf({ pays }: AllowanceNode, words: Settings): Amount {
  const amount = compileAmount(pays.amount, words);
  if ('every' in pays) return pays.prorate ? prorated(pays.prorate, amount, words) : amount;
  return pays.shares ? compileShares(pays.shares, amount) : amount;
}

/** Where a year has to be cut for some allowances although no fact changes. */
export function cutsFor(nodes: readonly AllowanceNode[], dictionary: Dictionary, year: number): readonly Cut[] {
  return nodes.some(({ pays }) => 'every' in pays && pays.prorate) ? [aroundParts(dictionary, year)] : [];
}
