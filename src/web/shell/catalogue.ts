import budgetCodes from '../../../rules/budget-codes.yaml';
import facts from '../../../rules/facts.yaml';
import type { Bilingual, DictionaryDocument } from '../../facts/dictionary.ts';
import type { BundledPolicy } from '../../policy/bundled.ts';
import { type Computer, startComputer } from '../computer.ts';
import { usedFacts } from './used-facts.ts';

/** A fact as the dictionary has it: what a form needs to ask for it. */
export type PageFact = DictionaryDocument['facts'][string] & { readonly id: string };

/** What the pages are made of: the same data as the worker computes by. */
export interface Catalogue {
  readonly policy: BundledPolicy;
  readonly facts: ReadonlyMap<string, PageFact>;
  /** The facts that the policy uses, besides those that say who somebody is. */
  readonly used: ReadonlySet<string>;
}

const FIRST_POLICY = 'jinfeng-2021';
const documents = import.meta.glob<BundledPolicy>('../../../rules/*/policy.yaml', { eager: true, import: 'default' });

/** The policies of the product; the one with figures for nearly everything first, then as they were issued. */
export const policies: readonly BundledPolicy[] = Object.values(documents).toSorted((a, b) => rank(a).localeCompare(rank(b)));

function rank({ document }: BundledPolicy): string {
  return document.id === FIRST_POLICY ? '' : (document.issuedOn ?? 'unknown');
}

// The policy is part of the address: a page is about one, and another is another page.
const asked = new URLSearchParams(location.search).get('policy');
const policy = policies.find(({ document }) => document.id === asked) ?? policies[0];
if (!policy) throw new Error('the build has no policy');

const entries = Object.entries((facts as DictionaryDocument).facts).map(([id, fact]): [string, PageFact] => [id, { ...fact, id }]);

/** The policy of the pages, with the facts that it uses. */
export const catalogue: Catalogue = { policy, facts: new Map(entries), used: usedFacts(policy.document, new Map(entries)) };

/** The one worker of the page. */
export const computer: Computer = startComputer({ facts, policies });

/** The fact of this id. @throws Error where there is none: ids come from the same data */
export function pageFact(id: string): PageFact {
  const fact = catalogue.facts.get(id);
  if (!fact) throw new Error(`there is no fact ${id}`);
  return fact;
}

/** What an enum's value is called. */
export function valueLabel(fact: PageFact, value: string): Bilingual | undefined {
  return fact.type === 'enum' ? fact.values[value] : undefined;
}

/** What a code of the budget classification is called. */
export const codeTitles = (budgetCodes as { readonly titles: Readonly<Record<string, Bilingual>> }).titles;
