import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { bundlePolicy } from '../../scripts/vite-yaml-rules.ts';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { readCases } from '../policies/cases.ts';
import cases from './sixth/cases.yaml';

const text = readFileSync(join(import.meta.dirname, 'sixth/policy.yaml'), 'utf8');

describe('a sixth policy, written from docs/adding-a-policy.md alone', () => {
  const dictionary = loadDictionary();
  const { document, version } = bundlePolicy(text, 'policy.yaml', dictionary);
  const policy = readPolicy(document, version, dictionary);

  it('budgets 1,481 people in three classes at exactly 2,808,000.00', () => {
    const cohorts = [
      { count: 211, facts: { remoteClass: 'first' } },
      { count: 437, facts: { remoteClass: 'second' } },
      { count: 833, facts: { remoteClass: 'third' } },
    ];
    const read = readBudgetRequest(policy, { year: 2025, cohorts });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const budget = computeBudget(policy, read.value, WORDINGS.zh);
    expect(budget).toMatchObject({ headcount: 1481, incomplete: 0, total: '2808000.00', personalTotal: '2808000.00' });
  });

  it('knows its own fact and refuses what it does not know', () => {
    const read = readBudgetRequest(policy, {
      year: 2025,
      cohorts: [
        { count: 1, facts: { remoteClass: 'fourth' } },
        { count: 1, facts: {} },
      ],
    });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const { failures } = computeBudget(policy, read.value, WORDINGS.zh);
    expect(failures.flatMap(({ errors }) => errors.map(({ pointer, code }) => `${pointer} ${code}`))).toEqual([
      '/cohorts/0/facts/remoteClass unknown-value',
      '/cohorts/1/facts/remoteClass required',
    ]);
  });

  it.each(readCases(cases, 'cases.yaml'))('is worked out by hand: $title', ({ year, teacher, expect: { total, lines, declined } }) => {
    const read = readEntitlementRequest(policy, { year, teacher: { id: 'T1', ...teacher } });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
    expect(result.personalTotal).toBe(total);
    expect(Object.fromEntries(result.lines.map(({ allowance, amount }) => [allowance, amount]))).toEqual(lines);
    expect(Object.fromEntries(result.declined.map(({ allowance, code }) => [allowance, code]))).toEqual(declined);
  });

  it('stands in the docs word for word', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/adding-a-policy.md'), 'utf8');
    const uncommented = (lines: string) => lines.split('\n').map((line) => line.replace(/\s+#.*$/, '').trimEnd());
    const written = new Set(uncommented(text + readFileSync(join(import.meta.dirname, 'sixth/cases.yaml'), 'utf8')));
    for (const [, block = ''] of guide.matchAll(/```yaml\n([\s\S]*?)```/g)) {
      for (const line of uncommented(block)) expect(written, line).toContain(line);
    }
  });
});
