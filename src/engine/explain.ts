import { countMonths, listMonths } from '../calendar/month-set.ts';
import { type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { defaultOf } from '../facts/value.ts';
import type { Fen } from '../money/fen.ts';
import { type ItemNeed, unique } from '../words/grammar/word.ts';
import type { Entitlement, Item, PaidStretch } from './item.ts';
import { paidItem } from './items-paid.ts';
import type { CompiledAllowance, Plan } from './plan.ts';

/** A stretch of months with the same facts and the same rate; months × rate of all segments of a line sum to its amount. */
export interface Segment {
  /** First and last month of the stretch, 0 to 11. */
  readonly from: number;
  readonly to: number;
  /** How many of them are paid. */
  readonly months: number;
  readonly rateFen: Fen;
  /** The rate before a cap across allowances. */
  readonly uncappedFen?: Fen | undefined;
  /** What the allowances pay that the rate rests on. */
  readonly items: readonly (ItemNeed & { readonly fen: number })[];
  /** The facts that it depends on. */
  readonly facts: readonly (readonly [fact: Fact, value: FactValue])[];
}

/** How a line came about, in order of month. */
export function segmentsOf(plan: Plan, item: Item): Segment[] {
  const facts = factsOf(plan, item.allowance);
  const monthly = item.allowance.rhythm.kind === 'month';
  const segments: Segment[] = [];
  for (const stretch of item.paidStretches ?? []) {
    if (!monthly && stretch.paid === 0) continue;
    const segment = segmentOf(stretch, facts, item.allowance.amount.items ?? NONE, monthly);
    const last = segments.at(-1);
    if (last && last.to + 1 === segment.from && alike(last, segment)) {
      segments[segments.length - 1] = { ...last, to: segment.to, months: last.months + segment.months };
    } else {
      segments.push(segment);
    }
  }
  return segments;
}

const FACTS = new WeakMap<CompiledAllowance, readonly Fact[]>();

/** The facts that an allowance of a plan reads. */
function factsOf({ policy }: Plan, allowance: CompiledAllowance): readonly Fact[] {
  let facts = FACTS.get(allowance);
  if (!facts) {
    facts = allowance.facts.map((id) => factOf(policy.dictionary, id));
    FACTS.set(allowance, facts);
  }
  return facts;
}

const NONE: readonly never[] = [];

function segmentOf(
  { stretch, paid, rateFen, uncappedFen }: PaidStretch,
  facts: readonly Fact[],
  needs: readonly ItemNeed[],
  monthly: boolean,
): Segment {
  const [only = stretch.start] = monthly ? [] : listMonths(paid);
  return {
    from: monthly ? stretch.start : only,
    to: monthly ? stretch.end - 1 : only,
    months: countMonths(paid),
    rateFen,
    uncappedFen,
    items: needs.length === 0 ? NONE : needs.map((need) => ({ ...need, fen: paidItem(stretch, need)?.fen ?? 0 })),
    facts: facts.map((fact) => [fact, stretch.facts[fact.index] as FactValue]),
  };
}

function alike(a: Segment, b: Segment): boolean {
  return (
    a.rateFen === b.rateFen &&
    a.uncappedFen === b.uncappedFen &&
    a.items.every(({ fen }, index) => b.items[index]?.fen === fen) &&
    a.facts.every(([, value], index) => b.facts[index]?.[1] === value)
  );
}

/** Fen of a line in each of the twelve months. */
export function monthsOf(item: Item): number[] {
  const fen = new Array<number>(12).fill(0);
  for (const { paid, rateFen } of item.paidStretches ?? [])
    for (const month of listMonths(paid)) fen[month] = (fen[month] as number) + rateFen;
  return fen;
}

/** A fact with a default that the policy uses. */
export interface Assumable {
  readonly fact: Fact;
  readonly value: FactValue;
  /** The place of a fact that, where it is given, leaves nothing to assume; `null` where there is none. */
  readonly unless: number | null;
}

/** The facts that may have to be assumed under a plan. @param further facts beside those of the rules */
export function assumablesOf({ policy: { dictionary }, allowances }: Plan, further: readonly string[] = []): Assumable[] {
  const found = new Map<string, Assumable>();
  const add = (fact: Fact, unless: Fact | null) => {
    const value = defaultOf(fact);
    if (value !== null && !found.has(fact.id)) found.set(fact.id, { fact, value, unless: unless?.index ?? null });
    return value !== null;
  };
  for (const id of unique(['onPayroll', ...allowances.flatMap((allowance) => allowance.facts), ...further])) {
    const fact = factOf(dictionary, id);
    const place = fact.type === 'boolean' && fact.place ? fact.place : null;
    if (!place) add(fact, null);
    else {
      // Where the town is assumed, what follows from it is not.
      const [town, village] = [factOf(dictionary, place.town), factOf(dictionary, place.village)];
      add(village, fact);
      if (!add(town, fact)) add(fact, town);
    }
  }
  return [...found.values()];
}

/** Whether a fact was not given in some employed month in which the policy is in force, so that its default was used. */
export function isAssumed({ fact, unless }: Assumable, { stretches }: Entitlement, { versions: [{ ruled }] }: Plan): boolean {
  for (const { given, months } of stretches)
    if (given[fact.index] === null && (unless === null || given[unless] === null) && months & ruled) return true;
  return false;
}

/** Facts that the policy uses and that were not given in some month, with the default used instead. */
export function assumptionsOf(plan: Plan, entitlement: Entitlement): Assumable[] {
  return assumablesOf(plan).filter((one) => isAssumed(one, entitlement, plan));
}
