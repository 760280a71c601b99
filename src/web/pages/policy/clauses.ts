import type { AllowanceNode, CheckNode, ClaimNode, Clause, DerivationNode, PolicyDocument } from '../../../policy/document/schema.ts';
import { type Order, orderIn } from './order.ts';

type Values<T> = T extends Record<string, infer V> ? V : never;

type Resting<T> = T & { readonly clause: Clause };

/** What a clause was turned into. */
export type Entry = { readonly id: string } & (
  | { readonly kind: 'allowance'; readonly node: AllowanceNode }
  | { readonly kind: 'claim'; readonly node: ClaimNode }
  | { readonly kind: 'envelope'; readonly node: Values<PolicyDocument['envelopes']> }
  | { readonly kind: 'check'; readonly node: CheckNode }
  | { readonly kind: 'target'; readonly node: Values<PolicyDocument['targets']> }
  | { readonly kind: 'headcount'; readonly node: Values<PolicyDocument['headcounts']> }
  | { readonly kind: 'total'; readonly node: Values<PolicyDocument['totals']> }
  | { readonly kind: 'place'; readonly node: Values<PolicyDocument['places']> }
  | { readonly kind: 'derivation'; readonly node: Resting<DerivationNode> }
  | { readonly kind: 'noted'; readonly node: PolicyDocument['noted'][number] }
);
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

/** A passage of the document, and everything it was turned into. */
export interface Passage {
  readonly clause: Clause;
  readonly entries: readonly Entry[];
}

/** An item of the document, or of another one that it quotes, with its passages, in order. */
export interface Item {
  readonly document: string | undefined;
  readonly item: string;
  readonly passages: readonly Passage[];
}

/** Every clause of a policy with what it was turned into; a derived fact without a clause is told with the allowances that rest on it. */
export function entriesOf(document: PolicyDocument): Entry[] {
  return [
    ...Object.entries(document.places).map(([id, node]) => ({ kind: 'place' as const, id, node })),
    ...Object.entries(document.derive).flatMap(([id, node]) =>
      node.clause ? [{ kind: 'derivation' as const, id, node: { ...node, clause: node.clause } }] : [],
    ),
    ...Object.entries(document.allowances).map(([id, node]) => ({ kind: 'allowance' as const, id, node })),
    ...Object.entries(document.claims).map(([id, node]) => ({ kind: 'claim' as const, id, node })),
    ...Object.entries(document.envelopes).map(([id, node]) => ({ kind: 'envelope' as const, id, node })),
    ...Object.entries(document.checks).map(([id, node]) => ({ kind: 'check' as const, id, node })),
    ...Object.entries(document.targets).map(([id, node]) => ({ kind: 'target' as const, id, node })),
    ...Object.entries(document.headcounts).map(([id, node]) => ({ kind: 'headcount' as const, id, node })),
    ...Object.entries(document.totals).map(([id, node]) => ({ kind: 'total' as const, id, node })),
    ...document.noted.map((node, index) => ({ kind: 'noted' as const, id: String(index + 1), node })),
  ];
}

/**
 * The policy in the order of its document, and after it what rests on others: entries that rest on the same passage are grouped.
 *
 * @param source the text of the document, if there is one
 */
export function itemsOf(document: PolicyDocument, source: string | null): Item[] {
  const byDocument = Map.groupBy(entriesOf(document), ({ node }) => node.clause.document);
  return [undefined, ...Object.keys(document.sources ?? {})].flatMap((name) =>
    itemsIn(name, byDocument.get(name) ?? [], orderIn(name === undefined ? source : null)),
  );
}

/** The items of one document: of the policy's own, or of another one by its name. */
function itemsIn(document: string | undefined, entries: readonly Entry[], order: Order): Item[] {
  const byItem = Map.groupBy(entries, ({ node }) => node.clause.item);
  return [...byItem]
    .map(([item, list]) => ({ document, item, passages: passagesOf(list, order) }))
    .toSorted((a, b) => order.compare(longestOf(a).clause, longestOf(b).clause));
}

function passagesOf(entries: readonly Entry[], order: Order): Passage[] {
  const passages: { clause: Clause; entries: Entry[] }[] = [];
  for (const entry of entries.toSorted((a, b) => b.node.clause.quote.length - a.node.clause.quote.length)) {
    const { clause } = entry.node;
    const home = passages.find(
      (passage) => order.contains(passage.clause.quote, clause.quote) && !clause.display && !passage.clause.display,
    );
    if (home) home.entries.push(entry);
    else passages.push({ clause, entries: [entry] });
  }
  const rank = new Map(entries.map((entry, index) => [entry, index]));
  return passages
    .map((passage) => ({ ...passage, entries: passage.entries.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)) }))
    .toSorted((a, b) => order.compare(a.clause, b.clause));
}

/** A long quotation occurs in one place only; a short one may also occur earlier. */
function longestOf({ passages }: Item): Passage {
  return passages.reduce((longest, passage) => (passage.clause.quote.length > longest.clause.quote.length ? passage : longest));
}
