import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { randomRuns } from '../random-runs.ts';
import { requestArbitrary } from '../reference/arbitraries.ts';
import { type ReferenceRequest, type ReferenceResult, referenceEntitlement } from '../reference/jinfeng.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(2_000, 1_000_000);

/** The engine's answer in the shape of the reference, so that the two can be compared whole. */
function computed(request: ReferenceRequest): ReferenceResult {
  const read = readEntitlementRequest(policy, request);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
  const { personalTotal, institutionTotal, complete, declined, missing } = result;
  const lines = result.lines.map(({ allowance, payee, amount, byMonth }) => ({ allowance, payee, amount, byMonth }));
  return { personalTotal, institutionTotal, complete, lines, declined, missing } as ReferenceResult;
}

const name = (entry: object) => JSON.stringify(entry);

/** The order of entries within one allowance is nobody's promise. */
function inOrder(result: ReferenceResult): ReferenceResult {
  return { ...result, missing: result.missing.toSorted((a, b) => (name(a) < name(b) ? -1 : 1)) };
}

describe('the engine against the reference evaluator', () => {
  it(`agrees to the fen, and in what is missing or declined, on ${runs} random requests`, { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        expect(inOrder(computed(request))).toEqual(inOrder(referenceEntitlement(request)));
      }),
      { numRuns: runs },
    );
  });

  it('computes the same again from the readings and parameters of a result', { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const read = readEntitlementRequest(policy, request);
        if (read.value === null) throw new Error(JSON.stringify(read.issues));
        const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'en' });
        const again = readEntitlementRequest(policy, {
          ...request,
          readings: result.readings,
          parameters: result.parameters,
          places: result.places,
        });
        if (again.value === null) throw new Error(JSON.stringify(again.issues));
        expect(explainEntitlement(policy, again.value.settings, again.value.teacher, { language: 'en' })).toEqual(result);
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });
});
