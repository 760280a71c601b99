import { useSyncExternalStore } from 'react';
import type { BundledPolicy } from '../../policy/bundled.ts';
import { BUNDLED } from '../compute/client/bundled-policies.ts';

/** A policy that the page can be about. */
export interface PagePolicy extends BundledPolicy {
  /** By what the address and the worker know it; a file of a person's own may bear the id of another policy. */
  readonly key: string;
  /** The name of the file that a person opened; `null` for a policy of the product. */
  readonly file: string | null;
}

let policies: readonly PagePolicy[] = BUNDLED.map((policy) => ({ ...policy, key: policy.document.id, file: null }));
const listeners = new Set<() => void>();

/** Every policy that can be chosen: those of the product, and those opened since the page was loaded. */
export function usePolicies(): readonly PagePolicy[] {
  return useSyncExternalStore(subscribe, () => policies);
}

/** By what the page knows the policy of an id: one that a person opened goes before one of the product, as for the worker. */
export function useKeyOf(id: string | undefined): string | null {
  const found = usePolicies().filter(({ document }) => document.id === id);
  return (found.find(({ file }) => file !== null) ?? found[0])?.key ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds a policy that was opened; one opened before under the same key gives way to it. */
export function addPolicy(policy: PagePolicy): void {
  policies = [...policies.filter(({ key }) => key !== policy.key), policy];
  for (const listener of listeners) listener();
}
