import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { keep, kept, markWork } from '../platform/storage/keep.ts';
import { useCatalogue } from './catalogue.ts';

/** What a state is besides its value. */
interface Keeping<T> {
  /** Takes out what was kept and is no longer there. */
  readonly fix?: (before: T) => T;
  /** Whether there is work in it that would have to be done again; without it there never is. */
  readonly isWork?: (state: T) => boolean;
}

/**
 * State that is still there when a person comes back to a policy after a look at another one, and on a later visit if it is kept in this
 * browser. What an earlier visit has kept may lack parts that the page has now: they come from `first`. Work in it is not lost without a warning.
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

/** Under which key a form of a policy is remembered. */
export function formKey(policy: string, name: string): string {
  return `form/${JSON.stringify([policy, name])}`;
}

/** The policy of a form that is remembered under a key. */
export function policyOfForm(key: string): string {
  return JSON.parse(key.slice('form/'.length))[0];
}

function withAll<T>(before: T | undefined, first: T): T {
  if (before === undefined) return first;
  return typeof first === 'object' && first !== null && !Array.isArray(first) ? { ...first, ...before } : before;
}
