import { describe, expect, it } from 'vitest';
import { ClaimTally, takenBack } from '../../src/budget/claim-tally.ts';
import type { CompiledClaim } from '../../src/engine/compiled-claim.ts';
import type { Claim } from '../../src/engine/item.ts';
import { planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const once = '{pays: {at: recruitedOn, amount: {parameter: rate}}}';
const back = (id: string) => `{at: leftOn, service: {from: recruitedOn, years: 5}, owes: {paid: ${id}}}`;
const both = '{at: leftOn, service: {from: recruitedOn, years: 5}, owes: {combine: sum, of: [{paid: settling}, {paid: moving}]}}';
const document = documentOf({
  example: `{allowances: {settling: ${once}, moving: ${once}}, claims: {settled: ${back('settling')}, moved: ${back('moving')}, fine: {at: leftOn, owes: {parameter: rate}}, both: ${both}, unserved: {at: leftOn, owes: {paid: settling}}}}`,
  policy: { parameters: { rate: { unit: 'yuan', period: 'once', value: '100' } } },
  cases: [],
});
const plan = planRun(readPolicy(document, 'words', dictionary), { year: 2025, readings: {}, parameters: {} });
const claims = plan.claiming.flatMap((version) => version.claims);

/** Someone who owes these sums, in fen, with a penalty of 1; `null` is not known. */
function owing(...debts: [claim: string, owedFen: number | null][]): { claims: readonly Claim[] } {
  return {
    claims: debts.map(([id, owedFen]): Claim => {
      const claim = claims.find((one) => one.id === id) as CompiledClaim;
      const amountFen = owedFen === null ? null : owedFen + 1;
      const none = { date: '2025-06-30', month: 5, served: null, paid: [], penaltyFen: 1, lateFen: null, lateDays: null, figures: [] };
      return {
        claim,
        owedFen,
        amountFen,
        missing: owedFen === null ? [{ input: { code: 'fact', fact: 'recruitedOn' }, months: 1 }] : [],
        ...none,
      };
    }),
  };
}

describe('a claim that takes back what one allowance has paid', () => {
  it.each([
    ['settled', 'settling'],
    ['moved', 'moving'],
    ['fine', null],
    ['both', null],
    ['unserved', null],
  ])('of %s is %s', (claim, allowance) => {
    expect(takenBack(owing([claim, 1]).claims[0] as Claim)).toBe(allowance);
  });
});

describe('what people owe', () => {
  it('counts a person once who owes twice by one claim, and everybody of whom the same is missing', () => {
    const tally = new ClaimTally();
    tally.add(owing(['settled', 4], ['settled', 6]), 3);
    tally.add(owing(['moved', null]), 2);
    tally.add(owing(['moved', null], ['fine', null]), 1);
    tally.add(owing(['settled', null]), 5);
    const { byClaim, byAllowance, missing } = tally.close(plan);
    expect(byClaim.map((one) => [one.claim.id, one.headcount, one.openHeadcount, one.amountFen])).toEqual([
      ['settled', 3, 5, 36n],
      ['moved', 0, 3, 0n],
      ['fine', 0, 1, 0n],
    ]);
    expect(byAllowance.map((one) => [one.allowance, one.headcount, one.amountFen])).toEqual([['settling', 3, 30n]]);
    expect(missing.map((one) => [one.claim.id, one.headcount])).toEqual([
      ['settled', 5],
      ['moved', 3],
      ['fine', 1],
    ]);
  });

  it('is nothing where nobody owes anything', () => {
    const tally = new ClaimTally();
    tally.add(owing(), 3);
    expect(tally.close(plan)).toEqual({ amountFen: 0n, headcount: 0, openHeadcount: 0, byClaim: [], byAllowance: [], missing: [] });
  });

  it('adds up by claim in the order of the policy, counts everyone once, and is open where it is not known', () => {
    const tally = new ClaimTally();
    tally.add(owing(['fine', 9], ['moved', 100], ['settled', 20]), 2);
    tally.add(owing(['settled', null], ['moved', 1]), 1);
    const { amountFen, headcount, openHeadcount, byClaim, byAllowance, missing } = tally.close(plan);
    expect([amountFen, headcount, openHeadcount]).toEqual([(10n + 101n + 21n) * 2n + 2n, 3, 1]);
    expect(byClaim.map((one) => [one.claim.id, one.headcount, one.amountFen, one.openHeadcount])).toEqual([
      ['settled', 2, 42n, 1],
      ['moved', 3, 204n, 0],
      ['fine', 2, 20n, 0],
    ]);
    expect(byAllowance.map((one) => [one.allowance, one.headcount, one.amountFen])).toEqual([
      ['settling', 2, 40n],
      ['moving', 3, 201n],
    ]);
    expect(missing.map(({ claim, input, headcount: heads }) => [claim.id, input, heads])).toEqual([
      ['settled', { code: 'fact', fact: 'recruitedOn' }, 1],
    ]);
  });
});
