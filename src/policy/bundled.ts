import facts from '../../rules/facts.yaml';
import { type Dictionary, readDictionary } from '../facts/dictionary.ts';
import type { PolicyDocument } from './document/schema.ts';
import type { Usage } from './document/usage.ts';
import { type Policy, readPolicy } from './policy.ts';
import type { Fault } from './reading/fault.ts';
import { followPredecessors } from './succession.ts';

/** What the build makes of a `policy.yaml`: the checked document, the hash of its content, the warnings of the checks, and what it uses. */
export interface BundledPolicy {
  readonly document: PolicyDocument;
  readonly version: string;
  readonly warnings: readonly Fault[];
  readonly usage: Usage;
}

/** The module of a `policy.yaml`: what the build made of it is read when it is asked for, so that starting does not grow with the library. */
export interface PolicyModule extends Pick<PolicyDocument, 'id' | 'issuedOn'> {
  load(): BundledPolicy;
}

const modules = Object.values(import.meta.glob<PolicyModule>('../../rules/*/policy.yaml', { eager: true, import: 'default' }));

/** The facts that every policy shares. */
export const dictionary: Dictionary = readDictionary(facts);

/** Policies by id, each read, and linked to those that it supersedes, when it is first asked for. */
class Library implements ReadonlyMap<string, Policy> {
  readonly #modules: ReadonlyMap<string, PolicyModule>;
  readonly #read = new Map<string, Policy>();
  readonly #linked = new Map<string, Policy>();

  constructor(all: readonly PolicyModule[]) {
    this.#modules = new Map(all.map((one) => [one.id, one]));
  }

  get size(): number {
    return this.#modules.size;
  }

  has(id: string): boolean {
    return this.#modules.has(id);
  }

  get(id: string): Policy | undefined {
    return kept(this.#linked, id, () => {
      const policy = this.#alone(id);
      return policy && followPredecessors(policy, dictionary, (earlier) => this.#alone(earlier));
    });
  }

  keys(): MapIterator<string> {
    return this.#modules.keys();
  }

  *values(): MapIterator<Policy> {
    for (const id of this.keys()) yield this.get(id) as Policy;
  }

  *entries(): MapIterator<[string, Policy]> {
    for (const id of this.keys()) yield [id, this.get(id) as Policy];
  }

  [Symbol.iterator](): MapIterator<[string, Policy]> {
    return this.entries();
  }

  forEach(each: (policy: Policy, id: string, map: ReadonlyMap<string, Policy>) => void): void {
    for (const [id, policy] of this) each(policy, id, this);
  }

  /** A policy without those that it supersedes. */
  #alone(id: string): Policy | undefined {
    return kept(this.#read, id, () => {
      const bundled = this.#modules.get(id)?.load();
      return bundled && readPolicy(bundled.document, bundled.version, dictionary);
    });
  }
}

/** The policy that is kept under an id; made and kept where there is none yet. */
function kept(policies: Map<string, Policy>, id: string, make: () => Policy | undefined): Policy | undefined {
  const policy = policies.get(id) ?? make();
  if (policy) policies.set(id, policy);
  return policy;
}

/** The policies that come with the product, by id, in the order in which they were issued; one whose date is lost comes last. */
export const bundledPolicies: ReadonlyMap<string, Policy> = new Library(modules.toSorted((a, b) => issued(a).localeCompare(issued(b))));

function issued({ issuedOn }: PolicyModule): string {
  return issuedOn ?? 'unknown';
}
