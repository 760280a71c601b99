import type { Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import type { Fact } from '../facts/dictionary.ts';
import { apportion } from '../money/apportion.ts';
import { kindName, kindsOf, type TargetKind } from './target-kinds.ts';

/** Counts the people who are paid some allowances now, kind by kind; a cohort counts as many times as it has people. */
export class PresentKinds {
  readonly #watched: readonly { readonly allowance: string; readonly facts: readonly Fact[]; readonly counts: Map<string, bigint> }[];

  /** @param watched an allowance, and the facts by which its people are split */
  constructor(watched: readonly { readonly allowance: string; readonly facts: readonly Fact[] }[]) {
    this.#watched = watched.map((one) => ({ ...one, counts: new Map() }));
  }

  /** A person who changes during the year belongs to the kind of the last paid months. */
  add({ items }: Entitlement, count: number): void {
    for (const { allowance, facts, counts } of this.#watched) {
      const paid = items.flatMap((item) => (item.allowance.id === allowance ? (item.paidStretches ?? []) : []));
      const last = paid
        .filter((stretch) => stretch.paid !== 0 && stretch.rateFen > 0)
        .sort((a, b) => a.stretch.start - b.stretch.start)
        .at(-1);
      if (!last) continue;
      const name = kindName(facts.map(({ index }) => last.stretch.facts[index] ?? null));
      counts.set(name, (counts.get(name) ?? 0n) + BigInt(count));
    }
  }

  /** How many people are paid now, for each of some kinds. @param at the place of what is watched */
  counts(at: number, kinds: readonly TargetKind[]): bigint[] {
    return kinds.map(({ values }) => this.#watched[at]?.counts.get(kindName(values)) ?? 0n);
  }
}

/** A number of people of one kind. */
export interface TargetPart {
  readonly kind: TargetKind;
  readonly count: bigint;
}

/**
 * The people of a target, split in proportion to those of today: by the largest remainder, with ties to the earlier kind. `null` if there
 * is nobody today.
 */
export function splitAsPresent(kinds: readonly TargetKind[], present: readonly bigint[], count: number): TargetPart[] | null {
  const all = present.reduce((sum, people) => sum + people, 0n);
  if (all === 0n) return null;
  const total = BigInt(count);
  const parts = apportion(
    present.map((people) => people * total),
    all,
    total,
  );
  return kinds.map((kind, at) => ({ kind, count: parts[at] as bigint })).filter((part) => part.count > 0n);
}

/** What the people of a target cost a year, once it is known of every one of them. */
export interface SplitCost {
  /** Fen a year; both `null` while a figure is undetermined or an amount unknown. */
  readonly leastFen: bigint | null;
  readonly mostFen: bigint | null;
  readonly awaited: readonly string[];
}

/** Adds up what the parts of a target cost a year. */
export function costOfSplit(parts: readonly TargetPart[]): SplitCost {
  const there = parts.filter(({ count }) => count > 0n);
  const awaited = [...new Set(there.flatMap(({ kind }) => kind.awaited))];
  const isKnown = awaited.length === 0 && there.every(({ kind }) => kind.leastFen !== null);
  const sumOf = (end: 'leastFen' | 'mostFen') => there.reduce((sum, { kind, count }) => sum + BigInt(kind[end] ?? 0) * count, 0n);
  return { leastFen: isKnown ? sumOf('leastFen') : null, mostFen: isKnown ? sumOf('mostFen') : null, awaited };
}

/** The allowance by which a target is priced, with the kinds of its people; `null` where the target has no rate. */
export function kindsOfTarget(
  plan: Plan,
  costOf: string | undefined,
): { allowance: Plan['rows'][number]; kinds: readonly TargetKind[] } | null {
  const allowance = plan.allowances.find(({ id }) => id === costOf);
  return allowance ? { allowance, kinds: kindsOf(plan, allowance) } : null;
}
