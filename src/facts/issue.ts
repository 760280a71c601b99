import * as z from 'zod';
import { ISSUE_CODES, type IssueCode } from './issue-codes.ts';

export type { IssueCode };

/** One fault: where it is, what it is, and what its sentence needs to say how to fix it (never a value of a person). */
export interface Issue {
  path: readonly (string | number)[];
  code: IssueCode;
  params?: Record<string, string | number | readonly string[]>;
}

const KNOWN = new Set<string>(ISSUE_CODES);

/**
 * Turns the issues of a zod schema into ours. Schemas of this project put an issue code where zod expects a message; all other issues are
 * mapped by zod's own code. So are bounds, because zod takes their message from the schema that they belong to, which only knows about
 * types.
 */
export function issuesOf(error: z.ZodError): Issue[] {
  const issues = error.issues.flatMap((issue): Issue[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const params = paramsOf(issue);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], code: codeOfUnknown(issue.message) }));
    const byKind = issue.code === 'too_big' || issue.code === 'too_small';
    if (!byKind && KNOWN.has(issue.message)) return [{ path, code: issue.message as IssueCode, ...params }];
    return [{ path, code: codeOf(issue), ...params }];
  });
  return issues.filter((issue, index) => !isSame(issue, issues[index + 1]));
}

/** A schema may say more of keys that it does not know. */
function codeOfUnknown(message: string): IssueCode {
  return message === 'periods-in-change' ? message : 'unknown-field';
}

/** An integer that is not safe is also outside its own bounds, which are the ones to report. */
function isSame(a: Issue, b: Issue | undefined): boolean {
  return b !== undefined && a.code === b.code && a.path.length === b.path.length && a.path.every((step, at) => step === b.path[at]);
}

function codeOf(issue: z.core.$ZodIssue): IssueCode {
  switch (issue.code) {
    case 'invalid_value':
      return 'unknown-value';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'out-of-range';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'out-of-range';
    default:
      return 'wrong-type';
  }
}

function paramsOf(issue: z.core.$ZodIssue): Pick<Issue, 'params'> {
  if (issue.code === 'invalid_value') return { params: { allowed: issue.values.map(String) } };
  if (issue.code === 'too_big') return { params: { maximum: Number(issue.maximum) } };
  if (issue.code === 'too_small') return { params: { minimum: Number(issue.minimum) } };
  if (issue.code === 'invalid_type') return { params: { expected: issue.expected } };
  if (issue.code === 'custom' && issue.params) return { params: issue.params };
  return {};
}

/**
 * The message of an absent or mistyped value, for the `error` of a schema.
 *
 * @param wrongType the code where something of another type is there
 */
export function absentOr(wrongType: IssueCode = 'wrong-type') {
  return (issue: { input?: unknown }): IssueCode => (issue.input === undefined || issue.input === null ? 'required' : wrongType);
}

/**
 * A check that also runs where a value has other faults, so that all of them are listed at once. It must not rely on the shape of the
 * value.
 */
export function alsoCheck<T>(
  look: (value: unknown, report: (path: (string | number)[], code: IssueCode) => void) => void,
): z.core.$ZodCheck<T> {
  const check = z.check<T>((ctx) => {
    look(ctx.value, (path, code) => ctx.issues.push({ code: 'custom', input: ctx.value, path, message: code }));
  });
  check._zod.def.when = () => true;
  return check;
}

/** Finds entries of a list that have the same name as an earlier one. */
export function eachOnce<T>(nameOf: (entry: never) => unknown, code: IssueCode, ...path: string[]): z.core.$ZodCheck<T> {
  return alsoCheck((value, report) => {
    const seen = new Set<unknown>();
    for (const [index, entry] of Array.isArray(value) ? value.entries() : []) {
      const name = entry === null || entry === undefined ? undefined : nameOf(entry as never);
      if (typeof name !== 'string') continue;
      if (seen.has(name)) report([index, ...path], code);
      seen.add(name);
    }
  });
}

/** The number of months from 1900 to 2100: a list with one entry a month has no more. */
export const MOST_MONTHS = 201 * 12;

/**
 * A list whose entries are not validated where it is too long, since every fault of every entry would be kept.
 *
 * @param list the schema of the list, without a bound of its own
 */
export function listOf<T extends z.ZodArray>(most: number, list: T) {
  const bounded = list.max(most) as T;
  return z.preprocess((value, ctx) => {
    if (!Array.isArray(value) || value.length <= most) return value;
    ctx.issues.push({ code: 'too_big', origin: 'array', maximum: most, inclusive: true, input: value });
    return z.NEVER;
  }, bounded);
}
