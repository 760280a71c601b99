import type { DerivationWord } from '../grammar/derivation.ts';
import { cases } from './cases.ts';
import { days } from './days.ts';
import { inPeriod } from './in-period.ts';
import { longest } from './longest.ts';
import { nth } from './nth.ts';
import { years } from './years.ts';

/** The words for derived facts. A new word is a file of its own and a line here; a test names what else it needs. */
export const DERIVATION_WORDS = [years, cases, inPeriod, nth, days, longest] as const;

type Word = (typeof DERIVATION_WORDS)[number];
/** The key of a word for derived facts. */
export type DerivationKey = Word['key'];
/** What a policy file writes with the word of a key. */
export type DerivationNodeOf<K extends DerivationKey> = Extract<Word, { key: K }> extends DerivationWord<K, infer Node> ? Node : never;
