import type { Context } from 'hono';
import type { Read } from '../../contract/wire/settings.ts';
import type { Issue } from '../../facts/issue.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Line } from '../reading/lines.ts';
import { accepted, Problem } from '../reading/problem.ts';
import { takePolicy } from './policy-source.ts';

/** Whether a line is the request and not a teacher. */
export function isRequestLine({ value }: Line): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'request');
}

/**
 * The first line of a stream that must hold the request, and its policy.
 *
 * @throws Problem if it is not a request, or its policy is not valid
 */
export async function requestLine(c: Context, named: Policy | null, first: Line | undefined): Promise<{ policy: Policy; line: Line }> {
  if (first && first.value === undefined) throw new Problem('invalid-request', { issues: first.issues });
  if (!first || !isRequestLine(first)) throw new Problem('invalid-request', { issues: [{ path: ['request'], code: 'required' }] });
  const { request, ...others } = first.value as { request: unknown };
  const { policy, body } = await takePolicy(c, named, request, ['request']);
  return { policy, line: { value: { request: body, ...others }, issues: first.issues } };
}

/** Reads the request of a first line. @throws Problem with pointers into the line */
export function readRequestLine<T extends object>(line: Line, read: (body: unknown) => Read<T>): T {
  const { request, ...others } = line.value as { request: unknown };
  const unknown = Object.keys(others).map((key): Issue => ({ path: [key], code: 'unknown-field' }));
  const result = read(request);
  if (result.value !== null) return accepted(result, [...line.issues, ...unknown]);
  const issues = result.issues.map((issue) => ({ ...issue, path: ['request', ...issue.path] }));
  return accepted<T>({ value: null, issues }, [...line.issues, ...unknown]);
}
