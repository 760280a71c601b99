import facts from '../../rules/facts.yaml';
import { type Dictionary, readDictionary } from '../facts/dictionary.ts';
import type { PolicyDocument } from './document/schema.ts';
import type { Usage } from './document/usage.ts';
import type { Policy } from './policy.ts';
import type { Fault } from './reading/fault.ts';
import { linkPolicies } from './succession.ts';

/** What the build makes of a `policy.yaml`: the checked document, the hash of its content, the warnings of the checks, and what it uses. */
export interface BundledPolicy {
  readonly document: PolicyDocument;
  readonly version: string;
  readonly warnings: readonly Fault[];
  readonly usage: Usage;
}

const documents = import.meta.glob<BundledPolicy>('../../rules/*/policy.yaml', { eager: true, import: 'default' });

/** The facts that every policy shares. */
export const dictionary: Dictionary = readDictionary(facts);

const ordered = Object.values(documents).toSorted((a, b) => issued(a).localeCompare(issued(b)));

/** The policies that come with the product, by id, in the order in which they were issued; one whose date is lost comes last. */
export const bundledPolicies: ReadonlyMap<string, Policy> = linkPolicies(ordered, dictionary);

function issued({ document }: BundledPolicy): string {
  return document.issuedOn ?? 'unknown';
}
