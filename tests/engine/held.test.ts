import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/engine/columns/held.ts';
import { type Layout, layOut } from '../../src/engine/columns/layout.ts';
import { compileTables } from '../../src/engine/columns/tables.ts';
import { type CompiledAllowance, type Plan, planRun, type Version } from '../../src/engine/plan.ts';
import type { Rhythm } from '../../src/engine/rhythm.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import type { Amount, FactRow } from '../../src/words/grammar/word.ts';
import { documentOf } from '../words/word-file.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const plan = planRun(policy, { year: 2025, readings: {}, parameters: {} });
const [version] = plan.versions;

const isHeld = (changed: Plan): boolean => {
  const layout = layOut([plan]);
  return layout !== null && compileTables(changed, layout) !== null;
};
const withVersion = (changes: object): Plan => {
  const other = { ...version, ...changes } as Version;
  return { ...plan, versions: [other], allowances: other.allowances };
};
/** The plan with other fields of its first allowance that is so. */
const withAllowance = (
  changesOf: (allowance: CompiledAllowance) => object,
  isSo: (one: CompiledAllowance) => boolean = () => true,
): Plan => {
  const at = version.allowances.findIndex(isSo);
  const allowance = version.allowances[at] as CompiledAllowance;
  return withVersion({ allowances: version.allowances.with(at, { ...allowance, ...changesOf(allowance) }) });
};
/** Facts that take more bits of the word than the key of a table has. */
const tooMany = (layOut([plan])?.fields ?? []).filter(({ shift }) => shift <= 12).map(({ fact }) => fact.id);
const NEW = { fieldOfTomorrow: 1 };
/** An amount that comes to something else. */
const withChange = (amount: Amount, change: (fen: number, row: FactRow) => number) => ({
  amount: { ...amount, evaluate: (row, found) => change(amount.evaluate(row, found), row) } satisfies Amount,
});
const hasShare = ({ amount }: CompiledAllowance) => Boolean(amount.share);
const isOnce = ({ rhythm }: CompiledAllowance) => rhythm.kind === 'dated';

describe('what tables hold', () => {
  it('has to be said of every field before it compiles, of every member of a union', () => {
    type Known = { kind: 'a'; a: number } | { kind: 'b'; b?: number };
    const answers: Answers<Known, null> = { kind: () => true, a: (value) => value === 1, b: (value) => value === undefined };
    // @ts-expect-error `b` has no answer
    const open: Answers<Known, null> = { kind: () => true, a: () => true };
    expect([answers, open]).toHaveLength(2);
  });

  it('is all of a plan of the bundled policy', () => {
    expect(isHeld(plan)).toBe(true);
    expect(isHeld(withVersion({}))).toBe(true);
    expect(isHeld(withAllowance(() => ({})))).toBe(true);
    expect(isHeld(withAllowance(({ node }) => ({ node: { ...node, starts: undefined } })))).toBe(true);
  });

  it.each<[string, Plan]>([
    ['a plan', { ...plan, ...NEW } as Plan],
    ['a version', withVersion(NEW)],
    ['an allowance', withAllowance(() => NEW)],
    ['its node', withAllowance(({ node }) => ({ node: { ...node, ...NEW } }))],
    ['what it pays', withAllowance(({ node }) => ({ node: { ...node, pays: { ...node.pays, ...NEW } } }))],
    ['its rhythm', withAllowance(({ rhythm }) => ({ rhythm: { ...rhythm, ...NEW } }))],
    ['a rhythm at a date', withAllowance(({ rhythm }) => ({ rhythm: { ...rhythm, ...NEW } }), isOnce)],
    ['a condition', withAllowance(({ conditions: [first, ...others] }) => ({ conditions: [{ ...first, ...NEW }, ...others] }))],
    ['its amount', withAllowance(({ amount }) => ({ amount: { ...amount, ...NEW } }))],
    ['its months', withAllowance(({ months }) => ({ months: { ...months, ...NEW } }))],
    ['its limits', withAllowance(({ limits }) => ({ limits: { ...limits, ...NEW } }))],
  ])('is not %s with a field that nobody has answered for', (_title, changed) => {
    expect(isHeld(changed)).toBe(false);
  });

  it.each<[string, Plan]>([
    ['two versions', { ...plan, versions: [version, version] }],
    ['a version of another policy', withVersion({ policy: { ...policy } })],
    ['a year that is not in force all through', withVersion({ inForce: 0b111 })],
    ['a year that no version rules all through', withVersion({ ruled: 0b111 })],
    ['allowances of which the largest is paid', withVersion({ stacks: [{ members: [0, 1] }] })],
    ['a cap', withVersion({ caps: [{ members: [0], period: 'year', limit: version.allowances[0]?.amount }] })],
    ['a figure that changes in the year', withVersion({ breaks: [6] })],
    ['an allowance that another version counts for', withAllowance(() => ({ counted: 0b111 }))],
    ['an allowance of another policy', withAllowance(() => ({ policy: { ...policy } }))],
    [
      'an amount that is not the share that it says',
      withAllowance(({ amount }) => ({ amount: { ...amount, evaluate: () => 7 } }), hasShare),
    ],
    [
      'an amount that is that share in some months',
      withAllowance(({ amount }) => withChange(amount, (fen, { start }) => (start > 0 ? 7 : fen)), hasShare),
    ],
    [
      'an amount that is that share of small numbers',
      withAllowance(({ amount }) => withChange(amount, (fen) => Math.min(fen, 100)), hasShare),
    ],
    ['a start', withAllowance(({ limits }) => ({ limits: { ...limits, facts: ['arrivedOn'] } }))],
    ['several sums at a date', withAllowance(({ rhythm }) => ({ rhythm: { ...rhythm, count: 3 } as Rhythm }), isOnce)],
    ['a sum years after its date', withAllowance(({ rhythm }) => ({ rhythm: { ...rhythm, after: 1 } as Rhythm }), isOnce)],
    ['a start in its node', withAllowance(({ node }) => ({ node: { ...node, starts: { after: 'arrivedOn' } } }))],
    ['what rests on more values than a table has room for', withAllowance(() => ({ facts: tooMany }))],
    ['a condition by a number', withAllowance(({ conditions }) => ({ conditions: [{ ...conditions[0], facts: ['payStep'] }] }))],
  ])('is not %s', (_title, changed) => {
    expect(isHeld(changed)).toBe(false);
  });

  /** Whether tables hold a policy that pays this every month. */
  function isHeldAlone(amount: string): boolean {
    const document = documentOf({
      example: `pays: {every: month, amount: ${amount}}`,
      parameters: { most: { unit: 'yuan', period: 'month', value: '999999999999.99' } },
      cases: [],
    });
    const one = planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });
    return compileTables(one, layOut([one]) as Layout) !== null;
  }

  it('is not what comes to more than an amount may', () => {
    const sumOf = (times: number) => `{combine: sum, of: [${Array(times).fill('{parameter: most}')}]}`;
    expect(isHeldAlone(sumOf(3))).toBe(true);
    expect(isHeldAlone(sumOf(4))).toBe(false);
  });

  it('is not what may come to more by the numbers of a person', () => {
    expect(isHeldAlone('{rest: {fact: monthlySalary}, less: {parameter: most}}')).toBe(true);
    expect(isHeldAlone('{combine: sum, of: [{fact: monthlySalary}, {fact: payStepIncrement}]}')).toBe(false);
  });
});
