import { describe, expect, it } from 'vitest';
import { type EntitlementResult, explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type ReferenceResult, referenceEntitlement } from '../reference/jinfeng.ts';
import type { RequestScale } from '../reference/pay-scales.ts';
import { readCases, type WorkedCase, workedCases } from './cases.ts';

const requestOf = ({ year, teacher, readings, parameters, payScales, asIfInForce }: WorkedCase) => ({
  year,
  teacher: { id: 'T1', ...teacher },
  readings,
  parameters,
  payScales: payScales as RequestScale[] | undefined,
  asIfInForce,
});

function computed(policy: Policy, worked: WorkedCase): EntitlementResult {
  const read = readEntitlementRequest(policy, requestOf(worked));
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
}

/** What a case promises, in the shape of {@link answerOf}. */
function promiseOf({ expect: { total, institution, lines, missing, declined, months } }: WorkedCase) {
  return { total, institution, lines, missing: missing.toSorted(), complete: missing.length === 0, declined, months };
}

/** What is missing as a case writes it: a fact, a parameter, or a date outside the employment. */
function nameOf(lack: { code: string; fact?: string; parameter?: string }): string {
  return lack.code === 'outside-employment' || lack.code === 'open-period'
    ? `${lack.fact} ${lack.code}`
    : (lack.fact ?? lack.parameter ?? '');
}

/** A result as a case writes it, with as many of its details as the case speaks of. */
function answerOf(result: EntitlementResult | ReferenceResult, { expect: { declined, months } }: WorkedCase) {
  const lines = Object.fromEntries(result.lines.map((line) => [line.allowance as string, line]));
  const refusals = result.declined.map(({ allowance, code, fact, by }) => [allowance as string, [code, fact ?? by ?? []].flat().join(' ')]);
  return {
    total: result.personalTotal,
    institution: result.institutionTotal,
    lines: Object.fromEntries(result.lines.map(({ allowance, amount }) => [allowance, amount])),
    missing: result.missing.map((entry) => `${entry.allowance}: ${nameOf(entry)}`).toSorted(),
    complete: result.complete,
    declined: Object.fromEntries(refusals.filter(([allowance = '']) => allowance in declined)),
    months: Object.fromEntries(Object.keys(months).map((id) => [id, lines[id]?.byMonth.map(({ month }) => month)])),
  };
}

describe.each([...workedCases])('worked examples of %s', (id, cases) => {
  const policy = bundledPolicies.get(id) as Policy;
  const allowances = Object.keys(policy.document.allowances);

  it.each(cases)('$title', (worked) => {
    const result = computed(policy, worked);
    expect(answerOf(result, worked)).toEqual(promiseOf(worked));
    expect(result.warnings.map(({ code }) => code)).toEqual(worked.expect.warnings);
    if (worked.expect.assumed) expect(result.assumed.map(({ fact }) => fact).toSorted()).toEqual(worked.expect.assumed.toSorted());
    const answered = [...result.lines, ...result.missing].map(({ allowance }) => allowance);
    expect(result.declined.map(({ allowance }) => allowance)).toEqual(allowances.filter((allowance) => !answered.includes(allowance)));
  });

  it('have titles that tell them apart', () => {
    expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  });

  it('show a line of every allowance', () => {
    const shown = new Set(cases.flatMap(({ expect: { lines } }) => Object.keys(lines)));
    expect([...shown].toSorted()).toEqual(allowances.toSorted());
  });

  it('show every allowance declined', () => {
    const shown = new Set(cases.flatMap(({ expect: { declined } }) => Object.keys(declined)));
    expect([...shown].toSorted()).toEqual(allowances.toSorted());
  });

  it.each(Object.entries(policy.document.readings))('use every option of the reading %s', (reading, node) => {
    const used = new Set(cases.map(({ readings }) => readings[reading] ?? node.default));
    expect([...used].toSorted()).toEqual(Object.keys(node.options).toSorted());
  });
});

describe('worked examples of jinfeng-2021 by the reference evaluator', () => {
  const cases = workedCases.get('jinfeng-2021') ?? [];

  it('are at least 64', () => expect(cases.length).toBeGreaterThanOrEqual(64));

  it.each(cases)('$title', (worked) => {
    expect(answerOf(referenceEntitlement(requestOf(worked)), worked)).toEqual(promiseOf(worked));
  });
});

describe('a file of worked examples', () => {
  const worked = { title: '例', teacher: {}, expect: { total: '0.00', lines: {} } };

  it.each([
    ['in a case', { ...worked, expected: {} }, 'expected'],
    ['in what is expected', { ...worked, expect: { ...worked.expect, line: {} } }, 'line'],
  ])('is refused with an unknown key %s', (_, faulty, key) => {
    expect(readCases([worked], 'cases.yaml')).toHaveLength(1);
    expect(() => readCases([worked, faulty], 'cases.yaml')).toThrow(new RegExp(`cases\\.yaml[^]*"${key}"`));
  });
});
