import { expect } from 'vitest';
import type { ArrearsEntry, ArrearsResult } from '../../src/contract/arrears-result.ts';
import type { ReferenceArrears, ReferenceArrearsEntry } from '../reference/arrears.ts';

/** The order of what one allowance misses is nobody's promise. */
const sorted = (missing: readonly object[]) => missing.map((one) => JSON.stringify(one)).toSorted();
const known = (missing: readonly object[] | undefined) => (missing ? { missingKnown: sorted(missing) } : {});

function ofResult(entry: ArrearsEntry) {
  if (entry.status === 'error') {
    const { errors, ...name } = entry;
    return { ...name, code: errors[0]?.code };
  }
  const { lines, missing, missingKnown, ...rest } = entry;
  return { ...rest, lines: lines.map(({ title: _, ...line }) => line), missing: sorted(missing), ...known(missingKnown) };
}

function ofReference(entry: ReferenceArrearsEntry) {
  if (entry.status === 'error') return entry;
  const { missing, missingKnown, ...rest } = entry;
  return { ...rest, missing: sorted(missing), ...known(missingKnown) };
}

/** Compares arrears whole with the reference, to the fen; texts and the head are others' business. */
export function expectArrears({ results, summary }: ArrearsResult, reference: ReferenceArrears): void {
  expect(results.map(ofResult)).toEqual(reference.results.map(ofReference));
  expect(summary).toEqual(reference.summary);
}
