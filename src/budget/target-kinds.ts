import { countMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { type Cap, CapRoom } from '../engine/cap-room.ts';
import type { CompiledAllowance, Plan } from '../engine/plan.ts';
import { type Dictionary, type Fact, type FactValue, factOf } from '../facts/dictionary.ts';
import { AmountTooLargeError } from '../words/too-large.ts';
import { type Finding, HOLDS, NOT_KNOWN } from '../words/word.ts';

/** People who are paid an allowance alike, since the facts that its amount rests on are the same. */
export interface TargetKind {
  /** In the order of {@link splitFacts}. */
  readonly values: readonly (string | boolean)[];
  /** What one of them costs a year in fen, paid all year; a range where the amount rests on more than these facts. */
  readonly leastFen: number | null;
  readonly mostFen: number | null;
  /** Parameters that are awaited before that is known. */
  readonly awaited: readonly string[];
}

/** The facts with a few values that the amount of an allowance rests on: by these the people of a target are split. */
export function splitFacts({ amount, policy }: CompiledAllowance): Fact[] {
  return finiteFacts(amount.facts, policy);
}

/** The same with those that its conditions look at: what a row of a split may name. */
export function namedFacts({ facts, policy }: CompiledAllowance): Fact[] {
  return finiteFacts(facts, policy);
}

function finiteFacts(ids: readonly string[], { dictionary }: CompiledAllowance['policy']): Fact[] {
  return ids.map((id) => factOf(dictionary, id)).filter(({ type }) => type === 'enum' || type === 'boolean');
}

/** What the people of a kind are known by. @param values of the facts of {@link splitFacts}, in their order */
export function kindName(values: readonly FactValue[]): string {
  return JSON.stringify(values);
}

/** The kinds of each allowance of a plan, worked out once: many targets may ask for the same allowance. */
const KINDS = new WeakMap<CompiledAllowance, readonly TargetKind[]>();

/** Every kind of people who can be paid an allowance, in the order of the dictionary. */
export function kindsOf(plan: Plan, allowance: CompiledAllowance): readonly TargetKind[] {
  let kinds = KINDS.get(allowance);
  if (!kinds) {
    kinds = listKinds(plan, allowance);
    KINDS.set(allowance, kinds);
  }
  return kinds;
}

interface Range {
  readonly values: readonly (string | boolean)[];
  least: number | null;
  most: number | null;
  readonly awaited: Set<string>;
}

function listKinds(plan: Plan, allowance: CompiledAllowance): readonly TargetKind[] {
  const split = splitFacts(allowance);
  const ranges = new Map<string, Range>();
  try {
    const caps = capsOver(plan, allowance);
    for (const facts of combinations(plan.policy.dictionary, allowance)) {
      const values = split.map(({ index }) => facts[index] as string | boolean);
      const name = kindName(values);
      const range = ranges.get(name) ?? { values, least: null, most: null, awaited: new Set() };
      ranges.set(name, range);
      price(allowance, facts, plan.versions[0].ruled, caps, range);
    }
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
    return [];
  }
  return [...ranges.values()]
    .filter(({ least, awaited }) => least !== null || awaited.size > 0)
    .map(({ values, least, most, awaited }) => ({ values, leastFen: least, mostFen: most, awaited: [...awaited] }));
}

/** Adds what one person of these facts costs a year, in the months in which a policy is in force, or what is awaited for them. */
function price(allowance: CompiledAllowance, facts: FactValue[], ruled: MonthSet, caps: readonly Cap[], range: Range): void {
  let fen = 0;
  const rooms = caps.map((cap) => new CapRoom(cap));
  const months = allowance.months.set & ruled;
  const paid = Math.min(countMonths(months), allowance.months.atMost);
  const holdsIn = (start: number) => allowance.conditions.every((condition) => condition.judge({ facts, start }) === HOLDS);
  if (months === NO_MONTHS && !holdsIn(0)) return;
  for (let month = 0, left = paid; month < 12 && left > 0; month++) {
    if (!((months >> month) & 1)) continue;
    const row = { facts, start: month };
    if (!holdsIn(month)) return;
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
function* combinations(dictionary: Dictionary, allowance: CompiledAllowance): Generator<FactValue[]> {
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
