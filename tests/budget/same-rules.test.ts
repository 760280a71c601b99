import { describe, expect, it } from 'vitest';
import { sameRules } from '../../src/budget/same-rules.ts';
import { planRun, type RunSettings } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const EXAMPLE = `
allowances:
  meal: {pays: {every: month, amount: {parameter: meal/rate}}, when: {area: urban}, months: some}
  post: {pays: {every: month, amount: {parameter: post/rate}}, starts: {after: arrivedOn, from: next-month}}
  title: {pays: {every: month, amount: {parameter: title/rate}}}
  step: {pays: {every: month, amount: {scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStepIncrement}}}
  host: {pays: {every: month, amount: {combine: {reading: how}, of: [{parameter: host/rate}, {fact: payStepIncrement}]}}}
stacking:
  - {allowances: [post, title], keep: largest}
months: {every: all, some: {except: [7, 8]}}
readings:
  how: {default: larger, options: {larger: {zh: 大, en: L}, smaller: {zh: 小, en: S}}}
parameters:
  meal/rate: {unit: yuan, period: month, value: "100"}
  post/rate: {unit: yuan, period: month, value: "200"}
  title/rate: {unit: yuan, period: month, value: "300"}
  host/rate: {unit: yuan, period: month, value: "400"}
`;

function plan(example: string, settings: Partial<RunSettings> = {}) {
  const document = documentOf({ example, policy: {}, cases: [] });
  return planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {}, ...settings });
}

const ALL = ['meal', 'post', 'title', 'step', 'host'];
/** The allowances whose rules are others than those of the example. */
function changed(example: string, settings: Partial<RunSettings> = {}): string[] {
  const isSame = sameRules(plan(EXAMPLE), plan(example, settings));
  // Asked twice, since what is known of an allowance is kept.
  return ALL.filter((id) => !isSame(id) && !isSame(id));
}

describe('the rules of an allowance', () => {
  it('are the same where nothing differs', () => expect(changed(EXAMPLE)).toEqual([]));

  it.each([
    ['who is entitled', 'when: {area: urban}', 'when: {area: rural}', ['meal']],
    ['the months', 'months: some}', 'months: every}', ['meal']],
    ['what the policy calls its months', 'except: [7, 8]', 'except: [7]', ALL],
    ['the amount', 'amount: {parameter: meal/rate}', 'amount: {parameter: host/rate}', ['meal']],
    ['a start, and with it what it is ranked with', 'from: next-month', 'from: same-month', ['post', 'title']],
    ['a ranking', 'keep: largest', 'keep: all', ['post', 'title']],
    ['what is in a ranking', '[post, title]', '[post, title, host]', ['post', 'title', 'host']],
  ])('differ with %s', (_what, from, to, ids) => {
    expect(EXAMPLE).toContain(from);
    expect(changed(EXAMPLE.replace(from, to))).toEqual(ids);
  });

  it('differ with the figures that they name', () => {
    expect(changed(EXAMPLE, { parameters: { 'meal/rate': '101' } })).toEqual(['meal']);
    expect(changed(EXAMPLE, { parameters: { 'title/rate': '101' } })).toEqual(['post', 'title']);
  });

  it('differ with a reading that they rest on', () => {
    expect(changed(EXAMPLE, { readings: { how: 'smaller' } })).toEqual(['host']);
  });

  it('differ with the pay scales where a step is looked up in them', () => {
    const payScales = [{ id: 'ours', from: 2025 * 12, last: 14, steps: new Map([[13, 60_000]]) }] as unknown as RunSettings['payScales'];
    expect(changed(EXAMPLE, payScales ? { payScales } : {})).toEqual(['step']);
  });
});
