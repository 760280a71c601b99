import type { Bilingual, Dictionary, FactEntry, FactsDocument } from '../../facts/dictionary.ts';
import { extendDictionary } from '../../facts/dictionary.ts';
import { yieldsOf } from '../../words/derive.ts';
import { has } from '../../words/grammar/has.ts';
import { visitSlot } from '../../words/stands.ts';
import type { DerivationNode, PolicyDocument } from './schema.ts';
import { DERIVATION } from './slots.ts';

type Adding = Pick<PolicyDocument, 'facts' | 'derive'>;

/** The facts of a policy: those that all share, its own, and those that it derives. @throws Error as {@link extendDictionary} */
export function dictionaryOf(document: Adding, shared: Dictionary): Dictionary {
  return extendDictionary(shared, addedFacts(document, shared.byId));
}

/**
 * The facts that a policy adds to the shared ones, by id: its own as it declares them, and its derived ones, in the order of the file.
 *
 * A derived fact may be given like any other and changes by month. What is given of it lapses where a change names a fact that it rests on.
 *
 * @param shared the facts that all policies share
 */
export function addedFacts({ facts, derive }: Adding, shared: ReadonlyMap<string, FactEntry>): FactsDocument {
  const added: Record<string, FactEntry> = { ...facts };
  const known = (id: string) => (Object.hasOwn(added, id) ? added[id] : shared.get(id));
  for (const [id, node] of Object.entries(derive)) {
    const follows = new Set<string>();
    for (const read of factsIn(node)) {
      const fact = known(read);
      if (!fact) continue;
      follows.add(read);
      const behind = fact.derived ? fact.follows : fact.type === 'boolean' && fact.place ? Object.values(fact.place) : [];
      for (const other of behind) follows.add(other);
    }
    added[id] = declared(id, node, [...follows]);
  }
  return added;
}

/** The facts that a derivation names, each once. */
export function factsIn(node: DerivationNode): Set<string> {
  const facts = new Set<string>();
  visitSlot(DERIVATION, node, [], { fact: ({ node: id }) => facts.add(id), test: ({ fact }) => facts.add(fact) });
  return facts;
}

function declared(id: string, node: DerivationNode, follows: string[]): FactEntry {
  const common = { label: node.label ?? { zh: id, en: id }, headers: [], monthly: true, follows, derived: true as const };
  const yields = yieldsOf(node);
  if (yields.type !== 'enum') return { ...common, ...yields };
  const labels: Readonly<Record<string, Bilingual>> = has(node, 'values') ? (node.values as Record<string, Bilingual>) : {};
  const values = yields.values.map((value) => {
    const { zh, en } = labels[value] ?? { zh: value, en: value };
    return [value, { zh, en, also: [], roughly: [], undecided: false }];
  });
  return { ...common, type: 'enum', values: Object.fromEntries(values) };
}
