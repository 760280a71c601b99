import { sameRules } from '../../src/budget/same-rules.ts';
import type { ArrearsOrder } from '../../src/contract/arrears/arrears-request.ts';
import { planRun } from '../../src/engine/plan.ts';
import type { Policy } from '../../src/policy/policy.ts';

/** Which allowances follow the same rules on both sides of an order, year by year. That this is so is a test of its own. */
export function sameRulesOf(policy: Policy, { settings, before }: ArrearsOrder): (allowance: string, year: number) => boolean {
  const years = new Map<number, (allowance: string) => boolean>();
  return (allowance, year) => {
    if (!('policy' in before)) return false;
    const known =
      years.get(year) ?? sameRules(planRun(policy, { ...settings, year }), planRun(before.policy, { ...before.settings, year }));
    years.set(year, known);
    return known(allowance);
  };
}
