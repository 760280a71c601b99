import { targetCost } from '../../budget/target-cost.ts';
import { countOf } from '../../budget/target-count.ts';
import { splitFacts, type TargetKind } from '../../budget/target-kinds.ts';
import { costOfSplit, kindsOfTarget, PresentKinds, splitAsPresent, type TargetPart } from '../../budget/target-split.ts';
import type { VariantFigures } from '../../budget/variants.ts';
import type { Entitlement } from '../../engine/item.ts';
import type { CompiledAllowance, Plan } from '../../engine/plan.ts';
import { formatFen } from '../../money/fen.ts';
import { clauseOf } from '../wire/clause.ts';
import { say, type Wording } from '../wire/wording.ts';
import type { WireMetTarget, WireTarget } from './target-result.ts';
import { AS_PRESENT, type TargetSplits } from './target-splits.ts';

/** The most kinds of people that an answer lists; a target with more cannot be split by hand. */
const MOST_KINDS = 200;

/** What the targets assumed met cost in a scenario. */
export interface MetTargets {
  readonly wire: WireMetTarget[];
  /** Fen by allowance, in place of what is paid today, if known. */
  readonly amountsFen: ReadonlyMap<string, bigint>;
}

interface Watched {
  readonly id: string;
  readonly allowance: CompiledAllowance;
  readonly kinds: readonly TargetKind[];
  readonly count: number;
  /** Its index among all watched targets. */
  readonly at: number;
}

/** A scenario that assumes targets met. */
interface Met {
  readonly plan: Plan;
  readonly splits: TargetSplits;
  readonly watched: readonly Watched[];
}

/** The targets of a budget in progress. It counts who is paid today as people are added. */
export class TargetRun {
  readonly #plan: Plan;
  readonly #own: readonly Watched[];
  /** By scenario. */
  readonly #met: readonly Met[];
  readonly #present: PresentKinds;

  /** @param scenarios with the targets that each assumes met */
  constructor(plan: Plan, scenarios: readonly { readonly plan: Plan; readonly splits: TargetSplits }[]) {
    let next = 0;
    const watch = (of: Plan, ids: readonly string[]): Watched[] =>
      ids.flatMap((id) => {
        const node = of.versions[0].policy.document.targets[id];
        const found = node && kindsOfTarget(of, node.costOf);
        return node && found ? [{ id, ...found, count: countOf(node.count, of.readings), at: next++ }] : [];
      });
    this.#plan = plan;
    this.#own = watch(plan, Object.keys(plan.versions[0].policy.document.targets));
    this.#met = scenarios.map((one) => ({ ...one, watched: watch(one.plan, [...one.splits.keys()]) }));
    const all = [...this.#own, ...this.#met.flatMap(({ watched }) => watched)];
    this.#present = new PresentKinds(all.map(({ allowance }) => ({ allowance: allowance.id, facts: splitFacts(allowance) })));
  }

  /** Adds people as they are paid today. */
  add(entitlement: Entitlement, count: number): void {
    this.#present.add(entitlement, count);
  }

  /** The targets with their cost a year, which is a range if the split of the people is open. */
  list(wording: Pick<Wording, 'language'>): WireTarget[] {
    const plan = this.#plan;
    return Object.entries(plan.versions[0].policy.document.targets).map(([id, { title, clause, count: number, unit, by, costOf }]) => {
      const count = countOf(number, plan.readings);
      const { leastFen, mostFen, awaited } = targetCost(plan, costOf, count);
      const watched = this.#own.find((one) => one.id === id);
      return {
        id,
        title: say(title, wording),
        clause: clauseOf(clause, wording),
        count,
        ...(unit && { unit: say(unit, wording) }),
        by,
        costFrom: leastFen === null ? null : formatFen(leastFen),
        costTo: mostFen === null ? null : formatFen(mostFen),
        awaited: [...awaited],
        ...(watched && { costOf: watched.allowance.id }),
        ...(watched && watched.kinds.length <= MOST_KINDS && { kinds: this.#kindsOf(watched) }),
      };
    });
  }

  #kindsOf(watched: Watched): NonNullable<WireTarget['kinds']> {
    const present = this.#present.counts(watched.at, watched.kinds);
    return watched.kinds.map((kind, at) => ({
      facts: factsOf(watched, kind),
      present: Number(present[at]),
      yearly: kind.leastFen === null || kind.leastFen !== kind.mostFen || kind.awaited.length > 0 ? null : formatFen(kind.leastFen),
    }));
  }

  /** The targets that a scenario assumes met. @param at the index of the scenario */
  meet(at: number): MetTargets {
    const { plan, splits, watched } = this.#met[at] as Met;
    const costs = watched.map((one) => {
      const split = splits.get(one.id);
      const parts = split === AS_PRESENT ? splitAsPresent(one.kinds, this.#present.counts(one.at, one.kinds), one.count) : (split ?? null);
      // If it cannot be split as today, the cost is the range over all splits.
      const cost = parts ? costOfSplit(parts) : targetCost(plan, one.allowance.id, one.count);
      return { one, parts: parts ?? [], ...cost };
    });
    const amountsFen = new Map<string, bigint>();
    for (const { one, leastFen, mostFen } of costs) {
      const { id } = one.allowance;
      const all = costs.filter((other) => other.one.allowance.id === id);
      if (leastFen === null || all.some((other) => other.leastFen === null || other.leastFen !== other.mostFen) || mostFen !== leastFen)
        continue;
      amountsFen.set(
        id,
        all.reduce((sum, other) => sum + (other.leastFen ?? 0n), 0n),
      );
    }
    return {
      amountsFen,
      wire: costs.map(({ one, parts, leastFen, mostFen, awaited }) => ({
        target: one.id,
        allowance: one.allowance.id,
        count: one.count,
        split: parts.map((part) => wirePart(one, part)),
        costFrom: leastFen === null ? null : formatFen(leastFen),
        costTo: mostFen === null ? null : formatFen(mostFen),
        awaited: [...awaited],
      })),
    };
  }
}

function factsOf({ allowance }: Watched, { values }: TargetKind): Record<string, string | boolean> {
  return Object.fromEntries(splitFacts(allowance).map(({ id }, at) => [id, values[at] as string | boolean]));
}

function wirePart(watched: Watched, part: TargetPart): WireMetTarget['split'][number] {
  const { leastFen, mostFen } = costOfSplit([part]);
  return {
    facts: factsOf(watched, part.kind),
    count: Number(part.count),
    amount: leastFen === null || leastFen !== mostFen ? null : formatFen(leastFen),
  };
}

/** Totals of a scenario with targets met: the allowances of those targets are paid to the people of the targets instead. */
export function withTargets(plan: Plan, { byAllowance }: VariantFigures, { amountsFen }: MetTargets): bigint[] {
  return byAllowance.map((fen, row) => amountsFen.get((plan.rows[row] as CompiledAllowance).id) ?? fen);
}
