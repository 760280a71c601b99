import { describe, expect, it } from 'vitest';
import { ClaimTally } from '../../src/budget/claim-tally.ts';
import type { CompiledClaim } from '../../src/engine/compiled-claim.ts';
import type { Claim } from '../../src/engine/item.ts';
import { planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { documentOf } from '../words/word-file.ts';

const once = '{pays: {at: recruitedOn, amount: {parameter: rate}}}';
const back = (id: string) => `{at: leftOn, service: {from: recruitedOn, years: 5}, owes: {paid: ${id}}}`;
const document = documentOf({
  example: `{allowances: {settling: ${once}, moving: ${once}}, claims: {settled: ${back('settling')}, moved: ${back('moving')}, fine: {at: leftOn, owes: {parameter: rate}}}}`,
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

describe('what people owe', () => {
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
