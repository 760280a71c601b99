import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { checkPolicy } from '../../src/policy/checks/all.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { isWarning } from '../../src/policy/reading/fault.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { evaluateBudget } from '../reference/word-budget.ts';
import { type Document, evaluateWords } from '../reference/words.ts';
import { documentOf, type WordCase, type WordFile } from './word-file.ts';

const files = import.meta.glob<WordFile>('./*.yaml', { eager: true, import: 'default' });
const guide = readFileSync(join(import.meta.dirname, '../../docs/rule-language.md'), 'utf8');

const monthsOpen = (list: readonly { months?: readonly string[] | undefined }[]) =>
  [...new Set(list.flatMap(({ months = [] }) => months))].toSorted();
const shown = (list: readonly { fact?: string | undefined; parameter?: string | undefined; reading?: string | undefined }[]) =>
  list.map(({ fact, parameter, reading }) => fact ?? parameter ?? reading);

describe.each(Object.entries(files))('%s', (_file, word) => {
  const document = documentOf(word);
  const policy = readPolicy(document, 'words', dictionary);

  it('is in the guide', () => {
    for (const line of word.example.trimEnd().split('\n')) expect(guide).toContain(line);
    expect(guide).toContain(word.example.trimEnd());
  });

  it('has no fault', () => {
    expect(checkPolicy(document, dictionary, null).filter(({ code }) => !isWarning(code))).toEqual([]);
  });

  it.each(word.cases.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const { year = 2025, teacher, readings = {}, parameters = {}, payScales, expect: wanted } = one;
    const request = { year, teacher: { id: 'T1', ...teacher }, readings, parameters, ...(payScales ? { payScales } : {}) };
    const read = readEntitlementRequest(policy, request);
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
    const [line] = result.lines;
    const months = line?.byMonth.map(({ month }) => month) ?? [];
    const [declined] = result.declined;
    if (wanted.lines) expect(amountsOf(result.lines)).toEqual(wanted.lines);
    else expect(line?.amount).toBe(wanted.amount);
    expect(shown(result.missing)).toEqual(wanted.missing ?? []);
    if (wanted.open) expect(monthsOpen(result.missing)).toEqual(wanted.open);
    expect(result.warnings.map(({ code }) => code)).toEqual(wanted.warnings ?? []);
    expect(result.repayments.map(owed)).toEqual(wanted.repayments ?? []);
    expect((result.openRepayments ?? []).map(lacking)).toEqual(wanted.openClaims ?? []);
    if (wanted.months) expect(months).toEqual(wanted.months);
    if (wanted.paidOut) expect(line?.paidOut?.map(({ month, amount }) => `${month} ${amount}`)).toEqual(wanted.paidOut);
    if (wanted.first) expect(months[0]).toBe(wanted.first);
    if (wanted.last) expect(months.at(-1)).toBe(wanted.last);
    if (wanted.rates) expect(line?.segments.map(({ months: count, rate }) => `${count} × ${rate}`)).toEqual(wanted.rates);
    if (!wanted.lines) expect(declined && [declined.code, declined.fact ?? []].flat().join(' ')).toBe(wanted.declined);

    const reference = evaluateWords(document as unknown as Document, request);
    expect(amountsOf(reference.lines)).toEqual(amountsOf(result.lines));
    expect(reference.lines.map(({ byMonth }) => byMonth)).toEqual(result.lines.map(({ byMonth }) => byMonth));
    expect(reference.lines.map(({ paidOut }) => paidOut)).toEqual(result.lines.map(({ paidOut }) => paidOut));
    expect(shown(reference.missing)).toEqual(wanted.missing ?? []);
    if (wanted.open) expect(monthsOpen(reference.missing)).toEqual(wanted.open);
    expect(reference.warnings.map(({ code }) => code)).toEqual(wanted.warnings ?? []);
    expect(reference.repayments.map(owed)).toEqual(wanted.repayments ?? []);
    expect(reference.open.map(lacking)).toEqual(wanted.openClaims ?? []);
    if (wanted.budget) expectBudget(one, wanted.budget);
  });

  function expectBudget({ year = 2025, teacher, readings = {}, parameters = {}, count = 1, checks = {} }: WordCase, budget: object) {
    const request = { year, readings, parameters, checks, cohorts: [{ count, facts: teacher }] };
    const read = readBudgetRequest(policy, request);
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    expect(computeBudget(policy, read.value, WORDINGS.zh)).toMatchObject(budget);
    expect(evaluateBudget(document as unknown as Document, request)).toMatchObject(budget);
  }
});

interface Owed {
  readonly date: string;
  readonly amount: string;
  readonly penalty?: string | undefined;
  readonly late?: { readonly days: number; readonly amount: string } | undefined;
  readonly paid?: string | undefined;
  readonly serviceMonths?: number | undefined;
  readonly servedMonths?: number | undefined;
}

function owed({ date, amount, penalty, late, paid, servedMonths, serviceMonths }: Owed): string {
  const parts = [
    `${date} ${amount}`,
    penalty !== undefined && `with a penalty of ${penalty}`,
    late && `and ${late.amount} for ${late.days} days`,
    paid !== undefined && `of ${paid}`,
    servedMonths !== undefined && `after ${servedMonths} of ${serviceMonths}`,
  ];
  return parts.filter(Boolean).join(' ');
}

const lacking = ({
  claim,
  missing,
}: {
  claim: string;
  missing: readonly { fact?: string | undefined; parameter?: string | undefined; reading?: string | undefined }[];
}) => [claim, ...shown(missing)].join(' ');

function amountsOf(lines: readonly { allowance: string; amount: string }[]): Record<string, string> {
  return Object.fromEntries(lines.map(({ allowance, amount }) => [allowance, amount]));
}
