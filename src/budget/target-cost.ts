import type { Plan } from '../engine/plan.ts';
import { kindsOf } from './target-kinds.ts';

/** What it would cost a year to meet a target: a range where the text leaves the split of the people open. */
export interface TargetCost {
  /** Fen a year; both `null` where nothing has a rate or a figure is undetermined. */
  readonly leastFen: bigint | null;
  readonly mostFen: bigint | null;
  /** Undetermined parameters on which the range depends. */
  readonly awaited: readonly string[];
}

/**
 * The range of what `count` people cost a year who are paid an allowance all year: over every combination of the facts it depends on.
 *
 * @param id the allowance, or `undefined` where the target has no rate
 */
export function targetCost(plan: Plan, id: string | undefined, count: number): TargetCost {
  const allowance = plan.allowances.find((one) => one.id === id);
  if (!allowance) return { leastFen: null, mostFen: null, awaited: [] };
  const kinds = kindsOf(plan, allowance);
  const awaited = [...new Set(kinds.flatMap((kind) => kind.awaited))];
  const known = (fen: readonly (number | null)[]) => fen.filter((one) => one !== null);
  const times = (fen: number | undefined) => (fen === undefined || awaited.length > 0 ? null : BigInt(fen) * BigInt(count));
  return {
    leastFen: times(known(kinds.map(({ leastFen }) => leastFen)).toSorted((a, b) => a - b)[0]),
    mostFen: times(known(kinds.map(({ mostFen }) => mostFen)).toSorted((a, b) => b - a)[0]),
    awaited,
  };
}
