import * as z from 'zod';
import { january, type MonthIndex, parseMonth } from '../../calendar/month.ts';
import { formatPeriod, type Period } from '../../calendar/period.ts';
import { absentOr, type Issue, issuesOf } from '../../facts/issue.ts';
import { month, signedYuan, text } from '../../facts/teacher-schema.ts';
import { addFen, type SignedFen } from '../../money/exact-sum.ts';
import { parseSignedYuan } from '../../money/fen.ts';
import { idOf } from '../wire/entries.ts';
import type { Read } from '../wire/settings.ts';
import { MOST_ISSUES } from '../wire/wording.ts';

/** How many payments one request may hold. */
export const MOST_PAYMENTS = 200_000;

/** An amount paid to one teacher for one allowance in one month, or taken back. */
export const payment = z.strictObject(
  { teacherId: text(64), allowance: z.string({ error: absentOr() }), month, amount: signedYuan },
  { error: absentOr() },
);

/** How many payments there were. None is refused, so there is nothing else to report. */
export const wirePayments = z.object({
  count: z.int(),
  repeated: z.int().meta({ description: 'How many were added to an earlier one of the same teacher, allowance and month.' }),
  recoveries: z.int().meta({ description: 'How many are negative: money that was taken back.' }),
});
export type PaymentCounts = z.infer<typeof wirePayments>;

/** Net payments by month index: what was paid less what was taken back. */
type PaidMonths = Map<MonthIndex, SignedFen>;

/** Payments by teacher, allowance and month; a month without a payment is zero. */
export class Payments {
  readonly #byTeacher = new Map<string, Map<string, PaidMonths>>();
  #count = 0;
  #repeated = 0;
  #recoveries = 0;

  /** Adds a payment to what was paid to the same teacher for the same allowance and month. */
  add(teacherId: string, allowance: string, month: MonthIndex, fen: number): void {
    const months = entryOf(entryOf(this.#byTeacher, teacherId, newMap<string, PaidMonths>), allowance, newMap<MonthIndex, SignedFen>);
    const before = months.get(month);
    months.set(month, addFen(before ?? 0, fen));
    this.#count++;
    if (before !== undefined) this.#repeated++;
    if (fen < 0) this.#recoveries++;
  }

  get counts(): PaymentCounts {
    return { count: this.#count, repeated: this.#repeated, recoveries: this.#recoveries };
  }

  /** The allowances for which anything was paid. */
  get allowances(): ReadonlySet<string> {
    return new Set([...this.#byTeacher.values()].flatMap((allowances) => [...allowances.keys()]));
  }

  /** The ids of the teachers who were paid anything. */
  get teachers(): Iterable<string> {
    return this.#byTeacher.keys();
  }

  /** What was paid to one teacher for an allowance in a month, zero where nothing was. */
  paidIn(teacherId: string, allowance: string, month: MonthIndex): SignedFen {
    return this.#byTeacher.get(teacherId)?.get(allowance)?.get(month) ?? 0;
  }

  /** Payments to one teacher in a year: by allowance, one sum for each of the twelve months. */
  of(teacherId: string, year: number): Map<string, SignedFen[]> {
    const first = january(year);
    const years = new Map<string, SignedFen[]>();
    for (const [allowance, months] of this.#byTeacher.get(teacherId) ?? []) {
      for (const [month, fen] of months) {
        const at = month - first;
        if (at >= 0 && at < 12) entryOf(years, allowance, () => new Array<SignedFen>(12).fill(0))[at] = fen;
      }
    }
    return years;
  }
}

const newMap = <K, V>(): Map<K, V> => new Map();

function entryOf<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = create();
    map.set(key, entry);
  }
  return entry;
}

/** What payments are checked against; `null` where that part of the request has a fault, so the check is skipped. */
export interface PaymentContext {
  readonly period: Period | null;
  readonly teachers: readonly unknown[] | null;
  /** The ids of the allowances of the policy, and of those that it supersedes. */
  readonly allowances: readonly string[];
}

/**
 * Reads payments. None may be dropped, so each must name a teacher of the request, an allowance of the policy and a requested month.
 * Payments with the same teacher, allowance and month are added up.
 *
 * @returns the payments, or their first hundred faults: a small body can have very many
 */
export function readPayments(list: readonly unknown[], { period, teachers, allowances }: PaymentContext): Read<Payments> {
  const ids = teachers && new Set(teachers.map(idOf));
  const known = new Set(allowances);
  const payments = new Payments();
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
    const at = parseMonth(text) as MonthIndex;
    if (ids && !ids.has(teacherId)) note(['teacherId'], 'unknown-value');
    if (!known.has(allowance)) note(['allowance'], 'unknown-value', { allowed: allowances });
    if (period && (at < period.from || at > period.to)) note(['month'], 'out-of-range', formatPeriod(period));
    if (issues.length === 0) payments.add(teacherId, allowance, at, parseSignedYuan(amount) as number);
  }
  return issues.length > 0 ? { value: null, issues } : { value: payments, issues: [] };
}
