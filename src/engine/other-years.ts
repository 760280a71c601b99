import { type Plan, planRun, planScope } from './plan.ts';

const PLANS = new WeakMap<Plan, Map<number, Plan>>();

/** The same rules in another year; rates of a projection have grown by correspondingly fewer years. */
export function planIn(plan: Plan, year: number): Plan {
  if (year === plan.settings.year) return plan;
  const plans = PLANS.get(plan) ?? new Map<number, Plan>();
  PLANS.set(plan, plans);
  let other = plans.get(year);
  if (!other) {
    const { rateGrowth, ...settings } = plan.settings;
    const years = (rateGrowth?.years ?? 0) - (plan.settings.year - year);
    const then = { ...settings, year, ...(rateGrowth && years > 0 && { rateGrowth: { ...rateGrowth, years } }) };
    other = plan.scope ? planScope(plan.policy, then, plan.scope) : planRun(plan.policy, then);
    plans.set(year, other);
  }
  return other;
}
