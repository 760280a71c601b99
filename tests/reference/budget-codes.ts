/** The reference budget by 政府收支分类: the economic code of an allowance, 临聘人员 30199 whatever the item, and the functional one by stage. */

import type { Decimal } from 'decimal.js';
import type { Person } from './budget.ts';
import { placedMonths } from './budget-groups.ts';
import { Exact } from './figures.ts';
import type { GroupFacts, ReferenceAllowance, ReferencePolicy, ReferenceRun } from './policy.ts';

export interface ReferenceCode {
  readonly economic: string;
  /** `null` where the stage is not known, or the classification has no code for it. */
  readonly functional: string | null;
  readonly amount: string;
}

const functionalCodes: Readonly<Record<string, string>> = {
  kindergarten: '2050201', // 学前教育
  primary: '2050202', // 小学教育
  junior: '2050203', // 初中教育
  senior: '2050204', // 高中教育
};

/** Every pair of codes whose amount is not zero, by the facts of the month in which an amount arises. */
export function byBudgetCode(policy: ReferencePolicy, run: ReferenceRun, people: readonly Person[]): ReferenceCode[] {
  const sums = new Map<string, { economic: string; functional: string | null; amount: Decimal }>();
  for (const { count, facts, result } of people) {
    for (const month of placedMonths(policy, run, facts)) {
      for (const { allowance, byMonth } of result.lines) {
        const paid = byMonth.find((entry) => entry.month === month.month);
        if (paid === undefined) continue;
        const codes = codesOf(policy.allowances.find(({ id }) => id === allowance) as ReferenceAllowance, month);
        const name = JSON.stringify(codes);
        const amount = (sums.get(name)?.amount ?? new Exact(0)).plus(new Exact(paid.amount).times(count));
        sums.set(name, { ...codes, amount });
      }
    }
  }
  return [...sums.values()].map(({ amount, ...codes }) => ({ ...codes, amount: amount.toFixed(2) }));
}

function codesOf({ payee, economicCode }: ReferenceAllowance, { post, stage }: GroupFacts) {
  const economic = post === 'temporary' && payee === 'teacher' ? '30199' : economicCode;
  return { economic, functional: (stage === null ? undefined : functionalCodes[stage]) ?? null };
}
