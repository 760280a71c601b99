import * as z from 'zod';
import type { YearFen } from '../budget/arrears.ts';
import { formatMonth, january, parseMonth } from '../calendar/month.ts';
import { absentOr, type Issue, issuesOf } from '../facts/issue.ts';
import { month, text, yuan } from '../facts/teacher-schema.ts';
import { parseYuan } from '../money/fen.ts';
import { idOf } from './entries.ts';
import type { Read } from './settings.ts';
import { MOST_ISSUES } from './wording.ts';

/** How many payments one request may hold. */
export const MOST_PAYMENTS = 200_000;

/** What was paid to one teacher for one allowance in one month. */
export const payment = z.strictObject(
  { teacherId: text(64), allowance: z.string({ error: absentOr() }), month, amount: yuan },
  { error: absentOr() },
);

/** What was paid, by teacher and allowance; a month without a payment is zero. */
export type Payments = Map<string, Map<string, YearFen>>;

const NOTHING: YearFen = new Array(12).fill(0);

/** What payments are checked against; `null` where the request has it wrong, so that nothing can be said of it. */
export interface PaymentContext {
  readonly year: number | null;
  readonly teachers: readonly unknown[] | null;
  /** The ids of the allowances of the policy. */
  readonly allowances: readonly string[];
}

/**
 * Reads payments: none may be dropped, so each must be of a teacher of the request, of an allowance of the policy and of a month of the year,
 * and occur once.
 *
 * @returns the payments, or their first hundred faults: a small body can have very many
 */
export function readPayments(list: readonly unknown[], { year, teachers, allowances }: PaymentContext): Read<Payments> {
  const first = year === null ? null : january(year);
  const ids = teachers && new Set(teachers.map(idOf));
  const known = new Set(allowances);
  const seen = new Set<string>();
  const payments: Payments = new Map();
  const issues: Issue[] = [];
  for (const [index, entry] of list.slice(0, MOST_PAYMENTS).entries()) {
    if (issues.length >= MOST_ISSUES) break;
    const note = (path: Issue['path'], code: Issue['code'], params: Issue['params'] = {}) =>
      issues.push({ path: ['paid', index, ...path], code, params });
    const read = payment.safeParse(entry);
    if (!read.success) {
      for (const { path, code, params } of issuesOf(read.error)) note(path, code, params);
      continue;
    }
    const { teacherId, allowance, month: text, amount } = read.data;
    const at = (parseMonth(text) as number) - (first ?? 0);
    if (ids && !ids.has(teacherId)) note(['teacherId'], 'unknown-value');
    if (!known.has(allowance)) note(['allowance'], 'unknown-value', { allowed: allowances });
    if (first !== null && (at < 0 || at > 11)) note(['month'], 'out-of-range', { from: formatMonth(first), to: formatMonth(first + 11) });
    const name = `${text} ${allowance} ${teacherId}`;
    if (seen.has(name)) note(['month'], 'duplicate-key');
    seen.add(name);
    if (first !== null && issues.length === 0) post(payments, teacherId, allowance, at, parseYuan(amount) as number);
  }
  return issues.length > 0 ? { value: null, issues } : { value: payments, issues: [] };
}

function post(payments: Payments, teacherId: string, allowance: string, month: number, fen: number): void {
  let years = payments.get(teacherId);
  if (!years) {
    years = new Map();
    payments.set(teacherId, years);
  }
  years.set(allowance, (years.get(allowance) ?? NOTHING).with(month, fen));
}
