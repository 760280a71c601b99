import type { Policy } from '../policy/policy.ts';
import { type Plan, planRun, type RunSettings } from './plan.ts';

/** How many plans of a policy are kept: the most recently used. */
const MOST_PLANS = 32;
/** Plans whose settings are longer than this as JSON are not kept: such settings rarely repeat. */
const LONGEST_KEY = 4096;

/**
 * The plans of a policy by their settings, in the order of their last use; the latest, which is usually asked for again, is kept
 * separately.
 */
interface Kept {
  readonly plans: Map<string, Plan>;
  lastKey: string;
  last: Plan;
}

const KEPT = new WeakMap<Policy, Kept>();

/**
 * A policy compiled for a run as by {@link planRun}, reused where the same settings came before. A plan keeps nothing about teachers, so it
 * can be used for any number of them.
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

/** A key of the settings, in the order in which results repeat them; `null` where they contain large data. */
function keyOf(settings: RunSettings): string | null {
  if (settings.payScales || settings.places || settings.rateGrowth) return null;
  const key = JSON.stringify(settings);
  return key.length > LONGEST_KEY ? null : key;
}
