import { countMonths } from '../calendar/month-set.ts';
import type { CompiledAllowance, Plan } from '../engine/plan.ts';
import { type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { AmountTooLargeError } from '../words/too-large.ts';
import { type Finding, HOLDS, NOT_KNOWN } from '../words/word.ts';

/** What it would cost a year to meet a target: a range where the text leaves the split of the people open. */
export interface TargetCost {
  /** Fen a year; both `null` where nothing has a rate or a figure is awaited. */
  readonly leastFen: bigint | null;
  readonly mostFen: bigint | null;
  /** Parameters that are awaited before the range is known. */
  readonly awaited: readonly string[];
}

/**
 * The range of what `count` people cost a year who are paid an allowance all year: over every combination of the facts it rests on.
 *
 * @param id the allowance, or `undefined` where the target has no rate
 */
export function targetCost(plan: Plan, id: string | undefined, count: number): TargetCost {
  const allowance = plan.allowances.find((one) => one.id === id);
  if (!allowance) return { leastFen: null, mostFen: null, awaited: [] };
  const yearly = new Set<number>();
  const awaited = new Set<string>();
  try {
    for (const facts of combinations(plan, allowance)) price(allowance, facts, yearly, awaited);
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
    yearly.clear();
  }
  const known = awaited.size === 0 && yearly.size > 0;
  const times = BigInt(count);
  return {
    leastFen: known ? BigInt(Math.min(...yearly)) * times : null,
    mostFen: known ? BigInt(Math.max(...yearly)) * times : null,
    awaited: [...awaited],
  };
}

/** Adds what one kind of person costs a year, or what is awaited for them. */
function price(allowance: CompiledAllowance, facts: FactValue[], yearly: Set<number>, awaited: Set<string>): void {
  let fen = 0;
  const paid = Math.min(countMonths(allowance.months.set), allowance.months.atMost);
  for (let month = 0, left = paid; month < 12 && left > 0; month++) {
    if (!((allowance.months.set >> month) & 1)) continue;
    const row = { facts, start: month };
    if (!allowance.conditions.every((condition) => condition.judge(row) === HOLDS)) return;
    const found: Finding[] = [];
    const rate = allowance.amount.evaluate(row, found);
    for (const lack of found) if (lack.code === 'no-figure') awaited.add(lack.parameter);
    if (rate === NOT_KNOWN) return;
    if (allowance.rhythm.kind !== 'month') {
      fen = rate;
      break;
    }
    fen += rate;
    left--;
  }
  yearly.add(fen);
}

/** Every row of facts over the finite facts that the allowance reads. */
function combinations(plan: Plan, allowance: CompiledAllowance): FactValue[][] {
  const { dictionary } = plan.policy;
  const empty: FactValue[] = new Array(dictionary.facts.length).fill(null);
  return allowance.facts
    .map((id) => factOf(dictionary, id))
    .reduce<FactValue[][]>((rows, fact) => rows.flatMap((row) => valuesOf(fact).map((value) => row.with(fact.index, value))), [empty]);
}

function valuesOf(fact: Fact): FactValue[] {
  if (fact.type === 'enum') return Object.keys(fact.values);
  return fact.type === 'boolean' ? [true, false] : [null];
}
