import { type Dictionary, type Fact, type FactValue, factOf } from '../../facts/dictionary.ts';
import { decodeFact } from '../../facts/value.ts';
import { capSlot } from '../../words/cap.ts';
import { compileConditions } from '../../words/condition.ts';
import type { FactTest } from '../../words/grammar/fact-test.ts';
import { leastCode } from '../../words/grammar/number.ts';
import { amount, type ConditionNode, condition, type Slot } from '../../words/grammar/slots.ts';
import { HOLDS, unique } from '../../words/grammar/word.ts';
import { type Stand, visitSlot } from '../../words/stands.ts';
import type { Step } from '../reading/fault.ts';
import { type CheckContext, own } from './check.ts';
import { alternativesOf, optionsOf } from './conditions.ts';
import { pointsOf } from './points.ts';
import { nameOf, probeAmount, type Reached } from './probe.ts';
import { describeFacts } from './teacher.ts';

/** The maximum number of steps of all trials for one file. */
const MOST_STEPS = 2_000_000;

/**
 * Tries every allowance on every kind of teacher under every reading: wherever its conditions hold, each table has one cell and each match
 * one branch; and there is no cell, branch, alternative or option that nobody comes to.
 *
 * @returns the parameters that some teacher's amount comes to
 */
export function checkCoverage(context: CheckContext): ReadonlySet<string> {
  const parameters = new Set<string>();
  let left = MOST_STEPS;
  for (const payment of paymentsOf(context.document)) {
    left = checkPayment(context, payment, parameters, left);
    if (left < 0) {
      context.report(payment.at, 'too-complex', { maximum: MOST_STEPS });
      // what was not tried may still be used
      return new Set(context.parameters.keys());
    }
  }
  return parameters;
}

/** An amount and the condition under which it is asked for. */
interface Payment {
  readonly at: readonly Step[];
  readonly when: ConditionNode;
  readonly slot: Slot;
  readonly amount: unknown;
  readonly amountAt: readonly Step[];
}

const AMOUNT = amount();
const CONDITION = condition();

/** The amounts of allowances, and the caps across them, which must be there for everybody. */
function paymentsOf({ allowances, stacking }: CheckContext['document']): Payment[] {
  return [
    ...Object.entries(allowances).map(([id, { when, pays }]): Payment => {
      const at = ['allowances', id];
      return { at, when, slot: AMOUNT, amount: pays.amount, amountAt: [...at, 'pays', 'amount'] };
    }),
    ...stacking.flatMap(({ cap }, index): Payment[] => {
      const at = ['stacking', index];
      return cap === undefined ? [] : [{ at, when: 'always', slot: capSlot, amount: cap, amountAt: [...at, 'cap'] }];
    }),
  ];
}

function checkPayment(context: CheckContext, payment: Payment, parameters: Set<string>, budget: number): number {
  const { at, when, slot, amount: amountNode, amountAt } = payment;
  const reached: Reached = { parameters, branches: new Set(), gaps: new Map() };
  const alive = new Set<string>();
  const seen = new Map<string, readonly Step[]>();
  let holds = false;
  let left = budget;
  const work = weigh(when);
  const size = work + weigh(amountNode);
  for (const readings of combinations(context, payment)) {
    const settings = {
      dictionary: context.dictionary,
      year: 0,
      scales: [],
      figure: () => [],
      chosen: (reading: string) => readings.get(reading) ?? '',
    };
    const conditions = compileConditions(when, settings);
    const probed = probeAmount(context, slot, amountNode, amountAt, settings, reached);
    const options = optionsOf(when, [...at, 'when'], settings.chosen);
    const alternatives = alternativesOf(when, [...at, 'when'], settings);
    for (const { name, path } of [...options, ...alternatives]) seen.set(name, path);
    let never = true;
    const facts = unique([...conditions.flatMap((condition) => condition.facts), ...probed.facts]).map((one) =>
      factOf(context.dictionary, one),
    );
    left -= size;
    for (const row of rows(facts, context.dictionary, payment)) {
      left -= work;
      if (left < 0) return left;
      if (!conditions.every((condition) => condition.judge({ facts: row, start: 0 }) === HOLDS)) continue;
      left -= probed.size + alternatives.length;
      never = false;
      for (const { name, condition } of alternatives) if (condition.judge({ facts: row, start: 0 }) === HOLDS) alive.add(name);
      probed.probe(row, () => describe(context, facts, row, readings));
    }
    if (never) continue;
    holds = true;
    for (const { name } of options) alive.add(name);
  }
  const dead = [...seen].flatMap(([name, path]) => (alive.has(name) ? [] : [path]));
  reportDead(context, [...at, 'when'], holds, dead);
  for (const { path, code, params } of reached.gaps.values()) context.report(path, code, params);
  if (holds && reached.gaps.size === 0) reportBranches(context, payment, reached.branches);
  // what lies behind a gap, or would be paid if the condition were fixed, is not unused
  else for (const key of context.parameters.keys()) parameters.add(key);
  return left;
}

/** How many values a tree has: what it costs to judge it once. */
function weigh(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce<number>((total, part) => total + weigh(part), 1);
}

function reportDead(context: CheckContext, path: readonly Step[], holds: boolean, dead: readonly (readonly Step[])[]): void {
  if (!holds) context.report(path, 'never-holds');
  else for (const one of dead) context.report(one, typeof one.at(-1) === 'number' ? 'dead-alternative' : 'never-holds');
}

function reportBranches(context: CheckContext, { slot, amount: node, amountAt }: Payment, branches: ReadonlySet<string>): void {
  visitSlot(slot, node, amountAt, {
    byValue({ fact, node: parts, path }) {
      for (const value of Object.keys(parts)) {
        const branch = [...path, value];
        if (!branches.has(nameOf(branch))) context.report(branch, 'unreachable-branch', { value, fact });
      }
    },
    byBand({ fact, node: bands, path }) {
      for (const [index, { from }] of bands.entries()) {
        const branch = [...path, index];
        if (!branches.has(nameOf(branch))) context.report(branch, 'unreachable-branch', { value: String(from), fact });
      }
    },
    condition({ path }) {
      if (!branches.has(nameOf(path))) context.report(path, 'never-holds');
      return false;
    },
  });
}

function describe(context: CheckContext, facts: readonly Fact[], row: readonly FactValue[], readings: ReadonlyMap<string, string>) {
  const teacher = describeFacts(context.dictionary, new Map(facts.map((fact) => [fact.id, row[fact.index] ?? null])));
  return { ...teacher, readings: [...readings].map(([reading, option]) => `${reading}=${option}`) };
}

/** Every way to choose the options of the readings that a payment asks. */
function* combinations({ document }: CheckContext, { when, slot, amount: node }: Payment): Generator<ReadonlyMap<string, string>> {
  const readings = new Set<string>();
  const asking = { choice: ({ node: { reading } }: Stand<'choice'>) => readings.add(reading) };
  visitSlot(CONDITION, when, [], asking);
  visitSlot(slot, node, [], asking);
  const asked = [...readings];
  const chosen = new Map<string, string>();
  function* choose(depth: number): Generator<ReadonlyMap<string, string>> {
    const reading = asked[depth];
    if (reading === undefined) {
      yield chosen;
      return;
    }
    for (const option of Object.keys(own(document.readings, reading)?.options ?? {})) {
      chosen.set(reading, option);
      yield* choose(depth + 1);
    }
  }
  yield* choose(0);
}

/** Every combination of the values of some facts, laid out as a row; one array is used for all. */
function* rows(facts: readonly Fact[], dictionary: Dictionary, payment: Payment): Generator<readonly FactValue[]> {
  const row: FactValue[] = new Array(dictionary.facts.length).fill(null);
  const domains = facts.map((fact) => valuesOf(fact, payment));
  function* lay(depth: number): Generator<readonly FactValue[]> {
    const fact = facts[depth];
    if (!fact) {
      yield row;
      return;
    }
    for (const value of domains[depth] ?? []) {
      row[fact.index] = value;
      yield* lay(depth + 1);
    }
  }
  yield* lay(0);
}

/** The values of a fact that differ to the conditions of a payment, and one in each of its bands. */
function valuesOf(fact: Fact, { when, slot, amount: node }: Payment): FactValue[] {
  const tests: FactTest[] = [];
  const testing = {
    test: ({ fact: id, node: wanted }: Stand<'test'>) => id === fact.id && tests.push(wanted as FactTest),
    byBand({ fact: id, node: bands }: Stand<'byBand'>) {
      if (id !== fact.id) return;
      for (const { from } of bands) tests.push(decodeFact(fact, leastCode(from, fact)) as number | string);
    },
  };
  visitSlot(CONDITION, when, [], testing);
  visitSlot(slot, node, [], testing);
  return pointsOf(fact, tests);
}
