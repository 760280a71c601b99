import type { Policy } from '../policy/policy.ts';
import { type Plan, planRun, type RunSettings } from './plan.ts';

/** So many plans of a policy are kept: those used last. */
const MOST_PLANS = 32;
/** Settings longer than this, written as JSON, are nobody's habit; their plans are not kept. */
const LONGEST_KEY = 4096;

/** The plans of a policy by their settings, in the order of their last use; the very last, which mostly comes again, is at hand. */
interface Kept {
  readonly plans: Map<string, Plan>;
  lastKey: string;
  last: Plan;
}

const KEPT = new WeakMap<Policy, Kept>();

/**
 * A policy compiled for a run, as {@link planRun} does it, but not anew where the same settings came before. A plan keeps nothing of those whom
 * it is run for, so it can serve any number of them.
 *
 * @param settings readings and parameters that the policy knows (the contract has checked them)
 */
export function planFor(policy: Policy, settings: RunSettings): Plan {
  const key = keyOf(settings);
  if (key === null) return planRun(policy, settings);
  const kept = KEPT.get(policy);
  if (!kept) {
    const plan = planRun(policy, settings);
    KEPT.set(policy, { plans: new Map([[key, plan]]), lastKey: key, last: plan });
    return plan;
  }
  if (kept.lastKey === key) return kept.last;
  const { plans } = kept;
  const plan = plans.get(key) ?? planRun(policy, settings);
  plans.delete(key);
  plans.set(key, plan);
  if (plans.size > MOST_PLANS) plans.delete(plans.keys().next().value as string);
  kept.lastKey = key;
  kept.last = plan;
  return plan;
}

/** What tells settings apart, in the order in which results repeat them; `null` where they bring along what is large. */
function keyOf(settings: RunSettings): string | null {
  if (settings.payScales || settings.places || settings.rateGrowth) return null;
  const key = JSON.stringify(settings);
  return key.length > LONGEST_KEY ? null : key;
}
