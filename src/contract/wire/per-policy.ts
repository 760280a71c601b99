import type { Dictionary } from '../../facts/dictionary.ts';
import type { Policy } from '../../policy/policy.ts';

/**
 * What is made of the facts that a policy knows and requires, such as the schema of a request; made once for each policy.
 *
 * @param make given the dictionary of the policy and the ids of the facts that it requires
 */
export function perPolicy<T>(make: (dictionary: Dictionary, required: readonly string[]) => T): (policy: Policy) => T {
  const made = new WeakMap<Policy, { readonly it: T }>();
  return (policy) => {
    let one = made.get(policy);
    if (!one) {
      one = { it: make(policy.dictionary, policy.document.requires) };
      made.set(policy, one);
    }
    return one.it;
  };
}
