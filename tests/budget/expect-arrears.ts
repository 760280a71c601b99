import { expect } from 'vitest';
import type { ArrearsEntry, ArrearsPeriodResult, ArrearsResult } from '../../src/contract/arrears/arrears-result.ts';
import type { ReferenceArrears, ReferenceArrearsEntry, ReferenceArrearsOfPeriod } from '../reference/arrears.ts';

/** The order of what one allowance misses is nobody's promise, nor is that of the readings under which it does. */
const sorted = (missing: readonly object[]) => missing.map((one) => JSON.stringify(inOrder(one))).toSorted();
const inOrder = (node: object): object =>
  Object.fromEntries(
    Object.entries(node)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, key === 'under' ? inOrder(value as object) : value]),
  );
const known = (missing: readonly object[] | undefined) => (missing ? { missingKnown: sorted(missing) } : {});
const alike = (undetermined: readonly object[] | undefined) => (undetermined ? { undetermined: sorted(undetermined) } : {});

function ofResult(entry: ArrearsEntry) {
  if (entry.status === 'error') return ofFailure(entry);
  const { lines, missing, missingKnown, undetermined, repayments = [], openRepayments = [], ...rest } = entry;
  const plain = { ...rest, lines: lines.map(({ title: ___, ...line }) => line), missing: sorted(missing) };
  const claims = { owed: repayments.map(({ claim, amount }) => `${claim} ${amount}`), open: openRepayments.map(({ claim }) => claim) };
  return { ...plain, ...claims, ...known(missingKnown), ...alike(undetermined) };
}

function ofFailure({ errors, ...name }: Extract<ArrearsEntry, { status: 'error' }>) {
  return { ...name, code: errors[0]?.code };
}

function ofReference(entry: ReferenceArrearsEntry) {
  if (entry.status === 'error') return entry;
  const { missing, missingKnown, undetermined, ...rest } = entry;
  return { ...rest, missing: sorted(missing), ...known(missingKnown), ...alike(undetermined) };
}

/** Compares arrears whole with the reference, to the fen; texts, warnings and the head are others' business. */
export function expectArrears({ results, summary }: ArrearsResult, reference: ReferenceArrears): void {
  expect(results.map(ofResult)).toEqual(reference.results.map(ofReference));
  const { warnings: _, warningsKnown: __, repayments: ___, ...sums } = summary;
  expect(sums).toEqual(reference.summary);
}

/** The same of a period, year by year and over the years. */
export function expectArrearsOfPeriod({ years, results, summary }: ArrearsPeriodResult, reference: ReferenceArrearsOfPeriod): void {
  expect(years).toHaveLength(reference.years.length);
  for (const [at, year] of years.entries()) expectArrears(year, reference.years[at] as ReferenceArrears);
  expect(results.map((entry) => (entry.status === 'error' ? ofFailure(entry) : entry))).toEqual(reference.results);
  expect(summary).toEqual(reference.summary);
}
