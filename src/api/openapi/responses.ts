import type { ProblemCode } from '../../contract/wire/problem.ts';
import { WORDINGS } from '../../text/issues.ts';
import { OPENAPI_TEXT as TEXT } from '../../text/openapi/document.ts';
import { PROBLEMS } from '../../text/problems.ts';
import { PROBLEM_TYPE, Problem, problemBodyOf } from '../reading/problem.ts';
import { type Json, ref } from './json.ts';

/** The headers of every answer, and those of some. */
const EVERYWHERE = ['X-Request-Id', 'Content-Language', 'Vary', 'Cache-Control'] as const;

/** References to headers, by the name of each. */
export function headersOf(...further: (keyof typeof TEXT.headers)[]): Json {
  return Object.fromEntries([...EVERYWHERE, ...further].map((name) => [name, ref('headers', name)]));
}

/** The meaning of each header of an answer. */
export const componentHeaders = (): Record<string, Json> =>
  Object.fromEntries(Object.entries(TEXT.headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]));

/** The name of the response in the document, for each problem that an operation can have. */
const PROBLEM_NAMES = {
  'malformed-json': 'MalformedJson',
  'not-found': 'NotFound',
  'payload-too-large': 'PayloadTooLarge',
  'unsupported-media-type': 'UnsupportedMediaType',
  'unknown-host': 'UnknownHost',
  'invalid-request': 'InvalidRequest',
  internal: 'InternalError',
} as const satisfies Partial<Record<ProblemCode, string>>;
/** A problem that an operation can have. A method that a path does not have belongs to no operation. */
export type AnsweredProblem = keyof typeof PROBLEM_NAMES;

/** References to the answers to problems, by status. */
export function problemsOf(codes: readonly AnsweredProblem[]): Json {
  return Object.fromEntries(
    [...codes, 'unknown-host' as const, 'internal' as const].map((code) => [PROBLEMS[code].status, ref('responses', PROBLEM_NAMES[code])]),
  );
}

/** Responses shared by several operations. */
export function componentResponses(): Record<string, Json> {
  const problems = Object.entries(PROBLEM_NAMES).map(([code, name]) => [name, problem(code as AnsweredProblem)]);
  return { NotModified: { description: TEXT.responses.notModified, headers: headersOf('ETag') }, ...Object.fromEntries(problems) };
}

function problem(code: AnsweredProblem): Json {
  const issues =
    code === 'invalid-request'
      ? [{ path: ['teacher', 'area'], code: 'unknown-value', params: { allowed: ['urban', 'rural'] } } as const]
      : [];
  const value = problemBodyOf(new Problem(code, { issues }), WORDINGS.en);
  return {
    description: `${value.title}: ${value.detail}`,
    headers: headersOf(...(code === 'unsupported-media-type' ? ['Accept' as const] : [])),
    content: { [PROBLEM_TYPE]: { schema: ref('schemas', 'Problem'), examples: { [code]: { value } } } },
  };
}
