import { useSyncExternalStore } from 'react';
import type { BundledPolicy } from '../../policy/bundled.ts';
import { BUNDLED } from '../compute/client/bundled-policies.ts';

/** A policy that the pages can be about. */
export interface PagePolicy extends BundledPolicy {
  /** Its key in the address and for the worker; a user's own file may have the id of another policy. */
  readonly key: string;
  /** The name of the file that the user opened; `null` for a bundled policy. */
  readonly file: string | null;
}

let policies: readonly PagePolicy[] = BUNDLED.map((policy) => ({ ...policy, key: policy.document.id, file: null }));
const listeners = new Set<() => void>();

/** Every policy that can be chosen: the bundled ones, and those opened since the page was loaded. */
export function usePolicies(): readonly PagePolicy[] {
  return useSyncExternalStore(subscribe, () => policies);
}

/** The key of the policy with an id: an opened one takes precedence over a bundled one, as in the worker. */
export function useKeyOf(id: string | undefined): string | null {
  const found = usePolicies().filter(({ document }) => document.id === id);
  return (found.find(({ file }) => file !== null) ?? found[0])?.key ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds an opened policy, replacing one opened before under the same key. */
export function addPolicy(policy: PagePolicy): void {
  policies = [...policies.filter(({ key }) => key !== policy.key), policy];
  for (const listener of listeners) listener();
}
