import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ProblemBody, ProblemCode } from '../../contract/wire/problem.ts';
import type { Read } from '../../contract/wire/settings.ts';
import { MOST_ISSUES, pointerOf, type Wording } from '../../contract/wire/wording.ts';
import type { Issue } from '../../facts/issue.ts';
import { PROBLEMS } from '../../text/problems.ts';

/** The media type of every problem. */
export const PROBLEM_TYPE = 'application/problem+json';

/** An error that a caller can act on, answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly issues: readonly Issue[];
  /** Whether the faults are in the query and not in the body. */
  readonly inQuery: boolean;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, options: { issues?: readonly Issue[]; inQuery?: boolean; headers?: Record<string, string> } = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.issues = options.issues ?? [];
    this.inQuery = options.inQuery ?? false;
    this.headers = options.headers ?? {};
  }
}

/**
 * The value of a request.
 *
 * @param faults the faults of its JSON, which are listed with the others
 * @throws Problem with all faults of the request
 */
export function accepted<T extends object>(read: Read<T>, faults: readonly Issue[] = []): T {
  if (read.value !== null && faults.length === 0) return read.value;
  const places = faults.map(({ path }) => `${pointerOf(path)}/`);
  // Nothing more is said about a value with a duplicate key, and excessive nesting is the only fault listed.
  const endless = faults.some(({ code }) => code === 'too-deep');
  const others = read.issues.filter(({ path }) => !endless && !places.some((place) => `${pointerOf(path)}/`.startsWith(place)));
  const issues = [...faults, ...others];
  if (read.value === null || issues.length > 0) throw new Problem('invalid-request', { issues });
  return read.value;
}

/** Answers with a problem, in the language of the request. */
export function answerProblem(c: Context, problem: Problem, wording: Wording): Response {
  const body = problemBodyOf(problem, wording);
  const headers = { 'content-type': PROBLEM_TYPE, ...problem.headers };
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, headers);
}

/** A problem on the wire, with at most a hundred of its faults. */
export function problemBodyOf(problem: Problem, wording: Wording): ProblemBody {
  const { status, title, detail } = PROBLEMS[problem.code];
  const errors = problem.issues.slice(0, MOST_ISSUES).map((issue) => ({
    ...(problem.inQuery ? { parameter: issue.path.join('.') } : { pointer: pointerOf(issue.path) }),
    code: issue.code,
    message: wording.explain(issue),
  }));
  return {
    type: `urn:jintie:problem:${problem.code}`,
    title: title[wording.language],
    status,
    detail: detail[wording.language],
    code: problem.code,
    ...(errors.length > 0 && { errors }),
  };
}
