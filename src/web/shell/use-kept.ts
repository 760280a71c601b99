import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { useCatalogue } from './catalogue.ts';
import { keep, kept } from './keep.ts';

/**
 * State that is still there when a person comes back to a policy after a look at another one, and on a later visit if it is kept in this
 * browser. What an earlier visit has kept may lack parts that the page has now: they come from `first`.
 *
 * @param mend takes out what was kept and is no longer there
 */
export function useKept<T>(name: string, first: () => T, mend: (before: T) => T = (before) => before): [T, Dispatch<SetStateAction<T>>] {
  const { policy } = useCatalogue();
  const key = formKey(policy.key, name);
  const [state, setState] = useState<T>(() => mend(withAll(kept<T>(key), first())));
  useEffect(() => keep(key, state), [key, state]);
  return [state, setState];
}

/** Under which key a form of a policy is remembered. */
export function formKey(policy: string, name: string): string {
  return `form/${JSON.stringify([policy, name])}`;
}

function withAll<T>(before: T | undefined, first: T): T {
  if (before === undefined) return first;
  return typeof first === 'object' && first !== null && !Array.isArray(first) ? { ...first, ...before } : before;
}
