import { describe, expect, it } from 'vitest';
import { layOut, shareColumns } from '../../src/engine/columns/layout.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const planOf = (settings: object): Plan => planRun(jinfeng, { year: 2025, readings: {}, parameters: {}, ...settings });

describe('columns of people', () => {
  const places = { resettlement: [{ town: '良田镇' }] };
  const plan = planOf({ places });

  it.each([
    ['another reading', { readings: { 'payment-months': 'first-ten' }, places }],
    ['another figure', { parameters: { 'meal/urban': '181' }, places }],
    ['another pay scale', { payScales: [], places }],
  ])('are right for %s', (_title, settings) => {
    expect(shareColumns(plan, planOf(settings))).toBe(true);
  });

  it.each([
    ['another year', planOf({ year: 2024, places })],
    ['other places', planOf({ places: { ...places } })],
    ['no places of its own', planOf({})],
    ['another policy', { ...plan, policy: { ...jinfeng } }],
  ])('are not for %s', (_title, other) => {
    expect(shareColumns(plan, other)).toBe(false);
  });
});

describe('the layout of columns', () => {
  /** Of allowances that pay these, each `when` and `pays`. */
  function layoutOf(...rules: readonly string[]) {
    const document = documentOf({
      example: `allowances: {${rules.map((rule, at) => `p${at}: {${rule}}`).join(', ')}}`,
      parameters: {
        rate: { unit: 'yuan', period: 'month', value: '100' },
        sum: { unit: 'yuan', period: 'year', value: '100' },
      },
      policy: {},
      cases: [],
    });
    return layOut([planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} })]);
  }

  const rate = 'pays: {every: month, amount: {parameter: rate}}';
  const yearly = `when: {assessment: [passed]}, pays: {every: year, amount: {parameter: sum}}`;
  const counted = 'when: {degree: [masters]}, pays: {every: month, amount: {fact: monthlySalary}}';

  it('has the facts of monthly rates first, so that few bits decide them', () => {
    const layout = layoutOf(yearly, `when: {area: [urban]}, ${rate}`, counted, `when: {commute: [near]}, ${rate}`);
    expect(layout?.fields.map(({ fact }) => fact.id)).toEqual(['area', 'commute', 'assessment', 'degree']);
    expect(layout?.measures.map(({ id }) => id)).toEqual(['monthlySalary']);
  });

  it('has each fact once, in bits that follow each other', () => {
    const layout = layoutOf(`when: {area: [urban]}, ${rate}`, `when: {area: [rural], principal: true}, ${rate}`);
    const [area, principal] = layout?.fields ?? [];
    expect(layout?.fields).toHaveLength(2);
    expect(area?.shift).toBe(0);
    expect(principal?.shift).toBe(32 - Math.clz32(area?.mask ?? 0));
  });
});
