import { describe, expect, it } from 'vitest';
import { policyView, viewPolicy } from '../../src/contract/policy/policy-view.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';

const view = (id: string) => policyView.parse(viewPolicy(bundledPolicies.get(id) as Policy, { language: 'en' }));

describe('the whole of a policy', () => {
  it('has what a check compares with', () => {
    expect(view('xiji-2025').checks).toMatchObject([
      { id: 'pay-parity', kind: 'pay-parity' },
      { id: 'vocational-performance', kind: 'multiple-of-line', multiple: '2.5', line: 'performance-line/annual' },
    ]);
    expect(view('xiji-2025').checks[0]).not.toHaveProperty('line');
  });

  it('has the number of a target under each option of the reading that decides it', () => {
    const { targets } = view('gangbei-2021');
    expect(targets.find(({ id }) => id === 'principal-studios')).toMatchObject({
      count: 5,
      countBy: { reading: 'principal-studios', five: 5, three: 3 },
    });
    expect(targets.find(({ id }) => id === 'masters')).not.toHaveProperty('countBy');
  });
});
