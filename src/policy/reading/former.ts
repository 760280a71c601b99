import { has } from '../../words/grammar/form.ts';
import type { Step } from './fault.ts';

/** A key that policy files had in an earlier form of the rule language, where it stood, and what is written now. */
interface Former {
  readonly key: string;
  /** The key of the mapping that it stood in; `null` where it was a word for amounts, which stood wherever an amount may. */
  readonly within: string | null;
  readonly instead: string;
}

const FORMER: readonly Former[] = [
  { key: 'units', within: null, instead: '{times: {fact: lessons}, of: …}' },
  { key: 'once', within: 'pays', instead: '{at: recruitedOn, amount: …}' },
  { key: 'instalments', within: 'pays', instead: '{at: recruitedOn, shares: ["40", "30", "30"], amount: …}' },
];

/** What is written now in place of the key at the end of a path; `null` where it never was a key there. */
export function formerAt(path: readonly Step[]): Former | null {
  const [within, key] = path.slice(-2);
  return FORMER.find((one) => one.key === key && one.within === within) ?? null;
}

/** What is written now in place of an amount; `null` where no word for amounts was ever a key of it. */
export function formerWord(node: unknown): Former | null {
  return FORMER.find(({ key, within }) => within === null && has(node, key)) ?? null;
}
