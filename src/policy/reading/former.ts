import { has } from '../../words/grammar/has.ts';
import type { Step } from './fault.ts';

/** A key that policy files had in an earlier form of the rule language, where it stood, and what is written now. */
export interface Former {
  readonly key: string;
  /** The key of the mapping that it stood in; `null` where it was a word for amounts, which stood wherever an amount may. */
  readonly within: string | null;
  readonly instead: string;
  /** A key that stood beside it, in this form of a word that had several or has it still. */
  readonly beside?: string;
  /** The keys of the mapping that are called otherwise now, and what was a fact and is a number now. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly toNumber?: string;
  /** What is said now and was meant before, written in front of the key. */
  readonly added?: Readonly<Record<string, string>>;
  /** A date whose years were counted by the word, on the day after the key `by`; now the years are a derived fact. */
  readonly toYears?: { readonly date: string; readonly by: string };
  /** Whether it was what is owed for leaving a service early; now that is a claim of its own. */
  readonly toClaim?: true;
  /** What changed in meaning with the form; of rounding, only where a product is inside. */
  readonly changed?: 'rounding' | 'leaving' | 'growth' | 'served';
}

const FORMER: readonly Former[] = [
  {
    key: 'units',
    within: null,
    instead: '{times: {fact: lessons}, of: …}',
    renamed: { units: 'times', at: 'of' },
    toNumber: 'units',
    changed: 'rounding',
  },
  {
    key: 'seniority',
    within: null,
    beside: 'bands',
    instead: '{by: years, bands: …}, derive: {years: {years: teachingSince}}',
    renamed: { seniority: 'by' },
    toYears: { date: 'seniority', by: 'on' },
    changed: 'rounding',
  },
  {
    key: 'seniority',
    within: null,
    instead: '{each: years, amount: …}, derive: {years: {years: teachingSince}}',
    renamed: { seniority: 'each', each: 'amount' },
    toYears: { date: 'seniority', by: 'on' },
    changed: 'rounding',
  },
  {
    key: 'since',
    within: null,
    beside: 'grow',
    instead: '{grow: …, yearly: rate/growth, at: rate/year}',
    renamed: { since: 'at' },
    changed: 'growth',
  },
  {
    key: 'stepUp',
    within: null,
    instead: '{scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStepIncrement}',
    renamed: { stepUp: 'at' },
    added: { scale: 'step-pay', step: 'difference', beyond: 'nothing' },
  },
  { key: 'once', within: 'pays', instead: '{at: recruitedOn, amount: …}', renamed: { once: 'at' } },
  {
    key: 'instalments',
    within: 'pays',
    instead: '{at: recruitedOn, shares: ["40", "30", "30"], amount: …}',
    renamed: { instalments: 'shares' },
    changed: 'leaving',
  },
  {
    key: 'service',
    within: 'pays',
    instead: 'claims: {leaving: {at: leftOn, service: {from: recruitedOn, years: 5}, owes: {paid: …}, …}}',
    renamed: {},
    toClaim: true,
    changed: 'served',
  },
];

/** What is written now in place of the key at the end of a path; `null` where it never was a key there. */
export function formerAt(path: readonly Step[]): Former | null {
  const [within, key] = path.slice(-2);
  return FORMER.find((one) => one.key === key && one.within === within) ?? null;
}

/** What is written now in place of an amount; `null` where no word for amounts was ever a key of it. */
export function formerWord(node: unknown): Former | null {
  return FORMER.find(({ key, within, beside }) => within === null && has(node, key) && (!beside || has(node, beside))) ?? null;
}
