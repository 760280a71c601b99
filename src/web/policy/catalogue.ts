import { createContext, useContext } from 'react';
import facts from '../../../rules/facts.yaml';
import type { Bilingual, DictionaryDocument } from '../../facts/dictionary.ts';
import type { FigureNode, FigureTree, ParameterNode } from '../../policy/document/schema.ts';
import type { Ends } from '../ui/range.ts';
import type { PagePolicy } from './policies.ts';

/** A fact as the dictionary has it: what a form needs to ask for it. */
export type PageFact = DictionaryDocument['facts'][string] & { readonly id: string };

/** A parameter of the policy as a form has it. */
export interface PageParameter {
  readonly key: string;
  readonly unit: ParameterNode['unit'];
  readonly period: 'month' | 'year' | 'once' | undefined;
  readonly figure: FigureNode;
  /** What is commonly used where the document has no figure. */
  readonly suggestion: ParameterNode['suggestion'];
  /** The floor and the ceiling that the document sets. */
  readonly ends: Ends;
}

/** What the pages are made of: the same data as the worker computes by. */
export interface Catalogue {
  readonly policy: PagePolicy;
  /** The facts that all policies share, and then the policy's own. */
  readonly facts: ReadonlyMap<string, PageFact>;
  /** The facts that the policy uses, besides those that say who somebody is. */
  readonly used: ReadonlySet<string>;
  /** All parameters of the policy, the cells of tables each by itself. */
  readonly parameters: readonly PageParameter[];
}

/** Lays out a policy for the pages. */
export function catalogueOf(policy: PagePolicy): Catalogue {
  const { document } = policy;
  const shared = (facts as DictionaryDocument).facts;
  const known = new Map(Object.entries({ ...shared, ...document.facts }).map(([id, fact]): [string, PageFact] => [id, { ...fact, id }]));
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

/** Says which policy the pages inside are about. */
export const CatalogueProvider = Context.Provider;

/** The policy that this part of the page is about. */
export function useCatalogue(): Catalogue {
  const catalogue = useContext(Context);
  if (!catalogue) throw new Error('no policy is provided here');
  return catalogue;
}

/** The fact of this id. @throws Error where there is none: ids come from the same data */
export function pageFact({ facts }: Catalogue, id: string): PageFact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`there is no fact ${id}`);
  return fact;
}

/** What an enum's value is called. */
export function valueLabel(fact: PageFact, value: string): Bilingual | undefined {
  return fact.type === 'enum' ? fact.values[value] : undefined;
}
