import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { keep, kept, markWork } from '../platform/storage/keep.ts';
import { useCatalogue } from './catalogue.ts';

/** Options of a kept state. */
interface Keeping<T> {
  /** Removes what was stored and no longer exists. */
  readonly fix?: (before: T) => T;
  /** Whether it contains work that would have to be redone; never, if absent. */
  readonly isWork?: (state: T) => boolean;
}

/**
 * State that survives a look at another policy and, if it is kept in this browser, until a later visit. What an earlier visit has
 * stored may lack parts that the page has now: they come from `first`. Work in it is never lost without a warning.
 */
export function useKept<T>(
  name: string,
  first: () => T,
  { fix = (before) => before, isWork = () => false }: Keeping<T> = {},
): [T, Dispatch<SetStateAction<T>>] {
  const { policy } = useCatalogue();
  const key = formKey(policy.key, name);
  const [state, setState] = useState<T>(() => fix(withAll(kept<T>(key), first())));
  const isWorkNow = isWork(state);
  useEffect(() => keep(key, state), [key, state]);
  useEffect(() => markWork(key, isWorkNow), [key, isWorkNow]);
  return [state, setState];
}

/** The key under which a form of a policy is remembered. */
export function formKey(policy: string, name: string): string {
  return `form/${JSON.stringify([policy, name])}`;
}

/** The policy of the form that is remembered under a key. */
export function policyOfForm(key: string): string {
  return JSON.parse(key.slice('form/'.length))[0];
}

/** The name of the form that is remembered under a key. */
export function nameOfForm(key: string): string {
  return JSON.parse(key.slice('form/'.length))[1];
}

function withAll<T>(before: T | undefined, first: T): T {
  if (before === undefined) return first;
  return typeof first === 'object' && first !== null && !Array.isArray(first) ? { ...first, ...before } : before;
}
