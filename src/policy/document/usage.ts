import { type Dictionary, extendDictionary, type Fact } from '../../facts/dictionary.ts';
import { CALENDAR } from '../../facts/employment.ts';
import { readsScales } from '../../words/amount.ts';
import type { PolicyDocument } from './schema.ts';
import { visitPolicy } from './stands.ts';

/** What a form has to ask for under a policy; computed when the policy is checked, so that no page needs the words of rules. */
export interface Usage {
  /** As {@link usedFacts}. */
  readonly facts: readonly string[];
  /** Whether some amount may follow from a pay scale. */
  readonly scales: boolean;
}

/** What a policy uses. @param shared the facts of all policies, to which it may add its own */
export function usageOf(document: PolicyDocument, shared: Dictionary): Usage {
  const { byId } = extendDictionary(shared, document.facts);
  return { facts: [...usedFacts(document, byId)], scales: paysByScale(document) };
}

/**
 * The facts that a policy uses: those that it requires, and those that its rules name, with the facts that a place is derived from.
 *
 * @param facts all that the policy knows, by id
 */
export function usedFacts(document: PolicyDocument, facts: ReadonlyMap<string, Fact>): Set<string> {
  const used = new Set([...document.requires, ...CALENDAR, ...factsNamed(document)]);
  for (const id of [...used]) {
    const fact = facts.get(id);
    if (fact?.type === 'boolean' && fact.place) for (const from of Object.values(fact.place)) used.add(from);
  }
  return used;
}

/** The facts that the rules of a policy name, whatever the word. */
export function factsNamed(document: PolicyDocument): Set<string> {
  const facts = new Set<string>();
  visitPolicy(document, { fact: ({ node }) => facts.add(node), test: ({ fact }) => facts.add(fact) });
  return facts;
}

/** Whether some amount of a policy may follow from a pay scale. */
export function paysByScale({ allowances }: PolicyDocument): boolean {
  return Object.values(allowances).some(({ pays }) => readsScales(pays.amount));
}
