import { expect } from 'vitest';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import type { WireSource } from '../../src/contract/budget/funding.ts';
import type { ReferenceBudget } from '../reference/budget.ts';

/** The order of some lists is nobody's promise. */
const sorted = (entries: readonly object[]) => entries.map((entry) => JSON.stringify(entry, Object.keys(entry).toSorted())).toSorted();
/** Keys are objects of their own, so groups are compared by what is in them. */
const groupsOf = (groups: readonly { key: object; headcount: number; amount: string }[]) =>
  groups.map(({ key, headcount, amount }) => `${JSON.stringify(key)} ${headcount} ${amount}`).toSorted();

/** Sources without their names. */
const unnamed = (sources: readonly WireSource[]): object[] =>
  sources.map(({ source: _, sources: below, ...rest }) => ({ ...rest, ...(below && { sources: unnamed(below) }) }));

/** Compares every figure of a budget with the reference, to the fen; texts and the head are others' business. */
export function expectBudget(result: BudgetResult, reference: ReferenceBudget): void {
  const { headcount, incomplete, failed, total, personalTotal, institutionTotal, envelopeTotal } = result;
  expect({ headcount, incomplete, failed, total, personalTotal, institutionTotal, envelopeTotal }).toEqual({
    headcount: reference.headcount,
    incomplete: reference.incomplete,
    failed: reference.failures.length,
    total: reference.total,
    personalTotal: reference.personalTotal,
    institutionTotal: reference.institutionTotal,
    envelopeTotal: reference.envelopeTotal,
  });
  const failures = result.failures.map(({ index, cohort, errors }) => ({ index, ...(cohort && { cohort }), code: errors[0]?.code }));
  expect(failures).toEqual(reference.failures);
  expect(result.byAllowance.map(({ title: _, ...rest }) => rest)).toEqual(reference.byAllowance);
  expect(result.byMonth).toEqual(reference.byMonth);
  expect((result.paidOut ?? result.byMonth).filter(({ amount }) => amount !== '0.00')).toEqual(reference.paidOut);
  expect(sorted(result.byBudgetCode)).toEqual(sorted(reference.byBudgetCode));
  const parts = (list: BudgetResult['envelopes'][number]['parts']) => list?.map(({ id, amount }) => ({ id, amount }));
  expect(result.envelopes.map(({ id, amount, parts: own }) => ({ id, amount, ...(own && { parts: parts(own) }) }))).toEqual(
    reference.envelopes,
  );
  expect(groupsOf(result.groups)).toEqual(groupsOf(reference.groups as never));
  expect(sorted(result.missing)).toEqual(sorted(reference.missing));
  const { byAllowance: _, missing: __, byClaim, ...owed } = result.repayments;
  expect({ ...owed, byClaim: byClaim.map(({ title: ___, ...rest }) => rest) }).toEqual(reference.repayments);
  const isOfFunding = (code: string) => code === 'funding-fact-missing' || code === 'shares-not-whole';
  const notes = result.warnings.filter(({ code, headcount: people }) => people !== undefined && !isOfFunding(code));
  if (reference.notes) expect(sorted(notes)).toEqual(sorted(reference.notes));
  if (reference.funding) {
    expect(result.funding.map(({ allowance, sources }) => ({ allowance, sources: unnamed(sources) }))).toEqual(reference.funding.funding);
    const told = result.warnings.filter(({ code }) => isOfFunding(code));
    const open = reference.funding.missing.map((one) => ({ code: 'funding-fact-missing', ...one }));
    const unfit = reference.funding.unfit.map((allowance) => ({ code: 'shares-not-whole', allowance }));
    expect(sorted(told)).toEqual(sorted([...open, ...unfit]));
  }
  expect(sorted(result.awaited.map(({ clause: _, ...rest }) => rest))).toEqual(sorted(reference.awaited));
  // A budget says nothing of it where no reading is open on which anything rests: then least and most are one.
  if (result.open) expect(result.open).toEqual(reference.open);
  else expect([reference.open.headcount, reference.open.least]).toEqual([0, reference.open.most]);
  expect(result.sensitivity.map(({ least: _, ...rest }) => rest)).toEqual(reference.sensitivity);
  expect(result.scenarios.map(({ title: _, open: _open, ...rest }) => rest)).toEqual(reference.scenarios);
}
