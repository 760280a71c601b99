import { createContext, useContext } from 'react';
import facts from '../../../rules/facts.yaml';
import type { Bilingual, DictionaryDocument } from '../../facts/dictionary.ts';
import type { FigureNode, FigureTree, ParameterNode } from '../../policy/document/schema.ts';
import type { Ends } from '../ui/range.ts';
import type { PagePolicy } from './policies.ts';

/** A fact of the dictionary, with what a form needs to ask for it. */
export type PageFact = DictionaryDocument['facts'][string] & { readonly id: string };

/** A parameter of the policy, as a form shows it. */
export interface PageParameter {
  readonly key: string;
  readonly unit: ParameterNode['unit'];
  readonly period: 'month' | 'year' | 'once' | undefined;
  readonly figure: FigureNode;
  /** The usual figure where the document has none. */
  readonly suggestion: ParameterNode['suggestion'];
  /** The floor and the ceiling that the document sets. */
  readonly ends: Ends;
}

/** What the pages are built from: the same data that the worker computes with. */
export interface Catalogue {
  readonly policy: PagePolicy;
  /** The facts that all policies share, followed by the policy's own. */
  readonly facts: ReadonlyMap<string, PageFact>;
  /** The facts that the policy uses, except those that identify a person. */
  readonly used: ReadonlySet<string>;
  /** All parameters of the policy, with every cell of a table on its own. */
  readonly parameters: readonly PageParameter[];
}

/** Prepares a policy for the pages. */
export function catalogueOf(policy: PagePolicy): Catalogue {
  const { document } = policy;
  const shared = (facts as DictionaryDocument).facts;
  const known = new Map(
    Object.entries({ ...shared, ...document.facts, ...policy.usage.derived }).map(([id, fact]): [string, PageFact] => [
      id,
      { ...fact, id },
    ]),
  );
  const parameters = Object.entries(document.parameters).flatMap(([key, { unit, period, value, values, suggestion, atLeast, atMost }]) =>
    leaves(key, values ?? value ?? null).map(([path, figure]) => ({
      key: path,
      unit,
      period,
      figure,
      suggestion,
      ends: { atLeast, atMost },
    })),
  );
  return { policy, facts: known, used: new Set(policy.usage.facts), parameters };
}

function leaves(key: string, tree: FigureTree): [string, FigureNode][] {
  if (tree === null || typeof tree === 'string' || Array.isArray(tree)) return [[key, tree]];
  return Object.entries(tree).flatMap(([step, branch]) => leaves(`${key}/${step}`, branch));
}

const Context = createContext<Catalogue | null>(null);

/** Provides the policy for the pages inside. */
export const CatalogueProvider = Context.Provider;

/** The policy that this part of the page is about. */
export function useCatalogue(): Catalogue {
  const catalogue = useContext(Context);
  if (!catalogue) throw new Error('no policy is provided here');
  return catalogue;
}

/** The fact with this id. @throws Error if there is none: ids come from the same data */
export function pageFact({ facts }: Catalogue, id: string): PageFact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`there is no fact ${id}`);
  return fact;
}

/** The name of an enum's value, or of a kind of periods. */
export function valueLabel(fact: PageFact, value: string): Bilingual | undefined {
  return fact.type === 'enum' ? fact.values[value] : fact.type === 'periods' ? fact.kinds?.[value] : undefined;
}
