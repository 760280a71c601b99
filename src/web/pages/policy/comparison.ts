import type { AllowanceNode, PolicyDocument } from '../../../policy/document/schema.ts';
import { figuresAt } from '../../features/rule-words/figures.ts';
import { isChoice, isMapping } from '../../features/rule-words/nodes.ts';

/** An entry of a policy, with its id. */
export interface Named<T> {
  readonly id: string;
  readonly title: string;
  readonly node: T;
}

/** A row of the comparison: the same entry in both policies, or an entry that only one has. */
export interface Pair<T> {
  readonly left: Named<T> | null;
  readonly right: Named<T> | null;
}

/** Pairs entries of two policies: first by id, then by title; the others stand alone. */
export function pairUp<T>(left: readonly Named<T>[], right: readonly Named<T>[]): Pair<T>[] {
  const byId = new Map(right.map((one) => [one.id, one]));
  const rest = new Set(right);
  const claim = (one: Named<T> | undefined) => (one && rest.delete(one) ? one : null);
  const matched = new Map(left.map((one) => [one, claim(byId.get(one.id))]));
  for (const [one, other] of matched) if (!other) matched.set(one, claim([...rest].find(({ title }) => title === one.title)));
  const pairs = [...matched].map(([one, other]): Pair<T> => ({ left: one, right: other }));
  // Shared entries come first, so that they are easy to find.
  return [
    ...pairs.filter((pair) => pair.right),
    ...pairs.filter((pair) => !pair.right),
    ...[...rest].map((one) => ({ left: null, right: one })),
  ];
}

/** The aspects in which an allowance can differ from another. */
export const ASPECTS = ['who', 'rate', 'when', 'payer', 'treatment'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** The aspects in which two allowances differ, with parameters replaced by their figures, and names of month sets by their months. */
export function aspectsApart(
  left: { readonly node: AllowanceNode; readonly document: PolicyDocument },
  right: { readonly node: AllowanceNode; readonly document: PolicyDocument },
): Aspect[] {
  const [one, other] = [spellOut(left.node, left.document), spellOut(right.node, right.document)];
  return ASPECTS.filter((aspect) => one[aspect] !== other[aspect]);
}

function spellOut(
  {
    title: _,
    clause: __,
    economicCode: ___,
    when,
    pays,
    months,
    payee,
    payer,
    funding,
    optional,
    taxable,
    contributions,
    pension,
    ...bounds
  }: AllowanceNode,
  document: PolicyDocument,
): Record<Aspect, string> {
  const { amount, ...rhythm } = pays;
  return {
    who: JSON.stringify(when),
    rate: JSON.stringify(withFigures(amount, document)),
    when: JSON.stringify([rhythm, withMonths(months, document), bounds]),
    payer: JSON.stringify([payee, payer, funding, optional]),
    treatment: JSON.stringify([taxable?.is, contributions?.is, pension?.is]),
  };
}

function withFigures(node: unknown, document: PolicyDocument): unknown {
  if (typeof node === 'string') {
    const figures = figuresAt(document, node);
    return figures ? [figures.tree, figures.node.unit, figures.node.period] : node;
  }
  if (Array.isArray(node)) return node.map((one) => withFigures(one, document));
  return isMapping(node) ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withFigures(value, document)])) : node;
}

function withMonths(node: unknown, document: PolicyDocument): unknown {
  if (typeof node === 'string') return document.months[node] ?? node;
  if (!isChoice(node)) return node;
  const { reading, ...options } = node;
  const ids = Object.keys(document.readings[reading]?.options ?? {});
  const named = Object.keys(options).length > 0 ? options : Object.fromEntries(ids.map((id) => [id, id]));
  return [reading, Object.entries(named).map(([option, value]) => [option, withMonths(value, document)])];
}
