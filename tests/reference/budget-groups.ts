/** The groups of the reference budget. */
import type { Decimal } from 'decimal.js';
import type { Person } from './budget.ts';
import { Exact } from './figures.ts';
import type { GroupFacts, ReferencePolicy, ReferenceRun } from './policy.ts';

export type GroupBy = 'school' | 'area' | 'stage' | 'post' | 'allowance' | 'month';

export interface ReferenceGroup {
  /** One entry for each of `groupBy`, in its order; `null` for a fact not known in that month. */
  readonly key: Readonly<Partial<Record<GroupBy, string | null>>>;
  readonly headcount: number;
  readonly amount: string;
}

/**
 * The cross product of `groupBy`, by the facts of each month. Grouped by allowance, a group is of those who get an amount of it in such
 * a month; otherwise of those employed in such a month, also where nothing is paid.
 */
export function groupsOf(
  policy: ReferencePolicy,
  run: ReferenceRun,
  groupBy: readonly GroupBy[],
  people: readonly Person[],
): ReferenceGroup[] {
  const groups = new Map<string, { key: ReferenceGroup['key']; headcount: number; amount: Decimal }>();
  for (const { count, facts, result } of people) {
    const counted = new Set<string>();
    const add = (values: Readonly<Record<GroupBy, string | null>>, amount: Decimal): void => {
      const id = JSON.stringify(groupBy.map((name) => values[name]));
      const key = Object.fromEntries(groupBy.map((name) => [name, values[name]]));
      const group = groups.get(id) ?? { key, headcount: 0, amount: new Exact(0) };
      if (!counted.has(id)) group.headcount += count;
      counted.add(id);
      group.amount = group.amount.plus(amount);
      groups.set(id, group);
    };
    for (const { month, employed, school, area, stage, post } of placedMonths(policy, run, facts)) {
      if (employed && !groupBy.includes('allowance')) add({ school, area, stage, post, month, allowance: null }, new Exact(0));
      for (const { allowance, byMonth } of result.lines) {
        const paid = byMonth.find((entry) => entry.month === month);
        if (paid !== undefined) add({ school, area, stage, post, month, allowance }, new Exact(paid.amount).times(count));
      }
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, headcount, amount }]) => ({ key, headcount, amount: amount.toFixed(2) }));
}

/** The months of a year, those after leaving with what was known in the last month before: what falls in them was earned by then. */
export function placedMonths(policy: ReferencePolicy, run: ReferenceRun, facts: Person['facts']): readonly GroupFacts[] {
  const months = policy.facts(run, facts);
  const before = policy.facts({ ...run, year: run.year - 1 }, facts).at(-1);
  return months.map((one, at) => {
    const last = months.slice(0, at).findLast(({ employed }) => employed) ?? before;
    return one.employed || last === undefined ? one : { ...last, month: one.month, employed: false };
  });
}
