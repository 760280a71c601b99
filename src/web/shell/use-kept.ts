import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { useCatalogue } from './catalogue.ts';

/** What was typed, by policy and place; it lives as long as the page is not loaded anew. */
const kept = new Map<string, unknown>();

/** State that is still there when a person comes back to a policy after a look at another one. */
export function useKept<T>(name: string, first: () => T): [T, Dispatch<SetStateAction<T>>] {
  const { policy } = useCatalogue();
  const key = JSON.stringify([policy.key, policy.version, name]);
  const [state, setState] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : first()));
  useEffect(() => {
    kept.set(key, state);
  }, [key, state]);
  return [state, setState];
}
