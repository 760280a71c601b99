import type { Dictionary, Fact, FactsDocument } from '../../facts/dictionary.ts';
import { CALENDAR } from '../../facts/employment.ts';
import { mapping, optional, type Slot } from '../../words/grammar/slots.ts';
import { visitSlot } from '../../words/stands.ts';
import { addedFacts, dictionaryOf, factsIn } from './added-facts.ts';
import { listParameters } from './figures.ts';
import type { PolicyDocument } from './schema.ts';
import { CLAIM, RULE } from './slots.ts';
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
  /** For each allowance that rests on some, the derived facts behind it, in the order of the file; the same for claims. */
  readonly derivedBy: Readonly<Record<string, readonly string[]>>;
  readonly derivedByClaim: Readonly<Record<string, readonly string[]>>;
}

/** What a policy uses. @param shared the facts of all policies, to which it may add its own */
export function usageOf(document: PolicyDocument, shared: Dictionary): Usage {
  const { byId } = dictionaryOf(document, shared);
  const derived = addedFacts({ facts: {}, derive: document.derive }, byId);
  const behind = (slot: Slot, nodes: object) =>
    Object.fromEntries(
      Object.entries(nodes).flatMap(([id, node]) => {
        const found = derivedIn(slot, node, document);
        return found.length > 0 ? [[id, found] as const] : [];
      }),
    );
  return {
    facts: [...usedFacts(document, byId)],
    scales: paysByScale(document),
    totals: totalsOf(document, listParameters(document)),
    derived,
    derivedBy: behind(RULE_SLOT, document.allowances),
    derivedByClaim: behind(CLAIM_SLOT, document.claims),
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

/** The facts that the rule of an allowance rests on; none where there is no such allowance. */
export function factsOfAllowance({ allowances, derive }: PolicyDocument, id: string): readonly string[] {
  return [...factsBehind(optional(RULE_SLOT), allowances[id], derive)];
}

/** The derived facts that a rule rests on, also those behind others, in the order of the file. */
function derivedIn(slot: Slot, node: unknown, { derive }: PolicyDocument): string[] {
  const facts = factsBehind(slot, node, derive);
  return Object.keys(derive).filter((id) => facts.has(id));
}

/** The facts that something names, and those behind derived ones. */
function factsBehind(slot: Slot, node: unknown, derive: PolicyDocument['derive']): ReadonlySet<string> {
  const facts = new Set<string>();
  visitSlot(slot, node, [], { fact: ({ node: id }) => facts.add(id), test: ({ fact }) => facts.add(fact) });
  // What others read stands above them.
  for (const [id, one] of Object.entries(derive).toReversed()) if (facts.has(id)) for (const fact of factsIn(one)) facts.add(fact);
  return facts;
}

const RULE_SLOT = mapping(RULE);
const CLAIM_SLOT = mapping(CLAIM);

/** Whether some amount of a policy may follow from a pay scale. */
export function paysByScale(document: PolicyDocument): boolean {
  let found = false;
  visitPolicy(document, {
    amount({ word }) {
      found ||= word.readsScales;
    },
  });
  return found;
}
