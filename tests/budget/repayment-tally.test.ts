import { describe, expect, it } from 'vitest';
import { RepaymentTally } from '../../src/budget/repayment-tally.ts';
import type { Entitlement } from '../../src/engine/item.ts';
import { type CompiledAllowance, planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const once = '{at: recruitedOn, amount: {parameter: rate}, service: {years: 5, repay: all}}';
const document = documentOf({
  example: `allowances: {settling: {pays: ${once}}, talent: {pays: ${once}}, moving: {pays: ${once}}}`,
  policy: { parameters: { rate: { unit: 'yuan', period: 'once', value: '100' } } },
  cases: [],
});
const plan = planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });

/** Someone who owes these amounts, in fen. */
function owing(...debts: [allowance: string, amountFen: number][]): Entitlement {
  const repayments = debts.map(([id, amountFen]) => ({
    allowance: plan.allowances.find((one) => one.id === id) as CompiledAllowance,
    amountFen,
  }));
  return { repayments } as unknown as Entitlement;
}

describe('what people owe back', () => {
  it('is nothing where nobody owes anything', () => {
    const tally = new RepaymentTally();
    tally.add(owing(), 3);
    expect(tally.close(plan)).toEqual({ amountFen: 0n, headcount: 0, byAllowance: [] });
  });

  it('adds up by allowance, in the order of the policy, and counts everyone once', () => {
    const tally = new RepaymentTally();
    tally.add(owing(['moving', 100], ['settling', 20], ['settling', 5]), 2);
    tally.add(owing(['talent', 3], ['moving', 1]), 1);
    const { amountFen, headcount, byAllowance } = tally.close(plan);
    expect([amountFen, headcount]).toEqual([254n, 3]);
    expect(byAllowance.map((one) => [one.allowance.id, one.headcount, one.amountFen])).toEqual([
      ['settling', 2, 50n],
      ['talent', 1, 3n],
      ['moving', 3, 201n],
    ]);
  });
});
