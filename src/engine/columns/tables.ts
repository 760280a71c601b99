import { ALL_MONTHS } from '../../calendar/month-set.ts';
import { AmountTooLargeError } from '../../words/too-large.ts';
import { type Lack, sameLack } from '../../words/word.ts';
import type { Plan } from '../plan.ts';
import { bondsOf } from '../repay.ts';
import { type BitOf, type Judged, judgeKeys } from './judge.ts';
import type { Layout } from './layout.ts';
import { type RateTable, rateTables } from './rate-table.ts';
import { isSilent, MOST_LACKS, type SideTable, type Single, sideTables, singleOf } from './side-table.ts';

/** What one pass over the rows looks up; mostly a plan needs no other. */
export interface Pass {
  readonly rates: RateTable | null;
  readonly side: SideTable | null;
}

/** A plan as tables over a layout. */
export interface Tables {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly passes: readonly Pass[];
  /** Everything that can be missing; so few that a word holds any of them beside two signs. */
  readonly lacks: readonly { readonly allowance: string; readonly lack: Lack }[];
}

/**
 * Compiles a plan to tables.
 *
 * @returns `null` where a year has more to it than tables hold (versions, rates that change, limits and ranks across allowances, instalments,
 *   terms of service, amounts that may grow too large): the engine goes through such a plan person by person
 */
export function compileTables(plan: Plan, layout: Layout): Tables | null {
  const all = judgePlan(plan, layout);
  if (all === null) return null;
  const { judged, lacks, bitOf } = all;
  const rates = rateTables(judged.filter(isRate));
  const sides = sideTables(
    judged.filter((one) => !isRate(one)),
    layout,
    bitOf,
  );
  const passes = Array.from({ length: Math.max(rates.length, sides.length) }, (_, at) => ({
    rates: rates[at] ?? null,
    side: sides[at] ?? null,
  }));
  return { plan, layout, passes, lacks };
}

/** The allowances of a plan in their order, each to be looked at by itself; `null` as {@link compileTables}. */
export function compileSingles(
  plan: Plan,
  layout: Layout,
): { readonly singles: readonly Single[]; readonly lacks: Tables['lacks'] } | null {
  const all = judgePlan(plan, layout);
  return all && { singles: all.judged.map((one) => singleOf(one, layout, all.bitOf)), lacks: all.lacks };
}

interface JudgedPlan {
  /** In the order of the allowances of the plan. */
  readonly judged: readonly Judged[];
  readonly lacks: Tables['lacks'];
  readonly bitOf: BitOf;
}

function judgePlan(plan: Plan, layout: Layout): JudgedPlan | null {
  const [version] = plan.versions;
  // A predecessor reads facts as it declares them; what is owed back of a service rests on other years.
  if (plan.versions.length > 1 || version.inForce !== ALL_MONTHS || version.policy !== plan.policy) return null;
  if (bondsOf(plan).length > 0) return null;
  if (version.stacks.length > 0 || version.caps.length > 0 || version.breaks.length > 0) return null;
  const lacks: Tables['lacks'][number][] = [];
  const bitOf: BitOf = (allowance, lack) => {
    let at = lacks.findIndex((one) => one.allowance === allowance && sameLack(one.lack, lack));
    if (at < 0) at = lacks.push({ allowance, lack }) - 1;
    return 1 << at;
  };
  try {
    const judged: Judged[] = [];
    for (const allowance of plan.allowances) {
      const one = judgeKeys(allowance, layout, bitOf);
      if (one === null) return null;
      judged.push(one);
    }
    return lacks.length > MOST_LACKS ? null : { judged, lacks, bitOf };
  } catch (error) {
    if (error instanceof AmountTooLargeError) return null;
    throw error;
  }
}

/** Whether an allowance pays a rate every month by facts of few values alone. */
function isRate(one: Judged): boolean {
  const { rhythm, months } = one.allowance;
  return rhythm.kind === 'month' && months.atMost >= 12 && !one.isMeasured && !isSilent(one);
}
