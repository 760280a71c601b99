import type { AmountWord } from '../grammar/word.ts';
import { bands } from './bands.ts';
import { combine } from './combine.ts';
import { each } from './each.ts';
import { factAmount } from './fact-amount.ts';
import { grow } from './grow.ts';
import { item } from './item.ts';
import { match } from './match.ts';
import { paid } from './paid.ts';
import { part } from './part.ts';
import { percent } from './percent.ts';
import { rest } from './rest.ts';
import { round } from './round.ts';
import { scale } from './scale.ts';
import { table } from './table.ts';
import { times } from './times.ts';
import { unserved } from './unserved.ts';

/** The words for amounts. A new word is a file of its own and a line here; a test names what else it needs. */
export const AMOUNT_WORDS = [
  table,
  factAmount,
  percent,
  rest,
  match,
  combine,
  grow,
  times,
  scale,
  bands,
  each,
  round,
  item,
  paid,
  unserved,
  part,
] as const;

type Word = (typeof AMOUNT_WORDS)[number];
/** The key of a word for amounts. */
export type AmountKey = Word['key'];
/** What a policy file writes with the word of a key. */
export type AmountNodeOf<K extends AmountKey> = Extract<Word, { key: K }> extends AmountWord<K, infer Node> ? Node : never;
