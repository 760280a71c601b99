import { usedFacts } from '../../../policy/document/usage.ts';
import type { Policy } from '../../../policy/policy.ts';
import { lineageOf } from '../../../policy/succession.ts';

/** These limit the months of employment under every policy. */
const DAYS_OF_EMPLOYMENT = ['arrivedOn', 'leftOn'];

/** The facts that a rule may read, in the policy or in one that it supersedes. */
export function neededFacts(policy: Policy): ReadonlySet<string> {
  const { byId } = policy.dictionary;
  return new Set([...lineageOf(policy).flatMap(({ document }) => [...usedFacts(document, byId)]), ...DAYS_OF_EMPLOYMENT]);
}
