import { factOf } from '../../facts/dictionary.ts';
import { capSlot } from '../../words/cap.ts';
import { lateSlot, penaltySlot } from '../../words/claim.ts';
import { compileConditions } from '../../words/condition.ts';
import { amount, type ConditionNode, condition, mapping, type Slot } from '../../words/grammar/slots.ts';
import { HOLDS, unique } from '../../words/grammar/word.ts';
import { visitSlot } from '../../words/stands.ts';
import { ALLOWANCE } from '../document/slots.ts';
import type { Step } from '../reading/fault.ts';
import { casesOf, checkCases } from './cases.ts';
import type { CheckContext } from './check.ts';
import { alternativesOf, optionsOf } from './conditions.ts';
import { combinations, describe, type Effort, rows, settingsOf, weigh, withCases } from './kinds.ts';
import { nameOf, probeAmount, type Reached } from './probe.ts';

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
  const effort: Effort = { left: MOST_STEPS, known: new Map() };
  const trials = [
    ...casesOf(context.document).map((one) => ({ at: one.at, run: () => checkCases(context, one, effort) })),
    ...paymentsOf(context.document).map((one) => ({ at: one.at, run: () => checkPayment(context, one, parameters, effort) })),
  ];
  for (const { at, run } of trials) {
    run();
    if (effort.left >= 0) continue;
    context.report(at, 'too-complex', { maximum: MOST_STEPS });
    // what was not tried may still be used
    return new Set(context.parameters.keys());
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

/** What depends on the person beside the conditions: the amount, and what each source bears of it. */
const PAYMENT = mapping({ pays: mapping({ amount: amount() }), funding: ALLOWANCE.funding });
const AMOUNT = amount();
const CONDITION = condition();

/** The amounts of allowances with their funding, those of claims, and the caps across allowances, which must be there for everybody. */
function paymentsOf({ allowances, claims, stacking }: CheckContext['document']): Payment[] {
  return [
    ...Object.entries(allowances).map(([id, { when, pays, funding }]): Payment => {
      const at = ['allowances', id];
      return { at, when, slot: PAYMENT, amount: { pays: { amount: pays.amount }, funding }, amountAt: at };
    }),
    ...Object.entries(claims).flatMap(([id, { when, owes, penalty, late }]): Payment[] => {
      const at = ['claims', id];
      const parts = [
        { key: 'owes', slot: AMOUNT, amount: owes },
        { key: 'penalty', slot: penaltySlot, amount: penalty },
        { key: 'late', slot: lateSlot, amount: late },
      ];
      return parts.flatMap(({ key, ...part }) => (part.amount === undefined ? [] : [{ at, when, ...part, amountAt: [...at, key] }]));
    }),
    ...stacking.flatMap(({ cap }, index): Payment[] => {
      const at = ['stacking', index];
      return cap === undefined ? [] : [{ at, when: 'always', slot: capSlot, amount: cap, amountAt: [...at, 'cap'] }];
    }),
  ];
}

function checkPayment(context: CheckContext, payment: Payment, parameters: Set<string>, effort: Effort): void {
  const { at, when, slot, amount: amountNode, amountAt } = payment;
  const reached: Reached = { parameters, branches: new Set(), gaps: new Map() };
  const alive = new Set<string>();
  const seen = new Map<string, readonly Step[]>();
  let holds = false;
  const work = weigh(when);
  const size = work + weigh(amountNode);
  const parts = withCases(context, [
    { slot: CONDITION, node: when },
    { slot, node: amountNode },
  ]);
  for (const readings of combinations(context, parts)) {
    const settings = settingsOf(context, readings);
    const conditions = compileConditions(when, settings);
    const probed = probeAmount(context, slot, amountNode, amountAt, settings, reached);
    const options = optionsOf(when, [...at, 'when'], settings.chosen);
    const alternatives = alternativesOf(when, [...at, 'when'], settings);
    for (const { name, path } of [...options, ...alternatives]) seen.set(name, path);
    let never = true;
    const facts = unique([...conditions.flatMap((condition) => condition.facts), ...probed.facts]).map((one) =>
      factOf(context.dictionary, one),
    );
    effort.left -= size;
    for (const row of rows(context, facts, parts, settings, effort)) {
      effort.left -= work;
      if (effort.left < 0) return;
      if (!conditions.every((condition) => condition.judge({ facts: row, start: 0 }) === HOLDS)) continue;
      effort.left -= probed.size + alternatives.length;
      never = false;
      for (const { name, condition } of alternatives) if (condition.judge({ facts: row, start: 0 }) === HOLDS) alive.add(name);
      probed.probe(row, () => describe(context, facts, row, readings));
    }
    if (effort.left < 0) return;
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
