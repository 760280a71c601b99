import type { Dictionary, Fact, FactsDocument } from '../../facts/dictionary.ts';
import { CALENDAR } from '../../facts/employment.ts';
import { readsScales } from '../../words/amount.ts';
import { mapping } from '../../words/grammar/slots.ts';
import { visitSlot } from '../../words/stands.ts';
import { addedFacts, dictionaryOf, factsIn } from './added-facts.ts';
import { listParameters } from './figures.ts';
import type { AllowanceNode, PolicyDocument } from './schema.ts';
import { RULE } from './slots.ts';
import { visitPolicy } from './stands.ts';
import { type TotalFigures, totalsOf } from './totals.ts';

/** What a form has to ask for under a policy; computed when the policy is checked, so that no page needs the words of rules. */
export interface Usage {
  /** As {@link usedFacts}. */
  readonly facts: readonly string[];
  /** Whether some amount may follow from a pay scale. */
  readonly scales: boolean;
  /** The totals that the text prints, compared with what they are made of. */
  readonly totals: Readonly<Record<string, TotalFigures>>;
  /** The derived facts as entries of a dictionary. */
  readonly derived: FactsDocument;
  /** For each allowance that rests on some, the derived facts behind it, in the order of the file. */
  readonly derivedBy: Readonly<Record<string, readonly string[]>>;
}

/** What a policy uses. @param shared the facts of all policies, to which it may add its own */
export function usageOf(document: PolicyDocument, shared: Dictionary): Usage {
  const { byId } = dictionaryOf(document, shared);
  const derived = addedFacts({ facts: {}, derive: document.derive }, byId);
  const derivedBy = Object.entries(document.allowances).flatMap(([id, node]) => {
    const behind = derivedIn(node, document);
    return behind.length > 0 ? [[id, behind] as const] : [];
  });
  return {
    facts: [...usedFacts(document, byId)],
    scales: paysByScale(document),
    totals: totalsOf(document, listParameters(document)),
    derived,
    derivedBy: Object.fromEntries(derivedBy),
  };
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

/** The derived facts that an allowance rests on, also those behind others, in the order of the file. */
function derivedIn(allowance: AllowanceNode, { derive }: PolicyDocument): string[] {
  const facts = new Set<string>();
  visitSlot(RULE_SLOT, allowance, [], { fact: ({ node }) => facts.add(node), test: ({ fact }) => facts.add(fact) });
  // What others read stands above them.
  for (const [id, node] of Object.entries(derive).toReversed()) if (facts.has(id)) for (const one of factsIn(node)) facts.add(one);
  return Object.keys(derive).filter((id) => facts.has(id));
}

const RULE_SLOT = mapping(RULE);

/** Whether some amount of a policy may follow from a pay scale. */
export function paysByScale({ allowances }: PolicyDocument): boolean {
  return Object.values(allowances).some(({ pays }) => readsScales(pays.amount));
}
