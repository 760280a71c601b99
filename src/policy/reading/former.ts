import type { Step } from './fault.ts';

/** A key that policy files had in an earlier form of the rule language, where it stood, and what is written now. */
interface Former {
  readonly key: string;
  /** The key of the mapping that it stood in. */
  readonly within: string;
  readonly instead: string;
}

const FORMER: readonly Former[] = [
  { key: 'once', within: 'pays', instead: '{at: recruitedOn, amount: …}' },
  { key: 'instalments', within: 'pays', instead: '{at: recruitedOn, shares: ["40", "30", "30"], amount: …}' },
];

/** What is written now in place of the key at the end of a path; `null` where it never was a key there. */
export function formerAt(path: readonly Step[]): Former | null {
  const [within, key] = path.slice(-2);
  return FORMER.find((one) => one.key === key && one.within === within) ?? null;
}
