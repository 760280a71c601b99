import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import type { ArrearsEntry, ArrearsResult } from '../../src/contract/arrears/arrears-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { collect } from '../contract/collect.ts';

type Fields = Record<string, unknown>;
export type Computed = Extract<ArrearsEntry, { status: 'ok' }>;

export const policy = bundledPolicies.get('jinfeng-2021') as Policy;

export function arrears(request: Fields, policies: ReadonlyMap<string, Policy> = bundledPolicies): ArrearsResult {
  const read = readArrearsRequest(policy, { year: 2025, ...request }, policies);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return collect(listArrears(policy, read.value, WORDINGS.en));
}
export function only(result: ArrearsResult): Computed {
  const [entry] = result.results;
  if (result.results.length !== 1 || entry?.status !== 'ok') throw new Error(JSON.stringify(result.results));
  return entry;
}
export const one = (teacher: Fields, request: Fields, policies?: ReadonlyMap<string, Policy>) =>
  only(arrears({ ...request, teachers: [{ id: 'T1', post: 'established', area: 'urban', commute: 'near', ...teacher }] }, policies));

export const months = (...numbers: number[]) => numbers.map((number) => `2025-${String(number).padStart(2, '0')}`);
export const TEN = months(1, 2, 3, 4, 5, 6, 9, 10, 11, 12);
/** Payments of one amount in some months. */
export const pay = (allowance: string, amount: string, of: readonly string[] = TEN, teacherId = 'T1') =>
  of.map((month) => ({ teacherId, allowance, month, amount }));
export const lineOf = ({ lines }: Computed, allowance: string) => lines.find((line) => line.allowance === allowance);
/** The months of a line as `month paid due difference`. */
export const cells = (entry: Computed, allowance: string) =>
  lineOf(entry, allowance)?.byMonth.map(({ month, paid, due, difference }) => `${month.slice(5)} ${paid} ${due} ${difference}`);
export const sums = ({ paid, due, difference }: { paid: string; due: string; difference: string }) => `${paid} ${due} ${difference}`;
