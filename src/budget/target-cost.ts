import { countMonths } from '../calendar/month-set.ts';
import { type Cap, CapRoom } from '../engine/cap-room.ts';
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

/** What one person who is paid an allowance all year costs, over every combination of the facts it rests on. */
interface YearlyRange {
  least: number | null;
  most: number | null;
  readonly awaited: Set<string>;
}

/** The ranges of a plan, each worked out once: many targets may ask for the same allowance. */
const RANGES = new WeakMap<CompiledAllowance, YearlyRange>();

/**
 * The range of what `count` people cost a year who are paid an allowance all year: over every combination of the facts it rests on.
 *
 * @param id the allowance, or `undefined` where the target has no rate
 */
export function targetCost(plan: Plan, id: string | undefined, count: number): TargetCost {
  const allowance = plan.allowances.find((one) => one.id === id);
  if (!allowance) return { leastFen: null, mostFen: null, awaited: [] };
  let range = RANGES.get(allowance);
  if (!range) {
    range = rangeOf(plan, allowance);
    RANGES.set(allowance, range);
  }
  const { least, most, awaited } = range;
  const times = (fen: number | null) => (fen === null || awaited.size > 0 ? null : BigInt(fen) * BigInt(count));
  return { leastFen: times(least), mostFen: times(most), awaited: [...awaited] };
}

function rangeOf(plan: Plan, allowance: CompiledAllowance): YearlyRange {
  const range: YearlyRange = { least: null, most: null, awaited: new Set() };
  try {
    const caps = capsOver(plan, allowance);
    for (const facts of combinations(plan, allowance)) price(allowance, facts, caps, range);
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
    range.least = null;
    range.most = null;
  }
  return range;
}

/** Adds what one kind of person costs a year, or what is awaited for them. */
function price(allowance: CompiledAllowance, facts: FactValue[], caps: readonly Cap[], range: YearlyRange): void {
  let fen = 0;
  const rooms = caps.map((cap) => new CapRoom(cap));
  const paid = Math.min(countMonths(allowance.months.set), allowance.months.atMost);
  for (let month = 0, left = paid; month < 12 && left > 0; month++) {
    if (!((allowance.months.set >> month) & 1)) continue;
    const row = { facts, start: month };
    if (!allowance.conditions.every((condition) => condition.judge(row) === HOLDS)) return;
    const found: Finding[] = [];
    const whole = allowance.amount.evaluate(row, found);
    for (const lack of found) if (lack.code === 'no-figure') range.awaited.add(lack.parameter);
    if (whole === NOT_KNOWN) return;
    const rate = rooms.reduce((left, room) => room.take(row, left), whole);
    if (allowance.rhythm.kind !== 'month') {
      fen = rate;
      break;
    }
    fen += rate;
    left--;
  }
  range.least = Math.min(fen, range.least ?? fen);
  range.most = Math.max(fen, range.most ?? fen);
}

/** The caps that the allowance stands under; here it has all of their room to itself. */
function capsOver({ versions }: Plan, allowance: CompiledAllowance): Cap[] {
  return versions.flatMap(({ allowances, caps }) => caps.filter(({ members }) => members.some((at) => allowances[at] === allowance)));
}

/** Every row of facts over the finite facts that the allowance reads: one row, filled in anew for each. */
function* combinations(plan: Plan, allowance: CompiledAllowance): Generator<FactValue[]> {
  const { dictionary } = plan.policy;
  const facts = allowance.facts.map((id) => factOf(dictionary, id));
  const row: FactValue[] = new Array(dictionary.facts.length).fill(null);
  function* fill(at: number): Generator<FactValue[]> {
    const fact = facts[at];
    if (!fact) {
      yield row;
      return;
    }
    for (const value of valuesOf(fact)) {
      row[fact.index] = value;
      yield* fill(at + 1);
    }
  }
  yield* fill(0);
}

function valuesOf(fact: Fact): FactValue[] {
  if (fact.type === 'enum') return Object.keys(fact.values);
  return fact.type === 'boolean' ? [true, false] : [null];
}
