/** What a person who leaves before the end of a service pays back of a one-off, in exact decimals of yuan. */
import type { Decimal } from 'decimal.js';
import { type EmploymentDates, hasReturned, leavingMonth } from './employment.ts';
import { Exact, exact } from './figures.ts';
import type { Lack } from './word-amounts.ts';
import type { Given } from './word-facts.ts';

/** As much of a year's result as repayments rest on. */
export interface YearResult {
  readonly lines: readonly { readonly allowance: string; readonly amount: string }[];
  readonly missing: readonly (Lack & { readonly allowance: string; readonly months: readonly string[] })[];
}

export interface Repayment {
  readonly allowance: string;
  readonly month: string;
  readonly amount: string;
  readonly paid: string;
  readonly serviceMonths: number;
  readonly servedMonths: number;
}

interface Rule {
  readonly pays: object;
}

/**
 * Goes through the one-offs that are paid for a service.
 *
 * @param resultOf what the person is due in a year, repayments aside
 */
export function owedBack<T extends YearResult>(
  allowances: Readonly<Record<string, Rule>>,
  teacher: Given,
  year: number,
  chosen: (reading: string) => string,
  resultOf: (year: number) => T,
): { repayments: Repayment[]; missing: YearResult['missing'][number][] } {
  const repayments: Repayment[] = [];
  const missing: YearResult['missing'][number][] = [];
  const left = leavingMonth(teacher as EmploymentDates);
  for (const [id, { pays }] of Object.entries(allowances)) {
    const { at: fact = '', service } = pays as { at?: string; service?: { years: unknown; repay: unknown } };
    const date = (teacher[fact] ?? null) as string | null;
    if (!service || date === null || left === null || Number(left.slice(0, 4)) !== year || date.slice(0, 7) > left) continue;
    const began = Number(date.slice(0, 4));
    const serviceMonths = 12 * Number(resolve(service.years, chosen));
    const servedMonths = (year - began) * 12 + Number(left.slice(5)) - Number(date.slice(5, 7)) + 1;
    if (servedMonths >= serviceMonths) continue;
    // an instalment on the first of January is earned by the last of December
    const until = left.endsWith('-12') ? year + 1 : year;
    const results = Array.from({ length: until - began + 1 }, (_, at) => resultOf(began + at));
    const lacks = results.flatMap((result) => result.missing.filter(({ allowance }) => allowance === id));
    missing.push(...lacks);
    const amounts = results.flatMap(({ lines }) => lines.filter(({ allowance }) => allowance === id).map(({ amount }) => exact(amount)));
    const paid = amounts.reduce((sum, one) => sum.plus(one), exact('0'));
    if (lacks.length > 0 || paid.isZero()) continue;
    const amount = share(paid, serviceMonths - servedMonths, serviceMonths, resolve(service.repay, chosen));
    repayments.push({ allowance: id, month: left, amount: amount.toFixed(2), paid: paid.toFixed(2), serviceMonths, servedMonths });
  }
  return { repayments, missing };
}

/** Who left during a service, in the year or before, and came back: the service goes on, and that is said in each year of it. */
export function interruptedServices(
  allowances: Readonly<Record<string, Rule>>,
  teacher: Given,
  year: number,
  chosen: (reading: string) => string,
): { code: string; allowance: string }[] {
  if (!hasReturned(teacher as EmploymentDates)) return [];
  const left = String(teacher.leftOn).slice(0, 7);
  if (Number(left.slice(0, 4)) > year) return [];
  const gone = leavingMonth(teacher as EmploymentDates);
  if (gone !== null && Number(gone.slice(0, 4)) < year) return [];
  return Object.entries(allowances).flatMap(([id, { pays }]) => {
    const { at: fact = '', service } = pays as { at?: string; service?: { years: unknown } };
    const began = (teacher[fact] as string | null | undefined)?.slice(0, 7) ?? null;
    if (!service || began === null || began > left) return [];
    const served = monthsOf(began, left);
    const months = 12 * Number(resolve(service.years, chosen));
    const isOver = monthsOf(began, `${year}-01`) > months;
    return served < months && !isOver ? [{ code: 'service-interrupted', allowance: id }] : [];
  });
}

/** Months from one to another, both counted. */
const monthsOf = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

/** All of it, or the part of the months or of the years that are not served; a year that is begun and not served counts whole. */
function share(paid: Decimal, remaining: number, whole: number, repay: unknown): Decimal {
  if (repay === 'all') return paid;
  const [part, of] = repay === 'remaining-months' ? [remaining, whole] : [Math.ceil(remaining / 12), whole / 12];
  return paid.times(part).dividedBy(of).toDecimalPlaces(2, Exact.ROUND_HALF_UP);
}

function resolve(node: unknown, chosen: (reading: string) => string): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const { reading, ...options } = node as Record<string, unknown>;
  const option = chosen(String(reading));
  return Object.keys(options).length === 0 ? option : resolve(options[option], chosen);
}
