import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';

function checks(id: string, request: object) {
  const policy = bundledPolicies.get(id) as Policy;
  const read = readBudgetRequest(policy, { year: 2025, ...request });
  if (read.value === null) return read.issues.map(({ path, code }) => `${path.join('/')} ${code}`);
  return computeBudget(policy, read.value, WORDINGS.zh).checks.map(({ title: _, clause: __, ...rest }) => rest);
}

describe('pay parity', () => {
  const parity = (input: object) => checks('jinfeng-2021', { checks: { 'pay-parity': input } });

  it('asks for what it needs', () => {
    expect(checks('jinfeng-2021', {})).toEqual([
      { id: 'pay-parity', kind: 'pay-parity', status: 'not-given', needs: ['teacherAverage', 'civilServantAverage', 'headcount'] },
    ]);
  });

  it('prices the gap: 5,000 teachers at 98,765.43 against 100,000.00 lack 1,234.57 each', () => {
    expect(parity({ teacherAverage: '98765.43', civilServantAverage: '100000', headcount: 5000 })).toEqual([
      { id: 'pay-parity', kind: 'pay-parity', status: 'not-met', gap: '1234.57', cost: '6172850.00' },
    ]);
  });

  it('is met where the averages are equal or the teachers have more', () => {
    for (const teacherAverage of ['100000.00', '100000.01']) {
      expect(parity({ teacherAverage, civilServantAverage: '100000', headcount: 1 })).toMatchObject([
        { status: 'met', gap: '0.00', cost: '0.00' },
      ]);
    }
  });

  it('stays exact for a billion people', () => {
    expect(parity({ teacherAverage: '0', civilServantAverage: '999999999999.99', headcount: 1_000_000_000 })).toMatchObject([
      { cost: '999999999999990000000.00' },
    ]);
  });

  it('lists what is wrong with its inputs', () => {
    expect(parity({ teacherAverage: 5, headcount: 0, more: true })).toEqual([
      'checks/pay-parity/teacherAverage money-not-string',
      'checks/pay-parity/civilServantAverage required',
      'checks/pay-parity/headcount out-of-range',
      'checks/pay-parity/more unknown-field',
    ]);
    expect(checks('jinfeng-2021', { checks: { parity: {} } })).toEqual(['checks/parity unknown-field']);
  });
});

describe('a multiple of a line', () => {
  const inputs = { 'vocational-performance': { currentTotal: '5000000.00', headcount: 120 } };

  it('awaits the line', () => {
    expect(checks('xiji-2025', { checks: inputs })).toMatchObject([{}, { status: 'awaited', parameter: 'performance-line/annual' }]);
  });

  it('is 2.5 × the line × the people: 2.5 × 20,000.01 × 120 = 6,000,003.00', () => {
    const result = checks('xiji-2025', { checks: inputs, parameters: { 'performance-line/annual': '20000.01' } });
    expect(result).toMatchObject([{}, { status: 'not-met', target: '6000003.00', cost: '1000003.00' }]);
  });

  it('rounds half up once: 2.5 × 0.01 × 1 = 0.03', () => {
    const result = checks('xiji-2025', {
      checks: { 'vocational-performance': { currentTotal: '0.03', headcount: 1 } },
      parameters: { 'performance-line/annual': '0.01' },
    });
    expect(result).toMatchObject([{}, { status: 'met', target: '0.03', cost: '0.00' }]);
  });
});
