import type * as z from 'zod';
import { FIRST_YEAR, formatMonth, january, LAST_YEAR, parseMonth } from '../../calendar/month.ts';
import { formatPeriod, type Period } from '../../calendar/period.ts';
import type { RunSettings } from '../../engine/plan.ts';
import { type Issue, issuesOf } from '../../facts/issue.ts';
import { month } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import {
  type CommonSettings,
  commonSettings,
  type RawSettings,
  type Read,
  rawSettings,
  readSettings,
  settingsShape,
  year,
} from './settings.ts';

/** The most months of a period: ten years. */
export const MOST_MONTHS = 120;

/** What a request asks for: a year, or a period, which may touch several years. */
export interface Span {
  /** The year, or the first year of the period. */
  readonly year: number;
  readonly period: Period | null;
}

/** The settings of a request that may ask for a period instead of a year. {@link readSpan} says which. */
export const spanShape = {
  ...settingsShape,
  year: year.nullish().meta({ description: 'The calendar (fiscal) year. Give it, or `from` and `to`.' }),
  from: month.nullish().meta({ description: 'The first month of a period, instead of a year.' }),
  to: month.nullish().meta({ description: 'The last month of a period: at most ten years, 120 months.' }),
};

export interface SpanRequest extends RawSettings, CommonSettings {
  year?: number | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/**
 * Reads the months that a body asks for: either `year`, or `from` and `to`. Values that are not a year or a month are left to the schema.
 *
 * @returns the faults of the three together, or `null` without a fault if the schema has to decide
 */
export function readSpan(body: unknown): { readonly span: Span | null; readonly issues: readonly Issue[] } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { span: null, issues: [] };
  const [asked, from, to] = ['year', 'from', 'to'].map((name) =>
    Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : null,
  );
  const isThere = (value: unknown) => value !== undefined && value !== null;
  const refuse = (name: string, code: Issue['code'], params: Issue['params'] = {}) => ({
    span: null,
    issues: [{ path: [name], code, params }],
  });
  const [hasFrom, hasTo] = [isThere(from), isThere(to)];
  if (isThere(asked) && (hasFrom || hasTo)) {
    const names = [...(hasFrom ? ['from'] : []), ...(hasTo ? ['to'] : [])];
    return { span: null, issues: names.map((name) => ({ path: [name], code: 'not-together', params: { names: ['year', name] } })) };
  }
  if (isThere(asked)) {
    const read = year.safeParse(asked);
    return { span: read.success ? { year: read.data, period: null } : null, issues: [] };
  }
  if (!hasFrom && !hasTo) return refuse('year', 'required', { either: ['year', 'from + to'] });
  if (!hasFrom || !hasTo) return refuse(hasFrom ? 'to' : 'from', 'required');
  return readPeriod(from, to);
}

function readPeriod(from: unknown, to: unknown): ReturnType<typeof readSpan> {
  const [first, last] = [from, to].map((text) => (typeof text === 'string' ? parseMonth(text) : null));
  const years = { from: formatMonth(january(FIRST_YEAR)), to: formatMonth(january(LAST_YEAR) + 11) };
  const issues: Issue[] = [];
  for (const [name, at] of [
    ['from', first],
    ['to', last],
  ] as const) {
    if (typeof at === 'number' && at < january(FIRST_YEAR)) issues.push({ path: [name], code: 'out-of-range', params: years });
  }
  if (typeof first !== 'number' || typeof last !== 'number' || issues.length > 0) return { span: null, issues };
  if (last < first) return { span: null, issues: [{ path: ['to'], code: 'invalid-period' }] };
  if (last - first < MOST_MONTHS) return { span: { year: Math.floor(first / 12), period: { from: first, to: last } }, issues: [] };
  const most = formatPeriod({ from: first, to: first + MOST_MONTHS - 1 });
  return { span: null, issues: [{ path: ['to'], code: 'out-of-range', params: most }] };
}

/**
 * Validates a body that asks for a year or a period by a schema, and its settings against the policy. Lists all faults.
 *
 * @returns for a period, the settings of its first year
 */
export function readSpanRequest<T extends SpanRequest>(
  policy: Policy,
  schema: z.ZodType<T>,
  body: unknown,
): Read<{ request: T; settings: RunSettings; period: Period | null }> {
  const result = schema.safeParse(body);
  const { span, issues: ofSpan } = readSpan(body);
  const settings = readSettings(policy, rawSettings(body));
  const issues = [...ofSpan, ...(result.success ? [] : issuesOf(result.error)), ...settings.issues];
  if (!result.success || span === null || settings.value === null || issues.length > 0) return { value: null, issues };
  const { year, period } = span;
  return { value: { request: result.data, settings: { year, ...settings.value, ...commonSettings(result.data) }, period }, issues: [] };
}
